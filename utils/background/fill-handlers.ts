/** Filling the connection form: which handoff, which document, and what is remembered of it. */
import browser from 'webextension-polyfill';
import { checkHandoff } from '../handoff/checks';
import { type Choice, chooseHandoff, handoffsFor } from '../handoff/choose';
import { noteConnectionIfPossible, readRecords } from '../handoff/connection-records';
import { readSession, updateSession } from '../handoff/memory';
import type { Handoff } from '../handoff/model';
import type { Handlers } from '../messages/door';
import type { FillAnswer, FillCandidate, FillOffer } from '../messages/protocol';
import { isAllowedTenant, type Settings } from '../settings/settings';
import { type VendorTenant, vendorTenantOf } from '../vendors/registry';
import { cancellable, neverAborted, orAborted } from './cancelling';
import { checkDomain } from './discovery';
import { fillDocument, findTarget, type Target } from './fill';
import { followMove, noteOpened } from './move';
import { openPlace, show, vendorTab } from './places';
import { readSettings, tightenHolds } from './settings';
import { pageInFront } from './stale';
import { currentHandoff, currentVendorHost } from './subject';

export const fillHandlers: Pick<Handlers, 'vendorContext' | 'requestFill' | 'fillForm'> = {
  vendorContext: async (_data, { tenant, tabId }) => {
    await followMove(tenant, tabId);
    const session = await readSession();
    const { records } = await readRecords();
    const offer = offerOf(chooseHandoff(session.handoffs, tenant.host, tenant.vendor.id));
    const known = [...handoffsFor(session.handoffs, tenant.host, tenant.vendor.id), ...records]
      .filter((one) => one.vendorHost === tenant.host)
      .find((one) => one.connectionName !== undefined)?.connectionName;
    return { ...offer, ...(known !== undefined && { connectionName: known }) };
  },

  requestFill: async ({ clientId, whenFilled }, { tenant, tabId, documentId }) => {
    if (!documentId || !(await isInFront(tabId))) return { kind: 'wrongPage' };
    return cancellable(
      'fillForm',
      (signal) => fill(tenant, { tabId, documentId }, whenFilled, signal, clientId),
      { documentId },
    );
  },

  fillForm: ({ whenFilled }) => cancellable('fillForm', (signal) => fillForm(whenFilled, signal)),
};

/** Fills the form in the console of the current handoff, which comes to the front. */
export async function fillForm(
  whenFilled: 'ask' | 'overwrite',
  signal: AbortSignal = neverAborted,
): Promise<FillAnswer> {
  const session = await readSession();
  const handoff = currentHandoff(session);
  const host = currentVendorHost(session) ?? (await activeVendorHost());
  const tenant = host === undefined ? undefined : vendorTenantOf(`https://${host}/`);
  if (!tenant) return { kind: 'noForm', opened: false };
  const settings = await orAborted(readSettings(), signal);
  if (!isAllowedTenant(settings, tenant.host)) return notAllowed(tenant, settings);
  const tab = await vendorTab(tenant.host);
  if (tab?.id === undefined) {
    // A console that we are kept out of has no address for us: it may be the page in front.
    if ((await pageInFront()) === 'blocked') return { kind: 'blocked', host: tenant.host };
    const opened = await openPlace(`https://${tenant.host}/`, signal);
    if (opened) await noteOpened(opened.tabId, opened.vendorHost);
    return { kind: 'noForm', opened: true };
  }
  const found = await orAborted(findTarget(tab.id, tenant.host), signal);
  if (found.kind === 'blocked') return { kind: 'blocked', host: tenant.host };
  if (found.kind === 'wrongPage') return { kind: 'wrongPage' };
  // A hidden page draws no frames, and the filler reads back a frame later. The admin sees what is filled, too.
  if (!tab.active) await show(tab);
  return fill(tenant, found.target, whenFilled, signal, handoff?.clientId);
}

function offerOf(choice: Choice): FillOffer {
  switch (choice.kind) {
    case 'one':
      return {
        kind: 'ready',
        candidate: candidateOf(choice.handoff),
        deadline: choice.handoff.secret?.deadline ?? 0,
      };
    case 'several':
      return { kind: 'choose', candidates: choice.handoffs.map(candidateOf) };
    case 'none':
      return nothingHeld(choice);
    default:
      return choice satisfies never;
  }
}

/**
 * Whether the tab is the one its window shows. Somebody pressed a button there, says the page; a page that has taken over
 * its renderer can say so too, but not bring itself to the front.
 */
async function isInFront(tabId: number): Promise<boolean> {
  const tab = await browser.tabs.get(tabId).catch(() => undefined);
  return tab?.active === true;
}

async function activeVendorHost(): Promise<string | undefined> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  return tab?.url === undefined ? undefined : vendorTenantOf(tab.url)?.host;
}

/** The organisation does not want values to go there. */
const notAllowed = (tenant: VendorTenant, { vendorTenants }: Settings): FillAnswer => ({
  kind: 'notAllowed',
  host: tenant.host,
  allowed: [...(vendorTenants ?? [])],
});

async function fill(
  tenant: VendorTenant,
  target: Target,
  whenFilled: 'ask' | 'overwrite',
  signal: AbortSignal,
  clientId?: string,
): Promise<FillAnswer> {
  const settings = await orAborted(readSettings(), signal);
  await tightenHolds(settings);
  if (!isAllowedTenant(settings, tenant.host)) return notAllowed(tenant, settings);
  const { handoffs } = await readSession();
  const choice = chooseHandoff(handoffs, tenant.host, tenant.vendor.id, clientId);
  if (choice.kind === 'several') return { kind: 'choose', candidates: choice.handoffs.map(candidateOf) };
  if (choice.kind === 'none') return nothingHeld(choice);
  const handoff = await withDomainChecked(choice.handoff, signal);
  if (handoff.domainCheck?.kind === 'otherTenant') {
    return { kind: 'otherDirectory', domain: handoff.domainCheck.domain };
  }
  // Asking Microsoft takes time: the secret is read again, so that one wiped meanwhile is not filled.
  const secret = (await noteFilling(handoff.clientId, tenant.host))?.secret;
  if (!secret) return { kind: 'nothingHeld', missing: ['secretValue'] };
  signal.throwIfAborted();
  const filled = await fillDocument(target, {
    origin: `https://${tenant.host}`,
    vendorId: tenant.vendor.id,
    values: {
      connectionName: tenant.vendor.connectionName,
      ...(handoff.directoryDomain !== undefined && { directoryDomain: handoff.directoryDomain }),
      clientId: handoff.clientId,
      secretValue: secret.secretValue,
    },
    whenFilled,
    // Renewal replaces the secret and leaves the rest of a working connection alone.
    ...(handoff.renews && { only: 'secretValue' as const }),
  });
  if (filled.kind !== 'filled') await amend(handoff.clientId, withoutFilling);
  switch (filled.kind) {
    case 'blocked':
      return { kind: 'blocked', host: tenant.host };
    case 'noForm':
      return { kind: 'noForm', opened: false };
    case 'holdsSecret':
    case 'wrongPage':
      return filled;
    case 'filled': {
      const secret = filled.fields.find(({ field }) => field === 'secretValue');
      const took = secret?.outcome === 'filled' || secret?.outcome === 'alreadyEqual';
      await noteFilled(handoff.clientId, tenant.host, filled.connectionName, took);
      return { kind: 'filled', fields: filled.fields };
    }
    default:
      return filled satisfies never;
  }
}

/** Pressing *Fill* is the request to check the domain (TRUST §1.9). A domain that was checked before is not asked again. */
async function withDomainChecked(handoff: Handoff, signal: AbortSignal): Promise<Handoff> {
  const domain = handoff.directoryDomain;
  const known = handoff.domainCheck;
  if (!domain || (known?.domain === domain && known.kind !== 'unreachable')) return handoff;
  const domainCheck = await checkDomain(handoff.cloudId, domain, handoff.tenantId, Date.now(), signal);
  await amend(handoff.clientId, (found) => ({ ...found, domainCheck }));
  return { ...handoff, domainCheck };
}

/** Written before the page is: a background that is stopped before it hears of the fill must know of it at the save. */
function noteFilling(clientId: string, vendorHost: string): Promise<Handoff | undefined> {
  return amend(clientId, (found, at) => (found.secret ? { ...found, filling: { vendorHost, at } } : found));
}

function withoutFilling({ filling: _over, ...handoff }: Handoff): Handoff {
  return handoff;
}

/** The handoff belongs to this vendor tenant from now on; the connection is on record, without the secret. */
async function noteFilled(
  clientId: string,
  vendorHost: string,
  connectionName: string | undefined,
  /** The page has the secret now: a save seen later is the save of this handoff. */
  secretTook: boolean,
): Promise<void> {
  const handoff = await amend(clientId, (found, now) => ({
    ...withoutFilling(found),
    vendorHost,
    ...(connectionName !== undefined && { connectionName }),
    evidence: secretTook
      ? { ...found.evidence, ...checkedBy(found), fill: { how: 'seen', at: now } }
      : found.evidence,
    touchedAt: now,
  }));
  if (handoff && secretTook) await noteConnectionIfPossible(handoff, vendorHost);
}

/** The secret leaves memory with the save: that the values were checked before has to be noted now. */
function checkedBy(handoff: Handoff): Handoff['evidence'] {
  const checks = checkHandoff(handoff);
  const passed = checks.every(({ outcome }) => outcome === 'passed' || outcome === 'hint');
  const at = handoff.domainCheck?.at;
  return passed && at !== undefined ? { check: { how: 'seen', at } } : {};
}

/** Changes one handoff, if it is still there, and returns it as it is then. */
export function amend(
  clientId: string,
  change: (handoff: Handoff, now: number) => Handoff,
): Promise<Handoff | undefined> {
  return updateSession((session, now) => {
    const found = session.handoffs.find((handoff) => handoff.clientId === clientId);
    if (!found) return { session, answer: undefined };
    const changed = change(found, now);
    const handoffs = session.handoffs.map((handoff) => (handoff === found ? changed : handoff));
    return { session: { ...session, handoffs }, answer: changed };
  });
}

function candidateOf(handoff: Handoff): FillCandidate {
  return {
    clientId: handoff.clientId,
    ...(handoff.appName !== undefined && { appName: handoff.appName }),
    capturedAt: handoff.secret?.capturedAt ?? handoff.touchedAt,
  };
}

function nothingHeld(choice: Extract<ReturnType<typeof chooseHandoff>, { kind: 'none' }>) {
  return {
    kind: 'nothingHeld' as const,
    missing: choice.missing,
    ...(choice.wiped && { wiped: choice.wiped }),
  };
}
