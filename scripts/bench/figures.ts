/** The figures in words. */
import type { Action } from './actions';
import type { EffortFigures, Totals } from './effort';
import { median } from './numbers';
import type { Size } from './sizes';
import { sideBySide, table } from './table';
import type { Time } from './times/measure';

export interface Figures {
  readonly effort: EffortFigures;
  readonly sizes: readonly Size[];
  readonly times: readonly Time[];
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

/** The browser's own in the last two columns: without the extension, or until the next frame. */
export function timesText(times: readonly Time[]): string {
  const rows = times.map(({ what, withIt, browsersOwn, own }) => [
    what,
    median(withIt).toFixed(1),
    Math.max(...withIt).toFixed(1),
    withIt.length,
    browsersOwn === undefined ? '' : median(browsersOwn).toFixed(1),
    own ?? '',
  ]);
  return `Time in milliseconds, by the clocks of the pages\n\n${table([
    ['', 'median', 'most', 'count', 'browser', 'for'],
    ...rows,
  ])}`;
}

export function textOf({ effort, sizes, times }: Figures): string {
  return [effortText(effort), sizesText(sizes), timesText(times)].join('\n\n\n');
}
