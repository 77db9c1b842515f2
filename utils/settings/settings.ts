/** The settings in force: the organisation's, the admin's own, and the defaults, put together. Pure. */
import * as z from 'zod/mini';
import { HOLD_MINUTES, HOLD_MINUTES_CAP } from '../handoff/model';
import { MOST_REMINDER_DAYS, REMINDER_DAYS } from '../reminders/due';
import { vendorTenantOf } from '../vendors/registry';
import type { ManagedSettings } from './managed';

export type PortalButtons = 'always' | 'duringJourney';

/** What the admin chose in the options page. */
export interface OwnSettings {
  portalButtons?: PortalButtons;
  holdMinutes?: number;
  reminderDays?: readonly number[];
  /** The note that the vendor recommends SAML was read: it is shown once. */
  samlNoteRead?: boolean;
}

export interface Settings {
  /** Only these consoles may be chosen and filled; absent: every console of a vendor. */
  vendorTenants?: readonly string[];
  appName?: string;
  secretDescription?: string;
  /** How long a secret value is held, and how long at most. */
  hold: HoldMinutes;
  askMicrosoft: boolean;
  portalButtons: PortalButtons;
  /** Days before the expiry at which a notification is shown, most first. */
  reminderDays: readonly number[];
  /** The organisation's own help, https. */
  helpLink?: string;
  samlNoteRead: boolean;
}

export interface HoldMinutes {
  minutes: number;
  mostMinutes: number;
}

const holdMinutes = z.number().check(z.int(), z.minimum(1), z.maximum(HOLD_MINUTES_CAP));
const reminderDays = z
  .array(z.number().check(z.int(), z.minimum(0), z.maximum(MOST_REMINDER_DAYS)))
  .check(z.maxLength(20));
const portalButtons = z.enum(['always', 'duringJourney']);

/** What a message may change. */
export const optionsShape = z.strictObject({
  portalButtons: z.optional(portalButtons),
  holdMinutes: z.optional(holdMinutes),
  reminderDays: z.optional(reminderDays),
});
/** Each by itself: a value that cannot be read takes no other with it. */
const storedShape = z.object({
  portalButtons: z.catch(z.optional(portalButtons), undefined),
  holdMinutes: z.catch(z.optional(holdMinutes), undefined),
  reminderDays: z.catch(z.optional(reminderDays), undefined),
  samlNoteRead: z.catch(z.optional(z.boolean()), undefined),
});

/** The admin's own settings as they lie in storage. What cannot be read is absent. */
export function parseOwn(stored: unknown): OwnSettings {
  const parsed = storedShape.safeParse(stored);
  return parsed.success ? dropAbsent(parsed.data) : {};
}

/** Only what is there: `undefined` is no choice. */
export function dropAbsent({
  portalButtons,
  holdMinutes,
  reminderDays,
  samlNoteRead,
}: { [Key in keyof OwnSettings]?: OwnSettings[Key] | undefined }): OwnSettings {
  return {
    ...(portalButtons !== undefined && { portalButtons }),
    ...(holdMinutes !== undefined && { holdMinutes }),
    ...(reminderDays !== undefined && { reminderDays }),
    ...(samlNoteRead !== undefined && { samlNoteRead }),
  };
}

/** Settings that protect take the stricter of the two; of the others, the admin's own choice goes first. */
export function settingsOf(managed: ManagedSettings, own: OwnSettings): Settings {
  const { vendorTenants, appName, secretDescription, helpLink } = managed;
  const mostMinutes = managed.maxHoldMinutes ?? HOLD_MINUTES_CAP;
  const days = own.reminderDays ?? managed.reminderDays ?? REMINDER_DAYS;
  return {
    ...(vendorTenants && { vendorTenants }),
    ...(appName !== undefined && { appName }),
    ...(secretDescription !== undefined && { secretDescription }),
    ...(helpLink !== undefined && { helpLink }),
    hold: { minutes: Math.min(own.holdMinutes ?? HOLD_MINUTES, mostMinutes), mostMinutes },
    askMicrosoft: managed.askMicrosoft ?? true,
    portalButtons:
      managed.portalButtons === 'duringJourney' ? 'duringJourney' : (own.portalButtons ?? 'always'),
    reminderDays: [...new Set(days)].sort((one, other) => other - one),
    samlNoteRead: own.samlNoteRead ?? false,
  };
}

/** Whether values may go to this console. */
export function isAllowedTenant({ vendorTenants }: Pick<Settings, 'vendorTenants'>, vendorHost: string) {
  return vendorTenants === undefined || vendorTenants.includes(vendorHost);
}

/** What the extension holds before anyone has set anything. */
export const defaultSettings: Settings = settingsOf({}, {});

/** The vendor of the pinned consoles, where there is but one to choose. */
export function onlyTenant({ vendorTenants }: Pick<Settings, 'vendorTenants'>) {
  const [host, ...others] = vendorTenants ?? [];
  return host === undefined || others.length > 0 ? undefined : vendorTenantOf(`https://${host}/`);
}
