// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { allHits } from '../../../utils/entra/kept-hits';
import { readOverview } from '../../../utils/entra/overview';
import {
  countsIn,
  readOverviewRegistration,
  readRedirectUris,
  uriShownBy,
} from '../../../utils/entra/registration-reading';
import type { ClientId } from '../../../utils/entra/values';
import {
  CLIENT_ID,
  essentials,
  essentialsMakes,
  type Item,
  type OverviewWords,
  overviewWords,
} from './pages';

const US = 'https://auth.kandji.io/login/callback';
const EU = 'https://auth.eu.kandji.io/login/callback';
const page = { clientId: CLIENT_ID as ClientId };
const edited = new Set<Element>();
const read = (html: string) => {
  document.body.innerHTML = html;
  return readRedirectUris(allHits(document, uriShownBy), (element) => edited.has(element))?.map(
    ({ platform, uri }) => [platform, uri],
  );
};

describe('counts', () => {
  const counts = (web: number, spa: number, publicClient: number) => ({ web, spa, publicClient });
  it.each([
    ['1 web, 0 spa, 0 public client', counts(1, 0, 0)],
    ['1 Web, 2 SPA, 3 öffentlicher Client', counts(1, 2, 3)],
    ['0 个 Web, 1 个 SPA, 0 个公共客户端', counts(0, 1, 0)],
    ['1 Web、0 SPA、2 パブリック クライアント', counts(1, 0, 2)],
    ['[4 ŵęƀ, 5 šþą, 6 þųƀłįć·]', counts(4, 5, 6)],
    ['2 public client, 1 spa, 0 web', counts(0, 1, 2)],
    ['Add a Redirect URI', counts(0, 0, 0)],
    ['Umleitungs-URI hinzufügen', counts(0, 0, 0)],
    ['添加重定向 URI', counts(0, 0, 0)],
    ['0 certificate, 1 secret', undefined],
    ['Add an Application ID URI', undefined],
    ['7, 27, 2028', undefined],
    ['1 web 2, 0 spa, 0 public client', undefined],
    ['emisar', undefined],
  ])('of “%s”', (text, expected) => expect(countsIn(text)).toEqual(expected));
});

describe('the Overview', () => {
  const withLinks = (make: (items: readonly Item[]) => string, audience: string, counts: string) =>
    essentials(overviewWords.de as OverviewWords, (items) =>
      make([
        ...items,
        ['Accounts', `<a href="#a">${audience}</a>`],
        ['Credentials', '<a href="#c">0 certificate, 1 secret</a>'],
        ['URIs', `<a href="#u">${counts}</a>`],
        ['ID', '<a href="#i">Add an Application ID URI</a>'],
      ]),
    );

  it.each(Object.entries(essentialsMakes))('drawn as %s, says counts and account types', (_name, make) => {
    document.body.innerHTML = withLinks(make, 'Nur meine Organisation', '1 Web, 0 SPA, 0 Client');
    expect(readOverviewRegistration(readOverview(document, page))).toMatchObject({
      counts: { web: 1, spa: 0, publicClient: 0 },
      audience: 'singleTenant',
    });
  });

  const table = essentialsMakes['a table'] as (items: readonly Item[]) => string;
  it.each([
    ['Multiple organizations', 'other'],
    ['[Ňų mý örĝ·]', undefined],
    ['Personal Kandji', undefined],
  ])('account types “%s”', (audience, expected) => {
    document.body.innerHTML = withLinks(table, audience, '1 web, 0 spa, 0 public client');
    expect(readOverviewRegistration(readOverview(document, page))?.audience).toBe(expected);
  });

  it('are read from two lists side by side', () => {
    const [ids, links] = [
      essentials(overviewWords.en as OverviewWords, table),
      '1 web, 0 spa, 0 public client',
    ];
    const beside = `<div role="table"><div role="row"><a href="#u">${links}</a></div></div>`;
    document.body.innerHTML = `<main><div role="table">${ids}</div>${beside}</main>`;
    expect(readOverviewRegistration(readOverview(document, page))?.counts?.web).toBe(1);
  });

  it('says nothing of another app, nor while it is being drawn', () => {
    const html = withLinks(table, 'x', '1 web, 0 spa, 0 public client');
    document.body.innerHTML = html.replaceAll(CLIENT_ID, '99999999-564d-4491-9cb3-76a71ac25fe1');
    expect(readOverviewRegistration(readOverview(document, page))).toBeUndefined();
    document.body.innerHTML = `<main><p>${CLIENT_ID}</p><a href="#u">1 web, 0 spa, 0 public client</a></main>`;
    expect(readOverviewRegistration(readOverview(document, page))).toBeUndefined();
  });
});

describe('Authentication', () => {
  it('reads a list with a platform a row, whichever column is first', () => {
    const html = (a: string, b: string) => `<table><tr><td>${a}</td><td>${b}</td></tr></table>`;
    expect(read(html(US, 'Web'))).toEqual([['web', US]]);
    expect(read(html('Single-page application (SPA)', `<span title="${EU}">https://auth…</span>`))).toEqual([
      ['spa', EU],
    ]);
  });

  it('reads cards headed by their platform', () => {
    expect(
      read(`<section><div class="card"><h3>Web</h3><p>Redirect URIs</p><div><input value="${US}"></div></div>
        <div class="card"><h3>Mobile and desktop applications</h3><label>myapp://auth</label></div></section>`),
    ).toEqual([
      ['web', US],
      ['publicClient', 'myapp://auth'],
    ]);
  });

  it('reads headings and addresses side by side', () => {
    expect(read(`<div><h3>Web</h3><p>${US}</p><h3>SPA</h3><p>${EU}</p></div>`)).toEqual([
      ['web', US],
      ['spa', EU],
    ]);
  });

  it.each<[string, string]>([
    ['no address', '<h3>Web</h3>'],
    ['an address under no platform that is known', `<h3>[Węƀ·]</h3><p>${US}</p>`],
    ['one of two under none', `<main><p>${EU}</p><div><h3>Web</h3><p>${US}</p></div></main>`],
    ['a link to documentation', `<h3>Web</h3><a href="${US}">${US}</a>`],
    ['a hidden one', `<h3>Web</h3><p style="display:none">${US}</p>`],
    ['a pane over the page', `<div role="dialog"><h3>Web</h3><input value="${US}"></div>`],
    ['the top bar', `<header><h3>Web</h3><p>${US}</p></header>`],
  ])('says nothing of %s', (_name, html) => expect(read(html)).toBeUndefined());

  it('says nothing while an address is being typed', () => {
    document.body.innerHTML = `<div><h3>Web</h3><p>${EU}</p><input value="${US}"></div>`;
    edited.add(document.querySelector('input') as Element);
    expect(readRedirectUris(allHits(document, uriShownBy), (element) => edited.has(element))).toBeUndefined();
  });
});
