/** Whatever happens between two steps, or inside one, the journey goes on. */
import type { Browser } from 'webextension-polyfill';
import { addApp } from '../lab/portal/model';
import type { Admin } from './harness/admin';
import {
  ada,
  appPage,
  CONNECTION_NAME,
  carry,
  hostOf,
  owner,
  redirectUris,
  secretOf,
  TWO_YEARS,
  tess,
} from './harness/connected';
import * as journey from './harness/journey';
import type { Session } from './harness/session';
import * as iru from './harness/steps/iru';
import type { Surface } from './harness/surface';
import { FURTHER, furtherUnless } from './harness/tags';
import { expect, test } from './harness/test';

/** In the background, where `inBackground` runs. */
declare const chrome: Browser;

type Interruption = (session: Session, admin: Admin, tab: Surface) => Promise<void>;

const interruptions: Record<string, Interruption> = {
  'the background is stopped': (session) => session.killBackground(),
  'the popup is opened and closed': async (session, admin, tab) => {
    await admin.openPopup(tab);
    await session.closePopup();
  },
};

for (const [name, interrupt] of Object.entries(interruptions)) {
  test(`the journey goes on when ${name} between any two steps`, {
    tag: furtherUnless(name, 'the background is stopped'),
  }, async ({ admin, lab, session }) => {
    const app = addApp(lab.world, {
      displayName: 'Kandji',
      redirectUris: [{ platform: 'web', uri: redirectUris.us }],
    });
    const portal = await admin.open(appPage(app, 'Overview'));
    const between = (tab: Surface) => interrupt(session, admin, tab);
    await between(portal);
    await journey.copyClientId(admin, portal);
    await between(portal);
    await journey.openSecrets(admin, portal);
    await journey.addSecret(admin, portal, { description: 'Kandji SSO', expires: TWO_YEARS });
    await between(portal);
    await journey.copySecretValue(admin, portal, 'Kandji SSO');
    await between(portal);
    const vendor = await journey.signInToVendor(admin, hostOf({ subdomain: 'acme', region: 'us' }), owner);
    await journey.openAccess(admin, vendor);
    await journey.openConnectionForm(admin, vendor);
    await between(vendor);
    await journey.fillFromEntra(admin, vendor);
    await between(vendor);
    await journey.save(admin, vendor);
    await between(vendor);
    await journey.consent(admin, vendor, ada);
    await between(vendor);
    await admin.goTo(vendor);
    await journey.closeAuthorisation(admin, vendor);
    await journey.enable(admin, vendor, CONNECTION_NAME);
    await between(vendor);
    const page = await journey.startTest(admin, vendor);
    if (name.includes('background')) await session.killBackground();
    await journey.signInThroughConnection(admin, page, { connectionName: CONNECTION_NAME, tester: tess });
    if (name.includes('background')) await session.killBackground();
    await journey.declineToStay(admin, page, { role: 'link', name: 'Log out' });
    expect(await journey.readVerdict(admin, vendor, /passed/i)).toMatch(/passed/i);
  });
}

test('the journey goes on when the vendor tab is reloaded between two steps', { tag: FURTHER }, async ({
  admin,
  lab,
}) => {
  const app = addApp(lab.world, {
    displayName: 'Kandji',
    redirectUris: [{ platform: 'web', uri: redirectUris.us }],
  });
  const portal = await admin.open(appPage(app, 'Credentials'));
  await journey.addSecret(admin, portal, { description: 'Kandji SSO', expires: TWO_YEARS });
  await journey.copySecretValue(admin, portal, 'Kandji SSO');
  const vendor = await journey.signInToVendor(admin, 'acme.kandji.io', owner);
  const reload = async () => {
    await vendor.goto(await vendor.address());
    await admin.waitFor(vendor, { role: 'heading', name: 'Authentication' });
  };
  await journey.openAccess(admin, vendor);
  await journey.openConnectionForm(admin, vendor);
  await journey.fillFromEntra(admin, vendor);
  await reload();
  await journey.openConnectionForm(admin, vendor);
  await journey.fillFromEntra(admin, vendor);
  await journey.save(admin, vendor);
  await reload();
  await journey.enable(admin, vendor, CONNECTION_NAME);
  app.adminConsent = true;
  await journey.testSignIn(admin, vendor, { connectionName: CONNECTION_NAME, tester: tess });
  expect(await journey.readVerdict(admin, vendor, /passed/i)).toMatch(/passed/i);
  expect(lab.world.vendorTenants[0]?.connections[0]?.clientSecret).toBe(secretOf(app));
});

test.describe('a press that the background comes to no end with is told, with a line for support, and done once', () => {
  test.skip(
    ({ browserName }) => browserName === 'firefox',
    'Firefox has no command that stops a background at once.',
  );

  /** A fault of the background's own, of any kind. */
  const stopTheClock = (session: Session) =>
    session.inBackground(() => {
      Date.now = () => {
        throw new Error('no clock');
      };
    });
  const copiedDetails = async (session: Session, admin: Admin, vendor: Surface) => {
    await admin.click(vendor, { role: 'button', name: 'Copy details' });
    await admin.waitFor(vendor, { role: 'button', name: 'Copied.' });
    return session.clipboard(vendor);
  };

  test('Open consent link', { tag: FURTHER }, async ({ admin, lab, session }) => {
    const { app } = await carry(admin, lab, { redirectUri: redirectUris.us });
    const vendor = await journey.signInToVendor(admin, hostOf({ subdomain: 'acme', region: 'us' }), owner);
    await journey.openAccess(admin, vendor);
    await journey.openConnectionForm(admin, vendor);
    await journey.fillFromEntra(admin, vendor);
    await journey.save(admin, vendor);
    const open = { role: 'button', name: 'Open consent link' } as const;
    await admin.waitFor(vendor, open);
    // Held where it would open the tab: nothing of that is known to the background that comes after.
    await session.inBackground(() => {
      chrome.tabs.create = () => new Promise(() => {});
    });
    await admin.click(vendor, open);
    await session.killBackground();
    expect(await admin.hears(vendor, 'alert', /was interrupted/)).toMatch(/Nothing was accepted/);
    expect(await copiedDetails(session, admin, vendor)).toMatch(/: openConsentLink, unreachable, /);
    await journey.consent(admin, vendor, ada);
    await expect.poll(() => app.adminConsent).toBe(true);
  });

  test('Carry redirect URL to Entra', { tag: FURTHER }, async ({ admin, session }) => {
    const vendor = await iru.signInToIru(admin, owner);
    await iru.openMethods(admin, vendor);
    await iru.createMethod(admin, vendor, 'Contoso Entra');
    const button = { role: 'button', name: 'Carry redirect URL to Entra' } as const;
    await admin.waitFor(vendor, button);
    await stopTheClock(session);
    await admin.click(vendor, button);
    await admin.hears(vendor, 'alert', /Nothing was copied/);
    expect(await copiedDetails(session, admin, vendor)).toMatch(/: carryRedirectUri, failed \(Error\), /);
    await session.killBackground();
    expect(await iru.carryRedirectUrl(admin, vendor)).toBe('Redirect URL held for Entra');
  });

  test('Copy client ID to Kandji', async ({ admin, lab, session }) => {
    const portal = await admin.open(appPage(addApp(lab.world, { displayName: 'Kandji' }), 'Overview'));
    const button = { role: 'button', name: 'Copy client ID to Kandji' } as const;
    await admin.waitFor(portal, button);
    await stopTheClock(session);
    await admin.click(portal, button);
    await admin.hears(portal, 'alert', /Nothing was copied/);
    expect(await copiedDetails(session, admin, portal)).toMatch(/: captureClientId, failed \(Error\), /);
    await session.killBackground();
    await journey.copyClientId(admin, portal);
  });
});
