/** Messages from the portal: what the admin clicked there, and evidence of steps done there. */
import type { CloudId } from '../entra/clouds';
import { asClientId, asObjectId, asSecretId, asTenantId, type ClientId } from '../entra/values';
import {
  type AppReading,
  type CaptureContext,
  captureClientId,
  captureSecretValue,
  noteFacts,
} from '../handoff/capture';
import { readRecords } from '../handoff/connection-records';
import { type Session, updateSession } from '../handoff/memory';
import type { ConnectionRecord, Handoff, Instant } from '../handoff/model';
import type { Handlers } from '../messages/door';
import type { DataOf } from '../messages/protocol';
import { isAllowedTenant, onlyTenant, type Settings } from '../settings/settings';
import { defaultVendor, vendors, vendorTenantOf } from '../vendors/registry';
import { controlsFor, pointTo } from './controls';
import { renewedSecretOf } from './renewal-handlers';
import { settingsAtHand } from './settings';

/** Which vendor the handoff of this registration is for, or would be for if it were made now. */
export function captureContext(
  session: Session,
  clientId: string | undefined,
  now: Instant,
  settings: Settings,
): CaptureContext {
  const existing = session.handoffs.find((handoff) => handoff.clientId === clientId);
  const chosen = existing?.vendorHost ?? session.chosen?.vendorHost ?? onlyTenant(settings)?.host;
  // A policy that came after the choice takes the choice back.
  const vendorHost = chosen !== undefined && isAllowedTenant(settings, chosen) ? chosen : undefined;
  const tenant = vendorHost === undefined ? undefined : vendorTenantOf(`https://${vendorHost}/`);
  const vendor = existing ? vendors[existing.vendorId] : (tenant?.vendor ?? defaultVendor);
  return { now, vendor, hold: settings.hold, ...(vendorHost !== undefined && { vendorHost }) };
}

type AppFacts = Pick<
  DataOf<'captureClientId'>,
  'clientId' | 'objectId' | 'tenantId' | 'directoryDomain' | 'appName'
>;

export function readingOf(facts: AppFacts, clientId: ClientId, cloudId: CloudId): AppReading {
  const objectId = facts.objectId === undefined ? undefined : asObjectId(facts.objectId);
  const tenantId = facts.tenantId === undefined ? undefined : asTenantId(facts.tenantId);
  return {
    clientId,
    cloudId,
    ...(objectId && { objectId }),
    ...(tenantId && { tenantId }),
    ...(facts.directoryDomain !== undefined && { directoryDomain: facts.directoryDomain }),
    ...(facts.appName !== undefined && { appName: facts.appName }),
  };
}

const notAClientId = { kind: 'refused', reason: { kind: 'notAClientId', is: 'otherText' } } as const;

export const captureHandlers: Pick<
  Handlers,
  'portalContext' | 'portalSeen' | 'captureClientId' | 'captureSecretValue'
> = {
  portalContext: async ({ clientId }) => {
    const { records } = await readRecords();
    const ofApp = records.filter((record) => record.clientId === clientId);
    const settings = await settingsAtHand();
    return updateSession((session, now) => {
      const goal = pointTo(session, clientId);
      return {
        session,
        answer: {
          kind: 'context',
          vendorName: captureContext(session, clientId, now, settings).vendor.name,
          safeToDelete: ofApp.flatMap(oldSecretOf),
          isKnown: ofApp.length > 0 || session.handoffs.some((handoff) => handoff.clientId === clientId),
          controls: controlsFor(session, settings),
          ...(goal && { pointTo: goal }),
        },
      };
    });
  },

  portalSeen: async (data, { cloud }) => {
    const settings = await settingsAtHand();
    return updateSession((session, now) => {
      const clientId = asClientId(data.clientId);
      if (!clientId) return { session, answer: { kind: 'done' } };
      const reading = readingOf(data, clientId, cloud.id);
      const handoffs = noteFacts(session.handoffs, reading, captureContext(session, clientId, now, settings));
      return {
        session: {
          ...session,
          handoffs: data.seen === 'readableSecret' ? noteSecret(handoffs, clientId, now) : handoffs,
        },
        answer: { kind: 'done' },
      };
    });
  },

  captureClientId: async (data, { cloud }) => {
    const settings = await settingsAtHand();
    return updateSession((session, now) => {
      const clientId = asClientId(data.clientId);
      if (!clientId) return { session, answer: notAClientId };
      const captured = captureClientId(
        session.handoffs,
        readingOf(data, clientId, cloud.id),
        captureContext(session, clientId, now, settings),
      );
      return { session: current(session, captured.handoffs, clientId), answer: captured.answer };
    });
  },

  captureSecretValue: async (data, { cloud }) => {
    const { records } = await readRecords();
    const settings = await settingsAtHand();
    return updateSession((session, now) => {
      const clientId = asClientId(data.clientId);
      if (!clientId) return { session, answer: notAClientId };
      const secretId = data.secretId === undefined ? undefined : asSecretId(data.secretId);
      const captured = captureSecretValue(
        session.handoffs,
        {
          ...readingOf(data, clientId, cloud.id),
          secretText: data.secretValue,
          source: 'portal',
          whenHeld: data.whenHeld,
          ...(secretId && { secretId }),
          ...(data.description !== undefined && { description: data.description }),
          ...(data.expiresOn !== undefined && { expiresOn: data.expiresOn }),
        },
        captureContext(session, clientId, now, settings),
      );
      const handoffs = captured.handoffs.map((handoff) =>
        handoff.clientId === clientId ? asRenewal(handoff, records) : handoff,
      );
      const changed = captured.answer.kind === 'held' ? handoffs : session.handoffs;
      return { session: current(session, changed, clientId), answer: captured.answer };
    });
  },
};

/** The secret that was replaced, once the new one has passed a test. */
function oldSecretOf({ previousSecret, lastVerdict }: ConnectionRecord): string[] {
  const isProven = lastVerdict?.verdict.kind === 'passed';
  return isProven && previousSecret?.secretId !== undefined ? [previousSecret.secretId] : [];
}

/** A new secret for a connection that is saved already is to replace the one in use. */
function asRenewal(handoff: Handoff, records: readonly ConnectionRecord[]): Handoff {
  const { secret } = handoff;
  const own = records.filter(
    (record) =>
      record.clientId === handoff.clientId &&
      record.evidence.save &&
      (handoff.vendorHost === undefined || record.vendorHost === handoff.vendorHost),
  );
  const [record, ...others] = own;
  if (!secret || !record || others.length > 0 || record.secretId === secret.secretId) return handoff;
  const { clientId, newSecret, secretValue } = handoff.evidence;
  return {
    ...handoff,
    vendorHost: record.vendorHost,
    vendorId: record.vendorId,
    ...(record.connectionName !== undefined && { connectionName: record.connectionName }),
    renews: renewedSecretOf(record),
    evidence: {
      ...(clientId && { clientId }),
      ...(newSecret && { newSecret }),
      ...(secretValue && { secretValue }),
    },
  };
}

/** The registration that was captured last is the one the views show. */
function current(session: Session, handoffs: readonly Handoff[], clientId: ClientId): Session {
  if (handoffs === session.handoffs) return session;
  return { ...session, handoffs, currentClientId: clientId };
}

function noteSecret(handoffs: readonly Handoff[], clientId: ClientId, now: Instant): readonly Handoff[] {
  return handoffs.map((handoff) =>
    handoff.clientId === clientId && !handoff.evidence.newSecret
      ? { ...handoff, evidence: { ...handoff.evidence, newSecret: { how: 'seen' as const, at: now } } }
      : handoff,
  );
}
