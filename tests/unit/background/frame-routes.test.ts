/** What a frame of the portal may know of its top page, and what is believed of it. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { captureHandlers } from '../../../utils/background/capture-handlers';
import { forFrames, frameHandlers } from '../../../utils/background/frame-routes';
import { registrationHandlers } from '../../../utils/background/registration-handlers';
import { reminderHandlers } from '../../../utils/background/reminder-handlers';
import { clouds } from '../../../utils/entra/clouds';
import { portalLinks } from '../../../utils/entra/routes';
import { ASK_AGAIN } from '../../../utils/messages/hear';
import type { SenderOf } from '../../../utils/messages/senders';
import { clientId, objectId, otherClientId, secretValue, tenantId } from '../handoff/samples';

const TAB = 7;
const DOMAIN = 'contoso.onmicrosoft.com';
const handlers = forFrames({ ...captureHandlers, ...reminderHandlers, ...registrationHandlers });

const frame = (change: Partial<SenderOf<'portalFrame'>> = {}): SenderOf<'portalFrame'> => ({
  kind: 'portalFrame',
  cloud: clouds.global,
  tabId: TAB,
  windowId: 1,
  frameId: 4,
  documentId: 'F',
  incognito: false,
  url: new URL('https://sandbox-1.reactblade.portal.azure.net/React/Index'),
  ...change,
});
const top = frame({ frameId: 0, url: new URL('https://entra.microsoft.com/') });

const secretsPage = portalLinks.secrets(clouds.global, clientId);
const hashOf = (address: string) => new URL(address).hash;

/** What the tab shows, and what the content script of its top document answers. */
function showing(url: string | undefined, facts?: unknown) {
  const get = vi.spyOn(fakeBrowser.tabs, 'get');
  if (url === undefined) get.mockRejectedValue(new Error('No tab with id: 7.'));
  else get.mockResolvedValue({ id: TAB, url } as never);
  const executeScript = vi.fn(async () => [{ frameId: 0, documentId: 'T', result: facts }]);
  fakeBrowser.scripting.executeScript = executeScript as never;
  return executeScript;
}

const handoffs = async () => {
  const { session } = await fakeBrowser.storage.session.get('session');
  return (session as { handoffs: object[] } | undefined)?.handoffs ?? [];
};

const capture = (sender: SenderOf<'portalFrame'>, facts: object = {}) =>
  handlers.captureSecretValue({ clientId, secretValue, whenHeld: 'ask', ...facts }, sender);

beforeEach(() => fakeBrowser.reset());

describe('the route that a frame is told', () => {
  it.each([
    ['an app’s secrets', secretsPage, hashOf(secretsPage)],
    ['the register form', portalLinks.register(clouds.global), hashOf(portalLinks.register(clouds.global))],
    ['a page of others', 'https://entra.microsoft.com/#view/Microsoft_AAD_IAM/UsersBlade', ''],
    ['a frame’s host as top page', secretsPage.replace('entra.microsoft.com', 'a.portal.azure.net'), ''],
    ['a look-alike', secretsPage.replace('entra.microsoft.com', 'entra.microsoft.com.evil.example'), ''],
    ['another cloud', portalLinks.secrets(clouds.usGov, clientId), ''],
    ['http', secretsPage.replace('https:', 'http:'), ''],
    ['something that is no address', 'nonsense', ''],
    ['a tab that is gone', undefined, ''],
  ])('%s', async (_where, url, hash) => {
    showing(url);
    expect(await frameHandlers.frameRoute(undefined, frame())).toEqual({ kind: 'route', hash });
  });

  it('is asked for again when the top page says that it changed, and not on a frame’s word', async () => {
    const sendMessage = vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockRejectedValue(new Error('no receiver'));
    await frameHandlers.routeChanged(undefined, frame());
    expect(sendMessage).not.toHaveBeenCalled();
    expect(await frameHandlers.routeChanged(undefined, top)).toEqual({ kind: 'done' });
    expect(sendMessage).toHaveBeenCalledWith(TAB, ASK_AGAIN);
  });
});

describe('a capture in a frame', () => {
  it('gets the directory’s domain and the app’s name from the top page', async () => {
    showing(secretsPage, { clientId, directoryDomain: DOMAIN, appName: 'Kandji', tenantId });
    expect(await capture(frame())).toMatchObject({ kind: 'held' });
    expect(await handoffs()).toMatchObject([
      { clientId, tenantId, directoryDomain: DOMAIN, appName: 'Kandji', secret: { secretValue } },
    ]);
  });

  it('keeps what stands beside the value, but for the domain', async () => {
    showing(secretsPage, { clientId, directoryDomain: DOMAIN, appName: 'Title' });
    await handlers.captureClientId(
      { clientId, objectId, appName: 'Essentials', directoryDomain: 'other.example' },
      frame(),
    );
    expect(await handoffs()).toMatchObject([{ objectId, appName: 'Essentials', directoryDomain: DOMAIN }]);
  });

  it.each([
    ['of another app', { clientId: otherClientId, directoryDomain: 'other.example' }],
    ['with something else in them', { clientId, directoryDomain: DOMAIN, secretValue }],
    ['that are no facts', 'nonsense'],
    ['that are none', undefined],
  ])('takes no facts %s', async (_which, facts) => {
    showing(secretsPage, facts);
    expect(await capture(frame())).toMatchObject({ kind: 'held' });
    expect(await handoffs()).toMatchObject([{ clientId, secret: { secretValue } }]);
    expect(JSON.stringify(await handoffs())).not.toContain('directoryDomain');
  });

  it('works where the top page may not be asked', async () => {
    showing(secretsPage).mockRejectedValue(new Error('This page cannot be scripted.'));
    expect(await capture(frame())).toMatchObject({ kind: 'held' });
  });

  it.each([
    ['another app’s page', portalLinks.secrets(clouds.global, otherClientId)],
    ['the list', portalLinks.list(clouds.global)],
    ['nothing that can be seen', undefined],
  ])('is refused while the portal shows %s: the frame is a leftover', async (_what, url) => {
    showing(url, { clientId, directoryDomain: DOMAIN });
    const refused = { kind: 'refused', reason: { kind: 'otherPage' } };
    expect(await capture(frame())).toEqual(refused);
    expect(await handlers.captureClientId({ clientId }, frame())).toEqual(refused);
    expect(await handoffs()).toEqual([]);
  });

  it('asks nobody about a capture in the top page itself', async () => {
    const injected = showing(portalLinks.list(clouds.global));
    expect(await capture(top)).toMatchObject({ kind: 'held' });
    expect(injected).not.toHaveBeenCalled();
  });
});

it('does not believe a leftover frame that a secret was deleted', async () => {
  const seen = vi.fn(() => ({ kind: 'done' as const }));
  const { secretsSeen } = forFrames({
    ...captureHandlers,
    ...reminderHandlers,
    ...registrationHandlers,
    secretsSeen: seen,
  });
  showing(portalLinks.secrets(clouds.global, otherClientId));
  await secretsSeen({ clientId, complete: true, rows: [] }, frame());
  expect(seen).not.toHaveBeenCalled();
  showing(secretsPage);
  await secretsSeen({ clientId, complete: true, rows: [] }, frame());
  expect(seen).toHaveBeenCalledOnce();
});
