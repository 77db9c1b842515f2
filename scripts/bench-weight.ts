/**
 * `npm run bench:weight`: what the extension costs the pages it runs in, as text and in `artifacts/weight-*.json`.
 * `npm run bench:weight -- firefox`: in Firefox, as far as its tools tell.
 * `npm run bench:weight -- WORD`: the cases with that word in their name. `BENCH_ROUNDS=5`: five rounds.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { measureWeight } from './bench/weight/measure';
import { weightText } from './bench/weight/text';
import { findBrowser } from './browsers';

const FOLDER = join(import.meta.dirname, '../artifacts');
const words = process.argv.slice(2);
const browser = words.includes('firefox') ? 'firefox' : 'chromium';
const [word] = words.filter((each) => each !== 'firefox' && each !== 'chromium');
await findBrowser(browser);
const weight = await measureWeight(browser, word);
console.log(weightText(weight));
mkdirSync(FOLDER, { recursive: true });
writeFileSync(
  join(FOLDER, `weight-${browser}.json`),
  `${JSON.stringify({ measuredAt: new Date().toISOString(), ...weight }, null, 2)}\n`,
);
