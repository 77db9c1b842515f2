/**
 * The values of an app registration, as types that cannot be swapped, and their shapes.
 *
 * Shapes: Microsoft Graph `passwordCredential` (secretText of 16–64 characters, keyId a GUID, hint = first
 * three characters) and the published secret patterns of microsoft/security-utilities SEC101/156.
 */

declare const brand: unique symbol;
type Brand<Name extends string> = string & { readonly [brand]: Name };

/** Application (client) ID of an app registration: a GUID in lower case. */
export type ClientId = Brand<'ClientId'>;
/** Object ID of the app registration: a GUID in lower case, of no use to the vendor. */
export type ObjectId = Brand<'ObjectId'>;
/** Directory (tenant) ID: a GUID in lower case. */
export type TenantId = Brand<'TenantId'>;
/** `keyId` of a client secret: a GUID in lower case. It names the credential and is not the credential. */
export type SecretId = Brand<'SecretId'>;
/** The credential itself: 16–64 characters, never a GUID. */
export type SecretValue = Brand<'SecretValue'>;

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether the whole text is a GUID (surrounding white space, braces and quotes do not count). */
export function isGuid(text: string): boolean {
  return GUID.test(bare(text));
}

/** The text without what copying tends to add around a value: white space, quotes, braces. */
export function bare(text: string): string {
  const trimmed = text.replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '').trim();
  // No pattern does this: one that looks at both ends takes hours for a megabyte of quotes.
  let start = 0;
  let end = trimmed.length;
  while (start < end && OPENING.includes(trimmed.charAt(start))) start += 1;
  while (end > start && CLOSING.includes(trimmed.charAt(end - 1))) end -= 1;
  const isWrapped = start > 0 && (end < trimmed.length || (start === end && trimmed.length > 1));
  return isWrapped ? trimmed.slice(start, end).trim() : trimmed;
}

const OPENING = '"\'`“”„«»{';
const CLOSING = '"\'`“”„«»}';

function guidAs<T extends string>(text: string): T | undefined {
  const guid = bare(text).toLowerCase();
  return GUID.test(guid) ? (guid as T) : undefined;
}

/** The text as an ID, in lower case, or `undefined` when it is no GUID. One parser a kind: they must not be swapped. */
export const asClientId = (text: string) => guidAs<ClientId>(text);
export const asObjectId = (text: string) => guidAs<ObjectId>(text);
export const asTenantId = (text: string) => guidAs<TenantId>(text);
export const asSecretId = (text: string) => guidAs<SecretId>(text);

/** Why a text cannot be the value of a client secret. */
export type SecretValueFault =
  | 'empty'
  | 'secretId'
  | 'masked'
  | 'cut'
  | 'tooShort'
  | 'tooLong'
  | 'severalValues'
  | 'unprintable';

export type ParsedSecretValue =
  | { kind: 'value'; secretValue: SecretValue }
  | { kind: 'fault'; fault: SecretValueFault };

/** Graph `application: addPassword`: secretText is 16–64 characters. */
export const SECRET_VALUE_LENGTH = { min: 16, max: 64 } as const;
/** Longer texts are not looked at any closer. */
const LONGEST_TEXT = 4096;

/**
 * Parses a text as the value of a client secret. Never rejects on the modern `8Q~` shape alone: older secrets look
 * otherwise (facts: Graph sample of 32 characters with `[ ] @ + :`).
 */
export function parseSecretValue(text: string): ParsedSecretValue {
  if (text.length > LONGEST_TEXT) return { kind: 'fault', fault: 'tooLong' };
  const value = bare(text);
  const fault = faultOf(value);
  return fault ? { kind: 'fault', fault } : { kind: 'value', secretValue: value as SecretValue };
}

function faultOf(value: string): SecretValueFault | undefined {
  if (value === '') return 'empty';
  // Also with what a sloppy selection leaves on one side of it.
  if (GUID.test(value.replace(/^[^0-9a-z]+|[^0-9a-z]+$/gi, ''))) return 'secretId';
  if (isMasked(value)) return 'masked';
  if (/…$|\.\.\.$/.test(value)) return 'cut';
  if (/\s/.test(value)) return 'severalValues';
  if (!/^[\x21-\x7e]+$/.test(value)) return 'unprintable';
  if (value.length < SECRET_VALUE_LENGTH.min) return 'tooShort';
  if (value.length > SECRET_VALUE_LENGTH.max) return 'tooLong';
  return undefined;
}

/** A character that stands for a hidden one, in patterns. */
export const MASK = '[*•●·∙⋅◦‧×＊]';

/**
 * Whether a text is a value hidden by the portal: up to three characters of hint, then at least three mask characters
 * and nothing else (portal: `PC4******************`).
 */
export function isMasked(text: string): boolean {
  return /^.{0,3}[*•●·∙⋅◦‧x×＊]{3,}$/u.test(bare(text)) && /[*•●·∙⋅◦‧×＊]{3,}$/u.test(bare(text));
}

/** First three characters of a secret value: what the portal goes on showing of it. */
export function hintOf(secretValue: SecretValue): string {
  return secretValue.slice(0, 3);
}
