/** Times as the views show them. Pure: the clock comes in as an argument. */
import type { Day, Instant } from '../handoff/model';
import { language, say } from './messages';

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Made once a language: a list of hundreds of dates needs one format. */
function oncePerLanguage<Format>(make: (language: string) => Format): () => Format {
  const made = new Map<string, Format>();
  return () => {
    const wanted = language();
    const format = made.get(wanted) ?? make(wanted);
    made.set(wanted, format);
    return format;
  };
}

const timeOfDay = oncePerLanguage(
  (locale) => new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' }),
);
const dayAndMonth = oncePerLanguage(
  (locale) => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' }),
);
const fullDay = oncePerLanguage(
  (locale) =>
    new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }),
);
const inDays = oncePerLanguage((locale) => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));
const inShort = oncePerLanguage((locale) => new Intl.RelativeTimeFormat(locale, { style: 'short' }));

/** `10:42` on the same day, else `3 Nov`, in the admin's own time zone. */
export function clockWords(at: Instant, now: Instant): string {
  const sameDay = new Date(at).toDateString() === new Date(now).toDateString();
  return (sameDay ? timeOfDay() : dayAndMonth()).format(at);
}

/** `27 Jul 2028` for a calendar day, or the text as it came where it is none. */
export function dayWords(day: Day): string {
  const at = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(at) ? day : fullDay().format(at);
}

/** `in 14 days`, `tomorrow`, `today`, `3 days ago`. */
export const daysLeftWords = (daysLeft: number) => inDays().format(daysLeft, 'day');

/** Time left as `9:42` (minutes and seconds), never below `0:00`. */
export function timeLeftWords(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / SECOND_MS));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** Age of something as `just now`, `4 min ago`, `2 hr ago`, `3 days ago`. */
export function ageWords(at: Instant, now: Instant): string {
  const age = now - at;
  if (age < MINUTE_MS) return say('justNow');
  if (age < HOUR_MS) return inShort().format(-Math.floor(age / MINUTE_MS), 'minute');
  if (age < 2 * DAY_MS) return inShort().format(-Math.floor(age / HOUR_MS), 'hour');
  return inDays().format(-Math.floor(age / DAY_MS), 'day');
}

/** The first and last characters of a client ID: enough to tell two apart in a list. */
export function shortId(clientId: string): string {
  return clientId.length > 14 ? `${clientId.slice(0, 8)}…${clientId.slice(-4)}` : clientId;
}
