import { afterEach, describe, expect, it } from 'vitest';
import { daysBetween, isDay, localDay } from '../../../utils/reminders/days';

const zone = process.env.TZ;
afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

describe('a calendar day', () => {
  it.each([
    ['2028-11-20', true],
    ['2028-02-29', true],
    ['2027-02-29', false],
    ['2027-13-01', false],
    ['2027-00-10', false],
    ['2299-12-31', true],
    ['1999-12-31', false],
    ['27-1-1', false],
    ['2027-01-01T00:00', false],
    [' 2027-01-01', false],
    ['', false],
  ])('%j: %s', (text, expected) => {
    expect(isDay(text)).toBe(expected);
  });

  it.each([
    ['UTC', '2026-11-20T23:30:00Z', '2026-11-20'],
    ['Asia/Tokyo', '2026-11-20T23:30:00Z', '2026-11-21'],
    ['America/Los_Angeles', '2026-11-21T03:00:00Z', '2026-11-20'],
    ['Pacific/Kiritimati', '2026-12-31T10:30:00Z', '2027-01-01'],
  ])('is the admin’s own: %s at %s', (timeZone, at, day) => {
    process.env.TZ = timeZone;
    expect(localDay(new Date(at))).toBe(day);
  });

  it.each([
    ['2026-11-20', '2026-11-20', 0],
    ['2026-11-20', '2026-11-21', 1],
    ['2026-11-21', '2026-11-20', -1],
    // Summer time begins and ends in between: days are counted, not hours.
    ['2026-03-28', '2026-03-30', 2],
    ['2026-10-24', '2026-10-26', 2],
    ['2026-12-31', '2027-01-01', 1],
    ['2028-02-28', '2028-03-01', 2],
  ])('from %s to %s: %i days', (from, to, days) => {
    process.env.TZ = 'Europe/Berlin';
    expect(daysBetween(from, to)).toBe(days);
  });
});
