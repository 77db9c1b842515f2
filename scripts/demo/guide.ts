/** The guide's pictures that are no step of the set-up: a warning as it stands in the portal, and views of the extension. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Admin } from '../../tests/e2e/harness/admin';
import { appPage, TWO_YEARS } from '../../tests/e2e/harness/connected';
import * as journey from '../../tests/e2e/harness/journey';
import { launch } from '../../tests/e2e/harness/launch';
import { addApp } from '../../tests/lab/portal/model';
import type { Lab } from '../../tests/lab/server';
import { LOOKS } from '../views/looks';
import { call, openStudio } from '../views/studio';
import { Camera } from './camera';

/** By the picture's name: which view, and how much of it. */
const VIEWS = {
  'guide-renew': { scene: 'options-few', width: 1000, height: 620 },
  'guide-roll-out': { scene: 'options-settings-managed', width: 1000, height: 860 },
  'guide-questions': { scene: 'popup-finder', width: 380, height: 420 },
} as const;

export async function takeGuidePictures(lab: Lab, folder: string): Promise<void> {
  await takeWarning(lab, folder);
  const studio = await openStudio('chromium');
  try {
    await studio.prefer(LOOKS.light);
    for (const [name, { scene, width, height }] of Object.entries(VIEWS)) {
      await studio.resize(width, height);
      await call(studio, (shown: string) => window.draw(shown), scene);
      await writeFile(join(folder, `${name}.png`), await studio.picture());
    }
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
