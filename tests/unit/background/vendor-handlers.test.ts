import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { fillHandlers } from '../../../utils/background/fill-handlers';
import { moveHandlers } from '../../../utils/background/move';
import { signinHandlers } from '../../../utils/background/signin-handlers';
import { vendorHandlers } from '../../../utils/background/vendor-handlers';
import { noteConnection, readRecords } from '../../../utils/handoff/connection-records';
import { readSession, type Session, updateSession } from '../../../utils/handoff/memory';
import type { Handoff } from '../../../utils/handoff/model';
import type { SenderOf } from '../../../utils/messages/senders';
import { vendorTenantOf } from '../../../utils/vendors/registry';
import { clientId, handoff, heldSecret, NOW, otherClientId, secretId, secretValue } from '../handoff/samples';

const place = { tabId: 5, windowId: 1, frameId: 0, documentId: 'D', incognito: false };
function consoleAt(host: string): SenderOf<'vendorConsole'> {
  const tenant = vendorTenantOf(`https://${host}/`);
  if (!tenant) throw new Error(host);
  return { kind: 'vendorConsole', tenant, ...place, url: new URL(`https://${host}/`) };
}
const acme = consoleAt('acme.kandji.io');
const page = (url: string): SenderOf<'signinPage'> => ({ kind: 'signinPage', ...place, url: new URL(url) });

const put = (change: Partial<Session>) =>
  updateSession((session) => ({ session: { ...session, ...change }, answer: undefined }));
const hold = (change: Partial<Handoff> = {}) =>
  put({ handoffs: [handoff({ vendorHost: 'acme.kandji.io', secret: heldSecret(), ...change })] });
const held = async () => (await readSession()).handoffs[0];
const seen = (at: number) => ({ how: 'seen' as const, at });

beforeEach(() => {
  fakeBrowser.reset();
  vi.useFakeTimers({ now: NOW + 1000, toFake: ['Date'] });
});

describe('a saved connection', () => {
  const saved = { seen: 'saved' as const, connectionName: 'Entra', clientId };
  it.each([
    ['the form held what was filled', { fill: seen(NOW + 500) }, true, true],
    ['the form held something else', { fill: seen(NOW + 500) }, false, false],
    ['the form was filled by hand', {}, false, false],
    ['the page cannot tell, and it was filled', { fill: seen(NOW + 500) }, undefined, true],
    ['a row of that name was there before', {}, undefined, false],
    ['the fill was of an older secret', { fill: seen(NOW - 500) }, undefined, false],
  ])('%s: the secret leaves memory %#', async (_when, evidence, secretIsFilled, leaves) => {
    await hold({ evidence });
    await vendorHandlers.vendorSeen(
      { ...saved, ...(secretIsFilled !== undefined && { secretIsFilled }) },
      acme,
    );
    expect((await held())?.secret === undefined).toBe(leaves);
    expect((await readRecords()).records[0]?.secretId).toBe(leaves ? secretId : undefined);
    const stored = JSON.stringify(await fakeBrowser.storage.local.get(null));
    expect(stored).not.toContain(secretValue);
  });

  it('is none where only a row is seen that was there before', async () => {
    await hold();
    await vendorHandlers.vendorSeen(saved, acme);
    expect((await held())?.evidence.save).toBeUndefined();
    expect((await readRecords()).records).toEqual([]);
  });

  it('of another client ID is not this handoff’s', async () => {
    await hold({ evidence: { fill: seen(NOW + 500) } });
    await vendorHandlers.vendorSeen({ ...saved, clientId: otherClientId, secretIsFilled: true }, acme);
    expect((await held())?.secret).toBeDefined();
    expect((await readRecords()).records).toEqual([]);
  });

  it('of another vendor tenant is not this handoff’s', async () => {
    await hold({ evidence: { fill: seen(NOW + 500) } });
    await vendorHandlers.vendorSeen({ ...saved, secretIsFilled: true }, consoleAt('globex.kandji.io'));
    expect((await held())?.secret).toBeDefined();
  });
});

describe('the consent link', () => {
  it.each([
    ['https://auth.kandji.io/p/waad/CBIQ6Xfb', true],
    ['https://login.us.auth0.com/kandji-prod/p/waad/CBIQ6Xfb', true],
    ['https://evil.example/p/waad/CBIQ6Xfb', false],
    ['http://auth.kandji.io/p/waad/CBIQ6Xfb', false],
    ['https://auth.kandji.io@evil.example/p/waad/CBIQ6Xfb', false],
    ['https://support.kandji.io/sso-azure', false],
    ['https://acme.kandji.io/p/waad/CBIQ6Xfb', false],
    ['javascript:alert(1)', false],
  ])('%s is kept: %s', async (href, kept) => {
    await hold();
    await vendorHandlers.consentLinkSeen({ href }, acme);
    expect((await held())?.consentLink).toBe(kept ? href : undefined);
  });

  it('is looked at once more when it is opened', async () => {
    const create = vi.spyOn(fakeBrowser.tabs, 'create').mockResolvedValue({ id: 9 } as never);
    await hold({ consentLink: 'https://evil.example/p/waad/CBIQ6Xfb' });
    expect(await vendorHandlers.openConsentLink(undefined, acme)).toEqual({
      kind: 'refused',
      host: 'evil.example',
    });
    expect(create).not.toHaveBeenCalled();
  });

  const microsoft = page('https://login.microsoftonline.com/x');
  const consentPage = (id: string) => ({ page: 'microsoft' as const, clientId: id, consent: true });

  it('an app that is not the captured one is objected to', async () => {
    await hold();
    await put({ consentTabs: { 5: { clientId, microsoftSeen: false } } });
    expect(await signinHandlers.signinSeen(consentPage(otherClientId), microsoft)).toMatchObject({
      kind: 'otherClientId',
      expected: clientId,
    });
    expect((await readSession()).consentOtherApp).toBe(otherClientId);
  });

  it('the page behind the consent, without an error, is the success page', async () => {
    await hold();
    await put({ consentTabs: { 5: { clientId, microsoftSeen: false } } });
    await signinHandlers.signinSeen(consentPage(clientId), microsoft);
    const success = page('https://auth.kandji.io/login/callback?code=x');
    await signinHandlers.signinSeen({ page: 'vendor', at: 'callback' }, success);
    expect((await held())?.evidence.authorise?.how).toBe('seen');
  });

  it('without the consent page of this app, the vendor’s page proves nothing', async () => {
    await hold();
    await put({ consentTabs: { 5: { clientId, microsoftSeen: false } } });
    await signinHandlers.signinSeen(
      { page: 'vendor', at: 'callback' },
      page('https://auth.kandji.io/login/callback'),
    );
    expect((await held())?.evidence.authorise).toBeUndefined();
  });

  it('sign-ins to other apps are nobody’s business', async () => {
    await hold();
    const other = { page: 'microsoft' as const, clientId: otherClientId, consent: false, code: '50011' };
    expect(await signinHandlers.signinSeen(other, microsoft)).toEqual({ kind: 'nothing' });
    expect(JSON.stringify(await readSession())).not.toContain(otherClientId);
  });
});

describe('ending a way to sign in', () => {
  const tested = async () =>
    (await vendorHandlers.enforceContext({ connectionName: 'Entra' }, acme)) as { isTested: boolean };
  it('is tested only by a passed test of this connection, in this vendor tenant', async () => {
    expect((await tested()).isTested).toBe(false);
    const record = await noteConnection(handoff({ connectionName: 'Entra' }), 'acme.kandji.io', heldSecret());
    expect((await tested()).isTested).toBe(false);
    const verdict = { verdict: { kind: 'passed' as const }, at: NOW };
    await fakeBrowser.storage.local.set({
      connections: [{ ...record, vendorHost: 'globex.kandji.io', lastVerdict: verdict }],
    });
    expect((await tested()).isTested).toBe(false);
    await fakeBrowser.storage.local.set({ connections: [{ ...record, lastVerdict: verdict }] });
    expect((await tested()).isTested).toBe(true);
  });
});

describe('a redirect URL of the vendor’s', () => {
  const iru = consoleAt('acme.iru.com');
  const redirectUri = 'https://vpriix.id.iru.com/api/federation/callback/m1';
  it('is carried, and makes this console the tenant', async () => {
    expect(await vendorHandlers.carryRedirectUri({ redirectUri }, iru)).toEqual({
      kind: 'carried',
      vendorName: 'Iru',
    });
    expect(await readSession()).toMatchObject({
      chosen: { vendorHost: 'acme.iru.com' },
      carried: { vendorHost: 'acme.iru.com', redirectUri },
    });
  });
  it.each([
    'https://evil.example/callback',
    'http://vpriix.id.iru.com/callback',
    'https://auth.kandji.io/login/callback',
  ])('is refused where it is not the vendor’s: %s', async (other) => {
    expect(await vendorHandlers.carryRedirectUri({ redirectUri: other }, iru)).toMatchObject({
      kind: 'refused',
    });
    expect((await readSession()).carried).toBeUndefined();
  });
});

describe('a vendor tenant that moved', () => {
  const iru = consoleAt('acme.iru.com');
  const hosts = async () => [(await held())?.vendorHost, (await held())?.vendorId];
  it('is followed in a tab that we opened', async () => {
    await hold();
    await put({ openedTabs: { 5: 'acme.kandji.io' } });
    await fillHandlers.vendorContext(undefined, iru);
    expect(await hosts()).toEqual(['acme.iru.com', 'iru']);
  });
  it('elsewhere the admin is asked, and decides', async () => {
    await hold();
    await fillHandlers.vendorContext(undefined, iru);
    expect(await hosts()).toEqual(['acme.kandji.io', 'kandji']);
    expect((await readSession()).moveOffer).toEqual({ from: 'acme.kandji.io', to: 'acme.iru.com' });
    await moveHandlers.moveTenant({ accept: true }, { kind: 'extensionPage' });
    expect(await hosts()).toEqual(['acme.iru.com', 'iru']);
  });
  it('is neither followed nor offered where the organisation pins its consoles', async () => {
    await hold();
    await put({ openedTabs: { 5: 'acme.kandji.io' } });
    await fakeBrowser.storage.managed.set({ vendorTenants: ['acme.kandji.io'] });
    await fillHandlers.vendorContext(undefined, iru);
    expect(await hosts()).toEqual(['acme.kandji.io', 'kandji']);
    expect((await readSession()).moveOffer).toBeUndefined();
  });
  it.each(['globex.iru.com', 'globex.kandji.io'])('%s is another tenant', async (host) => {
    await hold();
    await put({ openedTabs: { 5: 'acme.kandji.io' } });
    await fillHandlers.vendorContext(undefined, consoleAt(host));
    expect(await hosts()).toEqual(['acme.kandji.io', 'kandji']);
    expect((await readSession()).moveOffer).toBeUndefined();
  });
});
