import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { askMicrosoft } from '../../../utils/background/ask-microsoft';
import { neverAborted } from '../../../utils/background/cancelling';
import { readTokenError } from '../../../utils/entra/token-answer';
import { nextTry } from '../../../utils/handoff/ask-again';
import { clientId, heldSecret, MINUTE, NOW, secretValue, tenantId } from '../handoff/samples';

const rules = vi.fn(async (_change: unknown) => undefined);
beforeEach(() => {
  fakeBrowser.reset();
  rules.mockClear();
  Object.assign(fakeBrowser, { declarativeNetRequest: { updateSessionRules: rules } });
});

const ask = (signal = neverAborted) =>
  askMicrosoft({ cloudId: 'global', directory: tenantId, clientId, secretValue }, signal);
const answer = (body: string, status: number, type = 'application/json') =>
  vi
    .spyOn(globalThis, 'fetch')
    .mockResolvedValue(new Response(body, { status, headers: { 'content-type': type } }));
const refusal = (code: number) =>
  JSON.stringify({ error: 'invalid_client', error_description: `AADSTS${code}: …`, error_codes: [code] });

describe('Ask Microsoft', () => {
  it.each([
    ['a token', JSON.stringify({ access_token: 'x' }), 200, 'works'],
    ['the secret ID', refusal(7000215), 401, 'wrongSecret'],
    ['an expired secret', refusal(7000222), 401, 'expired'],
    ['an app of another directory', refusal(700016), 400, 'appNotFound'],
    ['an unknown directory', refusal(90002), 400, 'directoryNotFound'],
    ['a deactivated app', refusal(7000112), 400, 'appDisabled'],
    ['a directory of another cloud', refusal(900382), 400, 'otherCloud'],
    ['a policy', refusal(53003), 400, 'policy'],
    ['our own Origin', refusal(9002326), 400, 'headerFault'],
    ['a code nobody knows', refusal(1234567), 400, 'cannotTell'],
  ])('%s', async (_what, body, status, kind) => {
    answer(body, status);
    expect((await ask()).kind).toBe(kind);
  });

  it('sends the secret to this one address: no redirect, no cookies, no referrer, nothing kept', async () => {
    const fetched = answer(refusal(7000215), 401);
    await ask();
    const [address, init] = fetched.mock.calls[0] ?? [];
    expect(address).toBe(`https://login.microsoftonline.com/${tenantId}/oauth2/v2.0/token`);
    expect(init).toMatchObject({
      redirect: 'error',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
    });
  });

  it('cancelled while it is seen whether the host answers at all, has no answer', async () => {
    const controller = new AbortController();
    vi.spyOn(globalThis, 'fetch').mockImplementation(async (_address, init) => {
      if (init?.mode === 'no-cors') controller.abort();
      throw new TypeError('Failed to fetch');
    });
    await expect(ask(controller.signal)).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('leaves the token unread', async () => {
    const response = new Response(JSON.stringify({ access_token: 'x' }), {
      headers: { 'content-type': 'application/json' },
    });
    const read = [vi.spyOn(response, 'text'), vi.spyOn(response, 'json'), vi.spyOn(response, 'arrayBuffer')];
    vi.spyOn(globalThis, 'fetch').mockResolvedValue(response);
    expect((await ask()).kind).toBe('works');
    for (const reading of read) expect(reading).not.toHaveBeenCalled();
  });

  it('a guest network’s page is no answer of Microsoft’s, whatever its status', async () => {
    answer('<html>Sign in</html>', 200, 'text/html');
    expect((await ask()).kind).toBe('unreachable');
    answer('<html>Blocked</html>', 403, 'text/html');
    expect((await ask()).kind).toBe('unreachable');
    vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('Failed to fetch'));
    expect((await ask()).kind).toBe('unreachable');
  });

  it('a host that answers others and not us is one that a policy keeps us out of', async () => {
    const fetched = vi.spyOn(globalThis, 'fetch').mockImplementation(async (_address, init) => {
      if (init?.mode === 'no-cors') return new Response();
      throw new TypeError('Failed to fetch');
    });
    expect(await ask()).toEqual({ kind: 'keptOut', host: 'login.microsoftonline.com' });
    const [, second] = fetched.mock.calls;
    expect(second?.[0]).toBe('https://login.microsoftonline.com/favicon.ico');
    expect(JSON.stringify(second)).not.toContain(secretValue);
  });

  it('does not read the token', async () => {
    const response = new Response('{"access_token":"x"}', {
      headers: { 'content-type': 'application/json' },
    });
    const read = vi.spyOn(response, 'json');
    vi.spyOn(globalThis, 'fetch').mockResolvedValue(response);
    await ask();
    expect(read).not.toHaveBeenCalled();
    expect(response.body?.locked === false || response.bodyUsed).toBe(true);
  });

  it('takes the Origin off its own request to this host alone, and the rule away afterwards', async () => {
    const fetched = answer('{}', 200);
    await ask();
    const [added, removed] = rules.mock.calls.map(([change]) => change);
    expect(added).toMatchObject({
      addRules: [
        {
          action: { type: 'modifyHeaders', requestHeaders: [{ header: 'origin', operation: 'remove' }] },
          condition: {
            urlFilter: '|https://login.microsoftonline.com/',
            requestMethods: ['post'],
            resourceTypes: ['xmlhttprequest'],
            tabIds: [-1],
            initiatorDomains: [expect.any(String)],
          },
        },
      ],
    });
    expect(removed).toEqual({ removeRuleIds: [1] });
    const [address, init] = fetched.mock.calls[0] ?? [];
    expect(String(address)).not.toContain(secretValue);
    expect(new URLSearchParams(String(init?.body)).get('client_secret')).toBe(secretValue);
  });

  it('removes the rule also when the request fails', async () => {
    vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('Failed to fetch'));
    await ask();
    expect(rules).toHaveBeenLastCalledWith({ removeRuleIds: [1] });
  });

  it('keeps a trace ID of an unknown answer and nothing of its text', () => {
    const trace = '0b6a1f0e-58c1-4f0a-8a53-7e1a2a0d6b11';
    const body = {
      error: 'x',
      error_description: 'AADSTS424242: secret is abc',
      error_codes: [424242],
      trace_id: trace,
    };
    expect(readTokenError(body)).toEqual({ kind: 'cannotTell', code: '424242', traceId: trace });
  });
});

describe('asking again by itself', () => {
  const secret = heldSecret();
  const refused = (tries: number, change = {}) => ({
    secret,
    microsoft: { answer: { kind: 'wrongSecret' } as const, at: NOW, capturedAt: NOW, tries, ...change },
  });
  it.each([
    ['30 s after creation', refused(0), NOW + 0.5 * MINUTE],
    ['60 s after creation', refused(1), NOW + MINUTE],
    ['never a third time', refused(2), undefined],
    ['not for a pasted secret', { ...refused(0), secret: heldSecret({ source: 'paste' }) }, undefined],
    ['not when another secret is held by now', refused(0, { capturedAt: NOW - 1 }), undefined],
    ['not after another answer', refused(0, { answer: { kind: 'expired' } }), undefined],
  ])('%s', (_when, handoff, expected) => {
    expect(nextTry(handoff)).toBe(expected);
  });
});
