// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { findConsentLink, linksIn } from '../../../utils/vendors/console/consent';
import { kandji } from '../../../utils/vendors/kandji';
import { layOut } from '../page/layout';
import { goTo } from './console-harness';

beforeEach(() => {
  layOut();
  goTo('https://acme.kandji.io/settings/access');
});

const link = (href: string, text = 'Authorize') => `<a href="${href}">${text}</a>`;
const dialog = (content: string) => `<div role="dialog"><h2>Connection saved</h2>${content}</div>`;
function find(html: string): string | undefined {
  document.body.innerHTML = html;
  return findConsentLink(document, kandji)?.href;
}

const tickets = [
  'https://login.us.auth0.com/kandji-prod/p/waad/CBIQ6Xfb',
  'https://kandji-prod.us.auth0.com/p/waad/CBIQ6XfbCBIQ6XfbCBIQ6XfbCBIQ6Xfb',
  'https://auth.kandji.io/p/waad/CBIQ6Xfb',
  'https://auth.eu.kandji.io/p/waad/CBIQ6Xfb',
  'https://login.microsoftonline.com/contoso.onmicrosoft.com/adminconsent?client_id=1',
];

describe('the consent link', () => {
  it.each(tickets)('%s', (href) => {
    expect(find(dialog(link(href)))).toBe(href);
  });

  it.each(['<dialog open>', '<div role="alertdialog">', '<section aria-modal="true">'])(
    'in %s',
    (opening) => {
      const href = tickets[0] ?? '';
      expect(find(`${opening}<p>${link(href)}</p>`)).toBe(href);
    },
  );

  it('given twice', () => {
    expect(find(dialog(link(tickets[0] ?? '') + link(tickets[0] ?? '', 'Open')))).toBe(tickets[0]);
  });

  it('beside documentation', () => {
    const docs = [
      'https://support.kandji.io/sso-azure',
      'https://docs.iru.com/x',
      'https://learn.microsoft.com/entra',
      '/settings',
      '#top',
      'mailto:help@kandji.io',
    ];
    expect(find(dialog(docs.map((href) => link(href)).join('') + link(tickets[0] ?? '')))).toBe(tickets[0]);
  });
});

it.each([
  ['two different ones', dialog(link(tickets[0] ?? '') + link(tickets[2] ?? ''))],
  ['two dialogs', dialog(link(tickets[0] ?? '')) + dialog(link(tickets[2] ?? ''))],
  ['outside a dialog', `<main>${link(tickets[0] ?? '')}</main>`],
  ['documentation only', dialog(link('https://support.kandji.io/p/waad/x'))],
  ['the console itself', dialog(link('https://acme.kandji.io/p/waad/x'))],
  ['another tenant’s console', dialog(link('https://globex.kandji.io/p/waad/x'))],
  ['http', dialog(link('http://auth.kandji.io/p/waad/x'))],
  ['a port', dialog(link('https://auth.kandji.io:8443/p/waad/x'))],
  ['a look-alike host', dialog(link('https://auth0.com.evil.example/p/waad/x'))],
  ['a host that only ends alike', dialog(link('https://evilauth0.com/p/waad/x'))],
  ['user information', dialog(link('https://auth.kandji.io@evil.example/p/waad/x'))],
  ['a script', dialog(link('javascript:void(0)'))],
  ['hidden', dialog(`<div style="display:none">${link(tickets[0] ?? '')}</div>`)],
  ['no address', dialog('<a>Authorize</a>')],
])('is not taken: %s', (_why, html) => {
  expect(find(html)).toBeUndefined();
});

it('outside a dialog only when it was not there before Save', () => {
  document.body.innerHTML = link(tickets[0] ?? '');
  const before = linksIn(document);
  expect(findConsentLink(document, kandji, before)).toBeUndefined();
  document.body.insertAdjacentHTML('beforeend', link(tickets[2] ?? ''));
  expect(findConsentLink(document, kandji, before)?.href).toBe(tickets[2]);
});
