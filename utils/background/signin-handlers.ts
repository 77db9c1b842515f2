/**
 * What the sign-in pages showed: feeds the sign-in test, the consent step and the explanations. Codes and tokens in
 * addresses are never sent here, so they cannot be kept.
 */
import browser from 'webextension-polyfill';
import { clouds } from '../entra/clouds';
import { portalLinks } from '../entra/routes';
import { asClientId } from '../entra/values';
import { amendRecord, readRecords } from '../handoff/connection-records';
import { readSession, type Session, updateSession } from '../handoff/memory';
import type { ConnectionRecord } from '../handoff/model';
import { expectedRedirectUri } from '../handoff/registration';
import { advance, type SigninEvent, type SigninTest } from '../handoff/signin-test';
import type { VendorRefusal } from '../handoff/verdict';
import type { Handlers } from '../messages/door';
import type { DataOf, OpenAnswer, SigninAnswer } from '../messages/protocol';
import type { SenderOf } from '../messages/senders';
import type { VendorProfile } from '../vendors/profile';
import { identityHostOf, isRedirectUriOf, vendors, vendorTenantOf } from '../vendors/registry';
import { openPlace } from './places';
import { setEvidence } from './vendor-handlers';

type SigninData = DataOf<'signinSeen'>;
type MicrosoftPage = Extract<SigninData, { page: 'microsoft' }>;
type VendorPage = Extract<SigninData, { page: 'vendor' }>;
type PageSender = SenderOf<'signinPage' | 'vendorConsole'>;

export const signinHandlers: Pick<Handlers, 'signinSeen' | 'consoleSeen' | 'openFix'> = {
  openFix,

  signinSeen: (data, sender) =>
    data.page === 'microsoft' ? microsoftSeen(data, sender) : vendorSeen(data, sender),

  consoleSeen: async ({ signedIn, error, description }, sender) => {
    const { host, vendor } = sender.tenant;
    if (signedIn) await feedTest(sender, { kind: 'console', host });
    else if (error !== undefined) await feedTest(sender, errorEvent(vendor, error, description));
    return { kind: 'done' };
  },
};

async function microsoftSeen(page: MicrosoftPage, sender: PageSender): Promise<SigninAnswer> {
  await feedTest(sender, {
    kind: 'microsoftPage',
    ...(page.clientId !== undefined && { clientId: page.clientId }),
    ...(page.code !== undefined && { code: page.code }),
    ...(page.redirectUri !== undefined && { redirectUri: page.redirectUri }),
    ...(page.traceId !== undefined && { traceId: page.traceId }),
  });
  const consent = await noteConsentPage(page, sender);
  if (consent) return consent;
  return explainMicrosoft(page, sender);
}

/** The consent page in a tab of ours must be that of the captured registration; elsewhere a matching one is noted. */
function noteConsentPage(page: MicrosoftPage, sender: PageSender): Promise<SigninAnswer | undefined> {
  return updateSession((session) => {
    const key = String(sender.tabId);
    const ours = Object.hasOwn(session.consentTabs, key) ? session.consentTabs[key] : undefined;
    if (page.clientId === undefined || isTestTab(session.test, sender)) return { session, answer: undefined };
    const expected = ours?.clientId ?? (page.consent ? page.clientId : undefined);
    if (expected === undefined) return { session, answer: undefined };
    const handoff = session.handoffs.find((candidate) => candidate.clientId === expected);
    if (!ours && !handoff) return { session, answer: undefined };
    if (expected !== page.clientId) {
      return {
        session: { ...session, consentOtherApp: page.clientId },
        answer: {
          kind: 'otherClientId',
          expected,
          ...(handoff?.appName !== undefined && { appName: handoff.appName }),
        },
      };
    }
    const { consentOtherApp: _resolved, ...rest } = session;
    const consentTab = { clientId: expected, microsoftSeen: true };
    return {
      session: { ...rest, consentTabs: { ...session.consentTabs, [key]: consentTab } },
      answer: undefined,
    };
  });
}

async function explainMicrosoft(page: MicrosoftPage, sender: PageSender): Promise<SigninAnswer> {
  if (page.code === undefined) return { kind: 'nothing' };
  const session = await updateSession((now) => ({ session: now, answer: now }));
  const { records } = await readRecords();
  const subject = subjectOf(page, sender, session, records);
  if (!subject) return { kind: 'nothing' };
  const tenant =
    subject.vendorHost === undefined ? undefined : vendorTenantOf(`https://${subject.vendorHost}/`);
  const vendor = tenant?.vendor ?? vendors.kandji;
  return {
    kind: 'explainMicrosoft',
    code: page.code,
    ...(page.redirectUri !== undefined && { redirectUri: page.redirectUri }),
    expectedRedirectUri: expectedRedirectUri(tenant, subject) ?? knownRedirectUri(page.redirectUri),
    vendorName: vendor.name,
  };
}

/** Where the vendor tenant is not known: the URI the vendor sent is right, if it is a vendor's at all. */
function knownRedirectUri(sent: string | undefined): string {
  const isVendors = Object.values(vendors).some((vendor) =>
    vendor.regions.some((region) => sent !== undefined && isRedirectUriOf({ region }, sent)),
  );
  return isVendors && sent !== undefined ? sent : '';
}

/** Opens the place where an explained error is put right; the private window of a test is no place for it. */
async function openFix({ place, clientId }: DataOf<'openFix'>, sender: PageSender): Promise<OpenAnswer> {
  const session = await readSession();
  const { records } = await readRecords();
  const tested = isTestTab(session.test, sender) ? session.test : undefined;
  const wanted = clientId ?? tested?.clientId ?? session.consentTabs[String(sender.tabId)]?.clientId;
  const subject =
    session.handoffs.find((handoff) => handoff.clientId === wanted) ??
    records.find((record) => record.clientId === wanted);
  const vendorHost = subject?.vendorHost ?? tested?.vendorHost;
  const address =
    place === 'console'
      ? vendorHost && `https://${vendorHost}/`
      : subject && portalLinks[place](clouds[subject.cloudId], subject.clientId);
  if (!address) return { kind: 'notKnown' };
  await openPlace(address);
  return { kind: 'opened' };
}

/** The connection that a Microsoft error page is about; sign-ins to anything else are nobody's business. */
function subjectOf(
  page: MicrosoftPage,
  sender: PageSender,
  session: Session,
  records: readonly ConnectionRecord[],
): { vendorHost?: string; redirectUri?: string } | undefined {
  if (session.test && isTestTab(session.test, sender)) return session.test;
  const consentTab = session.consentTabs[String(sender.tabId)];
  const clientId = page.clientId ?? consentTab?.clientId;
  const handoff = session.handoffs.find((candidate) => candidate.clientId === clientId);
  return handoff ?? records.find((record) => record.clientId === clientId) ?? (consentTab ? {} : undefined);
}

/**
 * Whether a sign-in page is any business of ours: the vendor's own, one of a test or a consent under way, or one for an
 * app of ours. Every other sign-in to Microsoft goes by unread.
 */
export async function isSigninOfOurs(sender: SenderOf<'signinPage'>): Promise<boolean> {
  if (identityHostOf(sender.url.host)) return true;
  const session = await readSession();
  if (isTestTab(session.test, sender) || Object.hasOwn(session.consentTabs, String(sender.tabId)))
    return true;
  const clientId = asClientId(sender.url.searchParams.get('client_id') ?? '');
  if (clientId === undefined) return false;
  if (session.handoffs.some((handoff) => handoff.clientId === clientId)) return true;
  const { records } = await readRecords();
  return records.some((record) => record.clientId === clientId);
}

async function vendorSeen(page: VendorPage, sender: PageSender): Promise<SigninAnswer> {
  const identity = identityHostOf(sender.url.host);
  if (!identity) return { kind: 'nothing' };
  const { vendor } = identity;
  if (page.error !== undefined) {
    const event = errorEvent(vendor, page.error, page.description);
    await feedTest(sender, event);
    if (event.kind === 'vendorError') {
      return { kind: 'explainVendor', reason: event.reason, vendorName: vendor.name };
    }
    return explainMicrosoft({ page: 'microsoft', consent: false, code: event.code }, sender);
  }
  if (page.at === 'login') await feedTest(sender, { kind: 'vendorLogin' });
  else await noteConsentGiven(sender);
  return { kind: 'nothing' };
}

/** A page of the vendor's sign-in host without an error, after Microsoft's consent page of ours: the success page. */
async function noteConsentGiven(sender: PageSender): Promise<void> {
  const key = String(sender.tabId);
  const given = await updateSession((session) => {
    const tab = Object.hasOwn(session.consentTabs, key) ? session.consentTabs[key] : undefined;
    if (!tab?.microsoftSeen) return { session, answer: undefined };
    const { [key]: _finished, ...consentTabs } = session.consentTabs;
    const handoff = session.handoffs.find((candidate) => candidate.clientId === tab.clientId);
    return {
      session: { ...session, consentTabs },
      answer: { clientId: tab.clientId, vendorHost: handoff?.vendorHost },
    };
  });
  if (given) await setEvidence(given.clientId, given.vendorHost, 'authorise', 'seen');
}

/** An error that reached the vendor: Microsoft's own code where it was passed on (a declined consent is), else why. */
function errorEvent(
  vendor: VendorProfile,
  error: string,
  description: string | undefined,
): Extract<SigninEvent, { kind: 'vendorError' }> | { kind: 'microsoftPage'; code: string } {
  const text = `${error} ${description ?? ''}`;
  const code = /AADSTS(\d{4,9})/.exec(text)?.[1];
  if (code !== undefined) return { kind: 'microsoftPage', code };
  const reason: VendorRefusal = vendor.signIn.tokenExchangeFailed.test(text)
    ? 'tokenExchangeFailed'
    : vendor.signIn.userNotInvited.test(text) || error === 'access_denied'
      ? 'userNotInvited'
      : 'other';
  // Only a code is kept of it: descriptions may name people.
  return { kind: 'vendorError', reason, ...(/^[a-z_]{1,64}$/.test(error) && { errorCode: error }) };
}

/** Pages of the private window that the test opened; where the browser told no number, any private window. */
export function isTestTab(test: SigninTest | undefined, sender: PageSender): boolean {
  if (!test?.windowOpen || !sender.incognito) return false;
  return test.windowId === undefined || test.windowId === sender.windowId;
}

async function feedTest(sender: PageSender, event: SigninEvent): Promise<void> {
  await advanceTest((test) => isTestTab(test, sender), event);
}

/** Feeds the running test, and puts a verdict on record. */
export async function advanceTest(
  concerns: (test: SigninTest) => boolean,
  event: SigninEvent,
): Promise<void> {
  const outcome = await updateSession((session) => {
    const { test } = session;
    if (!test || !concerns(test)) return { session, answer: undefined };
    const next = advance(test, event);
    const answer = next.verdict && next.verdict !== test.verdict ? next : undefined;
    return { session: { ...session, test: next }, answer };
  });
  if (!outcome?.verdict) return;
  const { verdict, clientId, vendorHost } = outcome;
  await amendRecord(vendorHost, clientId, (record, at) => ({ ...record, lastVerdict: { verdict, at } }));
  if (verdict.kind === 'passed') {
    for (const step of ['authorise', 'enable', 'test'] as const) {
      await setEvidence(clientId, vendorHost, step, 'seen');
    }
  }
}

/** The test's window was closed: no outcome any more. */
export function watchTestWindow(): void {
  browser.windows.onRemoved.addListener((windowId) => {
    void advanceTest((test) => test.windowId === windowId, { kind: 'windowClosed' });
  });
}
