/** Forced installation by the samples that ship: the browser fetches and installs it, and nobody is welcomed. */
import { test as base } from '@playwright/test';
import { sample } from '../../utils/settings/described';
import { Admin } from '../e2e/harness/admin';
import { appPage } from '../e2e/harness/connected';
import * as journey from '../e2e/harness/journey';
import { browserOf } from '../e2e/harness/launch';
import { found, notYet, poll } from '../e2e/harness/poll';
import type { Session } from '../e2e/harness/session';
import { addApp } from '../lab/portal/model';
import { type Lab, startLab } from '../lab/server';
import { expect } from './fixture';
import { withInstallation } from './installed';

const test = base.extend<{ lab: Lab; session: Session }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from the pattern.
  lab: async ({}, use) => {
    const lab = await startLab();
    await use(lab);
    await lab.close();
  },
  session: async ({ browserName, lab }, use) => {
    await withInstallation(browserOf(browserName), lab, async (start) => {
      const session = await start();
      await use(session);
      await session.close();
    });
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
