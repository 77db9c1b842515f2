/** The harness itself: what it presses is really pressed, and what it cannot see or press it says. */
import { existsSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import type { Browser } from 'webextension-polyfill';
import { containing, type Wanted } from './harness/accessible';
import { Admin } from './harness/admin';
import { browserOf, launch } from './harness/launch';
import type { Session } from './harness/session';
import { type Site, serveSite } from './harness/site';
import { FURTHER } from './harness/tags';

/** In the background, where `evaluate` runs. */
declare const chrome: Browser;

/** Reports every click into an output, with whether the browser made it. */
const REPORT = `<output></output><script>
  const report = (name, event) => { document.querySelector('output').textContent += name + ' ' + event.isTrusted + '; ' };
</script>`;

const pages = {
  'ordinary.example/': `<title>Ordinary</title>${REPORT}
    <button onclick="report('plain', event)">Plain</button>
    <button disabled>Disabled</button>
    <label>Name <input></label>
    <div role="combobox" tabindex="0" aria-label="Platform" aria-expanded="false"
      onpointerdown="event.isTrusted && (list.hidden = false)">Select</div>
    <div role="listbox" id="list" hidden>
      <div role="option" onclick="list.hidden = true; report('Web', event)">Web</div><div role="option">SPA</div>
    </div>
    <table><tr><th>Name</th><th>Value</th></tr><tr><td>first</td><td><button onclick="report('first', event)">Copy</button></td></tr>
      <tr><td>second</td><td><button onclick="report('second', event)">Copy</button></td></tr></table>
    <div style="height: 3000px"></div>
    <div id="host"></div>
    <script>
      const root = host.attachShadow({ mode: 'closed' });
      root.innerHTML = '<button>In a closed root</button><input aria-label="Closed field"><p role="status"></p>';
      root.querySelector('button').onclick = (event) => {
        report('closed', event);
        root.querySelector('p').textContent = 'held ' + root.querySelector('input').value;
      };
    </script>
    <a href="https://other.example/" target="_blank">Elsewhere</a>`,
  'other.example/': `<title>Other</title><button>There</button>`,
  'framed.example/': `<title>Framed</title><p style="height: 400px">Above</p>
    <iframe title="Other process" src="https://inner.example/" style="border: 7px solid; padding: 5px; margin: 11px"></iframe>
    <iframe title="Same process" src="https://framed.example/inner"></iframe>
    <iframe title="Hidden" src="https://framed.example/inner" hidden></iframe>`,
  'framed.example/inner': `${REPORT}<p style="height: 900px"></p><button onclick="report('same', event)">Same</button>`,
  'inner.example/': `${REPORT}<p style="height: 900px"></p><button onclick="report('other', event)">Other</button>`,
  'rebuilt.example/': `<title>Rebuilt</title><main></main><script>
      let count = 0;
      const build = () => {
        document.querySelector('main').innerHTML = '<button>Add</button><p role="status">' + count + ' added</p>';
        // A click across a rebuild is lost to a plain page: what is tested is that the press finds the button.
        document.querySelector('button').onpointerdown = () => { count += 1; build(); };
      };
      build();
      setInterval(build, 150);
    </script>`,
  'closing.example/': `<title>Closing</title><button onclick="window.close()">Close</button>`,
  'covered.example/': `<title>Covered</title><button>Under</button>
    <div style="position: fixed; inset: 0" aria-label="Survey">Survey</div>`,
  'twice.example/': `<title>Twice</title><button>Same</button><button>Same</button><button disabled>Off</button>`,
};

let site: Site;
let session: Session;
let admin: Admin;

test.beforeAll(async () => {
  site = await serveSite(pages);
});
test.afterAll(async () => {
  await site.close();
});
test.beforeEach(async ({ browserName }) => {
  session = await launch(site, { browser: browserOf(browserName) });
  admin = new Admin(session);
});
test.afterEach(async () => {
  await session.close();
  expect(existsSync(session.profileDir)).toBe(false);
});

const output = (text: string): Wanted => ({ role: 'status', text: containing(text) });

test('presses and types as a person does, also in closed shadow roots and far down the page', {
  tag: FURTHER,
}, async () => {
  const page = await admin.open('https://ordinary.example/');
  await admin.click(page, { role: 'button', name: 'Plain' });
  await admin.waitFor(page, output('plain true'));
  await admin.choose(page, { role: 'combobox', name: 'Platform' }, 'Web');
  await admin.waitFor(page, output('Web true'));
  await admin.click(page, {
    role: 'button',
    name: 'Copy',
    within: { role: 'row', text: containing('second') },
  });
  await admin.waitFor(page, output('second true'));

  const typed = 'Az09 ~!@#$%^&*()_+-=[]{}|;\':",./<>? é€';
  await admin.fill(page, { role: 'textbox', name: 'Closed field' }, typed);
  await admin.click(page, { role: 'button', name: /closed root/ });
  await admin.hears(page, 'status', /^held/);
  expect((await admin.notices(page)).at(-1)).toEqual({ role: 'status', text: `held ${typed}` });
  expect(admin.effort).toEqual({ clicks: 7, keystrokes: typed.length, tabSwitches: 0 });

  await admin.fill(page, { role: 'textbox', name: 'Name' }, 'one');
  await admin.fill(page, { role: 'textbox', name: 'Name' }, 'two');
  await admin.waitFor(page, { role: 'textbox', name: 'Name', value: 'two' });
  await admin.press(page, 'ControlOrMeta+a');
  await admin.press(page, 'ControlOrMeta+c');
  await admin.click(page, { role: 'textbox', name: 'Closed field' });
  await admin.press(page, 'End');
  await admin.press(page, 'ControlOrMeta+v');
  await admin.waitFor(page, { role: 'textbox', name: 'Closed field', value: `${typed}two` });
});

test('presses what closes its own tab', { tag: FURTHER }, async () => {
  await (await admin.open('https://other.example/')).evaluate("void open('https://closing.example/')");
  const page = await admin.follow(/closing\.example/, 'tab');
  await admin.click(page, { role: 'button', name: 'Close' });
  await expect.poll(() => page.isOpen()).toBe(false);
  await expect(admin.click(page, { role: 'button', name: 'Close' })).rejects.toThrow('This tab was closed.');
});

test('follows a link into a new tab and counts the way back', { tag: FURTHER }, async () => {
  const page = await admin.open('https://ordinary.example/');
  await admin.click(page, { role: 'link', name: 'Elsewhere' });
  const other = await admin.follow(/other\.example/, 'tab');
  await admin.click(other, { role: 'button', name: 'There' });
  await admin.click(page, { role: 'button', name: 'Plain' });
  await admin.waitFor(page, output('plain true'));
  expect(admin.effort).toEqual({ clicks: 4, keystrokes: 0, tabSwitches: 1 });
});

test('reaches into frames, of the same process and of another', { tag: FURTHER }, async () => {
  const page = await admin.open('https://framed.example/');
  await admin.click(page, { role: 'button', name: 'Other' });
  await admin.waitFor(page, { ...output('other true'), within: { role: 'iframe', name: 'Other process' } });
  await admin.click(page, { role: 'button', name: 'Same' });
  await admin.waitFor(page, { ...output('same true'), within: { role: 'iframe', name: 'Same process' } });
});

test('presses a control that is made anew every 150 ms, each time once', { tag: FURTHER }, async () => {
  const page = await admin.open('https://rebuilt.example/');
  for (let count = 1; count <= 20; count += 1) {
    await admin.click(page, { role: 'button', name: 'Add' });
    await admin.waitFor(page, output(`${count} added`));
  }
});

for (const { what, address, wanted, says } of [
  {
    what: 'is not there',
    address: 'other.example',
    wanted: 'Missing',
    says: /button “Missing”.*not there[\s\S]*button “There”/,
  },
  { what: 'is there twice', address: 'twice.example', wanted: 'Same', says: /there are 2/ },
  { what: 'is disabled', address: 'twice.example', wanted: 'Off', says: /it is disabled/ },
  { what: 'is covered', address: 'covered.example', wanted: 'Under', says: /covered by <div> “Survey”/ },
]) {
  test(`says so when a control ${what}, with all that was there`, {
    tag: FURTHER,
  }, async () => {
    const hasty = new Admin(session, 600);
    const page = await hasty.open(`https://${address}/`);
    await expect(hasty.click(page, { role: 'button', name: wanted })).rejects.toThrow(says);
    expect(hasty.effort.clicks).toBe(1);
  });
}

test('opens the real popup over a page and reads it', { tag: FURTHER }, async () => {
  const page = await admin.open('https://ordinary.example/');
  const popup = await admin.openPopup(page);
  expect(await popup.address()).toContain(session.extensionId);
  await admin.waitFor(popup, { role: 'heading', name: 'SSO Courier' });
  // The page below is still the active tab: that is what tells the popup from a page of the extension in a tab.
  expect(await popup.evaluate('chrome.tabs.getCurrent().then((tab) => tab === undefined)')).toBe(true);
  await admin.click(page, { role: 'button', name: 'Plain' });
  expect(popup.isOpen()).toBe(false);
  await admin.openPopup(page);
  await session.closePopup();
});

test('drives a private window like any other', { tag: FURTHER }, async () => {
  await session.inBackground(async () => {
    await chrome.windows.create({ incognito: true, url: 'https://ordinary.example/' });
  });
  const page = await admin.follow(/ordinary\.example/, 'privateTab');
  await admin.fill(page, { role: 'textbox', name: 'Closed field' }, 'in private');
  await admin.click(page, { role: 'button', name: 'In a closed root' });
  await admin.hears(page, 'status', 'held in private');
  expect((await session.privateTabs()).map(({ id }) => id)).toEqual([page.id]);
  expect((await session.tabs()).map(({ id }) => id)).not.toContain(page.id);
  await page.close();
  expect(await session.privateTabs()).toEqual([]);
});

test('stops the background and starts it again without its memory', { tag: FURTHER }, async () => {
  await session.inBackground(() => void Object.assign(globalThis, { harnessMark: 1 }));
  await session.inBackground(() => chrome.storage.local.set({ harnessMark: 2 }));
  await session.killBackground();
  expect(await session.stored('local')).toMatchObject({ harnessMark: 2 });
  expect(await session.inBackground(() => 'harnessMark' in globalThis)).toBe(false);
  await session.killBackground();
  await session.killBackground();
});

for (const { privateWindows, allowed } of [
  { privateWindows: 'allowed', allowed: true },
  { privateWindows: 'notAllowed', allowed: false },
] as const) {
  test(`starts with private windows ${privateWindows}, in the dark`, { tag: FURTHER }, async ({
    browserName,
  }) => {
    const browser = browserOf(browserName);
    const other = await launch(site, { browser, privateWindows, colorScheme: 'dark' });
    try {
      expect(await other.inBackground(() => chrome.extension.isAllowedIncognitoAccess())).toBe(allowed);
      const page = await other.openTab('https://other.example/');
      const popup = await other.openPopup(page);
      for (const surface of [page, popup]) {
        expect(await surface.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")).toBe(true);
      }
    } finally {
      await other.close();
    }
  });
}

for (const { backForwardCache, kept } of [
  { backForwardCache: 'on', kept: true },
  { backForwardCache: 'off', kept: false },
] as const) {
  test(`leaves a page behind with the back/forward cache ${backForwardCache}`, { tag: FURTHER }, async ({
    browserName,
  }) => {
    const browser = browserOf(browserName);
    const other = await launch(site, { browser, backForwardCache, privateWindows: 'notAllowed' });
    try {
      const page = await other.openTab('https://ordinary.example/');
      await page.evaluate('globalThis.harnessMark = 1');
      await page.goto('https://other.example/');
      await page.evaluate('history.back()');
      const mark =
        "location.host === 'ordinary.example' && document.readyState === 'complete' ? 'harnessMark' in globalThis : 'not yet'";
      await expect.poll(() => page.evaluate(mark).catch(() => 'not yet')).toBe(kept);
    } finally {
      await other.close();
    }
  });
}

test('hears what pages and the background write to their consoles', { tag: FURTHER }, async () => {
  const page = await admin.open('https://ordinary.example/');
  await page.evaluate(
    "console.warn('from the page'); setTimeout(() => { throw new Error('thrown in the page') })",
  );
  await session.inBackground(() => console.error('from the background'));
  for (const words of ['from the page', 'thrown in the page', 'from the background']) {
    await expect.poll(() => session.consoleLines.map(({ text }) => text).join('\n')).toContain(words);
  }
});
