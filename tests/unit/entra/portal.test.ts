// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import type { CaptureRefusal } from '../../../utils/messages/protocol';
import { button, live, press } from '../page/pressing';
import {
  CLIENT_ID,
  essentials,
  essentialsMakes,
  hashOf,
  OBJECT_ID,
  type OverviewWords,
  overviewWords,
  TENANT_ID,
} from './pages';
import { COPY_ID, frames, pressElsewhere, setPortal } from './portal-page';

const overview = essentials(
  overviewWords.ja as OverviewWords,
  essentialsMakes['a table'] as (typeof essentialsMakes)[string],
);
const portal = setPortal();

describe('on the Overview', () => {
  it('copies the client ID with what the page says of the app', async () => {
    await portal.open(overview, 'Overview');
    const facts = {
      clientId: CLIENT_ID,
      objectId: OBJECT_ID,
      tenantId: TENANT_ID,
      directoryDomain: 'contoso.onmicrosoft.com',
      appName: 'emisar',
    };
    expect(portal.of('portalSeen')).toEqual([{ ...facts, seen: 'overview' }]);
    await portal.pressButton(COPY_ID);
    expect(portal.of('captureClientId')).toEqual([facts]);
    expect(live(portal.stage)).toEqual(['status: Client ID held for Kandji.']);
    expect(portal.of('portalSeen')).toHaveLength(1);
  });

  it('names the vendor as the background does', async () => {
    portal.answers.portalContext = { kind: 'context', vendorName: 'Iru' };
    await portal.open(overview, 'Overview');
    expect(button(portal.stage, 'Copy client ID to Iru')).toBeDefined();
  });

  it.each<[string, CaptureRefusal, RegExp]>([
    ['the object ID', { kind: 'notAClientId', is: 'objectId' }, /Object ID.*Nothing was copied/],
    [
      'another directory',
      { kind: 'otherDirectory', held: 'a.example', page: 'b.example' },
      /b\.example.*a\.example.*Nothing was copied/,
    ],
    ['a full memory', { kind: 'memoryRefused' }, /memory refused.*nothing was written to disk/],
  ])('says in words that %s was refused', async (_name, reason, words) => {
    portal.answers.captureClientId = { kind: 'refused', reason };
    await portal.open(overview, 'Overview');
    await portal.pressButton(COPY_ID);
    expect(live(portal.stage).join()).toMatch(words);
    expect(live(portal.stage)[0]).toMatch(/^alert/);
  });

  it('waits for a page that draws late', async () => {
    await portal.open('', 'Overview');
    expect(button(portal.stage, COPY_ID)).toBeUndefined();
    document.body.innerHTML = overview;
    await frames();
    expect(button(portal.stage, COPY_ID)).toBeDefined();
  });

  it('asks again when the admin turns to the page, where the part could not be brought', async () => {
    portal.parts = ['notNeeded', 'notNeeded'];
    await portal.open(overview, 'Overview');
    for (const seen of [undefined, 'shown'] as const) {
      expect(button(portal.stage, COPY_ID)).toBeUndefined();
      pressElsewhere(portal.stage);
      await frames();
      expect(button(portal.stage, COPY_ID) && 'shown').toBe(seen);
    }
  });

  it('sends nothing when the page turns into another app under the press', async () => {
    await portal.open(overview, 'Overview');
    press(portal.stage, button(portal.stage, COPY_ID));
    document.body.innerHTML = overview.replaceAll(CLIENT_ID, '99999999-564d-4491-9cb3-76a71ac25fe1');
    await frames(20);
    expect(portal.of('captureClientId')).toEqual([]);
  });

  it('goes with the address, and comes back with it', async () => {
    await portal.open(overview, 'Overview');
    window.location.hash = '#home';
    window.dispatchEvent(new Event('hashchange'));
    expect(document.querySelector('sso-courier')).toBeNull();
    window.location.hash = hashOf('Overview');
    window.dispatchEvent(new Event('hashchange'));
    await frames();
    expect(button(portal.stage, COPY_ID)).toBeDefined();
  });

  it('falls silent when the extension was updated', async () => {
    await portal.open(overview, 'Overview');
    portal.updated = true;
    await portal.pressButton(COPY_ID);
    expect(document.querySelector('sso-courier')).toBeNull();
    document.body.append(document.createElement('p'));
    await frames();
    expect(document.querySelector('sso-courier')).toBeNull();
  });
});

describe('where controls are limited to a journey', () => {
  const context = (controls: 'shown' | 'hidden') => {
    portal.answers.portalContext = { kind: 'context', vendorName: 'Kandji', safeToDelete: [], controls };
  };
  const comeBack = async () => {
    window.dispatchEvent(new Event('focus'));
    await frames();
  };

  it('shows nothing and looks at nothing until one begins, and nothing after it has ended', async () => {
    context('hidden');
    const observe = vi.spyOn(MutationObserver.prototype, 'observe');
    await portal.open(overview, 'Overview');
    expect(button(portal.stage, COPY_ID)).toBeUndefined();
    expect([observe.mock.calls.length, portal.of('portalSeen').length]).toEqual([0, 0]);
    context('shown');
    await comeBack();
    expect(button(portal.stage, COPY_ID)).toBeDefined();
    context('hidden');
    await comeBack();
    expect(document.querySelector('sso-courier')).toBeNull();
  });
});

describe('on pages that are none of ours', () => {
  it.each(['Owners', 'Manifest'])('does nothing on %s: no observer, no look at the page', async (menu) => {
    const observe = vi.spyOn(MutationObserver.prototype, 'observe');
    const walk = vi.spyOn(document, 'createTreeWalker');
    await portal.open(overview, menu);
    expect([observe.mock.calls.length, walk.mock.calls.length, portal.of('portalContext').length]).toEqual([
      0, 0, 0,
    ]);
  });
});
