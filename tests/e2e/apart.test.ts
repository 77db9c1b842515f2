/** What does not belong together never gets together. */
import { addApp } from '../lab/portal/model';
import { appPage, carry, connectionForm, redirectUris, TWO_YEARS } from './harness/connected';
import * as journey from './harness/journey';
import { FURTHER } from './harness/tags';
import { expect, test } from './harness/test';

test('two registrations in two tabs: client ID of one and secret of the other never meet in the form', async ({
  admin,
  lab,
}) => {
  const one = addApp(lab.world, { displayName: 'One' });
  const other = addApp(lab.world, { displayName: 'Other' });
  const first = await admin.open(appPage(one, 'Overview'));
  await journey.copyClientId(admin, first);
  const second = await admin.open(appPage(other, 'Credentials'));
  await journey.addSecret(admin, second, { description: 'Other SSO', expires: TWO_YEARS });
  await journey.copySecretValue(admin, second, 'Other SSO');
  const vendor = await connectionForm(admin, 'acme.kandji.io');
  await journey.fillFromEntra(admin, vendor);
  await journey.save(admin, vendor);
  const saved = lab.world.vendorTenants[0]?.connections[0];
  expect(saved).toMatchObject({ clientId: other.clientId, clientSecret: other.secrets.at(-1)?.value });
});

test('two registrations with two held secrets: the form asks which', { tag: FURTHER }, async ({
  admin,
  lab,
}) => {
  await carry(admin, lab, { name: 'One' });
  const other = await carry(admin, lab, { name: 'Other' });
  const vendor = await connectionForm(admin, 'acme.kandji.io');
  await admin.click(vendor, { role: 'button', name: 'Fill from Entra' });
  await admin.click(vendor, { role: 'button', name: /Other/ });
  await admin.hears(vendor, 'status', /Filled/);
  await journey.save(admin, vendor);
  expect(lab.world.vendorTenants[0]?.connections[0]).toMatchObject({
    clientId: other.app.clientId,
    clientSecret: other.secretValue,
  });
});

test('two vendor tenants: the fill goes to the chosen one only', { tag: FURTHER }, async ({ admin, lab }) => {
  await carry(admin, lab, { redirectUri: redirectUris.us });
  const acme = await connectionForm(admin, 'acme.kandji.io');
  const globex = await connectionForm(admin, 'globex.kandji.io');
  const popup = await admin.openPopup(globex);
  await admin.click(popup, { role: 'button', name: /acme\.kandji\.io/ });
  await admin.waitFor(popup, { role: 'button', name: 'Change' });
  await admin.click(popup, { role: 'button', name: 'Fill Kandji form' });
  // The console that is filled comes to the front, and says so itself: the popup has closed by then.
  await admin.goTo(acme);
  await admin.hears(acme, 'status', /Filled/);
  // What the other console answers to a press of its own is the next test's.
  await admin.goTo(globex);
  for (const name of ['Client ID', 'Client Secret']) {
    expect((await admin.waitFor(globex, { role: 'textbox', name })).value).toBe('');
  }
  await admin.goTo(acme);
  await journey.save(admin, acme);
  expect(lab.world.vendorTenants.map(({ connections }) => connections.length)).toEqual([1, 0, 0]);
});

test('without a choice, the first console filled becomes the tenant of the handoff', {
  tag: FURTHER,
}, async ({ admin, lab }) => {
  await carry(admin, lab);
  const acme = await connectionForm(admin, 'acme.kandji.io');
  await journey.fillFromEntra(admin, acme);
  const globex = await connectionForm(admin, 'globex.kandji.io');
  await admin.click(globex, { role: 'button', name: 'Fill from Entra' });
  await admin.hears(globex, 'alert', /not held|nothing/i);
  expect((await admin.waitFor(globex, { role: 'textbox', name: 'Client Secret' })).value).toBe('');
});
