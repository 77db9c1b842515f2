import { describe, expect, it } from 'vitest';
import type { Tabs } from 'webextension-polyfill';
import { portalTabFor } from '../../../utils/background/places';
import { clouds } from '../../../utils/entra/clouds';
import { portalLinks } from '../../../utils/entra/routes';
import { clientId } from '../handoff/samples';

const { global, usGov } = clouds;
const secrets = portalLinks.secrets(global, clientId);
const overview = portalLinks.overview(global, clientId);
const inAzure = (address: string) => address.replace('entra.microsoft.com', 'portal.azure.com');
const otherApp = overview.replace(clientId, 'c2a1f7de-3b54-4a29-8d0c-91d7a1f00b42');

let ids = 0;
const tab = (url: string, more: Partial<Tabs.Tab> = {}): Tabs.Tab => ({
  id: ++ids,
  index: 0,
  url,
  active: false,
  highlighted: false,
  pinned: false,
  incognito: false,
  ...more,
});

describe('the tab that Take me there uses', () => {
  it.each<[string, Tabs.Tab[], { index: number; goTo?: string } | undefined]>([
    ['the one that shows the page', [tab(otherApp), tab(secrets)], { index: 1 }],
    ['in whichever shell the admin works', [tab(inAzure(secrets))], { index: 0 }],
    ['with a pane or a language in the address', [tab(`${secrets}/menuId~/null?l=de`)], { index: 0 }],
    [
      'the app’s Overview, which goes on to it',
      [tab(inAzure(overview))],
      { index: 0, goTo: inAzure(secrets) },
    ],
    ['the list of apps', [tab(portalLinks.list(global))], { index: 0, goTo: secrets }],
    [
      'the one in front before others',
      [tab(secrets, { lastAccessed: 9 }), tab(secrets, { active: true })],
      { index: 1 },
    ],
    [
      'the one used last',
      [tab(secrets, { lastAccessed: 1 }), tab(secrets, { lastAccessed: 2 })],
      { index: 1 },
    ],
    ['none: a form would be left', [tab(portalLinks.register(global))], undefined],
    ['none: another app is shown', [tab(otherApp)], undefined],
    ['none: it is another cloud', [tab(portalLinks.secrets(usGov, clientId))], undefined],
    ['none: it is a private window', [tab(secrets, { incognito: true })], undefined],
    [
      'none: it is a look-alike',
      [tab(secrets.replace('microsoft.com', 'microsoft.com.evil.example'))],
      undefined,
    ],
  ])('is %s', (_which, tabs, expected) => {
    const found = portalTabFor(secrets, tabs);
    expect(found).toEqual(
      expected && { tab: tabs[expected.index], ...(expected.goTo && { goTo: expected.goTo }) },
    );
  });

  it('never leaves Certificates & secrets, where a new value would be hidden for good', () => {
    expect(portalTabFor(overview, [tab(secrets)])).toBeUndefined();
  });
});
