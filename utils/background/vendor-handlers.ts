/** Evidence from the vendor console: saved, authorisation link, active. */
import browser from 'webextension-polyfill';
import { handoffsFor } from '../handoff/choose';
import { amendRecord, noteConnectionIfPossible, readRecords } from '../handoff/connection-records';
import { withoutSecret } from '../handoff/hold';
import { readSession, type Session, updateSession } from '../handoff/memory';
import type { Handoff, StepId } from '../handoff/model';
import type { Handlers } from '../messages/door';
import type { OpenAnswer } from '../messages/protocol';
import { isAllowedTenant } from '../settings/settings';
import { consentLinkFault } from '../vendors/consent-link';
import { isRedirectUriOf, type VendorTenant, vendors } from '../vendors/registry';
import { cancel, cancellable, orAborted } from './cancelling';
import { closeTab } from './places';
import { settingsAtHand } from './settings';
import { currentHandoff } from './subject';

export const vendorHandlers: Pick<
  Handlers,
  | 'vendorSeen'
  | 'consentLinkSeen'
  | 'openConsentLink'
  | 'cancelInPage'
  | 'carryRedirectUri'
  | 'enforceContext'
  | 'accessSeen'
> = {
  vendorSeen: async ({ seen, connectionName, clientId, secretIsFilled }, { tenant }) => {
    const session = await readSession();
    const handoff = handoffOfConsole(session, tenant, connectionName, clientId);
    switch (seen) {
      case 'saved':
        if (handoff) await noteSaved(handoff, tenant, connectionName, secretIsFilled);
        break;
      case 'active':
        await noteStep(handoff, tenant, connectionName, 'enable', true);
        break;
      case 'inactive':
        await noteStep(handoff, tenant, connectionName, 'enable', false);
        break;
      default:
        seen satisfies never;
    }
    return { kind: 'done' };
  },

  consentLinkSeen: async ({ href }, { tenant }) => {
    const fault = consentLinkFault(href, tenant.vendor, tenant.host);
    if (fault) return { kind: 'done' };
    return updateSession((session) => {
      const handoff = handoffOfConsole(session, tenant, undefined, undefined);
      if (!handoff || handoff.consentLink === href) return { session, answer: { kind: 'done' } };
      const handoffs = session.handoffs.map((other) =>
        other === handoff ? { ...other, consentLink: href } : other,
      );
      return { session: { ...session, handoffs }, answer: { kind: 'done' } };
    });
  },

  carryRedirectUri: async ({ redirectUri }, { tenant }) => {
    if (!isRedirectUriOf(tenant, redirectUri)) return { kind: 'refused', reason: 'notTheVendors' };
    if (!isAllowedTenant(await settingsAtHand(), tenant.host))
      return { kind: 'refused', reason: 'notAllowed' };
    const at = Date.now();
    await updateSession((session) => ({
      session: {
        ...session,
        chosen: { vendorHost: tenant.host, at },
        carried: { vendorHost: tenant.host, redirectUri },
        handoffs: session.handoffs.map((handoff) =>
          handoff.vendorHost === tenant.host
            ? {
                ...handoff,
                redirectUri,
                evidence: { ...handoff.evidence, carryRedirectUri: { how: 'seen' as const, at } },
              }
            : handoff,
        ),
      },
      answer: undefined,
    }));
    return { kind: 'carried', vendorName: tenant.vendor.name };
  },

  enforceContext: async ({ connectionName }, { tenant }) => {
    const { records } = await readRecords();
    const own = records.filter((record) => record.vendorHost === tenant.host);
    const asked = own.filter(
      (record) => connectionName === undefined || record.connectionName === connectionName,
    );
    const isTested = asked.some(({ lastVerdict }) => lastVerdict?.verdict.kind === 'passed');
    return { kind: 'enforce', vendorName: tenant.vendor.name, isTested };
  },

  accessSeen: ({ hasAuthentication }, { tenant }) =>
    updateSession((session) => {
      const { ssoNotEnabledHost: before, ...rest } = session;
      if (hasAuthentication) {
        return { session: before === tenant.host ? rest : session, answer: { kind: 'done' } };
      }
      return { session: { ...session, ssoNotEnabledHost: tenant.host }, answer: { kind: 'done' } };
    }),

  openConsentLink: (_data, sender) =>
    cancellable(
      'openConsentLink',
      (signal) => openConsentLink(sender.kind === 'vendorConsole' ? sender.tenant : undefined, signal),
      sender.kind === 'vendorConsole' ? { documentId: sender.documentId } : 'views',
    ),

  cancelInPage: async ({ deed }, { documentId }) => {
    cancel(deed, { documentId });
    return { kind: 'done' };
  },
};

/** @param tenant the console that asks; `undefined`: the popup, which means the current handoff */
async function openConsentLink(tenant: VendorTenant | undefined, signal: AbortSignal): Promise<OpenAnswer> {
  const session = await readSession();
  const handoff = tenant ? handoffOfConsole(session, tenant, undefined, undefined) : currentHandoff(session);
  const href = handoff?.consentLink;
  if (!handoff || href === undefined) return { kind: 'notKnown' };
  // Checked when it was seen, and again at the moment it is used.
  if (consentLinkFault(href, vendors[handoff.vendorId], handoff.vendorHost)) {
    return { kind: 'refused', host: URL.canParse(href) ? new URL(href).host : '' };
  }
  signal.throwIfAborted();
  const { id } = await orAborted(browser.tabs.create({ url: href }), signal, closeTab);
  if (id !== undefined) {
    const consentTab = { clientId: handoff.clientId, microsoftSeen: false };
    await updateSession((now) => ({
      session: { ...now, consentTabs: { ...now.consentTabs, [String(id)]: consentTab } },
      answer: undefined,
    }));
  }
  return { kind: 'opened' };
}

/**
 * The handoff that a console's evidence is about: the one of that client ID, else of that name, else the only one, else
 * the one filled last.
 */
function handoffOfConsole(
  session: Session,
  tenant: VendorTenant,
  connectionName: string | undefined,
  clientId: string | undefined,
): Handoff | undefined {
  const candidates = handoffsFor(session.handoffs, tenant.host, tenant.vendor.id);
  if (clientId !== undefined) return candidates.find((handoff) => handoff.clientId === clientId);
  const named = candidates.filter((handoff) => handoff.connectionName === connectionName);
  if (connectionName !== undefined && named.length === 1) return named[0];
  if (candidates.length === 1) return candidates[0];
  const filled = candidates.filter((handoff) => handoff.evidence.fill);
  return filled.sort((one, other) => other.touchedAt - one.touchedAt)[0];
}

/**
 * The vendor has saved the connection. A secret that it has now leaves memory, and only it; one that the form did not
 * hold is still to be carried.
 * @param secretIsFilled whether the form held what was filled; `undefined` where the page cannot tell
 */
async function noteSaved(
  handoff: Handoff,
  tenant: VendorTenant,
  connectionName: string | undefined,
  secretIsFilled: boolean | undefined,
): Promise<void> {
  const now = Date.now();
  const filledAt = Math.max(handoff.evidence.fill?.at ?? 0, stoppedFillAt(handoff, tenant, secretIsFilled));
  const wasFilled = handoff.secret !== undefined && filledAt >= handoff.secret.capturedAt;
  // A row of that name may have been there before: without the form's own word, only what was filled counts as saved.
  if (secretIsFilled === undefined && (handoff.secret ? !wasFilled : handoff.evidence.save)) return;
  const saved = wasFilled && secretIsFilled !== false ? handoff.secret : undefined;
  const evidence = {
    ...handoff.evidence,
    fill: handoff.evidence.fill ?? { how: 'seen' as const, at: now },
    save: { how: 'seen' as const, at: now },
  };
  const named = connectionName === undefined ? handoff : { ...handoff, connectionName };
  // The lasting record first: should the background stop in between, the secret still has its deadline.
  await noteConnectionIfPossible({ ...named, evidence }, tenant.host, saved);
  await updateSession((session) => ({
    session: {
      ...session,
      handoffs: session.handoffs.map((other) =>
        other.clientId === handoff.clientId
          ? afterSave({ ...other, vendorHost: tenant.host, evidence })
          : other,
      ),
    },
    answer: undefined,
  }));

  function afterSave({ filling: _over, ...other }: Handoff): Handoff {
    const next = { ...other, ...(connectionName !== undefined && { connectionName }), touchedAt: now };
    return saved ? withoutSecret(next, 'saved', now) : next;
  }
}

/** When a fill began of which the background was stopped before it heard. Only the form's own word says that it worked. */
function stoppedFillAt(
  { filling }: Handoff,
  tenant: VendorTenant,
  secretIsFilled: boolean | undefined,
): number {
  return filling?.vendorHost === tenant.host && secretIsFilled === true ? filling.at : 0;
}

async function noteStep(
  handoff: Handoff | undefined,
  tenant: VendorTenant,
  connectionName: string | undefined,
  step: StepId,
  isDone: boolean,
): Promise<void> {
  const { records } = await readRecords();
  const clientId =
    handoff?.clientId ??
    records.find((record) => record.vendorHost === tenant.host && record.connectionName === connectionName)
      ?.clientId;
  if (clientId === undefined) return;
  await setEvidence(clientId, tenant.host, step, isDone ? 'seen' : undefined);
}

/** Sets or removes the evidence of a step, in the handoff and in the record. `undefined` removes what was seen. */
export async function setEvidence(
  clientId: string,
  vendorHost: string | undefined,
  step: StepId,
  how: 'seen' | 'ticked' | undefined,
): Promise<void> {
  const at = Date.now();
  const apply = <Subject extends { evidence: Handoff['evidence'] }>(subject: Subject): Subject => {
    const { [step]: before, ...others } = subject.evidence;
    if (before?.how === how) return subject;
    return { ...subject, evidence: how === undefined ? others : { ...others, [step]: { how, at } } };
  };
  if (vendorHost !== undefined) await amendRecord(vendorHost, clientId, apply);
  await updateSession((session) => {
    const handoffs = session.handoffs.map((handoff) =>
      handoff.clientId === clientId ? apply(handoff) : handoff,
    );
    const isSame = handoffs.every((handoff, index) => handoff === session.handoffs[index]);
    return { session: isSame ? session : { ...session, handoffs }, answer: undefined };
  });
}
