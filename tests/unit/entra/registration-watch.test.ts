// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { RegistrationProblem } from '../../../utils/messages/protocol';
import { problem } from '../../../utils/words/registration';
import { live } from '../page/pressing';
import {
  CLIENT_ID,
  essentials,
  essentialsMakes,
  freshRow,
  gridMakes,
  type Item,
  maskedRow,
  OTHER_SECRET_ID,
  type OverviewWords,
  overviewWords,
  SECRET_ID,
} from './pages';
import { setPortal } from './portal-page';

const US = 'https://auth.kandji.io/login/callback';
const table = gridMakes.table as (typeof gridMakes)[string];
const portal = setPortal();

const eventually = <T>(check: () => T) => vi.waitFor(check, { timeout: 4000, interval: 20 });
/** Longer than the watches wait between two looks, and between two readings. */
const soon = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const said = () => live(portal.stage).join('\n');

describe('what was registered', () => {
  const overview = (counts: string) =>
    essentials(overviewWords.en as OverviewWords, (items: readonly Item[]) =>
      (essentialsMakes['a table'] as (items: readonly Item[]) => string)([
        ...items,
        ['Types', '<a href="#t">My organization only</a>'],
        ['URIs', `<a href="#u">${counts}</a>`],
      ]),
    );
  const alertOf = (...problems: RegistrationProblem[]) => ({
    kind: 'registration',
    vendorName: 'Kandji',
    problems,
  });

  it('is told once a content, and its problems are said before the admin goes on', async () => {
    portal.answers.registrationSeen = alertOf({ kind: 'wrongPlatform', platform: 'spa', expected: US });
    await portal.open(overview('0 web, 1 spa, 0 public client'), 'Overview');
    await eventually(() => expect(said()).toMatch(/^alert: Before you go on.*\n.*Single-page application/));
    expect(portal.of('registrationSeen')).toMatchObject([
      { clientId: CLIENT_ID, audience: 'singleTenant', counts: { web: 0, spa: 1, publicClient: 0 } },
    ]);
    document.body.append(document.createElement('p'));
    await soon(1200);
    expect(portal.of('registrationSeen')).toHaveLength(1);
    portal.answers.registrationSeen = alertOf();
    document.body.innerHTML = overview('1 web, 0 spa, 0 public client');
    await eventually(() => expect(portal.of('registrationSeen')).toHaveLength(2));
    await eventually(() => expect(said()).toBe(''));
  });

  it('is told with its addresses on Authentication', async () => {
    portal.answers.registrationSeen = alertOf({
      kind: 'wrongRegion',
      found: 'https://eu.example',
      expected: US,
    });
    await portal.open(`<main><h2>emisar | Auth</h2><h3>Web</h3><p>${US}</p></main>`, 'Authentication');
    await eventually(() =>
      expect(said()).toMatch(/another Kandji region: https:\/\/eu\.example\n.*auth\.kandji\.io/),
    );
    expect(portal.of('registrationSeen')).toEqual([
      { clientId: CLIENT_ID, appName: 'emisar', redirectUris: [{ platform: 'web', uri: US }] },
    ]);
  });

  it('is not told while the page is still drawing it', async () => {
    await portal.open(overview('0 web, 0 spa, 1 public client'), 'Overview');
    await soon(200);
    document.body.innerHTML = overview('1 web, 0 spa, 0 public client');
    await eventually(() => expect(portal.of('registrationSeen')).toHaveLength(1));
    expect(portal.of('registrationSeen')).toMatchObject([{ counts: { web: 1 } }]);
  });

  it.each<RegistrationProblem>([
    { kind: 'redirectUriMissing', expected: US },
    { kind: 'wrongPlatform', platform: 'publicClient', expected: US },
    { kind: 'wrongRegion', found: 'https://x', expected: US },
    { kind: 'wrongRedirectUri', found: 'https://x', expected: US },
    { kind: 'notSingleTenant' },
    { kind: 'passport' },
  ])('says $kind with its way out', (found) => {
    const text = problem(found, 'Kandji');
    if ('expected' in found) expect(text).toContain(US);
    if ('found' in found) expect(text).toContain(found.found);
    expect(text).toMatch(/Authentication|register one/);
  });
});

describe('the list of secrets', () => {
  const tab = (count: number) =>
    `<div role="tab" aria-selected="true">Geheime Clientschlüssel (${count})</div>`;
  const safe = (...safeToDelete: string[]) => ({
    kind: 'context',
    vendorName: 'Kandji',
    safeToDelete,
    isKnown: true,
  });
  beforeEach(() => {
    portal.answers.portalContext = safe();
  });

  it('is told only of an app that is on record or held, from then on', async () => {
    portal.answers.portalContext = { ...safe(), isKnown: false };
    portal.answers.captureSecretValue = {
      kind: 'held',
      what: 'secretValue',
      vendorName: 'Kandji',
      deadline: Date.now() + 600_000,
    };
    await portal.open(tab(2) + table([freshRow, maskedRow]), 'Credentials');
    await soon(900);
    expect(portal.of('secretsSeen')).toEqual([]);
    await portal.pressButton('Copy secret value to Kandji');
    await eventually(() => expect(portal.of('secretsSeen')).toHaveLength(1));
  });

  it('is told with names and days, never with a value', async () => {
    await portal.open(tab(2) + table([freshRow, maskedRow]), 'Credentials');
    await eventually(() => expect(portal.of('secretsSeen')).toHaveLength(1));
    expect(portal.of('secretsSeen')).toEqual([
      {
        clientId: CLIENT_ID,
        complete: true,
        rows: [
          { secretId: SECRET_ID, description: 'Kandji SSO', expiresOn: '2028-07-27' },
          { secretId: OTHER_SECRET_ID, description: 'older', expiresOn: '2027-07-27' },
        ],
      },
    ]);
  });

  it.each([
    ['no tab says how many there are', ''],
    ['the tab says that there are more', tab(3)],
    ['another tab is open', tab(1).replace('true', 'false')],
  ])('is not called whole where %s', async (_name, tabs) => {
    await portal.open(tabs + table([maskedRow]), 'Credentials');
    await eventually(() => expect(portal.of('secretsSeen')).toMatchObject([{ complete: false }]));
  });

  it('is told empty only after a row was deleted here', async () => {
    await portal.open(tab(0), 'Credentials');
    await soon(900);
    expect(portal.of('secretsSeen')).toEqual([]);
    document.body.innerHTML = tab(1) + table([maskedRow]);
    await eventually(() => expect(portal.of('secretsSeen')).toHaveLength(1));
    document.body.innerHTML = tab(0);
    await eventually(() => expect(portal.of('secretsSeen')).toHaveLength(2));
    expect(portal.of('secretsSeen')[1]).toMatchObject({ complete: true, rows: [] });
  });

  it('marks the row of a replaced secret, and follows what the background says', async () => {
    await portal.open(table([freshRow, maskedRow]), 'Credentials');
    expect(said()).toBe('');
    portal.answers.portalContext = safe(OTHER_SECRET_ID);
    document.dispatchEvent(new Event('visibilitychange'));
    await eventually(() => expect(said()).toBe('status: Safe to delete'));
    const mark = portal.stage.roots.find(({ textContent }) => textContent?.includes('Safe to delete'));
    expect(mark?.host.closest('tr')?.textContent).toContain(OTHER_SECRET_ID);
    document.body.innerHTML = table([maskedRow, freshRow]);
    await eventually(() => expect(mark?.host.closest('tr')?.textContent).toContain(OTHER_SECRET_ID));
    portal.answers.portalContext = safe();
    window.dispatchEvent(new Event('focus'));
    await eventually(() => expect(said()).toBe(''));
  });
});
