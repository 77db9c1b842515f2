import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identityHostOf, vendorTenantOf } from '../../../utils/vendors/registry';

describe('a vendor console is', () => {
  it.each([
    ['https://acme.kandji.io/', 'us', 'acme.kandji.io'],
    ['https://acme.kandji.io/settings/access?x=1#y', 'us', 'acme.kandji.io'],
    ['https://ACME.Kandji.IO/', 'us', 'acme.kandji.io'],
    ['https://acme.kandji.io:443/', 'us', 'acme.kandji.io'],
    ['https://acme.eu.kandji.io/', 'eu', 'acme.eu.kandji.io'],
    ['https://a-1.eu.kandji.io/', 'eu', 'a-1.eu.kandji.io'],
    ['https://acme.iru.com/library/custom-apps/1', 'any', 'acme.iru.com'],
  ])('%s', (address, region, host) => {
    expect(vendorTenantOf(address)).toMatchObject({ region: { id: region }, host });
  });
});

const hostile = [
  'https://kandji.io/',
  'https://eu.kandji.io/',
  'https://kandji.io.evil.example/',
  'https://acme.kandji.io.evil.example/',
  'https://evil-kandji.io/',
  'https://acmekandji.io/',
  'https://acme.kandji.io@evil.example/',
  'https://user@acme.kandji.io/',
  'https://user:pass@acme.kandji.io/',
  'http://acme.kandji.io/',
  'https://acme.kandji.io:8443/',
  'http://acme.kandji.io:443/',
  'https://acme.kandji.io./',
  'https://acme.kandji.io%2eevil.example/',
  'https://xn--cme-7cd.kandji.io/',
  'https://аcme.kandji.io/',
  'https://acme.kаndji.io/',
  'https://acme.api.kandji.io/',
  'https://acme.api.eu.kandji.io/',
  'https://acme.gateway.kandji.io/',
  'https://acme.gateway.eu.kandji.io/',
  'https://acme.clients.us-1.kandji.io/',
  'https://acme.clients.eu.kandji.io/',
  'https://acme.connect.kandji.io/',
  'https://a.b.kandji.io/',
  ...['auth', 'www', 'docs', 'support', 'updater', 'api', 'gateway', 'clients', 'connect'].flatMap((name) => [
    `https://${name}.kandji.io/`,
    `https://${name}.eu.kandji.io/`,
  ]),
  'https://-acme.kandji.io/',
  'https://acme_.kandji.io/',
  'https://iru.com/',
  'https://iru.com@evil.example/',
  'https://acme.iru.com.evil.example/',
  'https://acme.api.iru.com/',
  'https://acme.connect.iru.com/',
  'https://docs.iru.com/',
  'https://vpriix.id.iru.com/',
  'https://id.iru.com/',
  'https://www.iru.com/',
  'javascript:location="https://acme.kandji.io/"',
  'data:text/html,https://acme.kandji.io/',
  'blob:https://acme.kandji.io/0',
  'file:///acme.kandji.io/',
  'ftp://acme.kandji.io/',
  '//acme.kandji.io/',
  'acme.kandji.io',
  '',
];

it.each(hostile)('no vendor console: %j', (address) => {
  expect(vendorTenantOf(address)).toBeUndefined();
});

const label = fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,20}[a-z0-9])?$/);

it('never finds a console outside the vendor’s domain', () => {
  fc.assert(
    fc.property(label, label, fc.constantFrom('com', 'io', 'io.evil.example', 'example'), (one, two, top) => {
      const host = `${one}.${two}.${top}`;
      return (
        vendorTenantOf(`https://${host}/`) === undefined ||
        [`${one}.kandji.io`, `${one}.iru.com`].includes(host)
      );
    }),
  );
});

it('finds exactly the host of the address, whatever stands around it', () => {
  fc.assert(
    fc.property(
      label,
      fc.constantFrom('.kandji.io', '.eu.kandji.io'),
      fc.webPath(),
      fc.webFragments(),
      (name, suffix, path, fragment) => {
        const found = vendorTenantOf(`https://${name}${suffix}${path}#${fragment}`);
        return (
          found === undefined ||
          (found.host === name + suffix && found.subdomain === name && found.region.consoleSuffix === suffix)
        );
      },
    ),
  );
});

it('never throws', () => {
  fc.assert(fc.property(fc.string(), (text) => vendorTenantOf(text) === undefined));
});

it('knows the hosts that sign users in, exactly', () => {
  expect(identityHostOf('auth.kandji.io')?.region.id).toBe('us');
  expect(identityHostOf('auth.eu.kandji.io')?.region.id).toBe('eu');
  expect(identityHostOf('vpriix.id.iru.com')?.vendor.id).toBe('iru');
  for (const host of [
    'a.b.id.iru.com',
    'id.iru.com',
    'xid.iru.com',
    'acme.iru.com',
    'vpriix.id.iru.com.evil.example',
    'auth.kandji.io.evil.example',
    'xauth.kandji.io',
    'AUTH.kandji.io',
    'acme.kandji.io',
    '',
  ]) {
    expect(identityHostOf(host)).toBeUndefined();
  }
});
