/** An update while a journey is under way, in a profile that an earlier release has written. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UpdatableBuild } from './harness/chromium/update';
import { carry } from './harness/connected';
import { BUILD_DIR } from './harness/launch';
import { test as base, expect } from './harness/test';

const test = base.extend<{ build: UpdatableBuild }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from the pattern.
  build: async ({}, use) => {
    const build = new UpdatableBuild(BUILD_DIR, '0.0.9');
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
  build,
  lab,
  session,
}) => {
  await (await session.worker()).evaluate(`chrome.storage.local.set(${JSON.stringify({ connections })})`);
  const { portal, secretValue } = await carry(admin, lab);
  const before = await admin.openPopup(portal);
  await admin.waitFor(before, { role: 'button', name: 'Keep ten minutes longer' });
  await session.closePopup();

  await build.updateTo('0.1.0', session.context, session.extensionId);

  const popup = await admin.openPopup(portal);
  const notice = await admin.hears(popup, 'alert', /left over/);
  expect(notice).toContain('SSO Courier was updated');
  expect(notice).toContain('“Kandji SSO”');
  await admin.hears(popup, 'alert', /Reload this page/);
  expect(JSON.stringify(await session.stored('session'))).not.toContain(secretValue);
  await session.closePopup();

  const list = await session.openExtensionPage('options.html');
  const item = await admin.waitFor(list, { role: 'listitem', name: 'acme.kandji.io' });
  expect(item.text).toContain('Expires 24 Nov 2028');
  expect(await session.stored('local')).toMatchObject({ connections });
  const alarms = await (await session.worker()).evaluate<{ name: string }[]>('chrome.alarms.getAll()');
  expect(alarms.map(({ name }) => name)).toContain('expiry-check');
});
