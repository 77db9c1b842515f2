/** One lab, one browser and one tab a worker, used for one row of a table after the other. */

import type { Browser } from 'webextension-polyfill';
import type { Lab } from '../../lab/server';
import { startLab } from '../../lab/server';
import { Admin } from '../harness/admin';
import { browserOf, launch } from '../harness/launch';
import type { Session } from '../harness/session';
import type { Surface } from '../harness/surface';
import { test as base, keepEvidence } from '../harness/test';

/** In the background, where `inBackground` runs. */
declare const chrome: Browser;

interface ForWorker {
  oneLab: Lab;
  oneSession: Session;
  oneTab: Surface;
}

export const test = base.extend<Record<never, never>, ForWorker>({
  oneLab: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from the pattern.
    async ({}, use) => {
      const lab = await startLab();
      await use(lab);
      await lab.close();
    },
    { scope: 'worker' },
  ],
  oneSession: [
    async ({ browserName, oneLab }, use) => {
      const browser = browserOf(browserName);
      const session = await launch(oneLab, { browser, privateWindows: 'notAllowed' });
      await use(session);
      await session.close();
    },
    { scope: 'worker' },
  ],
  oneTab: [async ({ oneSession }, use) => use(await oneSession.openTab('about:blank')), { scope: 'worker' }],
  lab: ({ oneLab }, use) => use(oneLab),
  session: async ({ oneSession }, use, info) => {
    await use(oneSession);
    if (info.status !== info.expectedStatus) await keepEvidence(oneSession, info);
  },
  admin: async ({ oneSession, oneTab }, use) => {
    const admin = new Admin(oneSession);
    await admin.goTo(oneTab);
    // What an earlier row left: its page, and what is held.
    await oneTab.goto('about:blank');
    await oneSession.inBackground(() => chrome.storage.session.clear());
    await use(admin);
  },
});

export { expect } from '@playwright/test';
