/** The vendor article's journey twice, from an empty directory to a user who is signed in, in the fewest actions. */
import type { Browser } from 'webextension-polyfill';
import { containing } from '../../tests/e2e/harness/accessible';
import {
  ada,
  CONNECTION_NAME,
  DIRECTORY_DOMAIN,
  owner,
  redirectUris,
  TWO_YEARS,
  tess,
} from '../../tests/e2e/harness/connected';
import * as journey from '../../tests/e2e/harness/journey';
import type { Session } from '../../tests/e2e/harness/session';
import type { Surface } from '../../tests/e2e/harness/surface';
import { addSecretWithCourier, registerWithCourier } from '../demo/portal-forms';
import type { RecordingAdmin } from './actions';

/** In the background, where `evaluate` runs. */
declare const chrome: Browser;

const HOST = 'acme.kandji.io';
const SECRET = { description: 'Kandji SSO', expires: TWO_YEARS };
const REGISTRATION = { name: 'Kandji', redirectUri: redirectUris.us };

async function openForm(admin: RecordingAdmin): Promise<Surface> {
  const vendor = await admin.whileSigningIn(() => journey.signInToVendor(admin, HOST, owner));
  await journey.openAccess(admin, vendor);
  await journey.openConnectionForm(admin, vendor);
  return vendor;
}

async function accept(admin: RecordingAdmin): Promise<void> {
  const page = await admin.follow(/^https:\/\/login\.microsoftonline\.com\//, 'tab');
  await admin.whileSigningIn(() => journey.signInToMicrosoft(admin, page, ada));
  await admin.click(page, { role: 'button', name: 'Accept' });
  await admin.waitFor(page, { role: 'heading', name: containing('Authorization successful') });
}

async function enable(admin: RecordingAdmin, vendor: Surface): Promise<void> {
  await journey.closeAuthorisation(admin, vendor);
  await journey.enable(admin, vendor, CONNECTION_NAME);
}

/** The tester's part; ends when the console is there. */
async function signIn(admin: RecordingAdmin, page: Surface): Promise<void> {
  await admin.click(page, { role: 'button', name: `Continue with ${CONNECTION_NAME}` });
  await admin.whileSigningIn(() => journey.signInToMicrosoft(admin, page, tess));
  await admin.waitFor(page, { role: 'link', name: 'Log out' });
}

/** The vendor's article, with its redirect URI in a box that one click selects. */
async function openArticle(admin: RecordingAdmin): Promise<Surface> {
  const article = await admin.open('about:blank');
  const box = `<button style="user-select: all; font: inherit">${redirectUris.us}</button>`;
  await article.evaluate(`document.body.innerHTML = ${JSON.stringify(`<h1>Article</h1>${box}`)}; void 0`);
  return article;
}

async function paste(
  admin: RecordingAdmin,
  surface: Surface,
  field: string | RegExp,
  value: string,
): Promise<void> {
  await admin.click(surface, { role: 'textbox', name: field });
  await admin.press(surface, 'ControlOrMeta+v');
  await admin.waitFor(surface, { role: 'textbox', name: field, value: /\S/ });
  admin.carry(value);
}

const COPY = { role: 'button', name: 'Copy to clipboard', at: 'first' } as const;

/**
 * As short as it gets: the vendor's form is opened first, so that each value is pasted as soon as it is copied, the
 * article is read before the portal is opened, and the domain is known by heart.
 */
export async function byHand(admin: RecordingAdmin, session: Session): Promise<void> {
  const vendor = await openForm(admin);
  const article = await openArticle(admin);
  await admin.click(article, { role: 'button', name: redirectUris.us });
  await admin.press(article, 'ControlOrMeta+c');

  const portal = await admin.open(journey.ENTRA);
  await journey.openRegisterForm(admin, portal);
  await admin.fill(portal, { role: 'textbox', name: 'Name' }, REGISTRATION.name);
  await admin.choose(portal, { role: 'combobox', name: 'Select a platform' }, 'Web');
  await paste(admin, portal, 'Redirect URI (optional)', 'redirect URI');
  await journey.register(admin, portal);

  await admin.click(portal, COPY);
  await paste(admin, vendor, 'Client ID', 'client ID');
  await admin.fill(vendor, { role: 'textbox', name: /Directory Domain/ }, DIRECTORY_DOMAIN);
  admin.carry('directory domain');

  await journey.openSecrets(admin, portal);
  await journey.addSecret(admin, portal, SECRET);
  await admin.click(portal, { ...COPY, within: journey.secretRow(SECRET.description) });
  await paste(admin, vendor, 'Client Secret', 'secret value');

  await journey.save(admin, vendor);
  await admin.click(vendor, { role: 'link', name: /\/p\/waad\// });
  await accept(admin);
  await enable(admin, vendor);

  admin.note('press Ctrl+Shift+N (private window)', { keystrokes: 1 });
  await session.inBackground(
    (url) => chrome.windows.create({ incognito: true, url }).then(() => undefined),
    `https://${HOST}/`,
  );
  admin.note(`type “${HOST}”, Enter`, { keystrokes: HOST.length + 1 });
  admin.carry('tenant address');
  await signIn(admin, await admin.follow(/\/u\/login/, 'privateTab'));
}

/** The same result with the extension's buttons. The console that is open is the tenant: its region decides the redirect URI. */
export async function withCourier(admin: RecordingAdmin): Promise<void> {
  const vendor = await openForm(admin);
  const portal = await admin.open(journey.ENTRA);
  await journey.openRegisterForm(admin, portal);
  await registerWithCourier(admin, portal, REGISTRATION);
  await journey.copyClientId(admin, portal);
  await journey.openSecrets(admin, portal);
  await addSecretWithCourier(admin, portal, SECRET);
  await journey.copySecretValue(admin, portal, SECRET.description);

  await journey.fillFromEntra(admin, vendor);
  await journey.save(admin, vendor);
  await admin.click(vendor, { role: 'button', name: 'Open consent link' });
  await accept(admin);
  await enable(admin, vendor);
  await signIn(admin, await journey.startTest(admin, vendor));
}
