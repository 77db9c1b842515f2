// @vitest-environment happy-dom
import { beforeEach, expect, it } from 'vitest';
import { findRedirectUri } from '../../../utils/vendors/redirect-uri';
import { isRedirectUriOf, type VendorTenant, vendorTenantOf } from '../../../utils/vendors/registry';
import { layOut } from '../page/layout';

beforeEach(layOut);

const tenantOf = (address: string): VendorTenant => {
  const tenant = vendorTenantOf(address);
  if (!tenant) throw new Error(address);
  return tenant;
};
const iru = tenantOf('https://acme.iru.com/');
const URI = 'https://vpriix.id.iru.com/login/callback/abc';
const OTHER = 'https://vpriix.id.iru.com/initiate/abc';
const dialog = (inside: string, heading = 'Microsoft Entra ID') =>
  `<div role="dialog" aria-modal="true"><h2>${heading}</h2>${inside}</div>`;

it.each([
  ['a read-only field', dialog(`<label for="a">Redirect URL</label><input id="a" readonly value="${URI}">`)],
  ['a field', dialog(`<input value="${URI}">`)],
  ['code', dialog(`<p>Redirect URL</p><div><code>${URI}</code><button>Copy</button></div>`)],
  ['plain text', dialog(`<span>Redirect URL</span><span> ${URI} </span>`)],
  ['text with a break mark in it', dialog(`<code>https://vpriix.id.iru.com/\u200blogin/callback/abc</code>`)],
  ['a link', dialog(`<a href="${URI}">${URI}</a>`)],
  ['a top-layer dialog', `<dialog open><code>${URI}</code></dialog>`],
  ['a form of the page', `<form><label>Entra ID domain<input></label><code>${URI}</code></form>`],
  ['another language', dialog(`<label>Weiterleitungs-URL<input readonly value="${URI}"></label>`)],
  ['the same twice', dialog(`<code>${URI}</code><input readonly value="${URI}">`)],
  [
    'beside another address, by its label',
    dialog(
      `<div><p>Login URL</p><code>${OTHER}</code></div><div><p>Redirect URL</p><code>${URI}</code></div>`,
    ),
  ],
  [
    'beside another address, by the label of its field',
    dialog(
      `<label>Login URL<input value="${OTHER}"></label><label>Callback URL<input value="${URI}"></label>`,
    ),
  ],
  ['an open shadow root', '<div id="shadow"></div>'],
])('finds the redirect URI: %s', (_where, html) => {
  document.body.innerHTML = html;
  const host = document.querySelector('#shadow');
  if (host) host.attachShadow({ mode: 'open' }).innerHTML = dialog(`<code>${URI}</code>`);
  expect(findRedirectUri(document, iru)?.uri).toBe(URI);
});

it.each([
  ['outside a dialog or form', `<main><code>${URI}</code></main>`],
  ['two that nothing tells apart', dialog(`<code>${URI}</code><code>${OTHER}</code>`)],
  [
    'two with the same label',
    dialog(
      `<div><p>Redirect URL</p><code>${URI}</code></div><div><p>Redirect URL</p><code>${OTHER}</code></div>`,
    ),
  ],
  ['in a sentence', dialog(`<p>Use ${URI} there.</p>`)],
  ['hidden', `<div role="dialog" style="display:none"><code>${URI}</code></div>`],
  ['of a Google method', dialog(`<code>${URI}</code>`, 'Google Workspace')],
  [
    'of a Google method, by its fields',
    dialog(`<code>${URI}</code><label>Google Workspace domain<input></label>`, 'Authentication method'),
  ],
  [
    'of a SAML method',
    dialog(`<label>Assertion consumer service (ACS) URL<input value="${URI}"></label>`, 'Custom SAML'),
  ],
  ['in a password field', dialog(`<input type="password" value="${URI}">`)],
  ...[
    'https://vpriix.id.iru.com.evil.example/callback',
    'https://evil.example/callback?x=https://vpriix.id.iru.com/callback',
    'https://a.b.id.iru.com/callback',
    'https://id.iru.com/callback',
    'https://acme.iru.com/callback',
    'https://auth.kandji.io/login/callback',
    'http://vpriix.id.iru.com/callback',
    'https://vpriix.id.iru.com:8443/callback',
    'https://user@vpriix.id.iru.com/callback',
    'https://:pass@vpriix.id.iru.com/callback',
    'https://vpriix.id.iru.com/',
    'https://vpriix.id.iru.com/callback?code=1',
    'https://vpriix.id.iru.com/callback#x',
  ].map((uri): [string, string] => [uri, dialog(`<code>${uri}</code>`)]),
])('finds no redirect URI: %s', (_which, html) => {
  document.body.innerHTML = html;
  expect(findRedirectUri(document, iru)).toBeUndefined();
});

it('finds none in a console whose vendor shows none', () => {
  document.body.innerHTML = dialog('<code>https://auth.kandji.io/login/callback</code>');
  expect(findRedirectUri(document, tenantOf('https://acme.kandji.io/'))).toBeUndefined();
});

it('knows a fixed redirect URI to the letter only', () => {
  const tenant = tenantOf('https://acme.eu.kandji.io/');
  expect(isRedirectUriOf(tenant, 'https://auth.eu.kandji.io/login/callback')).toBe(true);
  expect(isRedirectUriOf(tenant, 'https://auth.kandji.io/login/callback')).toBe(false);
  expect(isRedirectUriOf(tenant, 'https://auth.eu.kandji.io/login/callback/')).toBe(false);
});

it('takes no address with white space in it, which parsing would remove', () => {
  expect(isRedirectUriOf(iru, 'https://vpriix.id.iru.com/call\nback')).toBe(false);
});
