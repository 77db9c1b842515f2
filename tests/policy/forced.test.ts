/** Forced installation by the samples that ship: the browser fetches and installs it, and nobody is welcomed. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import type { BrowserName } from '../../scripts/browsers';
import { sample } from '../../utils/settings/described';
import { Admin } from '../e2e/harness/admin';
import { appPage } from '../e2e/harness/connected';
import * as journey from '../e2e/harness/journey';
import { browserOf, launch } from '../e2e/harness/launch';
import { found, notYet, poll } from '../e2e/harness/poll';
import type { Session } from '../e2e/harness/session';
import { addApp } from '../lab/portal/model';
import { type Lab, startLab } from '../lab/server';
import { expect } from './fixture';
import { type Packed, pack } from './packed';
import { withPolicyFile } from './policy-file';

/** The shipped file; the store's name and address in it are those of the package, as an administrator would put them. */
const samples: Readonly<Record<BrowserName, { file: string; of(packed: Packed): string }>> = {
  chromium: {
    file: '/etc/chromium/policies/managed/sso-courier-test.json',
    of: ({ id, address }) =>
      readFileSync('docs/managed/linux/chrome.json', 'utf8')
        .replaceAll('CHROME_STORE_ID', id)
        .replaceAll('https://clients2.google.com/service/update2/crx', address),
  },
  firefox: {
    file: '/etc/firefox/policies/policies.json',
    of: ({ address }) =>
      readFileSync('docs/managed/firefox/policies.json', 'utf8').replaceAll(
        'https://addons.mozilla.org/firefox/downloads/latest/FIREFOX_STORE_NAME/latest.xpi',
        address,
      ),
  },
};

/** Without it Chromium lets nobody look into what a policy has installed: by default, `DeveloperToolsAvailability` forbids it. */
const WATCHABLE = { DeveloperToolsAvailability: 1 };

const test = base.extend<{ lab: Lab; session: Session }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from the pattern.
  lab: async ({}, use) => {
    const lab = await startLab();
    await use(lab);
    await lab.close();
  },
  session: async ({ browserName, lab }, use) => {
    const browser = browserOf(browserName);
    const folder = mkdtempSync(join(tmpdir(), 'sso-courier-packed-'));
    const { file, of } = samples[browser];
    const policy = {
      ...JSON.parse(of(await pack(browser, folder))),
      ...(browser === 'chromium' && WATCHABLE),
    };
    try {
      await withPolicyFile(file, policy, async () => {
        const session = await launch(lab, {
          browser,
          install: 'byPolicy',
          privateWindows: 'notAllowed',
          welcome: 'kept',
        });
        await use(session);
        await session.close();
      });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
});

test('is installed by the browser itself, with the organisation’s settings and without a page of ours', async ({
  lab,
  session,
}) => {
  const admin = new Admin(session);
  const options = await session.openExtensionPage('options.html');
  expect(await options.evaluate<string>('chrome.management.getSelf().then((self) => self.installType)')).toBe(
    'admin',
  );
  // Asked in one page: Chromium gives no settings while it starts, and tabs that come and go keep its start from being over.
  const inForce = await poll('the policy to be there', async () => {
    const there = await options.evaluate<object>('chrome.storage.managed.get()');
    return Object.keys(there).length > 0 ? found(there) : notYet('the store is empty');
  });
  expect(inForce).toEqual(sample);

  // It works: in force is *Buttons only during a journey*, which begins with the choice of the tenant.
  const portal = await admin.open(appPage(addApp(lab.world, { displayName: 'Kandji' }), 'Overview'));
  const popup = await admin.openPopup(portal);
  await admin.click(popup, { role: 'button', name: 'acme.kandji.io' });
  await admin.waitFor(popup, { role: 'button', name: 'Change' });
  await admin.goTo(portal);
  await journey.copyClientId(admin, portal);

  const open = await Promise.all((await session.tabs()).map((tab) => tab.address()));
  expect(open.filter((address) => address.includes('welcome'))).toEqual([]);
});
