/** Hostile pages in a real browser: forged frames, taken-over renderers, clickjacking, polluted pages, a race of documents. */
import { test as base, expect } from '@playwright/test';
import type { Browser } from 'webextension-polyfill';
import { tally, volume } from '../trust/tally';
import { Admin } from './harness/admin';
import { browserOf, buildFor, launch } from './harness/launch';
import { found, notYet, poll } from './harness/poll';
import type { ConsoleLine, LaunchOptions, Session } from './harness/session';
import { type Site, serveSite } from './harness/site';
import { furtherUnless } from './harness/tags';
import { UpdatableBuild } from './harness/updatable-build';
import { attacks, HELPERS } from './hostile/attacks';
import { CLIENT_ID, FILL, HOST, hold, SECRET, say, secretField } from './hostile/pages';
import { pages } from './hostile/site';

/** In the background, where `inBackground` runs. */
declare const chrome: Browser;

interface Fixtures {
  browserOptions: Partial<LaunchOptions>;
  session: Session;
  admin: Admin;
}
const test = base.extend<Fixtures, { site: Site }>({
  site: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from the pattern.
    async ({}, use) => {
      const site = await serveSite(pages);
      await use(site);
      await site.close();
    },
    { scope: 'worker' },
  ],
  browserOptions: [{ privateWindows: 'notAllowed' }, { option: true }],
  session: async ({ browserName, site, browserOptions }, use) => {
    const session = await launch(site, { ...browserOptions, browser: browserOf(browserName) });
    await use(session);
    await session.close();
  },
  admin: async ({ session }, use) => use(new Admin(session)),
});

/** What the extension or a page has complained of; that a page of ours has no icon is no complaint. */
const errorsIn = (lines: readonly ConsoleLine[]) =>
  lines.filter(({ level, source }) => level === 'error' && !source.endsWith('/favicon.ico'));

const facts = { clientId: CLIENT_ID, appName: 'Forged' };

test('frames that are not the portal’s own are dropped, whatever their address says', async ({
  admin,
  session,
}) => {
  const portal = await admin.open('https://entra.microsoft.com/');
  const worlds = await poll('the worlds of the page', async () => {
    const all = await session.worlds(portal);
    return all.some(({ frame: at }) => at.includes('azure.net'))
      ? found(all)
      : notYet(`${all.length} are there`);
  });
  const answers: Record<string, string> = {};
  for (const world of worlds) answers[world.frame] = await world.evaluate(say('captureClientId', facts));
  console.log(`  ${worlds.length} frames with a world of ours: ${JSON.stringify(answers)}`);
  // The page itself may: so the way the others were asked is one that works.
  expect(answers['https://entra.microsoft.com/']).toContain('"held"');
  for (const at of [
    'https://entra.microsoft.com/inner',
    'https://sandbox-1.reactblade.portal.azure.net/sandboxed',
  ]) {
    expect(answers[at] ?? 'no world', at).toMatch(/no world|dropped/);
  }
  for (const at of Object.keys(answers)) expect(at).not.toMatch(/evil|srcdoc|about:|kandji|login/);
  tally('messages forged', worlds.length);
});

test('a taken-over portal page learns nothing of what is held, and no store is open to it', async ({
  admin,
  browserName,
  session,
}) => {
  await hold(session);
  const portal = await admin.open('https://entra.microsoft.com/');
  const [world] = await session.worlds(portal);
  if (!world) throw new Error('the portal has no world of ours');
  const messages: [string, unknown][] = [
    ['getState', undefined],
    ['requestFill', { clientId: CLIENT_ID, whenFilled: 'overwrite' }],
    ['fillForm', { whenFilled: 'overwrite' }],
    ['vendorContext', undefined],
    ['exportConnections', undefined],
    ['listConnections', undefined],
    ['portalContext', { clientId: CLIENT_ID }],
    ['registrationValues', undefined],
    ['captureSecretValue', { clientId: CLIENT_ID, secretValue: `abc8Q~${'y'.repeat(34)}`, whenHeld: 'ask' }],
    ['constructor', undefined],
    ['__proto__', undefined],
  ];
  for (const [type, data] of messages) {
    const answer = await world.evaluate<string>(say(type, data));
    expect(answer, type).not.toContain(SECRET.slice(3, 12));
    if (!['portalContext', 'registrationValues', 'captureSecretValue'].includes(type))
      expect(answer, type).toContain('dropped');
  }
  const stored = (area: string) =>
    world.evaluate<string>(
      `Promise.resolve().then(() => chrome.storage.${area}.get(null)).then(JSON.stringify, () => 'closed')`,
    );
  expect(await stored('session')).toBe('closed');
  // Firefox has no way to close it to content scripts: it holds no secret.
  if (browserName === 'firefox') expect(await stored('local')).not.toContain(SECRET);
  else expect(await stored('local')).toBe('closed');
  const main = await portal.evaluate<string[]>(
    "['chrome', 'browser'].map((name) => typeof globalThis[name]?.runtime?.sendMessage)",
  );
  expect(main, 'the page’s own scripts have no way to the extension').toEqual(['undefined', 'undefined']);
  tally('messages forged', messages.length);
});

test('no host that only looks like a console gets a button or a value', async ({ admin, session }) => {
  await hold(session, undefined);
  const others = [
    'auth.kandji.io',
    'docs.iru.com',
    'acme.api.kandji.io',
    'acme.kandji.io.evil.example',
    'evil-kandji.io',
    'outer.example',
  ];
  const real = await admin.open(`https://${HOST}/`);
  await admin.waitFor(real, FILL);
  for (const host of others) {
    const page = await admin.open(`https://${host}/`);
    const worlds = await session.worlds(page);
    for (const world of worlds) {
      const answer = await world.evaluate<string>(say('requestFill', { whenFilled: 'overwrite' }));
      expect(answer, host).toContain('dropped');
    }
    expect(await admin.sees(page, FILL), host).toBe(false);
    expect(await page.evaluate("document.querySelectorAll('sso-courier').length"), host).toBe(0);
  }
  tally('hosts tried', others.length);
});

test('a press that the page has arranged fills nothing', async ({ admin, session }) => {
  await hold(session);
  const vendor = await admin.open(`https://${HOST}/`);
  const button = await admin.waitFor(vendor, FILL);
  const place = await vendor.place(button);
  if (place.kind !== 'reachable') throw new Error(place.kind);
  await vendor.evaluate(HELPERS);
  for (const [name, { set, between, undo }] of Object.entries(attacks)) {
    await vendor.evaluate(`${set}; void 0`);
    await vendor.pressDown(place.point);
    if (between) await vendor.evaluate(`${between}; void 0`);
    await vendor.letGo(place.point);
    await vendor.evaluate(`${undo}; void 0`);
    // A press that counts asks the background, and a second press waits for its answer: none has begun.
    expect(await admin.notices(vendor), name).toEqual([]);
    tally('presses forged', 1);
  }
  // A form that was veiled has lost its control for a moment, and got a new one.
  await admin.waitFor(vendor, FILL);
  const own = await vendor.evaluate<string>(
    "host = document.querySelector('sso-courier'); host.style.setProperty('opacity', '0.01', 'important'); getComputedStyle(host).opacity",
  );
  expect(own, 'the page has no say in the control’s own style').toBe('1');
  const synthetic = await vendor.evaluate<number>(`(() => {
    const { x, y } = ${JSON.stringify(place.point)};
    const made = [];
    for (const target of [host, document.elementFromPoint(x, y), document, window])
      for (const type of ['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'click', 'keydown', 'keyup'])
        made.push(target.dispatchEvent(new (type.startsWith('key') ? KeyboardEvent : PointerEvent)(type, { bubbles: true, composed: true, clientX: x, clientY: y, isPrimary: true, pointerId: 1, key: 'Enter' })));
    host.click();
    for (const data of ['requestFill', { type: 'requestFill' }, { id: 1, type: 'requestFill', data: { whenFilled: 'overwrite' } }]) window.postMessage(data, '*');
    return made.length;
  })()`);
  tally('presses forged', synthetic);
  expect(await vendor.evaluate('window.writes')).toBe(0);
  // The same press with nothing in its way: so those before have missed for their own reasons.
  await admin.click(vendor, FILL);
  await admin.hears(vendor, 'status', /Filled/);
  expect(await vendor.evaluate(secretField)).toBe(SECRET);
  expect(await vendor.evaluate('window.writes')).toBe(1);
});

for (const [what, path] of [
  ['pollutes every prototype', 'polluted'],
  ['clobbers its form', 'clobbered'],
  ['clobbers its document', 'clobbered-document'],
  ['is never still', 'storm'],
] as const) {
  test(`a page that ${what} is filled all the same, and hears no more than the value it was to get`, {
    tag: furtherUnless(path, 'polluted', 'clobbered'),
  }, async ({ admin, session }) => {
    await hold(session);
    const vendor = await admin.open(`https://${HOST}/${path}`);
    await admin.click(vendor, FILL);
    await admin.hears(vendor, 'status', /Filled/);
    const stolen = await vendor.evaluate<unknown[] | null>('window.stolen ?? null');
    expect(String(stolen)).not.toContain(SECRET);
    expect(String(stolen)).not.toContain('attachShadow');
    expect(errorsIn(session.consoleLines)).toEqual([]);
    tally('faults injected', 1);
  });
}

test.describe('with the back/forward cache on', () => {
  test.use({ browserOptions: { privateWindows: 'notAllowed', backForwardCache: 'on' } });

  test('a fill that the page runs away from never lands in the next document', async ({ admin, session }) => {
    test.setTimeout(180_000);
    const races = volume(12, 60);
    // A browser that starts keeps fills waiting for its organisation's settings: the race would be over before them.
    await session.inBackground(() => chrome.storage.managed.get(null).catch(() => undefined));
    const vendor = await admin.open(`https://${HOST}/`);
    let filled = 0;
    for (let race = 0; race < races; race += 1) {
      await hold(session);
      await vendor.goto(`https://${HOST}/`);
      await admin.waitFor(vendor, FILL);
      const [world] = await session.worlds(vendor);
      // The answer would never come: the document that asks goes away.
      await world?.evaluate(
        `void ${say('requestFill', { clientId: CLIENT_ID, whenFilled: 'overwrite' })};
         setTimeout(() => { location.href = 'https://globex.kandji.io/'; }, ${race % 8}); 0`,
      );
      await poll('the other tenant', async () =>
        (await vendor.evaluate<string>('location.host + document.readyState')) === 'globex.kandji.iocomplete'
          ? found(undefined)
          : notYet('it is not there'),
      );
      // The background has answered for all it was asked once it answers this.
      await session.inBackground(() => chrome.storage.session.get(null));
      expect(await vendor.evaluate(secretField)).toBe('');
      expect(await vendor.evaluate('window.writes')).toBe(0);
      await vendor.evaluate('history.back()');
      await poll('the first page', async () =>
        (await vendor.evaluate<string>('location.host + document.readyState')) === `${HOST}complete`
          ? found(undefined)
          : notYet('it is not there'),
      );
      if ((await vendor.evaluate(secretField)) === SECRET) filled += 1;
    }
    console.log(`  ${races} races: the page that asked was filled ${filled} times, the next one never`);
    tally('faults injected', races);
  });
});

const updating = test.extend<{ build: UpdatableBuild }>({
  build: async ({ browserName }, use) => {
    const build = new UpdatableBuild(buildFor(browserOf(browserName)), '0.0.9');
    await use(build);
    build.remove();
  },
  browserOptions: async ({ build }, use) => use({ privateWindows: 'allowed', extension: build.folder }),
});

updating(
  'updated with a tab open: the old button does nothing, and no console shows an error',
  async ({ admin, browserName, build, session }) => {
    await hold(session);
    const vendor = await admin.open(`https://${HOST}/`);
    const place = await vendor.place(await admin.waitFor(vendor, FILL));
    if (place.kind !== 'reachable') throw new Error(place.kind);
    await build.updateTo('0.1.0', session);
    await vendor.bringToFront();
    await vendor.click(place.point);
    await vendor.evaluate("document.body.append('changed'); window.dispatchEvent(new Event('focus'))");
    const popup = await admin.openPopup(vendor);
    // Firefox puts the new content scripts into open pages by itself; Chromium leaves the old ones there, and silent.
    if (browserName === 'chromium') await admin.hears(popup, 'alert', /Reload this page/);
    else await admin.waitFor(popup, { role: 'heading', at: 'first' });
    await session.closePopup();
    // What does nothing any more is taken out of the page; in Firefox the new version's one button stands there then.
    if (browserName === 'chromium') await admin.waitUntilGone(vendor, FILL);
    else await admin.waitFor(vendor, FILL);
    expect(await vendor.evaluate('window.writes')).toBe(0);
    expect(JSON.stringify(await session.stored('session'))).not.toContain(SECRET);
    expect(errorsIn(session.consoleLines)).toEqual([]);
    tally('faults injected', 1);
  },
);
