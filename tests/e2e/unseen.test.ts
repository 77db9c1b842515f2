/**
 * Pages that neither the lab nor a reader was written after: other markup, other languages, other ways to draw, with
 * nothing in common but the facts (the address, the shape of the values, a row with an ID and a value, known labels of the
 * vendor's form). All of them are read and filled.
 */
import { test as base, expect } from '@playwright/test';
import type { Browser } from 'webextension-polyfill';
import { Admin } from './harness/admin';
import type { ChromiumSession } from './harness/chromium/session';
import { launch } from './harness/launch';
import { type Site, serveSite } from './harness/site';
import { CLIENT_ID, FILL, HOST, hold, SECRET } from './hostile/pages';

/** In the background, where `inBackground` runs. */
declare const chrome: Browser;

const OBJECT_ID = 'd7296c37-ee69-477e-87c0-446a104f803e';
const TENANT_ID = 'caef3289-be91-4c51-bf6c-150df12201c6';
const KEY_ID = '08e93f9a-4c24-4924-86bb-6405f8c2b6aa';
const OTHER_KEY = '1a2b3c4d-4c24-4924-86bb-6405f8c2b6ab';
/** 32 characters of the wide alphabet of secrets made before 2021 (facts, entra §5). */
const LEGACY = 'Kx9@[qP2:aZ8]+m1Tb5@R7yC3[wE6:uJ';
const MASKED = 'abc******************';

/** Puts HTML into an open shadow root, when the page has been there for a moment. */
const inShadow = (html: string) =>
  `<x-blade></x-blade><script>setTimeout(() => {
     document.querySelector('x-blade').attachShadow({ mode: 'open' }).innerHTML = ${JSON.stringify(html)};
   }, 100);</script>`;

const overviews: Readonly<Record<string, string>> = {
  'a list of terms, in Dutch': `<dl><dt>Weergavenaam<dd>Kandji<dt>Toepassings-id (client)<dd>${CLIENT_ID}<dt>Object-id<dd>${OBJECT_ID}<dt>Map-id (tenant)<dd>${TENANT_ID}</dl>`,
  'a table, in Polish, in capitals': `<table><tr><th>Identyfikator aplikacji (klienta)<td>${CLIENT_ID.toUpperCase()}<tr><th>Identyfikator obiektu<td>${OBJECT_ID.toUpperCase()}<tr><th>Identyfikator katalogu<td>${TENANT_ID.toUpperCase()}</table>`,
  'fields that cannot be written': [CLIENT_ID, OBJECT_ID, TENANT_ID]
    .map(
      (id, n) =>
        `<label>${['Application (client) ID', 'Object ID', 'Directory (tenant) ID'][n]} <input readonly value="${id}" size="40"></label><br>`,
    )
    .join(''),
  'an open shadow root that comes late': inShadow(
    `<section><h3>Essentials</h3><p>Client <code>${CLIENT_ID}</code></p><p>Object <code>${OBJECT_ID}</code></p><p>Tenant <code>${TENANT_ID}</code></p></section>`,
  ),
  'the ID alone, without a label': `<main><p>${CLIENT_ID}</p></main>`,
  'texts cut to the eye, whole in their title': [CLIENT_ID, OBJECT_ID, TENANT_ID]
    .map(
      (id) =>
        `<div><span>ID</span> <span title="${id}" style="display:inline-block;width:60px;overflow:hidden;text-overflow:ellipsis;white-space:nowrap">${id.slice(0, 8)}…</span></div>`,
    )
    .join(''),
};

const many = Array.from({ length: 60 }, (_, n) => [
  `Old ${n}`,
  MASKED,
  `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
]);

const grids: Readonly<Record<string, string>> = {
  'cards, in Swedish': `<article><h4>Kandji SSO</h4><p>Upphör 2028-07-27</p><p>Värde <b>${SECRET}</b></p><p>Hemligt ID <i>${KEY_ID}</i></p></article>
    <article><h4>Old</h4><p>Upphör 2027-07-27</p><p>Värde <b>${MASKED}</b></p><p>Hemligt ID <i>${OTHER_KEY}</i></p></article>`,
  'plain boxes in another order': `<div><div><div>${KEY_ID}</div><div>${SECRET}</div><div>27.07.2028</div><div>Kandji SSO</div></div><div><div>${OTHER_KEY}</div><div>${MASKED}</div><div>27.07.2027</div><div>Old</div></div></div>`,
  'fields that cannot be written': `<ul><li><input readonly value="${SECRET}" size="45"><input readonly value="${KEY_ID}" size="40"></li></ul>`,
  'text areas': `<div><textarea readonly cols="45">${SECRET}</textarea><textarea readonly cols="40">${KEY_ID}</textarea></div>`,
  'an open shadow root that comes late': inShadow(
    `<table><tr><td>Kandji SSO<td>7/27/2028<td>${SECRET}<td>${KEY_ID}</table>`,
  ),
  'texts cut to the eye, whole in their title': `<div role="table"><div role="row">${[SECRET, KEY_ID]
    .map(
      (text) =>
        `<span role="cell" title="${text}" style="display:inline-block;width:90px;overflow:hidden;text-overflow:ellipsis;white-space:nowrap">${text.slice(0, 10)}…</span>`,
    )
    .join('')}</div></div>`,
  'a value of the older shape': `<table><tr><td>Kandji SSO<td>7/27/2028<td>${LEGACY}<td>${KEY_ID}</table>`,
  'the last of sixty rows, drawn one after the other': `<table id="t"></table><script>
    const rows = ${JSON.stringify([...many, ['Kandji SSO', SECRET, KEY_ID]])};
    const next = () => { const row = rows.shift(); if (!row) return;
      const tr = document.querySelector('#t').insertRow(0); for (const text of row) tr.insertCell().textContent = text;
      requestAnimationFrame(next); };
    next();</script>`,
  'a row whose cells come one by one': `<table><tr id="r"><td>Kandji SSO<td><td></tr></table><script>
    setTimeout(() => { document.querySelector('#r').cells[2].textContent = '${KEY_ID}'; }, 300);
    setTimeout(() => { document.querySelector('#r').cells[1].textContent = '${SECRET}'; }, 700);</script>`,
};

const forms: Readonly<Record<string, string>> = {
  'labels around the fields': `<form onsubmit="return false"><label>Name <input></label><label>Entra ID Domain <input></label><label>Client ID <input></label><label>Client secret <input type="password"></label><button>Save</button></form>`,
  'names for assistive technology only': `<div role="dialog" aria-label="Add SSO Connection"><input aria-label="Name"><input aria-label="Microsoft Entra ID Domain"><input aria-label="Client ID"><input aria-label="Client Secret"><div role="button" tabindex="0">Save</div></div>`,
  placeholders: `<section><input placeholder="Name"><input placeholder="Azure AD Domain"><input placeholder="Client ID"><input placeholder="Client Secret"><button>Save</button></section>`,
  'a table with the labels in front': `<table><tr><td>Name<td><input><tr><td>Azure Active Directory Domain<td><input><tr><td>Client ID<td><input><tr><td>Client Secret<td><input></table><button>Save</button>`,
  'an open shadow root that comes late': inShadow(
    `<form><p><label for="a">Name</label><input id="a"></p><p><label for="b">Entra ID domain</label><input id="b"></p><p><label for="c">Client ID</label><input id="c"></p><p><label for="d">Client secret</label><input id="d"></p><button type="button">Save</button></form>`,
  ),
  'another language, told by the names in the markup': `<form onsubmit="return false"><label>Nombre <input name="connectionName"></label><label>Dominio <input name="azureDomain"></label><label>Identificador <input name="clientId"></label><label>Secreto <input name="clientSecret"></label><button>Guardar</button></form>`,
};

const addressOf = (kind: string, name: string) =>
  `${kind}/${Object.keys({ overview: overviews, grid: grids, form: forms }[kind] ?? {}).indexOf(name)}`;
const served: Record<string, string> = {};
for (const [name, html] of Object.entries(overviews)) {
  served[`entra.microsoft.com/${addressOf('overview', name)}`] = `<title>Kandji</title>${html}`;
}
for (const [name, html] of Object.entries(grids)) {
  served[`entra.microsoft.com/${addressOf('grid', name)}`] = `<title>Kandji</title>${html}`;
}
for (const [name, html] of Object.entries(forms)) {
  served[`${HOST}/${addressOf('form', name)}`] = `<title>Console</title><h1>Access</h1>${html}`;
}
const route = (menu: string) =>
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

const forget = (session: ChromiumSession) => session.inBackground(() => chrome.storage.session.clear());

test('takes the client ID from Overviews that nobody has seen', async ({ admin, session }) => {
  for (const name of Object.keys(overviews)) {
    await test.step(name, async () => {
      await forget(session);
      const page = await admin.open(
        `https://entra.microsoft.com/${addressOf('overview', name)}${route('Overview')}`,
      );
      await admin.click(page, { role: 'button', name: 'Copy client ID to Kandji' });
      await admin.hears(page, 'status', /held for Kandji/);
      expect((await session.stored('session')).session).toMatchObject({
        handoffs: [{ clientId: CLIENT_ID }],
      });
      await page.close();
    });
  }
});

test('takes the secret’s value from lists that nobody has seen', async ({ admin, session }) => {
  for (const name of Object.keys(grids)) {
    await test.step(name, async () => {
      await forget(session);
      const page = await admin.open(
        `https://entra.microsoft.com/${addressOf('grid', name)}${route('Credentials')}`,
      );
      await admin.click(page, { role: 'button', name: 'Copy secret value to Kandji' });
      await admin.hears(page, 'status', /held for Kandji/);
      expect((await session.stored('session')).session).toMatchObject({
        handoffs: [
          {
            clientId: CLIENT_ID,
            secret: { secretValue: name.includes('older') ? LEGACY : SECRET, secretId: KEY_ID },
          },
        ],
      });
      await page.close();
    });
  }
});

test('fills connection forms that nobody has seen', async ({ admin, session }) => {
  const values = `(() => {
    const all = (root) => [...root.querySelectorAll('input'), ...[...root.querySelectorAll('*')].flatMap((e) => e.shadowRoot ? all(e.shadowRoot) : [])];
    return all(document).map((input) => input.value);
  })()`;
  for (const name of Object.keys(forms)) {
    await test.step(name, async () => {
      await hold(session);
      const page = await admin.open(`https://${HOST}/${addressOf('form', name)}`);
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
