/** Managed settings in force in real browsers, by the samples that ship: each is shown to tighten. */
import { hostPatterns } from '../../utils/settings/allowed-hosts';
import { sample } from '../../utils/settings/described';
import { appPage, connectionForm, TWO_YEARS } from '../e2e/harness/connected';
import * as journey from '../e2e/harness/journey';
import { found, notYet, poll } from '../e2e/harness/poll';
import type { Session } from '../e2e/harness/session';
import { addApp } from '../lab/portal/model';
import { expect, test } from './fixture';

/** Chromium answers with nothing for the first seconds. */
const inForce = (session: Session) =>
  poll('the policy to be there', async () => {
    const there = await session.stored('managed');
    return Object.keys(there).length > 0 ? found(there) : notYet('the store is empty');
  });

test('the sample arrives whole, and the options page lists it and locks what it locks', async ({
  session,
  admin,
}) => {
  expect(await inForce(session)).toEqual(sample);
  const options = await session.openExtensionPage('options.html');
  await admin.waitFor(options, { role: 'heading', name: 'Set by your organisation' });
  for (const choice of ['On every app registration', 'Only during a journey']) {
    const radio = await admin.waitFor(options, { role: 'radio', name: choice });
    expect(radio.states.has('disabled'), choice).toBe(true);
  }
  const text = await options.evaluate<string>('document.querySelector(".settings").innerText');
  expect(text).toContain('5 minutes at most');
  expect(text).toContain('acme.kandji.io, acme.iru.com');
  expect(text).toContain('https://intranet.example.com/kandji-sso');
  expect(text).not.toMatch(/ignored/);
});

test('vendor tenants: another console is neither chosen nor filled', async ({ session, admin, lab }) => {
  await inForce(session);
  const vendor = await connectionForm(admin, 'globex.kandji.io');
  const popup = await admin.openPopup(vendor);
  await admin.waitFor(popup, { role: 'button', name: 'acme.kandji.io' });
  expect(await admin.sees(popup, { role: 'button', name: 'globex.kandji.io' })).toBe(false);
  await admin.fill(popup, { role: 'textbox', name: /Address of your Kandji tenant/ }, 'globex.kandji.io');
  await admin.click(popup, { role: 'button', name: 'Use this tenant' });
  await admin.hears(popup, 'status', /does not allow this tenant/);
  await admin.click(popup, { role: 'button', name: 'acme.kandji.io' });
  await admin.waitFor(popup, { role: 'button', name: 'Change' });

  const app = addApp(lab.world, { displayName: 'Kandji' });
  const portal = await admin.open(appPage(app, 'Credentials'));
  await journey.addSecret(admin, portal, { description: 'SSO', expires: TWO_YEARS });
  await journey.copySecretValue(admin, portal, 'SSO');
  await admin.goTo(vendor);
  await admin.click(vendor, { role: 'button', name: 'Fill from Entra' });
  await admin.hears(vendor, 'alert', /does not allow values to go to globex\.kandji\.io/);
  expect((await admin.waitFor(vendor, { role: 'textbox', name: 'Client Secret' })).value).toBe('');

  const acme = await connectionForm(admin, 'acme.kandji.io');
  await journey.fillFromEntra(admin, acme);
});

test('longest hold: a secret value is held for five minutes, and no longer on request', async ({
  session,
  admin,
  lab,
}) => {
  await inForce(session);
  const app = addApp(lab.world, { displayName: 'Kandji' });
  const vendor = await admin.open('https://acme.kandji.io/');
  const first = await admin.openPopup(vendor);
  await admin.click(first, { role: 'button', name: 'acme.kandji.io' });
  const portal = await admin.open(appPage(app, 'Credentials'));
  await journey.addSecret(admin, portal, { description: 'SSO', expires: TWO_YEARS });
  expect(await journey.copySecretValue(admin, portal, 'SSO')).toMatch(/(?:5:00|4:5\d) left/);
  const popup = await admin.openPopup(portal);
  await admin.waitFor(popup, { role: 'timer' });
  expect(await admin.sees(popup, { role: 'button', name: 'Keep ten minutes longer' })).toBe(false);

  // *Ask Microsoft* is off: the button says so, and a press sends nothing.
  const ask = await admin.waitFor(popup, { role: 'button', name: 'Ask Microsoft' });
  expect(ask.description).toBe('Switched off by your organisation');
  const answer = await popup.evaluate<{ res: { kind: string } }>(
    `chrome.runtime.sendMessage({ id: 1, type: 'askMicrosoft', timestamp: 1 })`,
  );
  // Firefox wants its consent to sending data first, and gives the same answer to the secret: none.
  expect(['done', 'notAllowed']).toContain(answer.res.kind);
  expect(JSON.stringify(await session.stored('session'))).not.toContain('"microsoft"');
});

test('buttons: none on an app registration until a journey begins', async ({ session, admin, lab }) => {
  await inForce(session);
  const app = addApp(lab.world, { displayName: 'Kandji' });
  const portal = await admin.open(appPage(app, 'Overview'));
  await admin.waitFor(portal, { role: 'region', name: 'Essentials' });
  const popup = await admin.openPopup(portal);
  await admin.waitFor(popup, { role: 'button', name: 'acme.kandji.io' });
  expect(await admin.sees(portal, { role: 'button', name: 'Copy client ID to Kandji' })).toBe(false);
  await admin.click(popup, { role: 'button', name: 'acme.kandji.io' });
  await admin.waitFor(popup, { role: 'button', name: 'Change' });
  await admin.goTo(portal);
  await admin.waitFor(portal, { role: 'button', name: 'Copy client ID to Kandji' });
});

test('names: the forms are filled with the organisation’s', async ({ session, admin }) => {
  await inForce(session);
  const vendor = await admin.open('https://acme.kandji.io/');
  const popup = await admin.openPopup(vendor);
  await admin.click(popup, { role: 'button', name: 'acme.kandji.io' });
  await admin.waitFor(popup, { role: 'button', name: 'Change' });
  const portal = await admin.open(journey.ENTRA);
  await journey.openRegisterForm(admin, portal);
  await journey.fillForKandji(admin, portal);
  await poll('the name to be filled', async () => {
    const { value } = await admin.waitFor(portal, { role: 'textbox', name: 'Name' });
    return value === sample.appName ? found(undefined) : notYet(`it is ${value}`);
  });
});

test.describe('a policy with faults', () => {
  test.use({
    policy: {
      of: ({ managed }) =>
        managed({
          maxHoldMinutes: 500,
          vendorTenants: ['acme.api.kandji.io'],
          helpLink: 'http://x.example',
        }),
    },
  });
  test('each is named in the options page, and the rest goes on', async ({ session, admin }) => {
    await inForce(session);
    const options = await session.openExtensionPage('options.html');
    await admin.waitFor(options, { role: 'listitem', text: /maxHoldMinutes: 500 is too small, too large/ });
    await admin.waitFor(options, { role: 'listitem', text: /vendorTenants: "acme\.api\.kandji\.io" is not/ });
    await admin.waitFor(options, {
      role: 'listitem',
      text: /helpLink: "http:\/\/x\.example" is not an https/,
    });
  });
});

const blocked = { runtime_blocked_hosts: ['*://*.kandji.io', '*://entra.microsoft.com'] };

test.describe('hosts that all extensions are kept out of', () => {
  test.use({
    policy: {
      of: ({ managed, installed }) => ({
        ...managed({ helpLink: sample.helpLink }),
        ...installed({ '*': blocked }),
      }),
    },
  });
  for (const [place, address] of [
    ['the portal', 'https://entra.microsoft.com/'],
    ['the vendor console', 'https://acme.kandji.io/'],
  ] as const) {
    test(`${place}: recognised, with the line that lets us in and the organisation’s help`, async ({
      session,
      admin,
    }) => {
      await inForce(session);
      const page = await admin.open(address);
      const popup = await admin.openPopup(page);
      const text = await admin.hears(popup, 'alert', /A company policy keeps SSO Courier out of this page/);
      expect(text).toContain('"runtime_allowed_hosts": ["https://entra.microsoft.com"');
      await admin.waitFor(popup, { role: 'button', name: 'Copy this line' });
      const help = await admin.waitFor(popup, {
        role: 'link',
        name: 'Help from your organisation',
        at: 'first',
      });
      expect(help).toBeDefined();
    });
  }
});

test.describe('with the line that was named', () => {
  test.use({
    policy: {
      of: ({ id, installed }) => installed({ '*': blocked, [id]: { runtime_allowed_hosts: hostPatterns } }),
    },
  });
  test('the page is open again', async ({ admin, lab }) => {
    const app = addApp(lab.world, { displayName: 'Kandji' });
    const portal = await admin.open(appPage(app, 'Overview'));
    await journey.copyClientId(admin, portal);
  });
});
