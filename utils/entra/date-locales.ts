/** What the browser's `Intl` says of a locale's dates: order of fields, names of months, other calendars. */
import type { Day } from '../handoff/model';
import { normalise } from './date-text';

export type FieldOrder = 'ymd' | 'mdy' | 'dmy' | 'ydm';

/** Languages of the portal (Azure/portaldocs `portalfx-localization.md`), for pages that do not name theirs. */
const PORTAL_LANGUAGES = [
  'en',
  'cs',
  'de',
  'es',
  'fr',
  'hu',
  'id',
  'it',
  'ja',
  'ko',
  'nl',
  'pl',
  'pt-BR',
  'pt-PT',
  'ru',
  'sv',
  'tr',
  'zh-Hans',
  'zh-Hant',
] as const;

const SAMPLE = new Date(Date.UTC(2028, 6, 27, 12));

function formatter(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat(language, { timeZone: 'UTC', ...options });
  } catch {
    return undefined;
  }
}

/**
 * The order in which a language writes day, month and year in numbers. `undefined` for plain `en`: its regions differ,
 * and the page's language does not say which one formats the dates.
 */
export function orderOf(language: string, isShort: boolean): FieldOrder | undefined {
  if (/^en(?:-[a-z]{4})?$/i.test(language)) return undefined;
  const format = formatter(
    language,
    isShort ? { dateStyle: 'short' } : { year: 'numeric', month: 'numeric', day: 'numeric' },
  );
  const letters = { year: 'y', relatedYear: 'y', month: 'm', day: 'd' } as Record<string, string>;
  const order = format
    ?.formatToParts(SAMPLE)
    .map(({ type }) => letters[type] ?? '')
    .join('');
  return /^(?:ymd|mdy|dmy|ydm)$/.test(order ?? '') ? (order as FieldOrder) : undefined;
}

const monthNames = new Map<string, Map<string, number>>();

function namesOf(language: string): Map<string, number> {
  let names = monthNames.get(language);
  if (names) return names;
  names = new Map();
  monthNames.set(language, names);
  for (const month of ['long', 'short'] as const) {
    for (const options of [{ month }, { month, day: 'numeric', year: 'numeric' }] as const) {
      const format = formatter(language, { ...options, calendar: 'gregory' });
      for (let i = 0; i < 12; i++) {
        const parts = format?.formatToParts(new Date(Date.UTC(2028, i, 15))) ?? [];
        const name = bareName(parts.find(({ type }) => type === 'month')?.value ?? '');
        if (name && !/\d/.test(name)) names.set(name, i + 1);
      }
    }
  }
  return names;
}

const bareName = (name: string) => normalise(name).replace(/[.,]/g, '').trim();

/**
 * Months (1–12) whose names stand in a date, as whole words: of the page's languages, else of English, else of all
 * languages of the portal. More than one where names collide (*mar* is March and Tuesday).
 */
export function monthOf(plain: string, languages: readonly string[]): number[] {
  const words = ` ${plain
    .replace(/[\d.,/]+/g, ' ')
    .replace(/-/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()} `;
  for (const group of [languages, ['en'], PORTAL_LANGUAGES]) {
    const months = new Set<number>();
    for (const language of group) {
      for (const [name, month] of namesOf(language)) if (words.includes(` ${name} `)) months.add(month);
    }
    if (months.size > 0) return [...months];
  }
  return [];
}

const tables = new Map<string, Map<string, Day>>();
/** Days looked up in other calendars: back for expired secrets, ahead for the portal's 24 months and some more. */
const DAYS_BACK = 400;
const DAYS_AHEAD = 1200;

/** Days by their text, in the styles a page uses, for a language whose calendar is not ours; empty for the others. */
export function daysByText(language: string, today: Date): ReadonlyMap<string, Day> {
  const key = `${language} ${today.toISOString().slice(0, 10)}`;
  let table = tables.get(key);
  if (table) return table;
  table = new Map();
  tables.set(key, table);
  if ((formatter(language, {})?.resolvedOptions().calendar ?? 'gregory') === 'gregory') return table;
  const styles = (['short', 'medium', 'long', 'full'] as const).map((dateStyle) =>
    formatter(language, { dateStyle }),
  );
  const formats = [...styles, formatter(language, {})];
  const start = Date.UTC(today.getUTCFullYear(), today.getUTCMonth(), today.getUTCDate() - DAYS_BACK, 12);
  for (let i = 0; i < DAYS_BACK + DAYS_AHEAD; i++) {
    const date = new Date(start + i * 86_400_000);
    for (const format of formats)
      if (format) table.set(normalise(format.format(date)), date.toISOString().slice(0, 10));
  }
  return table;
}
