import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Registration } from '../../../utils/handoff/model';
import { expectedRedirectUri, registrationProblems } from '../../../utils/handoff/registration';
import { isRedirectUriOf, vendorTenantOf } from '../../../utils/vendors/registry';
import { NOW } from './samples';

const us = 'https://auth.kandji.io/login/callback';
const eu = 'https://auth.eu.kandji.io/login/callback';
const at = { at: NOW };
const web = (uri: string): Registration => ({ ...at, redirectUris: [{ platform: 'web', uri }] });
const kinds = (registration: Registration | undefined, appName?: string) =>
  registrationProblems(registration, us, appName).map(({ kind }) => kind);

describe('is the registration what the vendor needs', () => {
  it.each<[string, Registration | undefined, string[]]>([
    ['nothing seen', undefined, []],
    ['the right URI under Web', web(us), []],
    ['one web URI, by the count', { ...at, counts: { web: 1, spa: 0, publicClient: 0 } }, []],
    ['none at all', { ...at, redirectUris: [] }, ['redirectUriMissing']],
    ['none, by the count', { ...at, counts: { web: 0, spa: 0, publicClient: 0 } }, ['redirectUriMissing']],
    ['the other region’s', web(eu), ['wrongRegion']],
    ['a slash too many', web(`${us}/`), ['wrongRedirectUri']],
    ['http', web(us.replace('https', 'http')), ['wrongRedirectUri']],
    ['upper case', web(us.toUpperCase()), ['wrongRedirectUri']],
    ['something else', web('https://app.example/callback'), ['redirectUriMissing']],
    [
      'the right one among others',
      {
        ...at,
        redirectUris: [
          { platform: 'web', uri: eu },
          { platform: 'web', uri: us },
        ],
      },
      [],
    ],
    ['the right one as SPA', { ...at, redirectUris: [{ platform: 'spa', uri: us }] }, ['wrongPlatform']],
    ['as SPA, by the count', { ...at, counts: { web: 0, spa: 1, publicClient: 0 } }, ['wrongPlatform']],
    [
      'as public client, by the count',
      { ...at, counts: { web: 0, spa: 0, publicClient: 1 } },
      ['wrongPlatform'],
    ],
    ['several tenants', { ...web(us), audience: 'other' }, ['notSingleTenant']],
    ['the URIs win over an older count', { ...web(us), counts: { web: 0, spa: 0, publicClient: 0 } }, []],
    ['Passport by its URI', web('https://localhost.redirect'), ['passport']],
  ])('%s', (_what, registration, expected) => {
    expect(kinds(registration)).toEqual(expected);
  });

  it('knows a Passport registration by its name', () => {
    expect(kinds(web(us), 'Kandji Passport Mac Login')).toEqual(['passport']);
    expect(kinds(web(us), 'Kandji')).toEqual([]);
  });

  it('judges no URI while the right one is not known', () => {
    expect(registrationProblems(web('https://x.example/'), undefined, undefined)).toEqual([]);
  });

  it('only the URI to the letter, under Web, is right', () => {
    fc.assert(
      fc.property(fc.nat(us.length), fc.string({ maxLength: 2 }), fc.nat(2), (place, inserted, removed) => {
        const uri = us.slice(0, place) + inserted + us.slice(place + removed);
        const problems = registrationProblems(web(uri), us, undefined);
        expect(problems.length === 0).toBe(uri === us);
      }),
    );
  });
});

describe('the redirect URI of a vendor tenant', () => {
  const tenantOf = (host: string) => {
    const tenant = vendorTenantOf(`https://${host}/`);
    if (!tenant) throw new Error(host);
    return tenant;
  };
  it.each([
    ['acme.kandji.io', us],
    ['acme.eu.kandji.io', eu],
    ['acme.iru.com', undefined],
  ])('%s: %s', (host, uri) => {
    expect(expectedRedirectUri(tenantOf(host), undefined)).toBe(uri);
  });

  const carried = 'https://vpriix.id.iru.com/api/federation/callback/m1';
  it('of Iru is the one that was carried', () => {
    expect(expectedRedirectUri(tenantOf('acme.iru.com'), { redirectUri: carried })).toBe(carried);
    expect(expectedRedirectUri(tenantOf('acme.kandji.io'), { redirectUri: carried })).toBe(us);
  });

  it.each([
    [carried, true],
    ['https://vpriix.id.iru.com/', false],
    ['http://vpriix.id.iru.com/callback', false],
    ['https://vpriix.id.iru.com:8443/callback', false],
    ['https://a@vpriix.id.iru.com/callback', false],
    ['https://vpriix.id.iru.com.evil.example/callback', false],
    ['https://a.b.id.iru.com/callback', false],
    ['https://acme.iru.com/callback', false],
    ['https://vpriix.id.iru.com/callback?next=x', false],
    [us, false],
    ['not an address', false],
  ])('of Iru may be %s: %s', (uri, expected) => {
    expect(isRedirectUriOf(tenantOf('acme.iru.com'), uri)).toBe(expected);
  });
});
