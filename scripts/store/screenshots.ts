/** The screenshots: the demo's own journey, stopped where there is something to see. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'webextension-polyfill';
import type { Admin } from '../../tests/e2e/harness/admin';
import type { ChromiumSession } from '../../tests/e2e/harness/chromium/session';
import type { Lab } from '../../tests/lab/server';
import { Camera } from '../demo/camera';
import { open, setStage } from '../demo/stage';
import { steps } from '../demo/steps';
import { drawPage } from './draw';

/** In the background, where `inBackground` runs. */
declare const chrome: Browser;

/** Number and name of the picture that is taken after a step of the demo. */
const AFTER: Readonly<Record<string, { name: string; of: 'portal' | 'vendor' | 'popup' }>> = {
  'Secret value': { name: '1-copy-the-value-not-the-secret-id', of: 'portal' },
  Check: { name: '3-the-journey', of: 'popup' },
  'Fill the connection': { name: '2-fill-the-connection', of: 'vendor' },
  'Test the sign-in': { name: '4-a-user-signs-in', of: 'popup' },
};

export async function takeScreenshots(
  session: ChromiumSession,
  admin: Admin,
  lab: Lab,
  folder: string,
): Promise<void> {
  const stage = setStage(admin, lab, 'us');
  const camera = new Camera(session, folder);
  for (const step of steps) {
    await step.play(stage);
    const picture = AFTER[step.title];
    if (!picture) continue;
    const tab = picture.of === 'portal' ? open(stage.portal) : open(stage.vendor ?? stage.portal);
    if (picture.of === 'popup') {
      await takePopup(session, admin, picture.name, tab, folder);
      continue;
    }
    await admin.goTo(tab);
    await admin.clickIfThere(tab, { role: 'button', name: 'Dismiss toast notification', at: 'first' });
    await camera.takePage(tab, picture.name);
  }
  await addConnections(session);
  const list = await session.openExtensionPage('options.html');
  await admin.waitFor(list, { role: 'listitem', name: stage.host });
  await camera.takePage(list, '5-reminders');
}

/** Connections of other tenants, some of which expire soon: made from the one that was just made. */
const OTHERS = [
  { host: 'northwind.eu.kandji.io', days: 6 },
  { host: 'fabrikam.kandji.io', days: 27 },
  { host: 'tailspin.iru.com', days: 212 },
] as const;

async function addConnections(session: ChromiumSession): Promise<void> {
  const { connections } = await session.stored('local');
  const [made]: object[] = typeof connections === 'string' ? JSON.parse(connections) : [];
  const others = OTHERS.map(({ host, days }) => {
    const [name = ''] = host.split('.');
    const day = new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
    const directoryDomain = `${name}.onmicrosoft.com`;
    return { ...made, vendorHost: host, directoryDomain, expiresOn: day };
  });
  await session.inBackground((stored) => chrome.storage.local.set(stored), {
    connections: [made, ...others],
  });
}

/** A popup is smaller than the stores want: it is shown on a page of their size, beside what it says. */
async function takePopup(
  session: ChromiumSession,
  admin: Admin,
  name: string,
  over: Parameters<Admin['openPopup']>[0],
  folder: string,
): Promise<void> {
  const popup = await admin.openPopup(over);
  await admin.waitFor(popup, { role: 'heading', name: /of \d+ done|All done/ });
  const file = join(folder, `${name}.png`);
  await popup.picture(file);
  await session.closePopup();
  await drawPage(session.context, { kind: 'popup', picture: readFileSync(file).toString('base64') }, file);
}
