/** The weight in words. */
import { table } from '../table';
import type { Load } from './chromium';
import { DIALOGS, MUTATIONS, ROUTES, type Weight } from './measure';

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [upper = Number.NaN, lower = upper] = [sorted[middle], sorted[middle - 1]];
  return sorted.length % 2 === 1 ? upper : (lower + upper) / 2;
}

/** Least squares over the logarithms: 0 = flat, 1 = in proportion. */
export function growth(points: readonly (readonly [number, number])[]): number {
  const logs = points.map(([x, y]) => [Math.log(x), Math.log(Math.max(y, 1e-6))] as const);
  const mean = (index: 0 | 1) => logs.reduce((sum, point) => sum + point[index], 0) / logs.length;
  const [x, y] = [mean(0), mean(1)];
  const over = logs.reduce((sum, [a, b]) => sum + (a - x) * (b - y), 0);
  return over / logs.reduce((sum, [a]) => sum + (a - x) ** 2, 0);
}

const ms = (value: number) => value.toFixed(1);
const KIB = 1024;

export function weightText({ loads, runs, remains }: Weight): string {
  const added = (row: Weight['loads'][number], of: (load: Load) => number) =>
    median(row.withIt.map(of)) - median(row.without.map(of));
  const loadRows = loads.map((row) => [
    row.what,
    ms(median(row.withIt.map(({ run }) => run))),
    ms(median(row.withIt.map(({ compile }) => compile))),
    ms(added(row, ({ task }) => task)),
    ms(added(row, ({ load }) => load)),
    Math.round(added(row, ({ heap }) => heap) / KIB),
    Math.round(added(row, ({ frameHeap }) => frameHeap) / KIB),
  ]);
  const runRows = runs.map(({ what, withIt, without }) => [
    what,
    ms(median(withIt.map(({ total }) => total))),
    ms(Math.max(...withIt.map(({ longest }) => longest))),
    Math.round(median(withIt.map(({ took }) => took)) - median(without.map(({ took }) => took))),
    Math.round(median(without.map(({ took }) => took))),
  ]);
  const grown = runs.flatMap(({ rows, withIt }) =>
    rows === undefined ? [] : [[rows, median(withIt.map(({ total }) => total))] as const],
  );
  const rounds = loads[0]?.withIt.length ?? 0;
  return `Weight in pages: Chromium, production build, medians of ${rounds} interleaved rounds, beside the same browser without it

${table([['page load', 'own JS ms', 'compile ms', 'task +ms', 'load +ms', 'heap +KiB', 'frames +KiB'], ...loadRows])}

${table([[`${MUTATIONS} mutations, ${DIALOGS} dialogs`, 'own JS ms', 'longest ms', 'took +ms', 'without, ms'], ...runRows])}

  growth of own JS with the rows of the secrets grid, exponent: ${growth(grown).toFixed(2)} (0 = flat, 1 = in proportion)
  ${grown.map(([rows, total]) => `${rows} rows: ${((total * 1000) / MUTATIONS).toFixed(1)} µs a mutation`).join(' · ')}

  after ${ROUTES} route changes: heap +${Math.round(remains.withIt.heap / KIB)} KiB (without: ${Math.round(remains.without.heap / KIB)}), listeners ${remains.withIt.listeners >= 0 ? '+' : ''}${remains.withIt.listeners} (without: ${remains.without.listeners})`;
}
