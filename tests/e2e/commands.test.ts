/** Keyboard shortcuts. */
import { addApp } from '../lab/portal/model';
import { appPage, connectionForm, TWO_YEARS } from './harness/connected';
import * as journey from './harness/journey';
import { expect, test } from './harness/test';

test('carry both values and fill the form without a press on a page', async ({ admin, lab }) => {
  // Its values stand in a frame; the form of the vendor stands in the page itself.
  lab.world.portal.rendering = 'fluent';
  const app = addApp(lab.world, { displayName: 'Kandji' });
  const portal = await admin.open(appPage(app, 'Overview'));
  await admin.useShortcut(portal, 'capture', { role: 'button', name: 'Copy client ID to Kandji' });
  await admin.hears(portal, 'status', /Client ID held for Kandji/);

  await journey.openSecrets(admin, portal);
  await journey.addSecret(admin, portal, { description: 'Kandji SSO', expires: TWO_YEARS });
  await admin.useShortcut(portal, 'capture', { role: 'button', name: 'Copy secret value to Kandji' });
  await admin.hears(portal, 'status', /Secret value held for Kandji/);

  const vendor = await connectionForm(admin, 'acme.kandji.io');
  await admin.useShortcut(vendor, 'fill', { role: 'button', name: 'Fill from Entra' });
  await admin.hears(vendor, 'status', /^Filled/);
  expect((await admin.waitFor(vendor, { role: 'textbox', name: 'Client ID' })).value).toBe(app.clientId);
});
