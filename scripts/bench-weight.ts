/**
 * `npm run bench:weight`: what the extension costs the pages it runs in, as text and in `artifacts/weight.json`.
 * `npm run bench:weight -- WORD` takes the cases with that word in their name.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { measureWeight } from './bench/weight/measure';
import { weightText } from './bench/weight/text';

const FOLDER = join(import.meta.dirname, '../artifacts');
const weight = await measureWeight(process.argv[2]);
console.log(weightText(weight));
mkdirSync(FOLDER, { recursive: true });
writeFileSync(
  join(FOLDER, 'weight.json'),
  `${JSON.stringify({ measuredAt: new Date().toISOString(), ...weight }, null, 2)}\n`,
);
