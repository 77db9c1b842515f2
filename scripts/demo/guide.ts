/** The guide's pictures that are no step of the set-up: a warning as it stands in the portal, and views of the extension. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Admin } from '../../tests/e2e/harness/admin';
import { appPage, connect, redirectUris, TWO_YEARS } from '../../tests/e2e/harness/connected';
import * as journey from '../../tests/e2e/harness/journey';
import { launch } from '../../tests/e2e/harness/launch';
import { addApp } from '../../tests/lab/portal/model';
import { type Lab, startLab } from '../../tests/lab/server';
import { drawOnPage, LOOKS } from '../views/looks';
import { call, openStudio } from '../views/studio';
import { Camera } from './camera';

/** By the picture's name: which view, and how much of it. */
const VIEWS = {
  'guide-renew': { scene: 'options-few', width: 1000, height: 620 },
  'guide-roll-out': { scene: 'options-settings-managed', width: 1000, height: 860 },
  'guide-questions': { scene: 'popup-finder', width: 380, height: 420 },
  'guide-install': { scene: 'welcome-new', width: 1000, height: 760 },
  'guide-side-panel': { scene: 'sidepanel-readyToFill', width: 400, height: 820 },
  'guide-problem': { scene: 'popup-checkProblem', width: 380, height: 600 },
} as const;

/** Of the picture of all controls, those in a page that is read from left to right. */
const CONTROLS = { width: 800, height: 522 };

export async function takeGuidePictures(lab: Lab, folder: string): Promise<void> {
  await takeWarning(lab, folder);
  await takeSigninError(folder);
  const studio = await openStudio('chromium');
  try {
    await studio.prefer(LOOKS.light);
    for (const [name, { scene, width, height }] of Object.entries(VIEWS)) {
      await studio.resize(width, height);
      await call(studio, (shown: string) => window.draw(shown), scene);
      await writeFile(join(folder, `${name}.png`), await studio.picture());
    }
    await drawOnPage(studio, 'light');
    await studio.resize(CONTROLS.width, CONTROLS.height);
    await writeFile(join(folder, 'guide-controls.png'), await studio.picture());
  } finally {
    await studio.close();
  }
}

/** The Secret ID is copied by the portal's own control. */
async function takeWarning(lab: Lab, folder: string): Promise<void> {
  const session = await launch(lab, { window: 'hidden' });
  try {
    const admin = new Admin(session);
    const app = addApp(lab.world, { displayName: 'Kandji' });
    const portal = await admin.open(appPage(app, 'Credentials'));
    await journey.addSecret(admin, portal, { description: 'Kandji SSO', expires: TWO_YEARS });
    const row = journey.secretRow('Kandji SSO');
    await admin.click(portal, { role: 'button', name: /copy to clipboard/i, within: row, at: 'last' });
    await admin.hears(portal, 'alert', /Secret ID/);
    await admin.clickIfThere(portal, { role: 'button', name: 'Dismiss toast notification', at: 'first' });
    await new Camera(session, folder).takePage(portal, 'guide-warning', 660);
  } finally {
    await session.close();
  }
}

/** Microsoft refuses the redirect URI, which is that of another region. */
async function takeSigninError(folder: string): Promise<void> {
  const lab = await startLab();
  const session = await launch(lab, { window: 'hidden' });
  try {
    const admin = new Admin(session);
    const { vendor, connectionName } = await connect(admin, lab, { redirectUri: redirectUris.eu });
    const page = await journey.startTest(admin, vendor);
    await admin.click(page, { role: 'button', name: `Continue with ${connectionName}` });
    await admin.hears(page, 'alert', /AADSTS50011/);
    await page.picture(join(folder, 'guide-sign-in.png'));
  } finally {
    await session.close();
    await lab.close();
  }
}
