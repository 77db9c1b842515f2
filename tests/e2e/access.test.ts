/** What the vendor's Access page is told apart by, and what can be taken from it for somebody else. */
import { ada, carry, connectionForm, hostOf, owner } from './harness/connected';
import * as journey from './harness/journey';
import { FURTHER } from './harness/tags';
import { expect, test } from './harness/test';

test('an Access page without Authentication names the vendor’s support', { tag: FURTHER }, async ({
  admin,
  lab,
}) => {
  const [tenant] = lab.world.vendorTenants;
  if (!tenant) throw new Error('the lab has no vendor tenant');
  tenant.ssoAvailable = false;
  const vendor = await journey.signInToVendor(admin, hostOf(tenant), owner);
  await admin.click(vendor, { role: 'link', name: 'Settings' });
  await admin.click(vendor, { role: ['tab', 'link', 'button'], name: 'Access' });
  const said = await admin.hears(vendor, 'alert', /Single sign-on is not enabled for this Kandji tenant/);
  expect(said).toMatch(/Kandji [Ss]upport/);
});

test('the consent link goes to a colleague who is the Entra administrator', async ({
  admin,
  lab,
  session,
}) => {
  const { app } = await carry(admin, lab);
  const vendor = await connectionForm(admin, 'acme.kandji.io');
  await journey.fillFromEntra(admin, vendor);
  await journey.save(admin, vendor);
  await admin.click(vendor, { role: 'button', name: 'Copy consent link' });
  await admin.hears(vendor, 'status', /[Cc]opied/);
  const link = await session.clipboard(vendor);
  expect(link).toMatch(/^https:\/\/auth\.kandji\.io\/p\/waad\/\w+$/);
  const colleague = await admin.open(link);
  await journey.signInToMicrosoft(admin, colleague, ada);
  await journey.declineToStay(admin, colleague, { role: 'button', name: 'Accept' });
  await admin.click(colleague, { role: 'button', name: 'Accept' });
  await expect.poll(() => app.adminConsent).toBe(true);
});

test('a registration that is Kandji Passport’s is named before its values are carried on', async ({
  admin,
  lab,
}) => {
  const { portal } = await carry(admin, lab, {
    name: 'Kandji Passport Mac Login',
    redirectUri: 'https://localhost.redirect',
  });
  const popup = await admin.openPopup(portal);
  await admin.waitFor(popup, { role: ['alert', 'note', 'text', 'listitem'], text: /Passport/, at: 'first' });
});
