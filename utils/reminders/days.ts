/**
 * Calendar days. A secret expires on a day, and days are counted on the admin's own calendar: hours and time zones stay
 * out of it. Pure.
 */
import type { Day } from '../handoff/model';

const DAY_MS = 86_400_000;
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const EARLIEST_YEAR = 2000;

/** Whether a text is a day of the calendar as `YYYY-MM-DD`: `2027-02-29` is none. */
export function isDay(text: string): text is Day {
  const at = instantOf(text);
  return (
    at !== undefined &&
    new Date(at).toISOString().startsWith(text) &&
    Number(text.slice(0, 4)) >= EARLIEST_YEAR
  );
}

/** The day it is at this moment where the admin is. */
export function localDay(now: Date): Day {
  const month = String(now.getMonth() + 1).padStart(2, '0');
  const day = String(now.getDate()).padStart(2, '0');
  return `${String(now.getFullYear()).padStart(4, '0')}-${month}-${day}`;
}

/** Calendar days from one day to another: 1 for tomorrow, 0 for the same day, below zero for the past. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round(((instantOf(to) ?? Number.NaN) - (instantOf(from) ?? Number.NaN)) / DAY_MS);
}

function instantOf(text: string): number | undefined {
  const at = DAY.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return Number.isNaN(at) ? undefined : at;
}
