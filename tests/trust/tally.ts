/** What the proofs have tried, for the report of `npm run trust`. Nothing is written in an ordinary test run. */
import { appendFileSync } from 'node:fs';

export type Tried =
  | 'messages forged'
  | 'hosts tried'
  | 'faults injected'
  | 'bytes scanned'
  | 'inputs refused'
  | 'presses forged';

/** Counts what a test has tried. To be called once it has been seen to end well. */
export function tally(what: Tried, count: number): void {
  const file = process.env.TRUST_TALLY;
  if (file) appendFileSync(file, `${JSON.stringify({ what, count })}\n`);
}

/** Volume of a test: quick in `npm test`, full in `npm run verify`. */
export const volume = (quick: number, full: number): number =>
  process.env.TRUST_VOLUME === 'full' ? full : quick;
