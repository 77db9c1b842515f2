/** What the portal's forms let an administrator choose, and what they refuse: facts/entra.md §3.3, §3.4. */
import type { LabApp, Platform } from '../../world';
import type { Labels } from '../languages/en';
import { fill } from './settings';

export interface Choice<T> {
  value: T;
  text: string;
}

export type Audience = LabApp['audience'];

export const audienceChoices = (t: Labels, directory: string): Choice<Audience>[] => [
  { value: 'single', text: fill(t.audienceSingle, { directory }) },
  { value: 'multiple', text: t.audienceMultiple },
  { value: 'any', text: t.audienceAny },
  { value: 'personal', text: t.audiencePersonal },
];

/** The same, in the words of the form before 2026. */
export const audienceRadios = (t: Labels, directory: string): Choice<Audience>[] => [
  { value: 'single', text: fill(t.radioSingle, { directory }) },
  { value: 'multiple', text: t.radioMultiple },
  { value: 'any', text: t.radioAny },
  { value: 'personal', text: t.radioPersonal },
];

export const platformChoices = (t: Labels): Choice<Platform>[] => [
  { value: 'publicClient', text: t.platformPublicClient },
  { value: 'web', text: t.platformWeb },
  { value: 'spa', text: t.platformSpa },
];

/** The text to show under a redirect URI, or nothing when it is good. */
export function redirectUriFault(t: Labels, platform: Platform | undefined, value: string): string {
  const uri = value.trim();
  if (uri === '' || platform === 'publicClient') return '';
  return /^(https:\/\/|http:\/\/localhost)\S+$/i.test(uri) ? '' : t.redirectUriInvalid;
}

const DAY_MS = 86_400_000;
const MAXIMUM_DAYS = 730;

/** How long a secret lives: a number of days, or until a date of one's own. */
export type Lifetime = number | 'custom';

export const DEFAULT_LIFETIME: Lifetime = 180;

export const lifetimeChoices = (t: Labels): Choice<Lifetime>[] => [
  { value: 180, text: t.days180 },
  { value: 90, text: t.days90 },
  { value: 365, text: t.days365 },
  { value: 545, text: t.days545 },
  { value: 730, text: t.days730 },
  { value: 'custom', text: t.custom },
];

/** `endDate` as `YYYY-MM-DD`; counts where the lifetime is custom. */
export function expiryOf(lifetime: Lifetime, endDate: string): Date {
  return typeof lifetime === 'number'
    ? new Date(Date.now() + lifetime * DAY_MS)
    : new Date(`${endDate.trim()}T00:00:00Z`);
}

export function isWithinMaximum(endDate: string): boolean {
  const date = Date.parse(`${endDate.trim()}T00:00:00Z`);
  return date > Date.now() && date <= Date.now() + MAXIMUM_DAYS * DAY_MS;
}

export function today(): string {
  return new Date().toISOString().slice(0, 10);
}

/** Masked value: the hint and 18 asterisks, `PC4******************` (facts/entra.md §3.2, reference picture). */
export const maskedValue = (hint: string) => hint + '*'.repeat(18);
