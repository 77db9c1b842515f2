/**
 * Keyboard shortcuts. A headless browser has no shortcuts of its own, so the browser's event is sent to the background
 * as the browser does after the keys; from there on everything is real.
 */
import { addApp } from '../lab/portal/model';
import { appPage, connectionForm, TWO_YEARS } from './harness/connected';
import * as journey from './harness/journey';
import type { Session } from './harness/session';
import { expect, test } from './harness/test';

declare const chrome: { commands: { onCommand: { dispatch(name: string): void } } };

async function shortcut(session: Session, name: 'capture' | 'fill'): Promise<void> {
  const worker = await session.worker();
  await worker.evaluate((command) => chrome.commands.onCommand.dispatch(command), name);
}

test('carry both values and fill the form without a press on a page', async ({ admin, lab, session }) => {
  // Its values stand in a frame; the form of the vendor stands in the page itself.
  lab.world.portal.rendering = 'fluent';
  const app = addApp(lab.world, { displayName: 'Kandji' });
  const portal = await admin.open(appPage(app, 'Overview'));
  await admin.waitFor(portal, { role: 'button', name: 'Copy client ID to Kandji' });
  await shortcut(session, 'capture');
  await admin.hears(portal, 'status', /Client ID held for Kandji/);

  await journey.openSecrets(admin, portal);
  await journey.addSecret(admin, portal, { description: 'Kandji SSO', expires: TWO_YEARS });
  await admin.waitFor(portal, { role: 'button', name: 'Copy secret value to Kandji' });
  await shortcut(session, 'capture');
  await admin.hears(portal, 'status', /Secret value held for Kandji/);

  const vendor = await connectionForm(admin, 'acme.kandji.io');
  await admin.waitFor(vendor, { role: 'button', name: 'Fill from Entra' });
  await shortcut(session, 'fill');
  await admin.hears(vendor, 'status', /^Filled/);
  expect((await admin.waitFor(vendor, { role: 'textbox', name: 'Client ID' })).value).toBe(app.clientId);
});
