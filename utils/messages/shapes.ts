/**
 * What the data of messages is made of: texts and lists with an end, names without what could dress them up, and the
 * facts of an app registration that several messages carry.
 */
import * as z from 'zod/mini';
import type { StepId } from '../handoff/model';
import type { Cancellable } from './answers';

/** A text of so many characters at most. */
export const text = (most: number) => z.string().check(z.maxLength(most));
/** A name off a page. Controls and marks that turn the writing direction could dress it up as another one. */
export const name = (most: number) => z.pipe(text(most), z.transform(plain));
const plain = (from: string) => from.replace(/[\p{Cc}\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu, '');
/** As the portal writes it, in lower case. */
export const guid = z
  .string()
  .check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/), z.maxLength(36));
const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
const domain = z.string().check(z.regex(/^[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?$/));
/** How many of something a page shows. */
export const count = z.number().check(z.int(), z.minimum(0), z.maximum(10_000));
/** The message says all by its name. */
export const nothing = z.optional(z.union([z.strictObject({}), z.null()]));

/** What a portal page says of the directory and the app beside the value that was clicked. */
export const appFacts = {
  clientId: guid,
  objectId: z.optional(guid),
  tenantId: z.optional(guid),
  directoryDomain: z.optional(domain),
  appName: z.optional(name(256)),
};
/** What names a secret without being one. */
export const secretName = {
  secretId: z.optional(guid),
  description: z.optional(name(256)),
  expiresOn: z.optional(day),
};

/** Which connection record is meant. */
export const connectionKey = { vendorHost: text(253), clientId: guid };

/** Every step that a view may name. */
export const stepIds = [
  'chooseTenant',
  'carryRedirectUri',
  'registerApp',
  'clientId',
  'newSecret',
  'secretValue',
  'check',
  'fill',
  'save',
  'authorise',
  'enable',
  'test',
  'reminder',
  'enforce',
  'deleteOldSecret',
] as const satisfies readonly StepId[];

/** Every deed whose wait a view may end. */
export const cancellables = [
  'askMicrosoft',
  'runCheck',
  'fillForm',
  'openConsentLink',
  'takeMeThere',
  'startTest',
] as const satisfies readonly Cancellable[];
