import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { registrationHandlers } from '../../../utils/background/registration-handlers';
import { clouds } from '../../../utils/entra/clouds';
import { readSession, type Session, updateSession } from '../../../utils/handoff/memory';
import type { SenderOf } from '../../../utils/messages/senders';
import { clientId, handoff } from '../handoff/samples';

const portal: SenderOf<'portalFrame'> = {
  kind: 'portalFrame',
  cloud: clouds.global,
  tabId: 1,
  windowId: 1,
  frameId: 0,
  documentId: 'D',
  incognito: false,
  url: new URL('https://entra.microsoft.com/'),
};
const put = (change: Partial<Session>) =>
  updateSession((session) => ({ session: { ...session, ...change }, answer: undefined }));
const open = (...hosts: string[]) =>
  vi
    .spyOn(fakeBrowser.tabs, 'query')
    .mockResolvedValue(hosts.map((host) => ({ url: `https://${host}/devices`, incognito: false })) as never);
const values = () => registrationHandlers.registrationValues(undefined, portal);
const us = 'https://auth.kandji.io/login/callback';

beforeEach(() => fakeBrowser.reset());

describe('what a new registration is filled with', () => {
  it.each([
    ['the only open console’s redirect URI', ['acme.kandji.io'], { redirectUri: us, vendorName: 'Kandji' }],
    ['the same console in two tabs', ['acme.kandji.io', 'acme.kandji.io'], { redirectUri: us }],
    [
      'none with two consoles open: the admin has to say which',
      ['acme.kandji.io', 'globex.kandji.io'],
      { why: 'noTenant' },
    ],
    ['none with no console open', [], { why: 'noTenant' }],
    [
      'none for Iru before its redirect URL was carried',
      ['acme.iru.com'],
      { why: 'notCarried', vendorName: 'Iru' },
    ],
  ])('%s', async (_what, hosts, expected) => {
    open(...hosts);
    expect(await values()).toMatchObject(expected);
  });

  it('a chosen tenant wins over an open console', async () => {
    await put({ chosen: { vendorHost: 'acme.eu.kandji.io', at: 1 } });
    open('globex.kandji.io');
    expect(await values()).toMatchObject({ redirectUri: 'https://auth.eu.kandji.io/login/callback' });
    expect((await readSession()).chosen?.vendorHost).toBe('acme.eu.kandji.io');
  });
});

describe('what a registration shows', () => {
  const seen = { clientId, counts: { web: 0, spa: 1, publicClient: 0 } };
  it('is judged for an app that is carried to a vendor tenant', async () => {
    await put({ handoffs: [handoff({ vendorHost: 'acme.kandji.io' })] });
    expect(await registrationHandlers.registrationSeen(seen, portal)).toMatchObject({
      problems: [{ kind: 'wrongPlatform', platform: 'spa', expected: us }],
    });
  });
  it('is nobody’s business otherwise', async () => {
    expect(await registrationHandlers.registrationSeen(seen, portal)).toMatchObject({ problems: [] });
    expect((await readSession()).handoffs).toEqual([]);
  });
});
