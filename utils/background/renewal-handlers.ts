/** Renewal starts from a reminder, from the popup on the app's secrets page, or by capturing a new secret. */

import browser from 'webextension-polyfill';
import { cloudOfPortalHost, clouds } from '../entra/clouds';
import { portalLinks, readRoute } from '../entra/routes';
import { put } from '../handoff/capture';
import { findRecord, readRecords } from '../handoff/connection-records';
import { handoverRecord } from '../handoff/handover';
import { updateSession } from '../handoff/memory';
import type { ConnectionRecord, Handoff, Instant } from '../handoff/model';
import type { ProjectedState } from '../handoff/projection';
import type { Handlers } from '../messages/door';
import { vendorTenantOf } from '../vendors/registry';
import { stepWords } from '../words/journey';
import { verdictWords } from '../words/verdicts';
import { openPlace } from './places';

export const renewalHandlers: Pick<Handlers, 'startRenewal' | 'handoverRecord'> = {
  startRenewal: async ({ vendorHost, clientId }) => {
    const { records } = await readRecords();
    const record = findRecord(records, vendorHost, clientId);
    if (!record) return { kind: 'notKnown' };
    await updateSession((session, now) => {
      const existing = session.handoffs.find((handoff) => handoff.clientId === record.clientId);
      // A secret that is held already may be the new one: only one that is on record as saved is surely not.
      const isNew = existing?.secret !== undefined && existing.secret.secretId !== record.secretId;
      const handoff = isNew
        ? { ...existing, vendorHost: record.vendorHost, renews: renewedSecretOf(record), touchedAt: now }
        : renewalOf(record, existing, now);
      return {
        session: {
          ...session,
          handoffs: put(session.handoffs, handoff),
          currentClientId: record.clientId,
          chosen: { vendorHost: record.vendorHost, at: now },
          guided: true as const,
        },
        answer: undefined,
      };
    });
    await openPlace(portalLinks.secrets(clouds[record.cloudId], record.clientId));
    return { kind: 'opened' };
  },

  handoverRecord: async ({ vendorHost, clientId }) => {
    const { records } = await readRecords();
    const record = findRecord(records, vendorHost, clientId);
    if (!record) return { kind: 'notKnown' };
    const tenant = vendorTenantOf(`https://${record.vendorHost}/`);
    const vendorName = tenant?.vendor.name ?? record.vendorId;
    return {
      kind: 'record',
      text: handoverRecord(record, tenant, Date.now(), {
        stepTitle: ({ id }) => stepWords[id]({ vendorName, vendorId: record.vendorId }).title,
        verdict: (verdict) => verdictWords(verdict, { vendorName }).title,
      }),
    };
  },
};

/** The connection that the portal page in front belongs to: the popup offers to renew its secret. */
export async function renewableInFront(
  records: readonly ConnectionRecord[],
): Promise<ProjectedState['renewable'] | undefined> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (tab?.url === undefined || !URL.canParse(tab.url)) return undefined;
  const url = new URL(tab.url);
  const page = cloudOfPortalHost(url.host) ? readRoute(url.hash) : undefined;
  if (page?.kind !== 'secrets') return undefined;
  const record = records.find((candidate) => candidate.clientId === page.clientId && candidate.evidence.save);
  return (
    record && {
      vendorHost: record.vendorHost,
      clientId: record.clientId,
      ...(record.appName !== undefined && { appName: record.appName }),
      ...(record.expiresOn !== undefined && { expiresOn: record.expiresOn }),
    }
  );
}

/** A handoff that renews the secret of a connection on record. */
export function renewalOf(record: ConnectionRecord, existing: Handoff | undefined, now: Instant): Handoff {
  const { clientId, cloudId, vendorId, vendorHost, appName, tenantId, directoryDomain, connectionName } =
    record;
  return {
    ...existing,
    clientId,
    cloudId,
    vendorId,
    vendorHost,
    ...(appName !== undefined && { appName }),
    ...(tenantId !== undefined && { tenantId }),
    ...(directoryDomain !== undefined && { directoryDomain }),
    ...(connectionName !== undefined && { connectionName }),
    clientIdHeldAt: existing?.clientIdHeldAt ?? now,
    renews: renewedSecretOf(record),
    evidence: {},
    touchedAt: now,
  };
}

/** The secret that is in use and will be replaced. */
export function renewedSecretOf({
  secretId,
  description,
  expiresOn,
}: ConnectionRecord): NonNullable<Handoff['renews']> {
  return {
    ...(secretId !== undefined && { secretId }),
    ...(description !== undefined && { description }),
    ...(expiresOn !== undefined && { expiresOn }),
  };
}
