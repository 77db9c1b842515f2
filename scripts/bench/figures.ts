/** The figures in words. */
import type { Action } from './actions';
import type { EffortFigures, Totals } from './effort';
import type { Latency } from './latency';
import type { Size } from './sizes';
import { sideBySide, table } from './table';

export interface Figures {
  readonly effort: EffortFigures;
  readonly sizes: readonly Size[];
  readonly latency: Latency;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [upper = Number.NaN, lower = upper] = [sorted[middle], sorted[middle - 1]];
  return sorted.length % 2 === 1 ? upper : (lower + upper) / 2;
}

/** A sign-in is one line of the list, whatever it takes. */
function linesOf(actions: readonly Action[]): string[] {
  const lines: string[] = [];
  let number = 0;
  for (const [index, { part, what, carried }] of actions.entries()) {
    if (part === 'signIn') {
      if (actions[index - 1]?.part !== 'signIn') lines.push('    (sign in)');
      continue;
    }
    number += 1;
    lines.push(`${String(number).padStart(2)}  ${what}${carried === undefined ? '' : `   <- ${carried}`}`);
  }
  return lines;
}

const measures: readonly (readonly [keyof Totals, string])[] = [
  ['clicks', 'clicks'],
  ['keystrokes', 'keystrokes'],
  ['tabSwitches', 'tab switches'],
  ['inputs', 'all three'],
  ['actions', 'actions (a typed text counts as one)'],
  ['valuesCarried', 'values carried by hand'],
];

const ratio = (part: number, whole: number) => (whole === 0 ? '' : `${Math.round((part / whole) * 100)} %`);

function effortText({ byHand, withCourier }: EffortFigures): string {
  const rows = measures.map(([key, name]) => [
    name,
    byHand.work[key],
    withCourier.work[key],
    ratio(withCourier.work[key], byHand.work[key]),
  ]);
  const same = ['sign-ins on top: inputs', byHand.signIns.inputs, withCourier.signIns.inputs];
  return `Operator effort, from an empty directory to a user who is signed in (both were)

${sideBySide(['By hand, in the fewest actions', '', ...linesOf(byHand.actions)], ['With SSO Courier', '', ...linesOf(withCourier.actions)])}

${table([['', 'by hand', 'with', 'ratio'], ...rows, same])}`;
}

function sizesText(sizes: readonly Size[]): string {
  return `Size in bytes\n\n${table(sizes.map(({ what, bytes }) => [what, bytes.toLocaleString('en')]))}`;
}

function latencyText({ rowToButton, pressToFilled }: Latency): string {
  const row = (what: string, times: readonly number[]) => [
    what,
    median(times).toFixed(1),
    Math.max(...times).toFixed(1),
    times.length,
  ];
  return `Time in milliseconds, by the page's clock

${table([
  ['', 'median', 'most', 'count'],
  row('secret row to its button', rowToButton),
  row('press on Fill from Entra to filled form', pressToFilled),
])}`;
}

export function textOf({ effort, sizes, latency }: Figures): string {
  return [effortText(effort), sizesText(sizes), latencyText(latency)].join('\n\n\n');
}
