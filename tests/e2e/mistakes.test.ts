/** The mistakes SSO Courier exists to catch, and what happens when they are made all the same. */
import { addApp } from '../lab/portal/model';
import {
  appPage,
  CONNECTION_NAME,
  carry,
  connectionForm,
  DIRECTORY_DOMAIN,
  owner,
  redirectUris,
  TWO_YEARS,
  tess,
} from './harness/connected';
import * as journey from './harness/journey';
import { CORE, FURTHER } from './harness/tags';
import { expect, test } from './harness/test';

test('the secret ID typed into the form: alert, Save held back once, and the test names the cause', {
  tag: CORE,
}, async ({ admin, lab }) => {
  const { app } = await carry(admin, lab);
  app.adminConsent = true;
  const vendor = await connectionForm(admin, 'acme.kandji.io');
  await journey.fillConnection(admin, vendor, {
    name: CONNECTION_NAME,
    directoryDomain: DIRECTORY_DOMAIN,
    clientId: app.clientId,
    clientSecret: app.secrets.at(-1)?.secretId ?? '',
  });
  await admin.hears(vendor, 'alert', /Secret ID/);
  await admin.click(vendor, { role: 'button', name: 'Save' });
  await admin.hears(vendor, 'alert', /Secret ID/);
  expect(lab.world.vendorTenants[0]?.connections, 'the first press is held back').toEqual([]);
  await journey.save(admin, vendor);
  await journey.closeAuthorisation(admin, vendor);
  await journey.enable(admin, vendor, CONNECTION_NAME);
  const popup = await admin.openPopup(vendor);
  await admin.waitFor(popup, { role: 'button', name: 'Test sign-in in a private window' });
  const page = await journey.startTest(admin, vendor);
  await journey.signInThroughConnection(admin, page, { connectionName: CONNECTION_NAME, tester: tess });
  await admin.hears(page, 'alert', /Secret ID/);
  const said = await journey.readVerdict(admin, vendor, /Secret ID/);
  expect(said).not.toMatch(/passed/i);
});

for (const copyMake of ['asyncClipboard', 'execCommand'] as const) {
  test(`the secret ID copied by its copy control (${copyMake}) brings the alert with the right button`, {
    tag: copyMake === 'asyncClipboard' ? CORE : FURTHER,
  }, async ({ admin, lab }) => {
    lab.world.portal.copyMake = copyMake;
    const app = addApp(lab.world, { displayName: 'Kandji' });
    const portal = await admin.open(appPage(app, 'Credentials'));
    await journey.addSecret(admin, portal, { description: 'Kandji SSO', expires: TWO_YEARS });
    const row = journey.secretRow('Kandji SSO');
    const copy = { role: 'button', name: /copy to clipboard/i, within: row } as const;
    // The first control copies Value: no alert; the second copies the Secret ID.
    await admin.click(portal, { ...copy, at: 'first' });
    await admin.click(portal, { ...copy, at: 'last' });
    const alert = await admin.hears(portal, 'alert', /Secret ID/);
    expect(alert).toMatch(/Value/);
    await admin.click(portal, {
      role: 'button',
      name: 'Copy secret value to Kandji',
      within: { role: 'alert' },
    });
    await admin.hears(portal, 'status', /held for Kandji/);
  });
}

test('copying the value by the portal’s own control brings no alert', { tag: FURTHER }, async ({
  admin,
  lab,
}) => {
  const app = addApp(lab.world, { displayName: 'Kandji' });
  const portal = await admin.open(appPage(app, 'Credentials'));
  await journey.addSecret(admin, portal, { description: 'Kandji SSO', expires: TWO_YEARS });
  const row = journey.secretRow('Kandji SSO');
  await admin.click(portal, { role: 'button', name: /copy to clipboard/i, within: row, at: 'first' });
  await journey.copySecretValue(admin, portal, 'Kandji SSO');
  expect(await admin.sees(portal, { role: 'alert', text: /Secret ID/ })).toBe(false);
});

test('a masked row has no button, and its Secret ID copied says to create a new secret', async ({
  admin,
  lab,
}) => {
  const app = addApp(lab.world, { displayName: 'Kandji', pastSecrets: 2 });
  const portal = await admin.open(appPage(app, 'Credentials'));
  const row = journey.secretRow('Earlier secret 1');
  await admin.waitFor(portal, row);
  await admin.click(portal, { role: 'button', name: /copy to clipboard/i, within: row });
  const alert = await admin.hears(portal, 'alert', /Secret ID/);
  expect(alert).toMatch(/new client secret/i);
  expect(await admin.sees(portal, { role: 'button', name: /Copy secret value/ })).toBe(false);
});

test('the Google form, the SAML form and the login page are not offered a fill', { tag: FURTHER }, async ({
  admin,
  lab,
}) => {
  await carry(admin, lab);
  const vendor = await journey.signInToVendor(admin, 'acme.kandji.io', {
    email: 'owner@contoso.example',
    password: 'lab-password-0',
  });
  await journey.openAccess(admin, vendor);
  const named = [
    [/Google Workspace/, /connects Google Workspace.*choose Azure Active Directory/],
    [/SAML/, undefined],
  ] as const;
  for (const [kind, says] of named) {
    await admin.click(vendor, { role: 'button', name: 'Add' });
    await admin.click(vendor, { role: 'radio', name: kind });
    await admin.click(vendor, { role: 'button', name: 'Next' });
    await admin.waitFor(vendor, { role: 'button', name: 'Save' });
    if (says) await admin.hears(vendor, 'status', says);
    expect(await admin.sees(vendor, { role: 'button', name: 'Fill from Entra' })).toBe(false);
    await admin.click(vendor, { role: 'button', name: 'Cancel' });
  }
  // The right form, last: the button does come where it belongs, so its absence above means something.
  await journey.openConnectionForm(admin, vendor);
  await admin.waitFor(vendor, { role: 'button', name: 'Fill from Entra' });
});

test('the user directory’s integration is named, and nothing is offered there', { tag: FURTHER }, async ({
  admin,
  lab,
}) => {
  await carry(admin, lab);
  const vendor = await journey.signInToVendor(admin, 'acme.kandji.io', owner);
  await admin.click(vendor, { role: 'link', name: 'Integrations' });
  for (const name of ['Discover integrations', 'Add and configure', 'Get Started', 'Next']) {
    await admin.click(vendor, { role: 'button', name });
  }
  await admin.hears(vendor, 'status', /user directory.*not single sign-on.*Settings > Access/);
  expect(await admin.sees(vendor, { role: 'button', name: 'Fill from Entra' })).toBe(false);
});

test('a field changed after the fill is named before Save, and the second press goes through', async ({
  admin,
  lab,
}) => {
  await carry(admin, lab);
  const vendor = await connectionForm(admin, 'acme.kandji.io');
  await journey.fillFromEntra(admin, vendor);
  await admin.fill(vendor, { role: 'textbox', name: 'Client ID' }, '00000000-0000-4000-8000-000000000000');
  await admin.click(vendor, { role: 'button', name: 'Save' });
  await admin.hears(vendor, 'alert', /Client ID/);
  expect(lab.world.vendorTenants[0]?.connections).toEqual([]);
  await journey.save(admin, vendor);
  expect(lab.world.vendorTenants[0]?.connections).toHaveLength(1);
});

test('a name that is there already is never overwritten', { tag: FURTHER }, async ({ admin, lab }) => {
  await carry(admin, lab);
  const vendor = await connectionForm(admin, 'acme.kandji.io');
  await admin.fill(vendor, { role: 'textbox', name: 'Name' }, 'Our Entra');
  await journey.fillFromEntra(admin, vendor);
  await journey.save(admin, vendor);
  expect(lab.world.vendorTenants[0]?.connections).toMatchObject([
    { name: 'Our Entra', domain: DIRECTORY_DOMAIN },
  ]);
});

test('a second secret of the same registration: asked before it replaces the held one, which leaves memory', async ({
  admin,
  lab,
  session,
}) => {
  const { portal, app, secretValue: first } = await carry(admin, lab, { redirectUri: redirectUris.us });
  await journey.addSecret(admin, portal, { description: 'Another', expires: TWO_YEARS });
  await admin.click(portal, {
    role: 'button',
    name: 'Copy secret value to Kandji',
    within: journey.secretRow('Another'),
  });
  await admin.hears(portal, 'alert', /Kandji SSO/);
  expect(JSON.stringify(await session.stored('session'))).toContain(first);
  await admin.click(portal, { role: 'button', name: 'Replace' });
  await admin.waitUntilGone(portal, { role: 'button', name: 'Replace' });
  await admin.hears(portal, 'status', /held for Kandji/);
  const held = JSON.stringify(await session.stored('session'));
  expect(held).toContain(app.secrets.at(-1)?.value);
  expect(held).not.toContain(first);
  const vendor = await connectionForm(admin, 'acme.kandji.io');
  await journey.fillFromEntra(admin, vendor);
  await journey.save(admin, vendor);
  expect(lab.world.vendorTenants[0]?.connections[0]?.clientSecret).toBe(app.secrets.at(-1)?.value);
});
