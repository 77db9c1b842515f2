/**
 * The canary: a whole journey with a secret value, which afterwards is nowhere. Not in a store, a console, an address, a
 * request other than the vendor's own save, a document, nor in any file of the browser's profile.
 */
import { readlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { Lab } from '../lab/server';
import { tally } from '../trust/tally';
import { plantControls } from './canary/controls';
import { Evidence } from './canary/evidence';
import { containing } from './harness/accessible';
import type { Admin } from './harness/admin';
import { asChromium } from './harness/chromium/session';
import { ada, carry, owner, redirectUris, secretOf, TWO_YEARS, tess } from './harness/connected';
import * as journey from './harness/journey';
import { found, notYet, poll } from './harness/poll';
import { scanFolder } from './harness/profile-scan';
import type { Session } from './harness/session';
import type { Surface } from './harness/surface';
import { FURTHER, furtherUnless } from './harness/tags';
import { expect, test } from './harness/test';

const HOST = 'acme.kandji.io';
const DESCRIPTION = 'Kandji SSO';

/** The browser writes what is in a page to its session files some seconds later. */
const WRITTEN_WITHIN_MS = 30_000;

/** Something of this run that nobody hides, to be found where a secret must not be. */
const liveControl = () => `Entra ${crypto.randomUUID()}`;

/** Journeys by the way in which the value is captured and filled; the secret field is of either type. */
const flows = [
  {
    name: 'on the pages, into a field of type text',
    secretFieldType: 'text',
    capture: async (admin: Admin, portal: Surface) => {
      await journey.copySecretValue(admin, portal, DESCRIPTION);
    },
    fill: async (admin: Admin, vendor: Surface) => {
      await journey.fillFromEntra(admin, vendor);
    },
  },
  {
    name: 'through the popup, into a field of type password',
    secretFieldType: 'password',
    capture: async (admin: Admin, portal: Surface, lab: Lab) => {
      const popup = await admin.openPopup(portal);
      await admin.click(popup, { role: 'button', name: /^Copy the secret value/ });
      await admin.click(popup, { role: 'DisclosureTriangle', name: 'Paste it here instead', at: 'last' });
      await admin.fill(popup, { role: 'textbox', name: 'Secret value' }, secretOf(appOf(lab)));
      await admin.click(popup, { role: 'button', name: 'Hold secret value' });
      await admin.waitFor(popup, { role: 'timer' });
    },
    fill: async (admin: Admin, vendor: Surface) => {
      const popup = await admin.openPopup(vendor);
      await admin.click(popup, { role: 'button', name: 'Fill Kandji form' });
      await admin.hears(vendor, 'status', /Filled/);
    },
  },
] as const;

test.skip(
  ({ browserName }) => browserName === 'firefox',
  'The evidence of documents and of the killed browser is taken by the DevTools protocol.',
);

for (const { name, secretFieldType, capture, fill } of flows) {
  test(`leaves no trace of the secret value: ${name}`, {
    tag: furtherUnless(secretFieldType, 'text'),
  }, async ({ admin, lab, session }) => {
    test.setTimeout(150_000);
    lab.world.vendor.secretFieldType = secretFieldType;
    const evidence = new Evidence(session, lab);
    try {
      const portal = await admin.open(journey.ENTRA);
      await journey.registerApp(admin, portal, { name: 'Kandji', redirectUri: redirectUris.us });
      await journey.copyClientId(admin, portal);
      await journey.openSecrets(admin, portal);
      await journey.addSecret(admin, portal, { description: DESCRIPTION, expires: TWO_YEARS });
      await capture(admin, portal, lab);
      const popup = await admin.openPopup(portal);
      await admin.click(popup, { role: 'button', name: /^Check the values \(ready\)/ });
      await admin.click(popup, { role: 'button', name: 'Check the values' });
      await admin.waitFor(popup, { role: 'button', name: /^Check the values \(done\)/ });
      await evidence.take('held');

      const { vendor, connectionName } = await openForm(admin);
      await fill(admin, vendor);
      await waitUntilWritten(session, connectionName);
      await evidence.take('filled');
      await journey.save(admin, vendor);
      await admin.waitFor(await admin.openPopup(vendor), { role: 'button', name: /^Save.* \(done\)/ });
      await evidence.take('saved');
      const savedMemory = JSON.stringify(await session.stored('session'));

      await journey.consent(admin, vendor, ada);
      await journey.closeAuthorisation(admin, vendor);
      await journey.enable(admin, vendor, connectionName);
      await journey.testSignIn(admin, vendor, { connectionName, tester: tess });
      await journey.readVerdict(admin, vendor, /^Passed/);
      await evidence.take('signed in');
      evidence.takeTraffic(HOST);

      const app = appOf(lab);
      const secretValue = secretOf(app);
      expect(lab.world.vendorTenants[0]?.connections[0]).toMatchObject({ clientSecret: secretValue });
      expect(savedMemory).toContain(app.clientId);
      expect(savedMemory).not.toContain(secretValue);

      const seen = scanFolder(evidence.folder, secretValue);
      expect(seen.hits.filter(({ file }) => file.startsWith('nowhere'))).toEqual([]);
      const kinds = new Set(seen.hits.map(({ file }) => file.split(' ')[0]));
      // Found where it belongs, so that the reading is known to see it.
      expect([...kinds].sort()).toEqual([
        'portalsOwnCell',
        'sessionMemory',
        'vendorsOwnField',
        'vendorsOwnSave',
      ]);
      expect(seen.hits.filter(({ file }) => file.includes('saved, storage.session'))).toEqual([]);
      expect(seen.hits.filter(({ file }) => file.includes('signed in, storage'))).toEqual([]);
      const readable = scanFolder(evidence.folder, app.clientId).hits.map(({ file }) => file);
      for (const kind of ['popup', 'page', 'storage.local', 'storage.session', 'request', 'addresses']) {
        expect(
          readable.filter((file) => file.startsWith('nowhere') || kind === 'storage.session').join(),
        ).toContain(kind);
      }

      await session.stop();
      expectNoTrace(session, { secretValue, live: [app.clientId, connectionName] });
      tally('bytes scanned', seen.bytes);
      console.log(`  evidence: ${seen.files} documents, stores and requests, ${seen.bytes} bytes`);
    } finally {
      evidence.remove();
    }
  });
}

for (const secretFieldType of ['text', 'password'] as const) {
  test(`a browser killed while the value is held and filled into a field of type ${secretFieldType} leaves no trace`, {
    tag: FURTHER,
  }, async ({ admin, lab, session }) => {
    test.skip(process.platform === 'win32', 'The profile does not name the browser’s process there.');
    lab.world.vendor.secretFieldType = secretFieldType;
    const { app, secretValue } = await carry(admin, lab);
    const { vendor, connectionName } = await openForm(admin);
    await journey.fillFromEntra(admin, vendor);
    await waitUntilWritten(session, connectionName);
    expect(JSON.stringify(await session.stored('session'))).toContain(secretValue);
    await killBrowser(session);
    expectNoTrace(session, { secretValue, live: [app.clientId, connectionName] });
  });
}

function appOf(lab: Lab) {
  const app = lab.world.directories[0]?.apps[0];
  if (!app) throw new Error('No app was registered.');
  return app;
}

/**
 * A console that leaves it to the browser to remember its forms. The lab's says `autocomplete="off"` on the whole form, and
 * React keeps what a field holds in its attribute too: Chromium remembers only what differs from the attribute.
 */
const LET_BROWSER_REMEMBER = `
  document.querySelector('form').removeAttribute('autocomplete');
  Object.defineProperty(HTMLInputElement.prototype, 'defaultValue', { set() {}, get: () => '' });
  void 0;`;

/** The connection form with a name in it that the browser remembers: once that is on disk, a secret in the form would be. */
async function openForm(admin: Admin): Promise<{ vendor: Surface; connectionName: string }> {
  const vendor = await journey.signInToVendor(admin, HOST, owner);
  await journey.openAccess(admin, vendor);
  await journey.openConnectionForm(admin, vendor);
  await vendor.evaluate(LET_BROWSER_REMEMBER);
  const connectionName = liveControl();
  await admin.fill(vendor, { role: 'textbox', name: containing('Name'), at: 'first' }, connectionName);
  return { vendor, connectionName };
}

async function waitUntilWritten({ profileDir }: Session, text: string): Promise<void> {
  const folder = join(profileDir, 'Default/Sessions');
  await poll(
    'the form to be written to the session files',
    async () => (scanFolder(folder, text).hits.length > 0 ? found(undefined) : notYet('it is not there')),
    WRITTEN_WITHIN_MS,
  );
}

/** As a crash or the power does it: nothing is tidied up. */
async function killBrowser(session: Session): Promise<void> {
  const { context, profileDir } = asChromium(session);
  // `<host>-<process>`: https://chromium.googlesource.com/chromium/src/+/main/chrome/browser/process_singleton_posix.cc
  const lock = readlinkSync(join(profileDir, 'SingletonLock'));
  const ended = new Promise<void>((resolve) => context.once('close', () => resolve()));
  process.kill(Number(lock.slice(lock.lastIndexOf('-') + 1)), 'SIGKILL');
  await ended;
}

/** Scans the profile; the scan itself has to find what was planted in every packing, and what the run has left openly. */
function expectNoTrace(
  { profileDir }: Session,
  { secretValue, live }: { secretValue: string; live: readonly string[] },
): void {
  const control = `control-${crypto.randomUUID()}`;
  const planted = plantControls(profileDir, control);
  expect(scanFolder(profileDir, control).hits).toEqual(expect.arrayContaining(planted));
  for (const text of live) expect(scanFolder(profileDir, text).hits, text).not.toEqual([]);
  const { files, bytes, decoded, hits, unread } = scanFolder(profileDir, secretValue);
  expect(hits).toEqual([]);
  expect(unread).toEqual([]);
  tally('bytes scanned', bytes);
  const formats = Object.entries(decoded).map(([format, count]) => `${format} ${count}`);
  console.log(`  profile: ${files} files, ${bytes} bytes; unpacked: ${formats.join(', ')}`);
}
