import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { captureHandlers } from '../../../utils/background/capture-handlers';
import { watchControls } from '../../../utils/background/controls';
import { fillHandlers } from '../../../utils/background/fill-handlers';
import { microsoftHandlers } from '../../../utils/background/microsoft-handlers';
import { registrationHandlers } from '../../../utils/background/registration-handlers';
import { settingsHandlers, watchManaged } from '../../../utils/background/settings';
import { vendorHandlers } from '../../../utils/background/vendor-handlers';
import { viewHandlers } from '../../../utils/background/view-handlers';
import { clouds } from '../../../utils/entra/clouds';
import { readSession, updateSession } from '../../../utils/handoff/memory';
import type { Handoff } from '../../../utils/handoff/model';
import { ASK_AGAIN } from '../../../utils/messages/hear';
import type { SenderOf } from '../../../utils/messages/senders';
import { vendorTenantOf } from '../../../utils/vendors/registry';
import { clientId, handoff, heldSecret, MINUTE, NOW, otherClientId, secretValue } from '../handoff/samples';

const place = { tabId: 5, windowId: 1, frameId: 0, documentId: 'D', incognito: false };
const portal: SenderOf<'portalFrame'> = {
  kind: 'portalFrame',
  cloud: clouds.global,
  url: new URL('https://entra.microsoft.com/'),
  ...place,
};
function consoleAt(host: string): SenderOf<'vendorConsole'> {
  const tenant = vendorTenantOf(`https://${host}/`);
  if (!tenant) throw new Error(host);
  return { kind: 'vendorConsole', tenant, ...place, url: new URL(`https://${host}/`) };
}
const page = { kind: 'extensionPage' } as const;
const inject = vi.fn(async () => [{ documentId: 'D', result: { kind: 'noForm' } }]);

const policy = (values: Record<string, unknown>) => fakeBrowser.storage.managed.set(values);
const hold = (change: Partial<Handoff> = {}) =>
  updateSession((session) => ({
    session: { ...session, handoffs: [handoff({ secret: heldSecret(), ...change })] },
    answer: undefined,
  }));
const held = async () => (await readSession()).handoffs[0]?.secret;

beforeEach(() => {
  fakeBrowser.reset();
  vi.useFakeTimers({ now: NOW, toFake: ['Date'] });
  inject.mockClear();
  Object.assign(fakeBrowser, {
    permissions: { contains: async () => true },
    scripting: { executeScript: inject },
    declarativeNetRequest: { updateSessionRules: async () => undefined },
  });
  vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue([] as never);
  vi.spyOn(fakeBrowser.tabs, 'get').mockResolvedValue({ active: true } as never);
});

describe('pinned vendor tenants', () => {
  const choose = (address: string) => viewHandlers.chooseVendorTenant({ address }, page);
  const fill = (host: string) => fillHandlers.requestFill({ whenFilled: 'ask' }, consoleAt(host));

  it('only they can be chosen', async () => {
    await policy({ vendorTenants: ['acme.kandji.io'] });
    expect(await choose('globex.kandji.io')).toEqual({ kind: 'refused', fault: 'notAllowed' });
    expect((await readSession()).chosen).toBeUndefined();
    expect(await choose('acme.kandji.io')).toEqual({ kind: 'chosen', host: 'acme.kandji.io' });
  });

  it('only they are filled, whenever the policy came', async () => {
    await hold({ vendorHost: 'globex.kandji.io', directoryDomain: undefined as never });
    expect(await fill('globex.kandji.io')).toEqual({ kind: 'noForm', opened: false });
    expect(inject).toHaveBeenCalledOnce();
    await policy({ vendorTenants: ['acme.kandji.io'] });
    expect(await fill('globex.kandji.io')).toEqual({
      kind: 'notAllowed',
      host: 'globex.kandji.io',
      allowed: ['acme.kandji.io'],
    });
    expect(inject).toHaveBeenCalledOnce();
    expect(await held()).toBeDefined();
  });

  it('only their redirect URL is carried', async () => {
    await policy({ vendorTenants: ['acme.kandji.io'] });
    const redirectUri = 'https://auth.kandji.io/login/callback';
    const carry = (host: string) => vendorHandlers.carryRedirectUri({ redirectUri }, consoleAt(host));
    expect(await carry('globex.kandji.io')).toEqual({ kind: 'refused', reason: 'notAllowed' });
    expect(await carry('acme.kandji.io')).toMatchObject({ kind: 'carried' });
  });

  it('the only one is the one that is meant', async () => {
    await policy({ vendorTenants: ['acme.eu.kandji.io'] });
    expect(await registrationHandlers.registrationValues(undefined, portal)).toMatchObject({
      redirectUri: 'https://auth.eu.kandji.io/login/callback',
    });
    await captureHandlers.captureClientId({ clientId }, portal);
    expect((await readSession()).handoffs[0]?.vendorHost).toBe('acme.eu.kandji.io');
  });

  it('a console chosen before the policy came is forgotten', async () => {
    await choose('globex.kandji.io');
    await policy({ vendorTenants: ['acme.kandji.io', 'acme.iru.com'] });
    await captureHandlers.captureClientId({ clientId }, portal);
    expect((await readSession()).handoffs[0]?.vendorHost).toBeUndefined();
    expect(await registrationHandlers.registrationValues(undefined, portal)).toMatchObject({
      why: 'noTenant',
    });
  });
});

describe('the longest time that a secret value is held', () => {
  const capture = () =>
    captureHandlers.captureSecretValue({ clientId: otherClientId, secretValue, whenHeld: 'ask' }, portal);

  it('holds for the organisation’s minutes and no longer', async () => {
    await policy({ maxHoldMinutes: 3 });
    expect(await capture()).toMatchObject({ kind: 'held', deadline: NOW + 3 * MINUTE });
    await viewHandlers.extendHold(undefined, page);
    expect((await held())?.deadline).toBe(NOW + 3 * MINUTE);
  });

  it('shortens what is held already when the policy comes late', async () => {
    watchManaged();
    await capture();
    expect((await held())?.deadline).toBe(NOW + 10 * MINUTE);
    await policy({ maxHoldMinutes: 2 });
    await vi.waitFor(async () => expect((await held())?.deadline).toBe(NOW + 2 * MINUTE));
    vi.setSystemTime(NOW + 2 * MINUTE);
    expect(await held()).toBeUndefined();
  });

  it('is looked at before a fill, also where no event told of the policy', async () => {
    await hold({ vendorHost: 'acme.kandji.io', directoryDomain: undefined as never });
    vi.setSystemTime(NOW + 4 * MINUTE);
    await policy({ maxHoldMinutes: 3 });
    const answer = await fillHandlers.requestFill({ whenFilled: 'ask' }, consoleAt('acme.kandji.io'));
    expect(answer).toMatchObject({ kind: 'nothingHeld', wiped: 'deadline' });
    expect(inject).not.toHaveBeenCalled();
  });

  it('the admin holds for longer than ten minutes by choice, never beyond the organisation’s maximum', async () => {
    await settingsHandlers.changeOptions({ holdMinutes: 45 }, page);
    expect(await capture()).toMatchObject({ deadline: NOW + 45 * MINUTE });
    await policy({ maxHoldMinutes: 20 });
    await viewHandlers.extendHold(undefined, page);
    expect((await held())?.deadline).toBe(NOW + 20 * MINUTE);
  });
});

it('Ask Microsoft sends nothing when it is switched off', async () => {
  const fetched = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('offline'));
  await hold();
  await microsoftHandlers.askMicrosoft(undefined, page);
  const sent = fetched.mock.calls.length;
  expect(sent).toBeGreaterThan(0);
  await policy({ askMicrosoft: false });
  await microsoftHandlers.askMicrosoft(undefined, page);
  expect(fetched.mock.calls.length).toBe(sent);
});

it('fills the names that the organisation gives', async () => {
  await policy({ appName: 'Kandji (managed)', secretDescription: 'Rotated by IT' });
  expect(await registrationHandlers.registrationValues(undefined, portal)).toMatchObject({
    appName: 'Kandji (managed)',
    secretDescription: 'Rotated by IT',
  });
});

describe('controls on the portal’s pages', () => {
  const controls = async () => (await captureHandlers.portalContext({}, portal)).controls;

  it('appear always unless someone has limited them', async () => {
    expect(await controls()).toBe('shown');
  });

  it.each([
    ['the organisation', () => policy({ portalButtons: 'duringJourney' })],
    ['the admin', () => settingsHandlers.changeOptions({ portalButtons: 'duringJourney' }, page)],
  ])('appear only during a journey when %s says so', async (_who, limit) => {
    await limit();
    expect(await controls()).toBe('hidden');
    await viewHandlers.chooseVendorTenant({ address: 'acme.kandji.io' }, page);
    expect(await controls()).toBe('shown');
    vi.setSystemTime(NOW + 1);
    await hold();
    await viewHandlers.clear(undefined, page);
    expect(await controls()).toBe('hidden');
  });
});

describe('the store of managed settings', () => {
  it('that does not answer keeps no page without its buttons, and no fill without its word', async () => {
    let answer: (values: Record<string, unknown>) => void = () => {};
    const word = new Promise<Record<string, unknown>>((resolve) => {
      answer = resolve;
    });
    vi.spyOn(fakeBrowser.storage.managed, 'get').mockImplementation(() => word as never);
    expect(await captureHandlers.portalContext({}, portal)).toMatchObject({ controls: 'shown' });
    await hold();
    let isFilled = false;
    const filling = Promise.resolve(
      fillHandlers.requestFill({ whenFilled: 'ask' }, consoleAt('globex.kandji.io')),
    ).finally(() => {
      isFilled = true;
    });
    await vi.waitFor(() => expect(fakeBrowser.storage.managed.get).toHaveBeenCalledTimes(2));
    expect(isFilled).toBe(false);
    answer?.({ vendorTenants: ['acme.kandji.io'] });
    expect(await filling).toMatchObject({ kind: 'notAllowed' });
  });

  it('may reject, as Firefox’s does without a policy', async () => {
    vi.spyOn(fakeBrowser.storage.managed, 'get').mockRejectedValue(
      new Error('Managed storage manifest not found'),
    );
    expect(await settingsHandlers.readOptions(undefined, page)).toMatchObject({ managed: {}, ignored: [] });
  });

  it('names what does not count', async () => {
    await policy({ maxHoldMinutes: 'five', helpLink: 'https://intranet.example/sso' });
    expect(await settingsHandlers.readOptions(undefined, page)).toMatchObject({
      settings: { hold: { minutes: 10, mostMinutes: 60 }, helpLink: 'https://intranet.example/sso' },
      managed: { helpLink: 'https://intranet.example/sso' },
      ignored: [{ setting: 'maxHoldMinutes', value: '"five"', reason: 'wrongType' }],
    });
  });

  it('never touches what the admin chose', async () => {
    await viewHandlers.dismissSamlNote(undefined, page);
    await settingsHandlers.changeOptions({ reminderDays: [30, 1] }, page);
    const { settings } = (await settingsHandlers.readOptions(undefined, page)) as never as {
      settings: Record<string, unknown>;
    };
    expect(settings).toMatchObject({ samlNoteRead: true, reminderDays: [30, 1] });
  });
});

it('open portal pages are told when a journey begins, and not at every change of what is held', async () => {
  const told = vi.fn(async () => undefined);
  Object.assign(fakeBrowser.tabs, { sendMessage: told });
  vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue([{ id: 7 }] as never);
  watchControls();
  await viewHandlers.chooseVendorTenant({ address: 'acme.kandji.io' }, page);
  await vi.waitFor(() => expect(told).toHaveBeenCalledWith(7, ASK_AGAIN));
  told.mockClear();
  await hold();
  await settingsHandlers.changeOptions({ portalButtons: 'duringJourney' }, page);
  await vi.waitFor(() => expect(told).toHaveBeenCalledOnce());
  told.mockClear();
  // What was registered is held against the console that is chosen now.
  await viewHandlers.chooseVendorTenant({ address: 'acme.eu.kandji.io' }, page);
  await vi.waitFor(() => expect(told).toHaveBeenCalledWith(7, ASK_AGAIN));
});

describe('a browser that does not answer for its organisation while it starts', () => {
  let answer: ((values: Record<string, unknown>) => void) | undefined;
  const since = performance.now();
  const itIs = (milliseconds: number) => vi.spyOn(performance, 'now').mockReturnValue(since + milliseconds);

  beforeEach(() => {
    answer = undefined;
    itIs(0);
    vi.spyOn(fakeBrowser.storage.managed, 'get').mockImplementation(
      () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
    );
  });
  afterEach(() => vi.restoreAllMocks());

  it('keeps no capture waiting; what is held is shortened once it answers', async () => {
    watchManaged();
    const tell = answer;
    const capture = { clientId: otherClientId, secretValue, whenHeld: 'ask' } as const;
    expect(await captureHandlers.captureSecretValue(capture, portal)).toMatchObject({ kind: 'held' });
    tell?.({ maxHoldMinutes: 2 });
    await vi.waitFor(async () => expect((await held())?.deadline).toBe(NOW + 2 * MINUTE));
  });

  it('keeps a fill waiting, for five seconds from its start and no longer', async () => {
    await hold({ vendorHost: 'globex.kandji.io', directoryDomain: undefined as never });
    const fill = () => fillHandlers.requestFill({ whenFilled: 'ask' }, consoleAt('globex.kandji.io'));
    vi.useFakeTimers({ now: NOW, toFake: ['Date', 'setTimeout'] });
    const waiting = fill();
    await vi.waitFor(() => expect(answer).toBeDefined());
    // Longer than anything else waits for it.
    await vi.advanceTimersByTimeAsync(300);
    expect(inject).not.toHaveBeenCalled();
    answer?.({ vendorTenants: ['acme.kandji.io'] });
    expect(await waiting).toMatchObject({ kind: 'notAllowed' });
    expect(inject).not.toHaveBeenCalled();
    vi.useFakeTimers({ now: NOW, toFake: ['Date'] });
    itIs(5000);
    expect(await fill()).toEqual({ kind: 'noForm', opened: false });
  });
});
