// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageLanguages, readDay } from '../../../utils/entra/dates';

const today = new Date('2026-11-20T10:00:00Z');
const read = (text: string, languages: string[] = [], more = {}) =>
  readDay(text, { languages, today, ...more });
const day = (text: string) => ({ kind: 'day', day: text });

describe('an expiry date', () => {
  it.each([
    ['7/27/2028', [], '2028-07-27'],
    ['27.07.2028', ['de'], '2028-07-27'],
    ['27.7.2028', [], '2028-07-27'],
    ['7/8/2028', ['en-US'], '2028-07-08'],
    ['7/8/2028', ['en-GB'], '2028-08-07'],
    ['08.07.2028', ['de'], '2028-07-08'],
    ['08/07/2028', ['fr'], '2028-07-08'],
    ['2028/7/8', ['ja'], '2028-07-08'],
    ['2028年7月8日', ['ja'], '2028-07-08'],
    ['2028년 7월 8일', ['ko'], '2028-07-08'],
    ['2028. 7. 8.', ['ko'], '2028-07-08'],
    ['2028-07-08', [], '2028-07-08'],
    ['2028-07-08T00:00:00Z', [], '2028-07-08'],
    ['7/27/2028, 3:45 PM', ['en-US'], '2028-07-27'],
    ['27 juil. 2028', ['fr'], '2028-07-27'],
    ['Jul 27, 2028', [], '2028-07-27'],
    ['27 de julho de 2028', ['pt-BR'], '2028-07-27'],
    ['27. Juli 2028', [], '2028-07-27'],
    ['٢٧‏/٧‏/٢٠٢٨', ['ar-EG'], '2028-07-27'],
    ['27/7/2571', ['th-TH'], '2028-07-27'],
    ['７/２７/２０２８', [], '2028-07-27'],
    ['27.07.28', ['de'], '2028-07-27'],
  ])('reads %s on a page in %j', (text, languages, expected) => {
    expect(read(text, languages)).toEqual(day(expected));
  });

  it('does not guess between two days when the page does not say its region', () => {
    const candidates = ['2028-08-07', '2028-07-08'];
    expect(read('7/8/2028')).toEqual({ kind: 'ambiguous', candidates });
    expect(read('7/8/2028', ['en'])).toEqual({ kind: 'ambiguous', candidates });
  });

  it('takes the order of the other dates on the page', () => {
    expect(read('7/8/2028', ['en'], { others: ['7/27/2027', '1/2/2027'] })).toEqual(day('2028-07-08'));
    expect(read('7/8/2028', ['en'], { others: ['27/7/2027'] })).toEqual(day('2028-08-07'));
    expect(read('7/8/2028', ['en'], { others: ['27/7/2027', '7/27/2027'] }).kind).toBe('ambiguous');
  });

  it('takes the lifetime the portal offers, for a row added just now', () => {
    // 180 days from 20 November 2026 is 19 May 2027; 545 days is 18 May 2028.
    const start = new Date('2026-11-09T10:00:00Z');
    // 180 days later: 8 May 2027.
    expect(readDay('5/8/2027', { languages: ['en'], today: start, isFresh: true })).toEqual(
      day('2027-05-08'),
    );
    expect(readDay('5/8/2027', { languages: ['en'], today: start }).kind).toBe('ambiguous');
    // The page's region and the lifetime contradict each other.
    expect(readDay('5/8/2027', { languages: ['en-GB'], today: start, isFresh: true }).kind).toBe('ambiguous');
  });

  it.each([
    '',
    'Kandji SSO',
    'Rotation 2026',
    'v1.2.3',
    '2028-13-45',
    '30/30/2028',
    'rotated 2026-07-27 by ops',
    '31.02.2028',
    '1/2/3',
  ])('sees none in %j', (text) => {
    expect(read(text, ['en-US']).kind).toBe('none');
  });

  it('takes the format part of ?l= before the display language', () => {
    document.documentElement.lang = 'de';
    expect(pageLanguages(document, '?l=en.en-us')).toEqual(['en-us']);
    expect(pageLanguages(document, '?l=fr')).toEqual(['fr']);
    expect(pageLanguages(document, '')).toEqual(['de']);
    expect(pageLanguages(document, '?l=%%')).toEqual([]);
  });

  const tags =
    'af am ar ar-SA az be bg bn bs ca cs cy da de de-AT de-CH el en-AU en-CA en-GB en-IE en-IN en-NZ en-US en-ZA es es-MX es-US et eu fa fi fil fr fr-CA fr-CH ga gl gu he hi hr hu hy id is it ja ka kk km kn ko ky lo lt lv mk ml mn mr ms my nb ne nl nn pa pl ps pt-BR pt-PT ro ru si sk sl sq sr sv sw ta te th tr uk ur uz vi zh-Hans zh-Hant zh-HK zu';
  const locales = Intl.DateTimeFormat.supportedLocalesOf(tags.split(' '));
  const formats = [
    { dateStyle: 'short' },
    { dateStyle: 'medium' },
    { dateStyle: 'long' },
    {},
    { year: 'numeric', month: '2-digit', day: '2-digit' },
  ] as const satisfies Intl.DateTimeFormatOptions[];

  it('is never read as another day, in any locale and format', () => {
    const seen = { day: 0, ambiguous: 0, none: 0 };
    fc.assert(
      fc.property(
        fc.constantFrom(...locales),
        fc.constantFrom(...formats),
        fc.integer({ min: 0, max: 730 }),
        (locale, format, ahead) => {
          const date = new Date(today.getTime() + ahead * 86_400_000);
          const iso = date.toISOString().slice(0, 10);
          const text = new Intl.DateTimeFormat(locale, { ...format, timeZone: 'UTC' }).format(date);
          const reading = read(text, [locale]);
          seen[reading.kind] += 1;
          if (reading.kind === 'day') expect([locale, text, reading.day]).toEqual([locale, text, iso]);
          if (reading.kind === 'ambiguous') expect(reading.candidates).toContain(iso);
        },
      ),
      { numRuns: 2000 },
    );
    expect(seen.day).toBeGreaterThan(seen.none * 8);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(...locales), (text, locale) => void read(text, [locale])),
    );
  });
});
