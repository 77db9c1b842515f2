/**
 * What an organisation may set by policy: one schema, from which the browsers' own schema, the documentation and the
 * samples are generated (`scripts/managed.ts`). Settings that protect only tighten; the others are defaults.
 */
import * as z from 'zod/mini';
import { HOLD_MINUTES_CAP } from '../handoff/model';
import { MOST_REMINDER_DAYS } from '../reminders/due';
import { vendorTenantOf } from '../vendors/registry';

const name = z.string().check(z.trim(), z.minLength(1), z.maxLength(120));

/** A value of another shape is set aside and named; it never throws. */
export const managedShape = {
  vendorTenants: z.array(z.string()).check(z.maxLength(100)),
  maxHoldMinutes: z.number().check(z.int(), z.minimum(1), z.maximum(HOLD_MINUTES_CAP)),
  askMicrosoft: z.boolean(),
  portalButtons: z.enum(['always', 'duringJourney']),
  appName: name,
  secretDescription: name,
  reminderDays: z
    .array(z.number().check(z.int(), z.minimum(0), z.maximum(MOST_REMINDER_DAYS)))
    .check(z.minLength(1), z.maxLength(20)),
  helpLink: z.string().check(z.maxLength(2048)),
} as const;

type Shape = typeof managedShape;
export type ManagedKey = keyof Shape;
export type ManagedSettings = { [Key in ManagedKey]?: z.output<Shape[Key]> };

export const managedKeys = Object.keys(managedShape) as ManagedKey[];

/** Why a value was ignored. */
export type IgnoredReason = 'wrongType' | 'outOfRange' | 'notAConsole' | 'notHttps' | 'unknownSetting';

/** A value that the policy holds and that does not count. */
export interface Ignored {
  setting: string;
  /** As the policy has it, cut to a line. */
  value: string;
  reason: IgnoredReason;
}

export interface ParsedManaged {
  settings: ManagedSettings;
  ignored: Ignored[];
}

const MOST_SHOWN = 80;
const MOST_NAMED = 20;

/** Reads what a browser hands over as managed settings. Never throws. */
export function parseManaged(raw: unknown): ParsedManaged {
  const ignored: Ignored[] = [];
  const ignore = (setting: string, value: unknown, reason: IgnoredReason) => {
    if (ignored.length < MOST_NAMED) ignored.push({ setting: cut(setting), value: shown(value), reason });
  };
  const given = isPlain(raw) ? raw : {};
  const read = <Key extends ManagedKey>(key: Key): z.output<Shape[Key]> | undefined => {
    if (!Object.hasOwn(given, key)) return undefined;
    const parsed = managedShape[key].safeParse(fromRegistry(key, given[key]));
    if (parsed.success) return parsed.data as z.output<Shape[Key]>;
    ignore(key, given[key], reasonOf(parsed.error.issues[0]?.code));
    return undefined;
  };
  const settings: ManagedSettings = {
    ...present('vendorTenants', consoles(read('vendorTenants'), ignore)),
    ...present('maxHoldMinutes', read('maxHoldMinutes')),
    ...present('askMicrosoft', read('askMicrosoft')),
    ...present('portalButtons', read('portalButtons')),
    ...present('appName', read('appName')),
    ...present('secretDescription', read('secretDescription')),
    ...present('reminderDays', read('reminderDays')),
    ...present('helpLink', secureLink(read('helpLink'), ignore)),
  };
  for (const key of Object.keys(given)) {
    if (!Object.hasOwn(managedShape, key)) ignore(key, given[key], 'unknownSetting');
  }
  return { settings, ignored };
}

type Ignore = (setting: ManagedKey, value: unknown, reason: IgnoredReason) => void;

/**
 * The consoles that are pinned. One that is none is set aside and the others count. Where none is left, no console is
 * allowed: whoever pins consoles wants fewer of them, not all. An empty list pins nothing.
 */
function consoles(hosts: readonly string[] | undefined, ignore: Ignore): string[] | undefined {
  if (hosts === undefined || hosts.length === 0) return undefined;
  const pinned = hosts.flatMap((host) => {
    const tenant = vendorTenantOf(`https://${host.trim().toLowerCase()}/`);
    if (tenant && tenant.host === host.trim().toLowerCase()) return tenant.host;
    ignore('vendorTenants', host, 'notAConsole');
    return [];
  });
  return [...new Set(pinned)];
}

function secureLink(address: string | undefined, ignore: Ignore): string | undefined {
  if (address === undefined) return undefined;
  const url = URL.canParse(address.trim()) ? new URL(address.trim()) : undefined;
  if (url?.protocol === 'https:' && url.username === '' && url.password === '') return url.href;
  ignore('helpLink', address, 'notHttps');
  return undefined;
}

/**
 * Firefox hands over what the Windows registry holds: a switch as 0 or 1, the numbers of a list as text. There is no
 * other way to write them there; Chromium puts them right by its schema.
 */
function fromRegistry(key: ManagedKey, value: unknown): unknown {
  if (key === 'askMicrosoft' && (value === 0 || value === 1)) return value === 1;
  if (key !== 'reminderDays' || !Array.isArray(value)) return value;
  return value.map((item) => (typeof item === 'string' && /^\d{1,4}$/.test(item) ? Number(item) : item));
}

function reasonOf(code: string | undefined): IgnoredReason {
  return code === 'too_small' || code === 'too_big' ? 'outOfRange' : 'wrongType';
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const present = <Key extends ManagedKey>(key: Key, value: z.output<Shape[Key]> | undefined) =>
  value === undefined ? {} : { [key]: value };

const cut = (text: string) => (text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text);

function shown(value: unknown): string {
  try {
    return cut(JSON.stringify(value) ?? String(value));
  } catch {
    return '…';
  }
}
