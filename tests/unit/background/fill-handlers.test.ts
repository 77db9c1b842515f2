/** A fill that something happens to between its steps: the background is stopped, the secret value is wiped. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { fillHandlers } from '../../../utils/background/fill-handlers';
import { vendorHandlers } from '../../../utils/background/vendor-handlers';
import { viewHandlers } from '../../../utils/background/view-handlers';
import { readRecords } from '../../../utils/handoff/connection-records';
import { readSession, updateSession } from '../../../utils/handoff/memory';
import type { Handoff } from '../../../utils/handoff/model';
import type { SenderOf } from '../../../utils/messages/senders';
import { vendorTenantOf } from '../../../utils/vendors/registry';
import { clientId, handoff, heldSecret, NOW, otherTenantId, secretId } from '../handoff/samples';

const HOST = 'acme.kandji.io';
const DOMAIN = 'contoso.onmicrosoft.com';
const domainCheck = { kind: 'unknownDomain', domain: DOMAIN, at: NOW } as const;

function consoleAt(host: string): SenderOf<'vendorConsole'> {
  const tenant = vendorTenantOf(`https://${host}/`);
  if (!tenant) throw new Error(host);
  const url = new URL(`https://${host}/`);
  return {
    kind: 'vendorConsole',
    tenant,
    tabId: 5,
    windowId: 1,
    frameId: 0,
    documentId: 'D',
    incognito: false,
    url,
  };
}
const hold = (change: Partial<Handoff> = {}) =>
  updateSession((session) => ({
    session: {
      ...session,
      handoffs: [handoff({ directoryDomain: DOMAIN, domainCheck, secret: heldSecret(), ...change })],
    },
    answer: undefined,
  }));
const held = async () => (await readSession()).handoffs[0];
const fill = () => fillHandlers.requestFill({ whenFilled: 'ask' }, consoleAt(HOST));
const inject = vi.fn();

beforeEach(() => {
  fakeBrowser.reset();
  vi.useFakeTimers({ now: NOW + 1000, toFake: ['Date'] });
  inject.mockReset().mockResolvedValue([{ documentId: 'D', result: { kind: 'noForm' } }]);
  Object.assign(fakeBrowser, { scripting: { executeScript: inject } });
  vi.spyOn(fakeBrowser.tabs, 'get').mockResolvedValue({ active: true } as never);
});
afterEach(() => vi.restoreAllMocks());

describe('a background that is stopped before it hears of the fill', () => {
  /** What it has written by then is all that the next one knows. */
  async function stoppedFill(change?: Partial<Handoff>): Promise<void> {
    await hold(change);
    await new Promise<void>((injected) => {
      inject.mockImplementation(() => {
        injected();
        return new Promise(() => {});
      });
      void fill();
    });
  }
  const save = (secretIsFilled: boolean | undefined, host = HOST) =>
    vendorHandlers.vendorSeen(
      { seen: 'saved', clientId, ...(secretIsFilled !== undefined && { secretIsFilled }) },
      consoleAt(host),
    );

  it('has noted before the page was written to which console the values went to', async () => {
    await stoppedFill();
    expect((await held())?.filling).toEqual({ vendorHost: HOST, at: NOW + 1000 });
    expect((await held())?.evidence.fill).toBeUndefined();
  });

  it('lets the secret value leave memory at the save', async () => {
    await stoppedFill();
    await save(true);
    expect((await held())?.secret).toBeUndefined();
    expect((await held())?.filling).toBeUndefined();
    expect((await readRecords()).records[0]).toMatchObject({ vendorHost: HOST, secretId });
  });

  it.each([
    ['that held something else', () => save(false)],
    ['of which the page cannot tell what it held', () => save(undefined)],
    ['in another console', () => save(true, 'globex.kandji.io')],
  ])('keeps the secret value at a save %s', async (_what, saved) => {
    await stoppedFill();
    await saved();
    expect((await held())?.secret).toBeDefined();
  });

  it('keeps a secret value that was captured after it', async () => {
    await stoppedFill();
    vi.setSystemTime(NOW + 5000);
    await updateSession((session) => ({
      session: {
        ...session,
        handoffs: session.handoffs.map((one) => ({ ...one, secret: heldSecret({ capturedAt: NOW + 4000 }) })),
      },
      answer: undefined,
    }));
    await save(true);
    expect((await held())?.secret).toBeDefined();
  });
});

it.each([
  ['nothing was filled', { kind: 'noForm' }],
  ['another secret stands there', { kind: 'holdsSecret' }],
  ['the form was filled', { kind: 'filled', fields: [{ field: 'secretValue', outcome: 'filled' }] }],
])('nothing is left of a fill that is over: %s', async (_what, result) => {
  await hold();
  inject.mockResolvedValue([{ documentId: 'D', result }]);
  await fill();
  expect((await held())?.filling).toBeUndefined();
  expect((await held())?.secret).toBeDefined();
});

it('a secret value that is wiped while Microsoft is asked for the domain is not filled', async () => {
  await hold({ domainCheck: undefined as never });
  const asked = vi.spyOn(globalThis, 'fetch').mockImplementation(async () => {
    await viewHandlers.clear(undefined, { kind: 'extensionPage' });
    throw new TypeError('offline');
  });
  expect(await fill()).toMatchObject({ kind: 'nothingHeld' });
  expect(asked).toHaveBeenCalled();
  expect(inject).not.toHaveBeenCalled();
});

it('a domain of another directory is not filled', async () => {
  await hold({ domainCheck: { kind: 'otherTenant', domain: DOMAIN, tenantId: otherTenantId, at: NOW } });
  expect(await fill()).toEqual({ kind: 'otherDirectory', domain: DOMAIN });
  expect(inject).not.toHaveBeenCalled();
});

it('an answer of another shape counts for nothing, and none of it is handed on', async () => {
  await hold();
  inject.mockResolvedValue([
    { documentId: 'D', result: { kind: 'filled', fields: 'all', secretValue: 'x' } },
  ]);
  expect(await fill()).toEqual({ kind: 'noForm', opened: false });
  expect((await held())?.evidence.fill).toBeUndefined();
});

it.each([
  ['another tenant', 'https://globex.kandji.io/'],
  ['a sign-in page', 'https://auth.kandji.io/'],
  ['nothing that can be read', undefined],
])('a tab that has gone on to %s by the time it is looked into is not filled', async (_where, result) => {
  await hold({ vendorHost: HOST });
  vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue([
    { id: 5, windowId: 1, active: true, incognito: false, url: `https://${HOST}/` },
  ] as never);
  inject.mockResolvedValue([{ documentId: 'D', result }]);
  expect(await fillHandlers.fillForm({ whenFilled: 'ask' }, { kind: 'extensionPage' })).toEqual({
    kind: 'wrongPage',
  });
  expect(JSON.stringify(inject.mock.calls)).not.toContain(heldSecret().secretValue);
});

it('a console that the organisation does not allow is neither looked into nor brought to the front', async () => {
  await hold({ vendorHost: HOST });
  await fakeBrowser.storage.managed.set({ vendorTenants: ['globex.kandji.io'] });
  const update = vi.spyOn(fakeBrowser.tabs, 'update');
  vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue([
    { id: 5, windowId: 1, active: false, incognito: false, url: `https://${HOST}/` },
  ] as never);
  inject.mockResolvedValue([{ documentId: 'D', result: `https://${HOST}/` }]);
  expect(await fillHandlers.fillForm({ whenFilled: 'ask' }, { kind: 'extensionPage' })).toEqual({
    kind: 'notAllowed',
    host: HOST,
    allowed: ['globex.kandji.io'],
  });
  expect(inject).not.toHaveBeenCalled();
  expect(update).not.toHaveBeenCalled();
});
