/** Cancelled, a wait ends at once, its request is aborted, and nothing of it is stored, filled or left open. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { cancellable } from '../../../utils/background/cancelling';
import { fillHandlers } from '../../../utils/background/fill-handlers';
import { microsoftHandlers } from '../../../utils/background/microsoft-handlers';
import { vendorHandlers } from '../../../utils/background/vendor-handlers';
import { viewHandlers } from '../../../utils/background/view-handlers';
import { noteConnection } from '../../../utils/handoff/connection-records';
import { readSession, updateSession } from '../../../utils/handoff/memory';
import type { Cancellable } from '../../../utils/messages/protocol';
import type { SenderOf } from '../../../utils/messages/senders';
import { vendorTenantOf } from '../../../utils/vendors/registry';
import { handoff, heldSecret } from '../handoff/samples';

const popup = { kind: 'extensionPage' } as const;
const cancel = (deed: Cancellable) => viewHandlers.cancel({ deed }, popup);
const executeScript = vi.fn();
const removeTab = vi.fn(async (_id: number) => undefined);
const removeWindow = vi.fn(async (_id: number) => undefined);
let asked: AbortSignal | undefined;

/** Something that the browser or the network is asked for and that does not come yet. */
function pending<Value>() {
  const { promise, resolve } = Promise.withResolvers<Value>();
  return { call: vi.fn(() => promise), come: resolve };
}

beforeEach(async () => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
  vi.clearAllMocks();
  asked = undefined;
  executeScript.mockResolvedValue([{ documentId: 'D', result: 'https://acme.kandji.io/' }]);
  Object.assign(fakeBrowser, {
    declarativeNetRequest: { updateSessionRules: async () => undefined },
    scripting: { executeScript },
    extension: { isAllowedIncognitoAccess: async () => true },
    permissions: { contains: async () => true },
  });
  Object.assign(fakeBrowser.tabs, { remove: removeTab });
  Object.assign(fakeBrowser.windows, { remove: removeWindow });
  vi.spyOn(globalThis, 'fetch').mockImplementation((_address, init) => {
    asked = init?.signal ?? undefined;
    return new Promise((_resolve, reject) =>
      asked?.addEventListener('abort', () => reject(asked?.reason), { once: true }),
    );
  });
  const now = Date.now();
  const secret = heldSecret({ capturedAt: now, deadline: now + 60_000, latestDeadline: now + 60_000 });
  const held = handoff({ vendorHost: 'acme.kandji.io', directoryDomain: 'contoso.example', secret });
  await updateSession((session) => ({ session: { ...session, handoffs: [held] }, answer: undefined }));
});

const stored = async () => JSON.stringify(await fakeBrowser.storage.session.get(null));

describe('what asks Microsoft', () => {
  it.each<[Cancellable, () => Promise<{ kind: string }>]>([
    ['askMicrosoft', async () => microsoftHandlers.askMicrosoft(undefined, popup)],
    ['runCheck', async () => viewHandlers.runCheck(undefined, popup)],
  ])('%s: the request is aborted and nothing is stored', async (deed, press) => {
    const before = await stored();
    const answer = press();
    await vi.waitFor(() => expect(asked).toBeDefined());
    await cancel(deed);
    expect(asked?.aborted).toBe(true);
    expect(await answer).toEqual({ kind: 'cancelled' });
    expect(await stored()).toBe(before);
    // The probe for a policy is no second wait.
    expect(fetch).toHaveBeenCalledOnce();
  });

  it('another deed is not cancelled with it', async () => {
    const answer = viewHandlers.runCheck(undefined, popup);
    await vi.waitFor(() => expect(asked).toBeDefined());
    await cancel('askMicrosoft');
    expect(asked?.aborted).toBe(false);
    await cancel('runCheck');
    expect(await answer).toEqual({ kind: 'cancelled' });
  });
});

it('a fault of our own is not called cancelled, even when it comes with a cancel', async () => {
  const running = cancellable('runCheck', async () => {
    await cancel('runCheck');
    throw new TypeError('a fault');
  });
  await expect(running).rejects.toThrow(TypeError);
});

it('a fill that waits for the look-up of the domain never writes into the form', async () => {
  Object.assign(fakeBrowser.tabs, {
    query: async () => [{ id: 1, url: 'https://acme.kandji.io/', active: true, incognito: false }],
  });
  const before = await stored();
  const answer = fillHandlers.fillForm({ whenFilled: 'ask' }, popup);
  await vi.waitFor(() => expect(asked).toBeDefined());
  await cancel('fillForm');
  expect(await answer).toEqual({ kind: 'cancelled' });
  // It was looked for, and not filled.
  expect(executeScript).toHaveBeenCalledOnce();
  expect(await stored()).toBe(before);
});

it('a fill that is cancelled while the console is looked into brings no tab to the front', async () => {
  const update = vi.fn(async () => ({}));
  Object.assign(fakeBrowser.tabs, {
    query: async () => [{ id: 1, url: 'https://acme.kandji.io/', active: false, incognito: false }],
    update,
  });
  executeScript.mockImplementation(async () => {
    await cancel('fillForm');
    return [{ documentId: 'D', result: 'https://acme.kandji.io/' }];
  });
  expect(await fillHandlers.fillForm({ whenFilled: 'ask' }, popup)).toEqual({ kind: 'cancelled' });
  expect(update).not.toHaveBeenCalled();
});

it('a fill that is cancelled after Microsoft has answered never writes into the form', async () => {
  Object.assign(fakeBrowser.tabs, {
    query: async () => [{ id: 1, url: 'https://acme.kandji.io/', active: true, incognito: false }],
  });
  vi.mocked(fetch).mockImplementation(async () => {
    // The answer is there; what is held is read once more before the form is written.
    const read = fakeBrowser.storage.session.get.bind(fakeBrowser.storage.session);
    vi.spyOn(fakeBrowser.storage.session, 'get').mockImplementation((async (keys: string) => {
      await cancel('fillForm');
      return read(keys);
    }) as never);
    return new Response('{}');
  });
  const answer = await fillHandlers.fillForm({ whenFilled: 'ask' }, popup);
  expect(fetch).toHaveBeenCalledOnce();
  expect(answer).toEqual({ kind: 'cancelled' });
  expect(executeScript).toHaveBeenCalledOnce();
});

describe('what a console’s page has begun', () => {
  const tenant = vendorTenantOf('https://acme.kandji.io/');
  if (!tenant) throw new Error('no tenant');
  const page = (documentId: string): SenderOf<'vendorConsole'> => ({
    kind: 'vendorConsole',
    tenant,
    tabId: 1,
    windowId: 1,
    frameId: 0,
    documentId,
    incognito: false,
    url: new URL('https://acme.kandji.io/'),
  });
  const cancelIn = (documentId: string, deed: 'fillForm' | 'openConsentLink') =>
    vendorHandlers.cancelInPage({ deed }, page(documentId));

  it('is a fill that only this page can cancel', async () => {
    Object.assign(fakeBrowser.tabs, { get: async () => ({ active: true }) });
    const before = await stored();
    const answer = fillHandlers.requestFill({ whenFilled: 'ask' }, page('D'));
    await vi.waitFor(() => expect(asked).toBeDefined());
    await cancelIn('another', 'fillForm');
    await cancel('fillForm');
    expect(asked?.aborted).toBe(false);
    await cancelIn('D', 'fillForm');
    expect(await answer).toEqual({ kind: 'cancelled' });
    expect(executeScript).not.toHaveBeenCalled();
    expect(await stored()).toBe(before);
  });

  it('is a consent link whose tab is closed if it comes after all', async () => {
    const consentLink = 'https://login.microsoftonline.com/common/oauth2/v2.0/authorize?client_id=x';
    await updateSession((session) => ({
      session: { ...session, handoffs: session.handoffs.map((each) => ({ ...each, consentLink })) },
      answer: undefined,
    }));
    const tab = pending<{ id: number }>();
    Object.assign(fakeBrowser.tabs, { create: tab.call });
    const before = await stored();
    const answer = vendorHandlers.openConsentLink(undefined, page('D'));
    await vi.waitFor(() => expect(tab.call).toHaveBeenCalled());
    await cancelIn('D', 'openConsentLink');
    expect(await answer).toEqual({ kind: 'cancelled' });
    tab.come({ id: 8 });
    await vi.waitFor(() => expect(removeTab).toHaveBeenCalledWith(8));
    expect(await stored()).toBe(before);
  });
});

it.each([
  ['is looked for', 'query'],
  ['has its window looked for', 'getAll'],
] as const)(
  'a place that is cancelled while its tab %s is neither shown nor opened',
  async (_when, asked) => {
    const open = { id: 1, url: 'https://acme.kandji.io/', active: false, incognito: false };
    const [update, create] = [vi.fn(async () => ({})), vi.fn(async () => ({}))];
    const cancelled = async () => {
      await cancel('takeMeThere');
      return asked === 'query' ? [open] : [];
    };
    Object.assign(fakeBrowser.tabs, {
      update,
      create,
      query: asked === 'query' ? cancelled : async () => [],
    });
    Object.assign(fakeBrowser.windows, { getAll: asked === 'getAll' ? cancelled : async () => [] });
    expect(await viewHandlers.takeMeThere({ step: 'fill' }, popup)).toEqual({ kind: 'cancelled' });
    expect(update).not.toHaveBeenCalled();
    expect(create).not.toHaveBeenCalled();
  },
);

it('a tab that comes after the wait was cancelled is closed again', async () => {
  const tab = pending<{ id: number }>();
  Object.assign(fakeBrowser.tabs, { create: tab.call, query: async () => [] });
  Object.assign(fakeBrowser.windows, { getAll: async () => [] });
  const answer = viewHandlers.takeMeThere({ step: 'registerApp' }, popup);
  await vi.waitFor(() => expect(tab.call).toHaveBeenCalled());
  await cancel('takeMeThere');
  expect(await answer).toEqual({ kind: 'cancelled' });
  tab.come({ id: 7 });
  await vi.waitFor(() => expect(removeTab).toHaveBeenCalledWith(7));
});

describe('the sign-in test', () => {
  beforeEach(async () => {
    await noteConnection(handoff(), 'acme.kandji.io');
    Object.assign(fakeBrowser.windows, { getAll: async () => [] });
  });

  it('whose window does not open ends, and a late window is closed', async () => {
    const window = pending<{ id: number }>();
    Object.assign(fakeBrowser.windows, { create: window.call });
    const answer = viewHandlers.startTest(undefined, popup);
    await vi.waitFor(() => expect(window.call).toHaveBeenCalled());
    expect((await readSession()).test).toBeDefined();
    await cancel('startTest');
    expect(await answer).toEqual({ kind: 'cancelled' });
    expect((await readSession()).test).toBeUndefined();
    window.come({ id: 9 });
    await vi.waitFor(() => expect(removeWindow).toHaveBeenCalledWith(9));
  });

  it('that is cancelled before its window is asked for opens none', async () => {
    const create = vi.fn(async () => ({ id: 9 }));
    const getAll = async () => {
      await cancel('startTest');
      return [];
    };
    Object.assign(fakeBrowser.windows, { create, getAll });
    expect(await viewHandlers.startTest(undefined, popup)).toEqual({ kind: 'cancelled' });
    expect(create).not.toHaveBeenCalled();
    expect((await readSession()).test).toBeUndefined();
  });

  it('that runs ends without an outcome, and its window is closed', async () => {
    Object.assign(fakeBrowser.windows, { create: async () => ({ id: 9 }) });
    expect(await viewHandlers.startTest(undefined, popup)).toMatchObject({ kind: 'started' });
    await cancel('startTest');
    expect((await readSession()).test).toBeUndefined();
    expect(removeWindow).toHaveBeenCalledWith(9);
  });
});
