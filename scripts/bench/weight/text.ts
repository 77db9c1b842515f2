/** The weight in words. */
import { growth, median } from '../numbers';
import { table } from '../table';
import { TIMES } from './day';
import type { Kept } from './heap';
import { DIALOGS, type LoadRow, MUTATIONS, ROUTES, type RunRow, type Weight } from './measure';
import type { RemindersRow, ReminderTimes } from './reminders';
import type { Load, Run } from './weighed';

const KIB = 1024;
/** What a browser cannot tell is no number. */
const ms = (value: number) => (Number.isNaN(value) ? '–' : value.toFixed(1));
const whole = (value: number) => (Number.isNaN(value) ? '–' : Math.round(value));
const signed = (value: number) => `${value >= 0 ? '+' : ''}${Math.round(value)}`;
const slope = (what: string, points: readonly (readonly [number, number])[]) =>
  points.length < 2 ? '' : `${what}: ${growth(points).toFixed(2)}`;

const valuesOf = (loads: readonly Load[], key: keyof Load) => loads.map((load) => load[key] ?? Number.NaN);

function loadsText(loads: readonly LoadRow[]): string {
  const added = ({ withIt, without }: LoadRow, key: keyof Load) =>
    median(valuesOf(withIt, key)) - median(valuesOf(without, key));
  const rows = loads.map((row) => [
    row.what,
    ms(median(valuesOf(row.withIt, 'run'))),
    ms(median(valuesOf(row.withIt, 'compile'))),
    ms(added(row, 'task')),
    ms(added(row, 'load')),
    ms(median(valuesOf(row.without, 'load'))),
    whole(added(row, 'heap') / KIB),
    whole(added(row, 'frameHeap') / KIB),
    ms(median(valuesOf(row.peer, 'run'))),
    ms(median(valuesOf(row.peer, 'compile'))),
  ]);
  const grown = loads.flatMap(({ frames, withIt }) =>
    frames === undefined ? [] : [[frames + 1, median(valuesOf(withIt, 'run'))] as const],
  );
  const heads = [
    'own JS ms',
    'compile ms',
    'task +ms',
    'load +ms',
    'without, ms',
    'heap +KiB',
    'frames +KiB',
    'peer JS ms',
    'compile ms',
  ];
  return [table([['page load', ...heads], ...rows]), slope('own JS by documents', grown)].join('\n');
}

function runsText(runs: readonly RunRow[]): string {
  const of = (some: readonly Run[], key: keyof Run) => median(some.map((run) => run[key] ?? Number.NaN));
  const rows = runs.map(({ what, withIt, floor, without, peer }) => {
    const added = (some: readonly Run[], key: keyof Run) => of(some, key) - of(without, key);
    return [
      what,
      ms(of(withIt, 'total')),
      ms(Math.max(...withIt.map(({ longest }) => longest))),
      ms(of(floor, 'total')),
      ms(of(peer, 'total')),
      whole(added(withIt, 'task')),
      whole(added(floor, 'task')),
      ms(added(withIt, 'task') / added(floor, 'task')),
      whole(added(withIt, 'took')),
      whole(added(floor, 'took')),
      whole(of(without, 'took')),
    ];
  });
  const grown = runs.flatMap(({ rows: count, withIt }) =>
    count === undefined ? [] : [[count, of(withIt, 'total')] as const],
  );
  const heads = [
    'own JS ms',
    'longest ms',
    'floor JS ms',
    'peer JS ms',
    'task +ms',
    'floor +ms',
    'ratio',
    'took +ms',
    'floor +ms',
    'without, ms',
  ];
  return [
    table([[`${MUTATIONS} mutations, ${DIALOGS} dialogs`, ...heads], ...rows]),
    'floor: an observer of the same changes that does nothing; peer: the extension in BENCH_PEER',
    slope('own JS by rows', grown),
  ].join('\n');
}

const keptText = ({ heap, listeners }: Kept) => [`${signed(heap / KIB)} KiB`, signed(listeners)];

function routesText({ withIt, without }: NonNullable<Weight['routes']>): string {
  return table([
    [`${ROUTES} route changes, after as many before`, 'heap', 'listeners'],
    ['with', ...keptText(withIt)],
    ['without', ...keptText(without)],
  ]);
}

function dayText({ withIt, without }: NonNullable<Weight['day']>): string {
  const row = (what: string, day: typeof withIt) => [
    what,
    ...keptText(day.portal),
    ...keptText(day.console),
    `${signed(day.background / KIB)} KiB`,
  ];
  return table([
    [`${TIMES} captures, ${TIMES} fills`, 'portal', 'listeners', 'console', 'listeners', 'background'],
    row('with', withIt),
    row('the same walk without', without),
  ]);
}

function remindersText(reminders: readonly RemindersRow[]): string {
  const keys = ['start', 'check', 'popup'] as const;
  const of = ({ times }: RemindersRow, key: keyof ReminderTimes) => median(times.map((one) => one[key]));
  const rows = reminders.map((row) => [
    row.records === undefined ? 'an extension that does nothing' : `${row.records} reminders`,
    ...keys.map((key) => ms(of(row, key))),
  ]);
  const slopes = keys.map((key) =>
    growth(
      reminders.flatMap((row) => (row.records === undefined ? [] : [[row.records, of(row, key)] as const])),
    ).toFixed(2),
  );
  return table([
    ['ms', 'start of the background', 'daily check', 'popup drawn'],
    ...rows,
    ['slope', ...slopes],
  ]);
}

export function weightText({ browser, loads, runs, routes, day, reminders }: Weight): string {
  const parts = [
    `Weight in ${browser}, production build, medians of interleaved rounds, beside the same browser without it`,
    loads.length > 0 && loadsText(loads),
    runs.length > 0 && runsText(runs),
    routes && routesText(routes),
    day && dayText(day),
    reminders && remindersText(reminders),
    'Slopes are of the logarithms: 0 = flat, 1 = in proportion; – is what the tools of this browser do not tell.',
  ];
  return parts.filter((part) => part).join('\n\n');
}
