/** `npm run bench`: operator effort, sizes and times, in one run, as text and in `artifacts/bench.json`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { measureEffort } from './bench/effort';
import { type Figures, median, textOf } from './bench/figures';
import { measureLatency } from './bench/latency';
import { buildAndPack, measureSizes } from './bench/sizes';
import { findBrowser } from './browsers';

const FOLDER = join(import.meta.dirname, '../artifacts');

async function main(): Promise<void> {
  await findBrowser('chromium');
  buildAndPack();
  const figures: Figures = {
    effort: await measureEffort(),
    sizes: measureSizes(),
    latency: await measureLatency(),
  };
  console.log(`\n${textOf(figures)}`);
  mkdirSync(FOLDER, { recursive: true });
  const file = join(FOLDER, 'bench.json');
  const { rowToButton, pressToFilled } = figures.latency;
  const medians = { rowToButton: median(rowToButton), pressToFilled: median(pressToFilled) };
  writeFileSync(
    file,
    `${JSON.stringify({ measuredAt: new Date().toISOString(), ...figures, medians }, null, 2)}\n`,
  );
  console.log(`\n\nAlso in ${relative('.', file)}`);
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
