/** How fast it is: what an administrator waits for, beside what the browser takes for the same without the extension. */
import { Admin } from '../../../tests/e2e/harness/admin';
import { CONNECTION_NAME, carry, connectionForm } from '../../../tests/e2e/harness/connected';
import * as journey from '../../../tests/e2e/harness/journey';
import { launch } from '../../../tests/e2e/harness/launch';
import type { Session } from '../../../tests/e2e/harness/session';
import type { Surface } from '../../../tests/e2e/harness/surface';
import { startLab } from '../../../tests/lab/server';
import type { BrowserName } from '../../browsers';
import { makeBareExtension } from '../bare-extension';
import { fillForms } from './console';
import { type Opening, openPopup } from './popup';
import { addSecrets, holdValues } from './portal';
import { openWindow, testSignIn } from './signin-test';

const ROUNDS = 15;
const TEST_ROUNDS = 5;
const HOST = 'acme.kandji.io';

/** Milliseconds, in the order they were measured. */
export interface Time {
  readonly what: string;
  readonly withIt: readonly number[];
  /** What the browser takes for the same with an extension that does nothing, or until its next frame. */
  readonly browsersOwn?: readonly number[];
  /** What the browser's own is. */
  readonly own?: string;
}

/** A message to a background and a write to session memory: what holding a value cannot do without. */
const MESSAGE_AND_WRITE = `(async () => {
  const written = new Promise((resolve) => chrome.storage.onChanged.addListener(resolve));
  const began = performance.now();
  chrome.runtime.sendMessage({}).catch(() => 0);
  await written;
  return performance.now() - began;
})()`;

async function times(count: number, one: () => Promise<number>): Promise<number[]> {
  const all: number[] = [];
  for (let round = 0; round < count; round += 1) all.push(await one());
  return all;
}

/** One lab and two browsers, what can be interleaved is. */
export async function measureTimes(browser: BrowserName): Promise<Time[]> {
  const lab = await startLab();
  const bare = makeBareExtension(browser);
  const sessions: Session[] = [];
  const start = async (extension?: string) => {
    const session = await launch(lab, { browser, ...(extension !== undefined && { extension }) });
    sessions.push(session);
    return session;
  };
  try {
    const without = await start(bare.folder);
    const withIt = await start();
    const admin = new Admin(withIt);
    const { app, portal } = await carry(admin, lab);
    app.adminConsent = true;
    const vendor = await connectionForm(admin, HOST);
    const filled = await fillForms(admin, vendor, ROUNDS);
    await saveConnection(admin, vendor);

    const popups: { withIt: Opening[]; without: Opening[] } = { withIt: [], without: [] };
    const over = await without.openTab(`https://${HOST}/`);
    const tests: { toWindow: number; toVerdict: number }[] = [];
    const windows: number[] = [];
    const rights = await withIt.openExtensionPage('manifest.json');
    for (let round = 0; round < TEST_ROUNDS; round += 1) {
      tests.push(await testSignIn(admin, vendor, rights));
      windows.push(await openWindow(without, `https://${HOST}/`));
    }
    for (let round = 0; round < ROUNDS; round += 1) {
      popups.withIt.push(await openPopup(withIt, vendor));
      popups.without.push(await openPopup(without, over));
    }

    await admin.goTo(portal);
    const rows = await addSecrets(admin, portal, ROUNDS);
    const held = await holdValues(admin, { app, portal }, rights, ROUNDS);
    const bareRights = await without.openExtensionPage('manifest.json');
    const messages = await times(ROUNDS, () => bareRights.evaluate<number>(MESSAGE_AND_WRITE));
    const of = (openings: readonly Opening[], key: keyof Opening) => openings.map((one) => one[key]);
    return [
      {
        what: 'secret row to its button',
        withIt: rows.rowToButton,
        browsersOwn: rows.rowToFrame,
        own: 'its next frame',
      },
      {
        what: 'press to held',
        withIt: held,
        browsersOwn: messages,
        own: 'a message to a background and a write to session memory',
      },
      { what: 'press on Fill from Entra to filled form', withIt: filled },
      {
        what: "popup's page to its drawn state",
        withIt: of(popups.withIt, 'toDrawn'),
        browsersOwn: of(popups.without, 'toDrawn'),
        own: 'a popup with one button',
      },
      {
        what: "press on the toolbar to the popup's page",
        withIt: of(popups.withIt, 'toStart'),
        browsersOwn: of(popups.without, 'toStart'),
        own: 'the same',
      },
      {
        what: 'press to loaded sign-in page in a private window',
        withIt: tests.map(({ toWindow }) => toWindow),
        browsersOwn: windows,
        own: 'the same window and page',
      },
      { what: 'loaded console there to verdict', withIt: tests.map(({ toVerdict }) => toVerdict) },
    ];
  } finally {
    for (const session of sessions) await session.close();
    bare.remove();
    await lab.close();
  }
}

/** What the sign-in tests need. The console takes the secret value with it: forms are filled before. */
async function saveConnection(admin: Admin, vendor: Surface): Promise<void> {
  await journey.openConnectionForm(admin, vendor);
  await journey.fillFromEntra(admin, vendor);
  await journey.save(admin, vendor);
  await journey.closeAuthorisation(admin, vendor);
  await journey.enable(admin, vendor, CONNECTION_NAME);
}
