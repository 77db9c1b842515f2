/** The state that popup and side panel draw, put together from the stores and the browser. */
import { checkHandoff } from '../handoff/checks';
import { readRecords } from '../handoff/connection-records';
import { journey, journeyOf } from '../handoff/journey';
import { MemoryRefused, readSession, type Session } from '../handoff/memory';
import type { ConnectionRecord } from '../handoff/model';
import { projectHandoff } from '../handoff/project';
import type { ProjectedState } from '../handoff/projection';
import { expectedRedirectUri, registrationProblems } from '../handoff/registration';
import { viewOf } from '../handoff/signin-test';
import { defaultVendor, vendorTenantOf } from '../vendors/registry';
import { openVendorTabs } from './places';
import { otherPrivateWindowOpen, privateWindowsAllowed } from './private-window';
import { renewableInFront } from './renewal-handlers';
import { settingsAtHand } from './settings';
import { pageInFront } from './stale';
import { currentHandoff, currentRecord, currentVendorHost } from './subject';

export async function projectState(): Promise<ProjectedState> {
  const { session, storageFault } = await sessionOrFault();
  const { records } = await readRecords();
  const [openTabs, allowed, privateOpen, inFront, renewable, settings] = await Promise.all([
    openVendorTabs(),
    privateWindowsAllowed(),
    otherPrivateWindowOpen(session.test?.windowId),
    pageInFront(),
    renewableInFront(records),
    settingsAtHand(),
  ]);
  const handoff = currentHandoff(session);
  const record = currentRecord(session, records);
  const vendorHost = currentVendorHost(session);
  const tenant = vendorHost === undefined ? undefined : vendorTenantOf(`https://${vendorHost}/`);
  const vendor = tenant?.vendor ?? defaultVendor;
  const checks = handoff ? checkHandoff(handoff) : [];
  const expected = expectedRedirectUri(tenant, { ...session.carried, ...record, ...handoff });
  const problems = registrationProblems(handoff?.registration, expected, handoff?.appName);
  const ssoNotEnabled = vendorHost !== undefined && session.ssoNotEnabledHost === vendorHost;
  const connection = record?.evidence.save ? record : undefined;
  const fault = storageFault ?? (session.recordRefused && ('diskRefused' as const));
  const test = session.test && concerns(session, record) ? session.test : undefined;
  return {
    kind: 'state',
    now: Date.now(),
    vendor: {
      id: vendor.id,
      name: vendor.name,
      articleUrl: vendor.articleUrl,
      samlUrl: vendor.samlUrl,
    },
    ...(tenant && {
      tenant: {
        host: tenant.host,
        region: tenant.region.name,
        ...(expected !== undefined && { redirectUri: expected }),
      },
    }),
    openTenants: [...(settings.vendorTenants ?? new Set(openTabs.map((open) => open.tenant.host)))],
    askMicrosoft: settings.askMicrosoft ? 'allowed' : 'off',
    ...(settings.helpLink !== undefined && { helpLink: settings.helpLink }),
    journey: journeyOf(handoff),
    ...(connection && {
      connection: { vendorHost: connection.vendorHost, clientId: connection.clientId },
    }),
    ...(renewable && { renewable }),
    ...(session.moveOffer && { moveOffer: session.moveOffer }),
    showSamlNote: !settings.samlNoteRead,
    registrationProblems: problems,
    ssoNotEnabled,
    handoffs: session.handoffs.map(projectHandoff),
    ...(handoff && { current: projectHandoff(handoff) }),
    steps: journey({
      now: Date.now(),
      vendor,
      tenantKnown: tenant !== undefined,
      ...(session.chosen && { tenantChosenAt: session.chosen.at }),
      ...(handoff && { handoff }),
      ...(record && { record }),
      checks,
      ...(record?.lastVerdict && { verdict: record.lastVerdict }),
      ...(test?.verdict && {
        verdict: { verdict: test.verdict, at: record?.lastVerdict?.at ?? test.startedAt },
      }),
      ticks: session.ticks,
      consentOtherApp: session.consentOtherApp !== undefined,
      registrationProblems: problems,
      ssoNotEnabled,
    }),
    checks,
    ...(test && { test: viewOf(test) }),
    privateWindowOpen: privateOpen,
    privateWindowsAllowed: allowed,
    reloadNeeded: inFront === 'reload',
    blockedByPolicy: inFront === 'blocked',
    ...(fault && { storageFault: fault }),
  };
}

/** Whether the test in memory is one of the connection that the journey is about. */
function concerns(session: Session, record: ConnectionRecord | undefined): boolean {
  const clientId = currentHandoff(session)?.clientId ?? record?.clientId;
  return session.test?.clientId === clientId && session.test?.vendorHost === currentVendorHost(session);
}

async function sessionOrFault(): Promise<{ session: Session; storageFault?: MemoryRefused['fault'] }> {
  try {
    return { session: await readSession() };
  } catch (error) {
    const fault = error instanceof MemoryRefused ? error.fault : 'memoryRefused';
    return { session: { handoffs: [], consentTabs: {}, ticks: {}, lastSeen: 0 }, storageFault: fault };
  }
}
