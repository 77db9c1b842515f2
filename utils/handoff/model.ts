/**
 * What is held and what is known: plain data, no browser.
 * A handoff lives in session memory; a connection record is non-secret and lasts (DESIGN §1).
 */
import type { CloudId } from '../entra/clouds';
import type { MicrosoftAnswer } from '../entra/token-answer';
import type { ClientId, ObjectId, SecretId, SecretValue, TenantId } from '../entra/values';
import type { VendorId } from '../vendors/profile';
import type { Verdict } from './verdict';

/** Milliseconds since the epoch, as from `Date.now()`. */
export type Instant = number;
/** A calendar day as `YYYY-MM-DD`. */
export type Day = string;

export const HOLD_MINUTES = 10;
export const HOLD_MINUTES_CAP = 60;

export type JourneyId = 'setUp' | 'renew';

export type StepId =
  | 'chooseTenant'
  /** Iru: the vendor's dialog shows the redirect URI, which is carried to Entra first. */
  | 'carryRedirectUri'
  | 'registerApp'
  | 'clientId'
  | 'newSecret'
  | 'secretValue'
  | 'check'
  | 'fill'
  | 'save'
  | 'authorise'
  | 'enable'
  | 'test'
  | 'reminder'
  | 'enforce'
  /** Renewal: the old secret's row is deleted in the portal. */
  | 'deleteOldSecret';

/** Why a step counts as done: seen by the extension, or ticked by the admin. The two look different. */
export interface Evidence {
  how: 'seen' | 'ticked';
  at: Instant;
}
export type EvidenceByStep = Partial<Record<StepId, Evidence>>;

/** What names a secret without being it. */
export interface SecretName {
  secretId?: SecretId;
  description?: string;
  expiresOn?: Day;
  hint?: string;
}

/** The only record that contains a secret value. */
export interface HeldSecret extends SecretName {
  secretValue: SecretValue;
  hint: string;
  source: 'portal' | 'paste';
  capturedAt: Instant;
  /** Wiped at this time at the latest. */
  deadline: Instant;
  /** The deadline can be moved up to here, and never beyond. */
  latestDeadline: Instant;
}

export type WipeReason =
  | 'deadline'
  | 'clockWentBack'
  | 'locked'
  | 'idle'
  | 'saved'
  | 'cleared'
  | 'replaced'
  | 'updated'
  | 'restarted';

export interface Handoff {
  clientId: ClientId;
  cloudId: CloudId;
  vendorId: VendorId;
  /** Console host of the vendor tenant this handoff is for, once known. */
  vendorHost?: string;
  appName?: string;
  objectId?: ObjectId;
  tenantId?: TenantId;
  directoryDomain?: string;
  connectionName?: string;
  /** When the client ID was captured; a secret captured first leaves this empty and the ID is known by the address. */
  clientIdHeldAt?: Instant;
  secret?: HeldSecret;
  /** A secret that left memory before it was saved: named so that it can be deleted in the portal. */
  orphan?: SecretName & { wipedAt: Instant; reason: WipeReason };
  /** Copied from the vendor's dialog, where the redirect URI is one of its own for every tenant. */
  redirectUri?: string;
  /** The secret that is in use and is being replaced: this handoff is a renewal. */
  renews?: SecretName;
  /** What the registration really looks like, as its pages showed it. */
  registration?: Registration;
  /** What Microsoft answered to the held values, and about the secret captured when. */
  microsoft?: { answer: MicrosoftAnswer; at: Instant; capturedAt: Instant; tries: number };
  /** From the vendor's authorisation dialog. A single-use ticket: session memory only. */
  consentLink?: string;
  domainCheck?: DomainCheck;
  /**
   * Noted before the values go to a console, and gone again when it is known what came of it: where it still stands, the
   * background was stopped in between.
   */
  filling?: { vendorHost: string; at: Instant };
  evidence: EvidenceByStep;
  touchedAt: Instant;
}

export type Platform = 'web' | 'spa' | 'publicClient';

/** What the portal's pages showed of an app registration; what was not seen is absent. */
export interface Registration {
  /** How many redirect URIs a platform has (Overview), or which (Authentication). */
  counts?: Readonly<Record<Platform, number>>;
  redirectUris?: readonly { platform: Platform; uri: string }[];
  audience?: 'singleTenant' | 'other';
  at: Instant;
}

/** What Microsoft's public discovery document says of the captured domain. */
export type DomainCheck =
  | { kind: 'matches'; domain: string; at: Instant }
  | { kind: 'otherTenant'; domain: string; tenantId: TenantId; at: Instant }
  | { kind: 'unknownDomain'; domain: string; at: Instant }
  | { kind: 'exists'; domain: string; tenantId: TenantId; at: Instant }
  | { kind: 'unreachable'; domain: string; at: Instant };

/** Non-secret and lasting: what was connected to what. */
export interface ConnectionRecord {
  version: 2;
  vendorId: VendorId;
  vendorHost: string;
  clientId: ClientId;
  cloudId: CloudId;
  connectionName?: string;
  appName?: string;
  tenantId?: TenantId;
  directoryDomain?: string;
  secretId?: SecretId;
  description?: string;
  expiresOn?: Day;
  redirectUri?: string;
  /** The secret that the present one has replaced: safe to delete after a passed test. */
  previousSecret?: Omit<SecretName, 'hint'>;
  /** The portal's whole list was seen and this secret was not in it any more. */
  secretDeleted?: true;
  /** Reminders that were shown, newest last: each once for an expiry, whatever clock, time zone and browser do. */
  reminded?: readonly ShownReminder[];
  evidence: EvidenceByStep;
  lastVerdict?: { verdict: Verdict; at: Instant };
  createdAt: Instant;
  updatedAt: Instant;
}

/** A reminder that was shown. */
export interface ShownReminder {
  /** The expiry it was about: a new expiry starts anew. */
  expiresOn: Day;
  /** Days before the expiry that it stands for; below zero: overdue. */
  threshold: number;
  /** The day it was shown, by the clock of that day. */
  shownOn: Day;
}
