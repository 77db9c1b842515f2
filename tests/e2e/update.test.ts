/** An update while a journey is under way, in a profile that an earlier release has written. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'webextension-polyfill';
import { carry } from './harness/connected';
import { browserOf, buildFor } from './harness/launch';
import { test as base, expect } from './harness/test';
import { UpdatableBuild } from './harness/updatable-build';

/** In the background, where `inBackground` runs. */
declare const chrome: Browser;

const test = base.extend<{ build: UpdatableBuild }>({
  build: async ({ browserName }, use) => {
    const build = new UpdatableBuild(buildFor(browserOf(browserName)), '0.0.9');
    await use(build);
    build.remove();
  },
  browserOptions: async ({ build }, use) => use({ extension: build.folder }),
});

/** What the first release's build left behind after a whole journey. */
const connections: unknown = JSON.parse(
  readFileSync(join(import.meta.dirname, '../unit/handoff/stored/connections-v1.json'), 'utf8'),
);

test('an update names the secret it wiped, keeps the reminders of the release before and checks them daily', async ({
  admin,
  browserName,
  build,
  lab,
  session,
}) => {
  await session.inBackground((stored) => chrome.storage.local.set(stored), { connections });
  const { portal, secretValue } = await carry(admin, lab);
  const before = await admin.openPopup(portal);
  await admin.waitFor(before, { role: 'button', name: 'Keep ten minutes longer' });
  await session.closePopup();

  await build.updateTo('0.1.0', session);

  const popup = await admin.openPopup(portal);
  const notice = await admin.hears(popup, 'alert', /left over/);
  expect(notice).toContain('SSO Courier was updated');
  expect(notice).toContain('“Kandji SSO”');
  // Firefox puts the new content scripts into open pages by itself; Chromium leaves the old ones there, and silent.
  if (browserName === 'chromium') await admin.hears(popup, 'alert', /Reload this page/);
  expect(JSON.stringify(await session.stored('session'))).not.toContain(secretValue);
  await session.closePopup();
  if (browserName === 'firefox') {
    await admin.goTo(portal);
    await admin.waitFor(portal, { role: 'button', name: 'Copy secret value to Kandji' });
  }

  const list = await session.openExtensionPage('options.html');
  await admin.waitFor(list, { role: 'listitem', name: 'acme.kandji.io', text: /Expires 24 Nov 2028/ });
  expect(await session.stored('local')).toMatchObject({ connections });
  const alarms = await session.inBackground(() => chrome.alarms.getAll());
  expect(alarms.map(({ name }) => name)).toContain('expiry-check');
});
