/**
 * How much of the table a run has time for. `npm test` shows the journeys, the promises and the mistakes once, in Chromium, and
 * the core of the journey in Firefox; `npm run verify` runs every case in both.
 */

/** What `npm test` runs in Firefox too. */
export const CORE = '@core';

/** A further variant of what another case shows, or a case that `npm test` has no time for: `npm run verify` runs it. */
export const FURTHER = '@verify';

/** For the rows of a table of variants: those named are run by `npm test`. */
export const furtherUnless = (row: string, ...named: readonly string[]) =>
  named.includes(row) ? [] : FURTHER;
