/** `npm run bench:weight`: what the extension costs the pages it runs in, as text and in `artifacts/weight.json`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { measureWeight } from './bench/weight/measure';
import { weightText } from './bench/weight/text';

const FOLDER = join(import.meta.dirname, '../artifacts');
const weight = await measureWeight();
console.log(weightText(weight));
mkdirSync(FOLDER, { recursive: true });
writeFileSync(
  join(FOLDER, 'weight.json'),
  `${JSON.stringify({ measuredAt: new Date().toISOString(), ...weight }, null, 2)}\n`,
);
