/**
 * A real end of the browser and a real start with the same profile: for that the extension has to be installed to stay,
 * which a policy does. What was held is gone, reminders are there, and alarms are set again though Firefox loses them.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'webextension-polyfill';
import { Admin } from '../e2e/harness/admin';
import { carry } from '../e2e/harness/connected';
import { browserOf } from '../e2e/harness/launch';
import { scanFolder } from '../e2e/harness/profile-scan';
import type { Session } from '../e2e/harness/session';
import { expect, test } from './fixture';
import { withInstallation } from './installed';

/** In the background, where `inBackground` runs; both browsers have it. */
declare const chrome: Browser;

/** What the first release's build left behind after a whole journey. */
const connections: unknown = JSON.parse(
  readFileSync(join(import.meta.dirname, '../unit/handoff/stored/connections-v1.json'), 'utf8'),
);

test('a restart takes what was held, keeps the reminders and sets the alarms again', async ({
  browserName,
  lab,
}) => {
  await withInstallation(browserOf(browserName), lab, async (start) => {
    const first = await start();
    let held: string;
    try {
      await first.inBackground((stored) => chrome.storage.local.set(stored), { connections });
      held = await capture(new Admin(first), lab);
      expect(JSON.stringify(await first.stored('session'))).toContain(held);
      expect(await alarmsOf(first)).toEqual(['expiry-check', 'secret-deadline']);
    } finally {
      await first.stop();
    }
    expect(scanFolder(first.profileDir, held).hits).toEqual([]);

    const second = await start({ profileDir: first.profileDir });
    try {
      // Nothing but the start itself has woken the background.
      await expect.poll(() => alarmsOf(second)).toEqual(['expiry-check']);
      expect(JSON.stringify(await second.stored('session'))).not.toContain(held);
      const admin = new Admin(second);
      const list = await second.openExtensionPage('options.html');
      await admin.waitFor(list, { role: 'listitem', name: 'acme.kandji.io', text: /Expires 24 Nov 2028/ });
      const popup = await admin.openPopup(list);
      const notice = await admin.hears(popup, 'alert', /left over/);
      expect(notice).toContain('“Kandji SSO”');
    } finally {
      await second.close();
    }
  });
});

/** Carries both values. In force is *Buttons only during a journey*, which begins with the choice of the tenant. */
async function capture(admin: Admin, lab: Parameters<typeof carry>[1]): Promise<string> {
  const page = await admin.open('about:blank');
  const popup = await admin.openPopup(page);
  await admin.click(popup, { role: 'button', name: 'acme.kandji.io' });
  await admin.waitFor(popup, { role: 'button', name: 'Change' });
  return (await carry(admin, lab)).secretValue;
}

/** Asked in a page that runs none of the extension's code, and so wakes no background. */
async function alarmsOf(session: Session): Promise<string[]> {
  const page = await session.openExtensionPage('manifest.json');
  try {
    const names = await page.evaluate<string[]>(
      'chrome.alarms.getAll().then((alarms) => alarms.map(({ name }) => name))',
    );
    return names.sort();
  } finally {
    await page.close();
  }
}
