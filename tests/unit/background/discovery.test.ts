import { describe, expect, it, vi } from 'vitest';
import { neverAborted } from '../../../utils/background/cancelling';
import { checkDomain } from '../../../utils/background/discovery';
import { NOW, otherTenantId, tenantId } from '../handoff/samples';

const configuration = { issuer: `https://login.microsoftonline.com/${tenantId}/v2.0` };
const answer = (body: unknown, status = 200) =>
  vi.spyOn(globalThis, 'fetch').mockResolvedValue(new Response(JSON.stringify(body), { status }));

describe('whose domain it is', () => {
  it.each([
    ['the captured directory', tenantId, configuration, 200, 'matches'],
    ['another directory', otherTenantId, configuration, 200, 'otherTenant'],
    ['a directory, none captured', undefined, configuration, 200, 'exists'],
    ['nobody', tenantId, { error: 'invalid_tenant', error_codes: [90002] }, 400, 'unknownDomain'],
    [
      'a proxy, which answers 400 to what it does not like',
      tenantId,
      { error: 'blocked' },
      400,
      'unreachable',
    ],
    ['a server error', tenantId, {}, 503, 'unreachable'],
    ['a server error that names an issuer', tenantId, configuration, 503, 'unreachable'],
    ['an answer without an issuer', tenantId, {}, 200, 'unreachable'],
    ['an issuer that is no address', tenantId, { issuer: 'x' }, 200, 'unreachable'],
    ['a list', tenantId, [], 200, 'unreachable'],
  ])('%s', async (_whose, captured, body, status, kind) => {
    answer(body, status);
    expect((await checkDomain('global', 'contoso.example', captured, NOW, neverAborted)).kind).toBe(kind);
  });

  it('counts a proxy’s page, a refused connection and a time-out as not reached', async () => {
    vi.spyOn(globalThis, 'fetch').mockResolvedValueOnce(new Response('<html>Sign in to the guest network'));
    expect((await checkDomain('global', 'contoso.example', tenantId, NOW, neverAborted)).kind).toBe(
      'unreachable',
    );
    vi.spyOn(globalThis, 'fetch').mockRejectedValueOnce(new TypeError('Failed to fetch'));
    expect((await checkDomain('global', 'contoso.example', tenantId, NOW, neverAborted)).kind).toBe(
      'unreachable',
    );
  });

  it.each([
    ['global', 'https://login.microsoftonline.com/'],
    ['usGov', 'https://login.microsoftonline.us/'],
    ['china', 'https://login.partner.microsoftonline.cn/'],
  ] as const)('asks the login host of the %s cloud, without cookies', async (cloudId, start) => {
    const fetched = answer(configuration);
    const timeout = vi.spyOn(AbortSignal, 'timeout');
    await checkDomain(cloudId, 'contoso.example', tenantId, NOW, neverAborted);
    const [address, init] = fetched.mock.calls[0] ?? [];
    expect(String(address)).toBe(`${start}contoso.example/v2.0/.well-known/openid-configuration`);
    expect(init).toMatchObject({ credentials: 'omit', redirect: 'error' });
    expect(timeout).toHaveBeenCalledExactlyOnceWith(10_000);
    expect(init?.signal?.aborted).toBe(false);
  });
});
