/**
 * Expiry dates as the portal shows them, read without guessing: `7/8/2028` is July in one office and August in the
 * next. The portal formats dates in the admin's region (Azure/portaldocs `portalfx-localization.md`: `?l=en.en-us` is
 * display language, then format).
 */
import type { Day } from '../handoff/model';
import { daysByText, type FieldOrder, monthOf, orderOf } from './date-locales';
import { normalise, withoutTime } from './date-text';

export type DayReading =
  | { kind: 'day'; day: Day }
  /** More than one day fits, and nothing on the page decides. */
  | { kind: 'ambiguous'; candidates: Day[] }
  | { kind: 'none' };

export interface DateHints {
  /** BCP 47 tags of the page, the one for formats first. */
  readonly languages: readonly string[];
  readonly today: Date;
  /** Other dates of the same column: one with a day beyond the 12th shows the order of all. */
  readonly others?: readonly string[];
  /** Whether the row was added just now, so that it expires one of the portal's lifetimes from today. */
  readonly isFresh?: boolean;
}

/** Lifetimes the portal offers, in days (facts: 180 and 730 sourced, the others seen in older versions). */
const LIFETIMES = [90, 180, 365, 545, 730] as const;
const DAY_MS = 86_400_000;
/** Longer texts are descriptions. */
const LENGTH_MOST = 48;

type Field = 'y' | 'm' | 'd';

/** Reads a text as a calendar day. Numerals and calendars of all locales that the browser knows are understood. */
export function readDay(text: string, hints: DateHints): DayReading {
  const plain = withoutTime(normalise(text));
  if (plain.length > LENGTH_MOST) return { kind: 'none' };
  const elsewhere = otherCalendarDay(plain, hints);
  const candidates = distinct([...(elsewhere ? [{ day: elsewhere }] : []), ...candidatesOf(plain, hints)]);
  if (candidates.length > 1) return decide(plain, candidates, hints);
  const [only] = candidates;
  return only ? { kind: 'day', day: only.day } : { kind: 'none' };
}

/** The page's languages for dates: the format part of `?l=`, else its display part, else the document's language. */
export function pageLanguages(document: Document, search: string): string[] {
  const forced = new URLSearchParams(search).get('l')?.split('.').reverse();
  const tags = forced ?? [document.documentElement.lang];
  return tags.slice(0, 1).filter((tag) => isTag(tag));
}

function isTag(tag: string): boolean {
  try {
    return tag !== '' && Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

interface Candidate {
  readonly day: Day;
  readonly order?: FieldOrder;
}

function candidatesOf(plain: string, hints: DateHints): Candidate[] {
  const groups = plain.match(/\d+/g) ?? [];
  if (groups.some((group) => group.length > 4 || group.length === 3)) return [];
  if (groups.length === 3) return numericCandidates(plain, groups, hints);
  return groups.length === 2 ? namedCandidates(plain, groups, hints) : [];
}

function numericCandidates(plain: string, groups: readonly string[], hints: DateHints): Candidate[] {
  // Words around the numbers are a date's own only in scripts that count days with a sign (年月日, 년월일), or where a
  // format of the page's language has them.
  const words = plain.replace(/[\d\s./,‐-―-]|年|月|日|년|월|일/gu, '');
  if (words !== '' && !hints.languages.some((language) => hasWord(language, words))) return [];
  const orders: FieldOrder[] = groups[0]?.length === 4 ? ['ymd'] : ['dmy', 'mdy'];
  // Kyrgyz is the one locale that writes year, day, month.
  if (groups[0]?.length === 4 && hints.languages.some((language) => orderOf(language, false) === 'ydm')) {
    orders.push('ydm');
  }
  if (groups.every((group) => group.length <= 2)) orders.push('ymd');
  return distinct(
    orders.flatMap((order) => {
      const field = (name: Field) => groups[order.indexOf(name)] ?? '';
      const day = dayOf(field('y'), Number(field('m')), Number(field('d')), hints.today);
      return day ? [{ day, order }] : [];
    }),
  );
}

/** Whether the words stand in every numeric date of a language: `г.` in Bulgarian. */
function hasWord(language: string, words: string): boolean {
  const sample = normalise(
    new Intl.DateTimeFormat(language, { dateStyle: 'short' }).format(new Date(2028, 6, 27)),
  );
  const long = normalise(
    new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(new Date(2028, 6, 27)),
  );
  return [sample, long].some((text) => text.replace(/[\d\s./,‐-―-]/gu, '') === words);
}

function namedCandidates(plain: string, groups: readonly string[], hints: DateHints): Candidate[] {
  const [first = '', second = ''] = groups;
  const pairs = second.length === 4 ? [[second, first]] : first.length === 4 ? [[first, second]] : [];
  const months = monthOf(plain, hints.languages);
  return distinct(
    pairs.flatMap(([year = '', day]) =>
      months.flatMap((month) => {
        const found = dayOf(year, month, Number(day), hints.today);
        return found ? [{ day: found }] : [];
      }),
    ),
  );
}

function decide(plain: string, candidates: readonly Candidate[], hints: DateHints): DayReading {
  const votes = [
    byLanguage(plain, candidates, hints),
    byOthers(candidates, hints),
    byLifetime(candidates, hints),
  ];
  let left = [...candidates];
  for (const vote of votes) if (vote.length > 0) left = left.filter((each) => vote.includes(each));
  const [only] = left;
  if (left.length === 1 && only) return { kind: 'day', day: only.day };
  return { kind: 'ambiguous', candidates: candidates.map(({ day }) => day) };
}

function byLanguage(plain: string, candidates: readonly Candidate[], { languages }: DateHints): Candidate[] {
  const isShort = !/\d{4}/.test(plain);
  const orders = languages.flatMap((language) => orderOf(language, isShort) ?? []);
  return candidates.filter(({ order }) => order && orders.includes(order));
}

function byOthers(candidates: readonly Candidate[], hints: DateHints): Candidate[] {
  const orders = new Set(
    (hints.others ?? []).flatMap((other) => {
      const fitting = candidatesOf(withoutTime(normalise(other)), hints);
      return fitting.length === 1 ? (fitting[0]?.order ?? []) : [];
    }),
  );
  return orders.size === 1 ? candidates.filter(({ order }) => order && orders.has(order)) : [];
}

function byLifetime(candidates: readonly Candidate[], { today, isFresh }: DateHints): Candidate[] {
  if (!isFresh) return [];
  const start = Date.UTC(today.getFullYear(), today.getMonth(), today.getDate());
  // A day more or less: the portal counts in the directory's time zone.
  return candidates.filter(({ day }) =>
    LIFETIMES.some((lifetime) => Math.abs((Date.parse(day) - start) / DAY_MS - lifetime) <= 1),
  );
}

/** Buddhist, Persian, Islamic and other calendars: looked up among the days a secret can expire on. */
function otherCalendarDay(plain: string, { languages, today }: DateHints): Day | undefined {
  if (!/\d/.test(plain) || namesYearNear(plain, today)) return undefined;
  for (const language of languages) {
    const day = daysByText(language, today).get(plain);
    if (day) return day;
  }
  return undefined;
}

/**
 * No calendar that a locale uses of its own accord counts a year within so many of ours. To ask what calendar a locale
 * has costs as much as a fifth of the first reading of a page (`Intl.DateTimeFormat`).
 */
const YEARS_NEAR = 5;

const namesYearNear = (plain: string, today: Date): boolean =>
  (plain.match(/\d{4}/g) ?? []).some((year) => Math.abs(Number(year) - today.getFullYear()) <= YEARS_NEAR);

/** Years ahead of today in which a secret can expire, where the year is cut to two digits. */
const SHORT_YEARS = { back: 3, ahead: 10 } as const;

/** A day of our calendar, if there is such a day. Two-digit years are of this century, and near. */
function dayOf(yearText: string, month: number, day: number, today: Date): Day | undefined {
  const isShort = yearText.length === 2;
  const year = isShort ? 2000 + Number(yearText) : Number(yearText);
  const ahead = year - today.getFullYear();
  if (yearText.length < 2 || year < 2000 || year > 2300) return undefined;
  if (isShort && (ahead < -SHORT_YEARS.back || ahead > SHORT_YEARS.ahead)) return undefined;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
    ? date.toISOString().slice(0, 10)
    : undefined;
}

function distinct(candidates: readonly Candidate[]): Candidate[] {
  return candidates.filter((each, i) => candidates.findIndex(({ day }) => day === each.day) === i);
}
