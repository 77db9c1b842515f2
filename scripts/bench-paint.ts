/**
 * `npm run bench:paint`: first paint of the popup, the side panel and the list of connections with an empty and with a
 * full store, and what each dependency costs, as text and in `artifacts/paint.json`. `BENCH_ROUNDS=15` is the default.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { carriers, measureDependencies } from './bench/dependencies';
import { median } from './bench/numbers';
import { measurePaint } from './bench/paint';
import { table } from './bench/table';

const FOLDER = join(import.meta.dirname, '../artifacts');
const rounds = Number(process.env.BENCH_ROUNDS ?? 15);

const { paints, finder } = await measurePaint(rounds);
const dependencies = await measureDependencies(rounds);
const milliseconds = (times: readonly number[]) =>
  `${median(times).toFixed(0)} (${Math.max(...times).toFixed(0)})`;

console.log(`Milliseconds until something is painted, and until the page can be used: median of ${rounds} rounds (most)

${table([
  ['', 'reminders', 'first paint', 'usable'],
  ...paints.map(({ page, reminders, firstPaint, usable }) => [
    page,
    reminders,
    milliseconds(firstPaint),
    milliseconds(usable),
  ]),
])}

The finder's script, at the first press of Ctrl+K: ${milliseconds(finder)}

Bytes of each dependency in what carries it, and milliseconds to compile and run it: median of ${rounds} rounds

${table([
  ['', ...carriers, 'ms'],
  ...dependencies.map(({ dependency, bytes, milliseconds: took }) => [
    dependency,
    ...carriers.map((name) => (bytes[name] ? bytes[name].toLocaleString('en') : '')),
    took === undefined ? '' : took.toFixed(1),
  ]),
])}`);
mkdirSync(FOLDER, { recursive: true });
writeFileSync(
  join(FOLDER, 'paint.json'),
  `${JSON.stringify({ measuredAt: new Date().toISOString(), rounds, paints, finder, dependencies }, null, 2)}\n`,
);
