/** Times as the views show them. Pure: the clock comes in as an argument. */
import type { Day, Instant } from '../handoff/model';

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

const timeOfDay = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const dayAndMonth = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
const fullDay = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/** `10:42` on the same day, else `3 Nov`, in the admin's own time zone. */
export function clockWords(at: Instant, now: Instant): string {
  const sameDay = new Date(at).toDateString() === new Date(now).toDateString();
  return (sameDay ? timeOfDay : dayAndMonth).format(at);
}

/** `27 Jul 2028` for a calendar day, or the text as it came where it is none. */
export function dayWords(day: Day): string {
  const at = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(at) ? day : fullDay.format(at);
}

/** Time left as `9:42` (minutes and seconds), never below `0:00`. */
export function timeLeftWords(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / SECOND_MS));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** Age of something as `just now`, `4 min ago`, `2 h ago`, `3 days ago`. */
export function ageWords(at: Instant, now: Instant): string {
  const age = now - at;
  if (age < MINUTE_MS) return 'just now';
  if (age < HOUR_MS) return `${Math.floor(age / MINUTE_MS)} min ago`;
  if (age < 48 * HOUR_MS) return `${Math.floor(age / HOUR_MS)} h ago`;
  return `${Math.floor(age / (24 * HOUR_MS))} days ago`;
}

/** The first and last characters of a client ID: enough to tell two apart in a list. */
export function shortId(clientId: string): string {
  return clientId.length > 14 ? `${clientId.slice(0, 8)}…${clientId.slice(-4)}` : clientId;
}
