/** What a captured value does to the handoffs. Pure: handoffs and a reading in, handoffs and an answer out. */
import type { CloudId } from '../entra/clouds';
import {
  asClientId,
  type ClientId,
  hintOf,
  isGuid,
  type ObjectId,
  parseSecretValue,
  type SecretId,
  type TenantId,
} from '../entra/values';
import type { CaptureAnswer } from '../messages/protocol';
import type { HoldMinutes } from '../settings/settings';
import type { VendorId, VendorProfile } from '../vendors/profile';
import { holdSpan } from './hold';
import type { Day, Handoff, Instant } from './model';

/** What the page (or the admin) says of the app registration that a value belongs to. */
export interface AppReading {
  clientId: ClientId;
  cloudId: CloudId;
  objectId?: ObjectId;
  tenantId?: TenantId;
  directoryDomain?: string;
  appName?: string;
}

export interface SecretReading extends AppReading {
  /** As read: it is parsed here. */
  secretText: string;
  secretId?: SecretId;
  description?: string;
  expiresOn?: Day;
  source: 'portal' | 'paste';
  whenHeld: 'ask' | 'replace';
}

export interface CaptureContext {
  now: Instant;
  vendor: Pick<VendorProfile, 'id' | 'name'>;
  /** The vendor tenant the admin has chosen, if any: new handoffs are for it. */
  vendorHost?: string;
  hold: HoldMinutes;
}

export interface Captured {
  handoffs: readonly Handoff[];
  answer: CaptureAnswer;
}

/** Takes the client ID of an app registration into its handoff, which is created when there is none. */
export function captureClientId(
  handoffs: readonly Handoff[],
  reading: AppReading,
  context: CaptureContext,
): Captured {
  if (reading.objectId && isSame(reading.clientId, reading.objectId)) {
    return { handoffs, answer: refused({ kind: 'notAClientId', is: 'objectId' }) };
  }
  if (reading.tenantId && isSame(reading.clientId, reading.tenantId)) {
    return { handoffs, answer: refused({ kind: 'notAClientId', is: 'tenantId' }) };
  }
  const existing = handoffs.find((handoff) => handoff.clientId === reading.clientId);
  const mix = otherDirectory(existing, reading);
  if (mix) return { handoffs, answer: mix };
  const handoff = withFacts(existing, reading, context);
  handoff.clientIdHeldAt = context.now;
  handoff.evidence = { ...handoff.evidence, clientId: { how: 'seen', at: context.now } };
  return {
    handoffs: put(handoffs, handoff),
    answer: { kind: 'held', what: 'clientId', vendorName: context.vendor.name },
  };
}

/**
 * Takes a secret value into the handoff of the app registration it belongs to. The page's address names that
 * registration, so its client ID is held with it.
 */
export function captureSecretValue(
  handoffs: readonly Handoff[],
  reading: SecretReading,
  context: CaptureContext,
): Captured {
  const parsed = parseSecretValue(reading.secretText);
  if (parsed.kind === 'fault') {
    return { handoffs, answer: refused({ kind: 'notASecretValue', fault: parsed.fault }) };
  }
  const existing = handoffs.find((handoff) => handoff.clientId === reading.clientId);
  const mix = otherDirectory(existing, reading);
  if (mix) return { handoffs, answer: mix };
  const held = existing?.secret;
  const isAnother = held !== undefined && held.secretValue !== parsed.secretValue;
  if (held && isAnother && reading.whenHeld === 'ask') {
    return {
      handoffs,
      answer: {
        kind: 'askReplace',
        vendorName: context.vendor.name,
        held: {
          hint: held.hint,
          ...(held.description !== undefined && { description: held.description }),
          ...(held.secretId !== undefined && { secretId: held.secretId }),
        },
      },
    };
  }
  const { orphan: _named, ...handoff } = withFacts(existing, reading, context);
  const span = holdSpan(context.now, context.hold);
  const secret = {
    secretValue: parsed.secretValue,
    hint: hintOf(parsed.secretValue),
    source: reading.source,
    ...(reading.secretId !== undefined && { secretId: reading.secretId }),
    ...(reading.description !== undefined && { description: reading.description }),
    ...(reading.expiresOn !== undefined && { expiresOn: reading.expiresOn }),
    ...span,
    // Copying the same value again does not stretch the cap.
    ...(held &&
      !isAnother && {
        latestDeadline: held.latestDeadline,
        deadline: Math.min(span.deadline, held.latestDeadline),
      }),
  };
  const next: Handoff = {
    ...handoff,
    clientIdHeldAt: handoff.clientIdHeldAt ?? context.now,
    secret,
    evidence: {
      ...handoff.evidence,
      clientId: handoff.evidence.clientId ?? { how: 'seen', at: context.now },
      newSecret: { how: 'seen', at: context.now },
      secretValue: { how: 'seen', at: context.now },
    },
  };
  if (held && isAnother) {
    next.orphan = {
      ...(held.secretId !== undefined && { secretId: held.secretId }),
      ...(held.description !== undefined && { description: held.description }),
      hint: held.hint,
      wipedAt: context.now,
      reason: 'replaced',
    };
  }
  return {
    handoffs: put(handoffs, next),
    answer: {
      kind: 'held',
      what: 'secretValue',
      vendorName: context.vendor.name,
      deadline: secret.deadline,
    },
  };
}

/** A client ID typed or pasted by the admin: the GUID in it, or why it is none. */
export function parseClientId(text: string): ClientId | undefined {
  return isGuid(text) ? asClientId(text) : undefined;
}

/** What a page shows of an app registration without a click: joins a handoff that is there, never makes one. */
export function noteFacts(
  handoffs: readonly Handoff[],
  reading: AppReading,
  context: CaptureContext,
): readonly Handoff[] {
  const existing = handoffs.find((handoff) => handoff.clientId === reading.clientId);
  if (!existing || otherDirectory(existing, reading)) return handoffs;
  return put(handoffs, { ...withFacts(existing, reading, context), touchedAt: existing.touchedAt });
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function refused(reason: Extract<CaptureAnswer, { kind: 'refused' }>['reason']): CaptureAnswer {
  return { kind: 'refused', reason };
}

/** An app registration lives in one directory: two tenant IDs for it mean that the page is not what it seems. */
function otherDirectory(existing: Handoff | undefined, reading: AppReading): CaptureAnswer | undefined {
  if (!existing?.tenantId || !reading.tenantId || existing.tenantId === reading.tenantId) return undefined;
  return refused({ kind: 'otherDirectory', held: existing.tenantId, page: reading.tenantId });
}

function withFacts(existing: Handoff | undefined, reading: AppReading, context: CaptureContext): Handoff {
  const vendorId: VendorId = existing?.vendorId ?? context.vendor.id;
  const vendorHost = existing?.vendorHost ?? context.vendorHost;
  const evidence = { ...existing?.evidence };
  evidence.registerApp ??= { how: 'seen', at: context.now };
  const { directoryDomain, ...facts } = reading;
  const domain = directoryDomain ?? existing?.directoryDomain;
  return {
    ...(existing ?? {}),
    ...appFactsOf(facts),
    vendorId,
    ...(vendorHost !== undefined && { vendorHost }),
    ...(domain !== undefined && { directoryDomain: domain }),
    evidence,
    touchedAt: context.now,
  };
}

function appFactsOf(reading: Omit<AppReading, 'directoryDomain'>): AppReading {
  const { clientId, cloudId, objectId, tenantId, appName } = reading;
  return {
    clientId,
    cloudId,
    ...(objectId !== undefined && { objectId }),
    ...(tenantId !== undefined && { tenantId }),
    ...(appName !== undefined && { appName }),
  };
}

/** The list with this handoff in the place of its predecessor, newest first. */
export function put(handoffs: readonly Handoff[], handoff: Handoff): readonly Handoff[] {
  return [handoff, ...handoffs.filter((other) => other.clientId !== handoff.clientId)].sort(
    (one, other) => other.touchedAt - one.touchedAt,
  );
}
