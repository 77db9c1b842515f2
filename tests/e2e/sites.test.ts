/** What a browser takes away from the extension, or never gives it: said in words, and asked for again with a button. */
import type { Browser } from 'webextension-polyfill';
import { addApp } from '../lab/portal/model';
import { appPage } from './harness/connected';
import * as journey from './harness/journey';
import { FURTHER } from './harness/tags';
import { expect, test } from './harness/test';

/** In the background, where `inBackground` runs; both browsers have it. */
declare const chrome: Browser;

const CLIENT_ID_BUTTON = { role: 'button', name: 'Copy client ID to Kandji' } as const;

test('sites that were taken away are named, and given back by the popup’s button', async ({
  admin,
  browserName,
  lab,
  session,
}) => {
  const overview = appPage(addApp(lab.world, { displayName: 'Kandji' }), 'Overview');
  await session.revokeSites();
  const portal = await admin.open(overview);
  await admin.waitFor(portal, { role: 'region', name: 'Essentials' });
  expect(await admin.sees(portal, CLIENT_ID_BUTTON)).toBe(false);
  // Where a page is closed to an extension, Chromium's button offers to reload the page, in a bubble outside of all pages
  // that nothing can press here: the popup's page is opened in a tab.
  const popup =
    browserName === 'chromium'
      ? await session.openExtensionPage('popup.html')
      : await admin.openPopup(portal);
  await admin.hears(popup, 'alert', /may not read the Entra portal.*does nothing there/);
  await admin.click(popup, { role: 'button', name: 'Allow on these sites' });
  await session.allowSites();
  const anew = await admin.open(overview);
  await journey.copyClientId(admin, anew);
  const again = await admin.openPopup(anew);
  await admin.waitFor(again, { role: 'button', name: /^Copy the client ID \(done\)/ });
  expect(await admin.sees(again, { role: 'button', name: 'Allow on these sites' })).toBe(false);
});

test('where no organisation has set anything, the defaults count, however the browser says so', {
  tag: FURTHER,
}, async ({ admin, browserName, session }) => {
  const said = await session.inBackground(() =>
    chrome.storage.managed.get().then(
      (all) => JSON.stringify(all),
      () => 'rejected',
    ),
  );
  expect(said).toBe(browserName === 'firefox' ? 'rejected' : '{}');
  const options = await session.openExtensionPage('options.html');
  await admin.waitFor(options, { role: 'radio', name: 'On every app registration' });
  expect(await admin.sees(options, { role: 'heading', name: 'Set by your organisation' })).toBe(false);
  expect(session.consoleLines.filter(({ level }) => level === 'error')).toEqual([]);
});
