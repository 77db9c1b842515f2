/**
 * `npm run bench`: operator effort, sizes and times, in one run, as text and in `artifacts/bench.json`.
 * `npm run bench -- firefox`: the times in Firefox; effort and sizes are the same there.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { measureEffort } from './bench/effort';
import { textOf, timesText } from './bench/figures';
import { buildAndPack, measureSizes } from './bench/sizes';
import { measureTimes } from './bench/times/measure';
import { findBrowser } from './browsers';

const FOLDER = join(import.meta.dirname, '../artifacts');

function keep(name: string, figures: object): void {
  mkdirSync(FOLDER, { recursive: true });
  const file = join(FOLDER, name);
  writeFileSync(file, `${JSON.stringify({ measuredAt: new Date().toISOString(), ...figures }, null, 2)}\n`);
  console.log(`\n\nAlso in ${relative('.', file)}`);
}

async function main(): Promise<void> {
  const browser = process.argv[2] === 'firefox' ? 'firefox' : 'chromium';
  await findBrowser(browser);
  buildAndPack(browser);
  if (browser === 'firefox') {
    const times = await measureTimes(browser);
    console.log(`\n${timesText(times)}`);
    return keep('bench-firefox.json', { times });
  }
  const effort = await measureEffort();
  const figures = { effort, sizes: measureSizes(), times: await measureTimes(browser) };
  console.log(`\n${textOf(figures)}`);
  keep('bench.json', figures);
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
