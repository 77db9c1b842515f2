/** *Set up* of the Iru generation: the vendor comes first, and its own redirect URL is carried to Entra. */
import { ada, DIRECTORY_DOMAIN, owner, TWO_YEARS, tess } from './harness/connected';
import * as journey from './harness/journey';
import * as iru from './harness/steps/iru';
import { FURTHER, furtherUnless } from './harness/tags';
import { expect, test } from './harness/test';

const METHOD = 'Contoso Entra';

for (const { name, set } of [
  { name: 'a modal over the page', set: {} },
  {
    name: 'a dialog in the top layer, with the URL as text and dots in the place of a secret',
    set: { modal: 'dialogElement', redirectUrlMake: 'text', savedSecret: 'bullets', labels: 'wrapped' },
  },
  {
    name: 'a modal that closes on a press outside, without test ids',
    set: { closesOnOutsidePress: true, signedInMarkers: false, secretFieldType: 'text', labels: 'aria' },
  },
] as const) {
  test(`connects an Iru tenant, and a user signs in: ${name}`, {
    tag: furtherUnless(name, 'a modal over the page'),
  }, async ({ lab, admin, session }) => {
    Object.assign(lab.world.iru, set);
    const tenant = lab.world.iruTenants[0];
    const directory = lab.world.directories[0];
    if (!tenant || !directory) throw new Error('The world is not as new.');

    const vendor = await iru.signInToIru(admin, owner);
    await iru.openMethods(admin, vendor);
    await iru.createMethod(admin, vendor, METHOD);
    expect(await iru.carryRedirectUrl(admin, vendor)).toBe('Redirect URL held for Entra');
    const redirectUri = `https://vpriix.id.iru.com/api/federation/callback/${tenant.connections[0]?.id}`;

    const portal = await admin.open(journey.ENTRA);
    await iru.registerForIru(admin, portal, redirectUri);
    const app = directory.apps.at(-1);
    expect(app?.redirectUris).toEqual([{ platform: 'web', uri: redirectUri }]);
    expect(await iru.copyClientIdToIru(admin, portal)).toBe('Client ID held for Iru.');
    await journey.openSecrets(admin, portal);
    await journey.addSecret(admin, portal, { description: 'Iru SSO', expires: TWO_YEARS });
    await iru.copySecretValueToIru(admin, portal, 'Iru SSO');

    // The modal has waited; what is in it stays.
    await admin.goTo(vendor);
    await journey.fillFromEntra(admin, vendor);
    await iru.saveMethod(admin, vendor);
    expect(tenant.connections).toMatchObject([
      {
        displayName: METHOD,
        domain: DIRECTORY_DOMAIN,
        clientId: app?.clientId,
        clientSecret: app?.secrets[0]?.value,
        // The field that looks like the directory's domain and is none.
        limitedToDomains: [],
      },
    ]);

    await admin.goTo(portal);
    await iru.grantAdminConsent(admin, portal, directory.name);
    await admin.goTo(vendor);
    await iru.allowMethod(admin, vendor, METHOD);
    await iru.testIruSignIn(admin, vendor, { connectionName: METHOD, tester: tess });
    await journey.readVerdict(admin, vendor, /^Passed/);
    expect(session.consoleLines.filter(({ level }) => level === 'error')).toEqual([]);
  });
}

test('the redirect URL of a Google method is not offered to be carried', { tag: FURTHER }, async ({
  lab,
  admin,
}) => {
  const vendor = await iru.signInToIru(admin, owner);
  await iru.openMethods(admin, vendor);
  await admin.click(vendor, { role: 'button', name: 'Authentication method' });
  await admin.fill(vendor, { role: 'textbox', name: 'Display name' }, 'Google');
  await admin.press(vendor, 'Tab');
  await admin.type(vendor, 'Goo');
  await admin.click(vendor, { role: 'button', name: 'Create' });
  await admin.waitFor(vendor, { role: 'textbox', name: 'Google Workspace domain' });
  await admin.click(vendor, { role: 'button', name: 'Cancel' });
  // The right one, last: the button does come where it belongs, so its absence above means something.
  await iru.createMethod(admin, vendor, METHOD);
  await admin.waitFor(vendor, { role: 'button', name: 'Carry redirect URL to Entra' });
  expect(lab.world.iruTenants[0]?.connections).toHaveLength(2);
});

for (const { shown, fault, verdict, refusalShownAt } of [
  { shown: 'a page of its own', fault: 'stranger', verdict: /invite|not a/i, refusalShownAt: 'noAccessPage' },
  { shown: 'its error page', fault: 'stranger', verdict: /invite|not a/i, refusalShownAt: 'errorPage' },
  { shown: 'the console’s address', fault: 'stranger', verdict: /invite|not a/i, refusalShownAt: 'console' },
  { shown: 'its error page', fault: 'expired', verdict: /secret/i, refusalShownAt: 'errorPage' },
] as const) {
  test(`the sign-in test explains what ${shown} says: ${fault}`, {
    tag: FURTHER,
  }, async ({ lab, admin }) => {
    lab.world.iru.refusalShownAt = refusalShownAt;
    const { vendor, app } = await iru.connectIru(admin, lab);
    if (fault === 'expired') for (const secret of app.secrets) secret.expiresAt = new Date(Date.now() - 1000);
    const page = await iru.startIruTest(admin, vendor);
    const stan = { upn: 'stan@contoso.onmicrosoft.com', password: 'lab-password-3' };
    await admin.click(page, { role: 'button', name: `Continue with ${iru.METHOD_NAME}` });
    await journey.signInToMicrosoft(admin, page, fault === 'stranger' ? stan : ada);
    const said = await journey.readVerdict(admin, vendor, verdict);
    expect(said).not.toMatch(/passed/i);
  });
}
