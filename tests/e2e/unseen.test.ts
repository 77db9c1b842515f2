/**
 * Pages that neither the lab nor a reader was written after: other markup, other languages, other ways to draw, with
 * nothing in common but the facts (the address, the shape of the values, a row with an ID and a value, known labels of the
 * vendor's form). All of them are read and filled.
 */
import { test as base, expect } from '@playwright/test';
import type { Browser } from 'webextension-polyfill';
import { Admin } from './harness/admin';
import type { ChromiumSession } from './harness/chromium/session';
import { redirectUris } from './harness/connected';
import * as journey from './harness/journey';
import { launch } from './harness/launch';
import type { Session } from './harness/session';
import { type Site, serveSite } from './harness/site';
import type { Surface } from './harness/surface';
import { FURTHER } from './harness/tags';
import { CLIENT_ID, FILL, HOST, hold, SECRET } from './hostile/pages';
import { forms, framed, grids, KEY_ID, LEGACY, overviews, panes, registrations } from './unseen/pages';

/** In the background, where `inBackground` runs. */
declare const chrome: Browser;

const FRAME_HOST = 'sandbox-1.reactblade.portal.azure.net';
const kinds = { overview: overviews, grid: grids, registration: registrations, pane: panes, form: forms };
type Kind = keyof typeof kinds;

const pathOf = (kind: Kind, name: string) => `${kind}/${Object.keys(kinds[kind]).indexOf(name)}`;
const served: Record<string, string> = {};
for (const kind of Object.keys(kinds) as Kind[]) {
  for (const [name, html] of Object.entries(kinds[kind])) {
    const path = pathOf(kind, name);
    if (kind === 'form') served[`${HOST}/${path}`] = `<title>Console</title><h1>Access</h1>${html}`;
    else {
      served[`entra.microsoft.com/${path}`] = `<title>Kandji</title>${html}`;
      served[`${FRAME_HOST}/${path}`] = html;
      served[`entra.microsoft.com/framed/${path}`] =
        `<title>Kandji</title>${framed(`${FRAME_HOST}/${path}`)}`;
    }
  }
}

const REGISTER = '#view/Microsoft_AAD_RegisteredApps/CreateApplicationBlade';
const appRoute = (menu: string) =>
  `#view/Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/${menu}/appId/${CLIENT_ID}/isMSAApp~/false`;

const test = base.extend<{ session: ChromiumSession; admin: Admin }, { site: Site }>({
  site: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from the pattern.
    async ({}, use) => {
      const site = await serveSite(served);
      await use(site);
      await site.close();
    },
    { scope: 'worker' },
  ],
  session: async ({ site }, use) => {
    const session = await launch(site, { privateWindows: 'notAllowed' });
    await use(session);
    await session.close();
  },
  admin: async ({ session }, use) => use(new Admin(session)),
});

test.skip(
  ({ browserName }) => browserName === 'firefox',
  'One browser reads them: the readers know no browser.',
);

const forget = (session: Session) => session.inBackground(() => chrome.storage.session.clear());

for (const place of ['', 'framed/'] as const) {
  const inPlace = place === '' ? '' : ', in a frame';
  const tag = place === '' ? [] : FURTHER;
  /** Opens each of a kind in its turn. */
  async function each(
    kind: Exclude<Kind, 'form'>,
    { admin, session }: { admin: Admin; session: Session },
    hash: string,
    check: (page: Surface, name: string) => Promise<void>,
  ): Promise<void> {
    for (const name of Object.keys(kinds[kind])) {
      await test.step(name, async () => {
        await forget(session);
        const page = await admin.open(`https://entra.microsoft.com/${place}${pathOf(kind, name)}${hash}`);
        await check(page, name);
        await page.close();
      });
    }
  }

  test(`takes the client ID from Overviews that nobody has seen${inPlace}`, { tag }, async ({
    admin,
    session,
  }) => {
    await each('overview', { admin, session }, appRoute('Overview'), async (page) => {
      await journey.copyClientId(admin, page);
      expect((await session.stored('session')).session).toMatchObject({
        handoffs: [{ clientId: CLIENT_ID }],
      });
    });
  });

  test(`takes the secret’s value from lists that nobody has seen${inPlace}`, { tag }, async ({
    admin,
    session,
  }) => {
    await each('grid', { admin, session }, appRoute('Credentials'), async (page, name) => {
      await admin.click(page, { role: 'button', name: 'Copy secret value to Kandji' });
      await admin.hears(page, 'status', /held for Kandji/);
      const secretValue = name.includes('older') ? LEGACY : SECRET;
      expect((await session.stored('session')).session).toMatchObject({
        handoffs: [{ clientId: CLIENT_ID, secret: { secretValue, secretId: KEY_ID } }],
      });
    });
  });

  test(`fills forms for a registration that nobody has seen${inPlace}`, { tag }, async ({
    admin,
    session,
  }) => {
    await each('registration', { admin, session }, REGISTER, async (page) => {
      await journey.chooseTenant(admin, page, HOST);
      await journey.fillForKandji(admin, page);
      await admin.waitFor(page, { role: 'textbox', value: 'Kandji' });
      await admin.click(page, { role: 'button', name: 'Take Web' });
      await admin.waitFor(page, { role: 'textbox', value: redirectUris.us });
    });
  });

  test(`fills panes for a secret that nobody has seen${inPlace}`, { tag }, async ({ admin, session }) => {
    await each('pane', { admin, session }, appRoute('Credentials'), async (page) => {
      await journey.fillForKandji(admin, page);
      await admin.waitFor(page, { role: 'textbox', value: 'Kandji SSO' });
      await admin.hears(page, 'status', /730/);
    });
  });
}

test('fills connection forms that nobody has seen', async ({ admin, session }) => {
  const values = `(() => {
    const all = (root) => [...root.querySelectorAll('input'), ...[...root.querySelectorAll('*')].flatMap((e) => e.shadowRoot ? all(e.shadowRoot) : [])];
    return all(document).map((input) => input.value);
  })()`;
  for (const name of Object.keys(forms)) {
    await test.step(name, async () => {
      await hold(session);
      const page = await admin.open(`https://${HOST}/${pathOf('form', name)}`);
      // A shadow root that comes late makes no event: it is looked for when the admin turns to the page.
      await admin.click(page, { role: 'heading', name: 'Access' });
      await admin.click(page, FILL);
      await admin.hears(page, 'status', /Filled/);
      expect(await page.evaluate(values)).toEqual([
        'Entra ID SSO',
        'contoso.onmicrosoft.com',
        CLIENT_ID,
        SECRET,
      ]);
      await page.close();
    });
  }
});
