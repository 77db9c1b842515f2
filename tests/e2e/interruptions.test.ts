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

/** Longer than anything here is waited for. */
const BUSY_MS = 20_000;

test('the popup opens over a page that is too busy to answer', async ({ admin, lab }) => {
  const app = addApp(lab.world, { displayName: 'Kandji', redirectUris: [] });
  const portal = await admin.open(appPage(app, 'Overview'));
  await journey.copyClientId(admin, portal);
  await portal.evaluate(
    `setTimeout(() => { for (const end = Date.now() + ${BUSY_MS}; Date.now() < end; ); }); 0`,
  );
  const popup = await admin.openPopup(portal);
  await admin.waitFor(popup, { role: 'button', name: 'Clear' });
});

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

  const copiedDetails = async (session: Session, admin: Admin, vendor: Surface) => {
    await admin.click(vendor, { role: 'button', name: 'Copy details' });
    await admin.waitFor(vendor, { role: 'button', name: 'Copied.' });
    return session.clipboard(vendor);
  };

  /** What is to be copied after a press on which the background had a fault of its own, of any kind. */
  const failed = async (
    session: Session,
    admin: Admin,
    tab: Surface,
    button: Parameters<Admin['click']>[1],
  ) => {
    await admin.waitFor(tab, button);
    await session.inBackground(() => {
      Date.now = () => {
        throw new Error('no clock');
      };
    });
    await admin.click(tab, button);
    await admin.hears(tab, 'alert', /Nothing was copied/);
    const details = await copiedDetails(session, admin, tab);
    await session.killBackground();
    return details;
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
    expect(await failed(session, admin, vendor, button)).toMatch(/: carryRedirectUri, failed \(Error\), /);
    expect(await iru.carryRedirectUrl(admin, vendor)).toBe('Redirect URL held for Entra');
  });

  test('Copy client ID to Kandji', async ({ admin, lab, session }) => {
    const portal = await admin.open(appPage(addApp(lab.world, { displayName: 'Kandji' }), 'Overview'));
    const button = { role: 'button', name: 'Copy client ID to Kandji' } as const;
    expect(await failed(session, admin, portal, button)).toMatch(/: captureClientId, failed \(Error\), /);
    await journey.copyClientId(admin, portal);
  });

  test('a press whose background is stopped before it answers is carried out by the next one', async ({
    admin,
    lab,
    session,
  }) => {
    const portal = await admin.open(appPage(addApp(lab.world, { displayName: 'Kandji' }), 'Overview'));
    const button = { role: 'button', name: 'Copy client ID to Kandji' } as const;
    await admin.waitFor(portal, button);
    await session.inBackground(() => {
      chrome.storage.session.set = () => new Promise(() => {});
    });
    await admin.click(portal, button);
    await session.killBackground();
    await admin.hears(portal, 'status', /Client ID held/);
  });
});
