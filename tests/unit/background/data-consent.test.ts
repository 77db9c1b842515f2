/** Nothing is sent to Microsoft before the user has agreed, where the browser asks for that. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { askToSendSecret } from '../../../utils/background/data-consent';
import { microsoftHandlers, watchMicrosoft } from '../../../utils/background/microsoft-handlers';
import { updateSession } from '../../../utils/handoff/memory';
import { handoff, heldSecret } from '../handoff/samples';

const contains = vi.fn();
const request = vi.fn();
const fetched = () => vi.spyOn(globalThis, 'fetch').mockRejectedValue(new Error('offline'));
/** Where it fails, the host is tried as well; that carries nothing. */
const sent = (fetch: ReturnType<typeof fetched>) =>
  fetch.mock.calls.filter(([, request]) => request?.method === 'POST');
const press = () => microsoftHandlers.askMicrosoft(undefined, { kind: 'extensionPage' });

beforeEach(async () => {
  fakeBrowser.reset();
  Object.assign(fakeBrowser, {
    permissions: { contains, request },
    declarativeNetRequest: { updateSessionRules: async () => undefined },
  });
  const now = Date.now();
  const secret = heldSecret({ capturedAt: now, deadline: now + 60_000, latestDeadline: now + 60_000 });
  await updateSession((session) => ({
    session: { ...session, handoffs: [handoff({ secret })] },
    answer: undefined,
  }));
});
afterEach(() => vi.unstubAllEnvs());

describe('in Firefox', () => {
  beforeEach(() => vi.stubEnv('FIREFOX', 'true'));

  it.each([
    ['was not given', async () => false],
    ['cannot be read', async () => Promise.reject(new Error('no such type'))],
  ])('nothing is sent where consent %s', async (_what, answer) => {
    contains.mockImplementation(answer);
    const fetch = fetched();
    expect(await press()).toEqual({ kind: 'notAllowed' });
    expect(fetch).not.toHaveBeenCalled();
  });

  it('Microsoft is asked where consent was given', async () => {
    contains.mockResolvedValue(true);
    const fetch = fetched();
    expect(await press()).toEqual({ kind: 'done' });
    expect(sent(fetch)).toHaveLength(1);
    expect(contains).toHaveBeenCalledWith({ data_collection: ['authenticationInfo'] });
  });

  it('Microsoft is not asked again by itself once the consent was taken back', async () => {
    contains.mockResolvedValue(true);
    const fetch = vi
      .spyOn(globalThis, 'fetch')
      .mockImplementation(async () => Response.json({ error: 'x', error_codes: [7000215] }, { status: 401 }));
    watchMicrosoft();
    await press();
    contains.mockResolvedValue(false);
    const asked = contains.mock.calls.length;
    await fakeBrowser.alarms.onAlarm.trigger({ name: 'ask-microsoft' } as never);
    await vi.waitFor(() => expect(contains.mock.calls.length).toBeGreaterThan(asked));
    await new Promise((resolve) => setImmediate(resolve));
    expect(sent(fetch)).toHaveLength(1);
    contains.mockResolvedValue(true);
    await fakeBrowser.alarms.onAlarm.trigger({ name: 'ask-microsoft' } as never);
    await vi.waitFor(() => expect(sent(fetch)).toHaveLength(2));
  });

  it('the user is asked for what the manifest declares, and a refusal is an answer', async () => {
    request.mockRejectedValue(new Error('not from a press'));
    expect(await askToSendSecret()).toBe(false);
    expect(request).toHaveBeenCalledWith({ data_collection: ['authenticationInfo'] });
  });
});

it('elsewhere the press is the consent, and the browser is not asked for what it does not know', async () => {
  vi.stubEnv('FIREFOX', '');
  const fetch = fetched();
  expect(await press()).toEqual({ kind: 'done' });
  expect(await askToSendSecret()).toBe(true);
  expect(sent(fetch)).toHaveLength(1);
  expect(contains).not.toHaveBeenCalled();
  expect(request).not.toHaveBeenCalled();
});
