/** The background is stopped inside a fill, between what it writes beforehand and what it hears from the page. */
import { test as base, expect } from '@playwright/test';
import type { Browser } from 'webextension-polyfill';
import type { Session } from '../../utils/handoff/memory';
import { Admin } from './harness/admin';
import type { ChromiumSession } from './harness/chromium/session';
import { launch } from './harness/launch';
import { found, notYet, poll } from './harness/poll';
import { serveSite } from './harness/site';
import { FURTHER } from './harness/tags';
import { FILL, form, HOST, hold, SECRET, secretField } from './hostile/pages';

/** In the background, where `inBackground` runs. */
declare const chrome: Browser;

const test = base.extend<{ session: ChromiumSession; admin: Admin }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from the pattern.
  session: async ({}, use) => {
    // The page stops at the first character of the secret, until its message is answered.
    const stops = `${form}<script>document.getElementById('s').addEventListener('input', () => { if (window.writes === 1) alert('One moment'); });</script>`;
    const site = await serveSite({
      [`${HOST}/`]: `<title>Console</title>${form}`,
      [`${HOST}/stops`]: `<title>Console</title>${stops}`,
    });
    const session = await launch(site, { privateWindows: 'notAllowed' });
    await use(session);
    await session.close();
    await site.close();
  },
  admin: async ({ session }, use) => use(new Admin(session)),
});

test.skip(
  ({ browserName }) => browserName === 'firefox',
  'Firefox has no command that stops a background at once.',
);

test('a fill that the background is stopped in ends in the page, is known to the next background, and is done once', async ({
  admin,
  session,
}) => {
  await hold(session);
  const vendor = await admin.open(`https://${HOST}/stops`);
  const stopped = new Promise<void>((resolve, reject) => {
    session.context.once('dialog', (dialog) => {
      session
        .killBackground()
        .then(() => dialog.accept())
        .then(resolve, reject);
    });
  });
  await admin.click(vendor, FILL);
  await stopped;
  // The page says what it holds, though nobody is left who hears it.
  await admin.hears(vendor, 'status', /Filled/);
  expect(await handoff(session)).toMatchObject({ filling: { vendorHost: HOST }, evidence: {} });
  await admin.click(vendor, FILL);
  await poll('the background to hear of a fill', async () => {
    const { filling, evidence } = await handoff(session);
    return filling === undefined && evidence.fill
      ? found(undefined)
      : notYet(JSON.stringify({ filling, evidence }));
  });
  await admin.hears(vendor, 'status', /Filled/);
  expect(await vendor.evaluate(secretField)).toBe(SECRET);
  expect(await vendor.evaluate('window.writes')).toBe(1);
});

test('a fill that the background is stopped in before the page was written to is told, and is done once', {
  tag: FURTHER,
}, async ({ admin, session }) => {
  await hold(session);
  const vendor = await admin.open(`https://${HOST}/`);
  await admin.waitFor(vendor, FILL);
  // Held where it would hand the values to the page: what it has written down by then is all that the next one knows.
  await session.inBackground(() => {
    chrome.scripting.executeScript = () => new Promise(() => {});
  });
  await admin.click(vendor, FILL);
  await poll('the background to be about to fill', async () =>
    (await handoff(session)).filling ? found(undefined) : notYet('it is not'),
  );
  await session.killBackground();
  await admin.hears(vendor, 'alert', /was interrupted/);
  expect(await vendor.evaluate(secretField)).toBe('');
  expect(await vendor.evaluate('window.writes')).toBe(0);
  expect(await handoff(session)).toMatchObject({ filling: { vendorHost: HOST }, evidence: {} });
  await admin.click(vendor, { role: 'button', name: 'Copy details' });
  await admin.waitFor(vendor, { role: 'button', name: 'Copied.' });
  const line = await session.clipboard(vendor);
  expect(line).toMatch(/^SSO Courier [\d.]+, chrome: requestFill, unreachable, [\dT:.-]+Z$/);
  const popup = await admin.openPopup(vendor);
  await admin.waitFor(popup, { role: 'timer' });
  await session.closePopup();
  await admin.click(vendor, FILL);
  await admin.hears(vendor, 'status', /Filled/);
  expect(await vendor.evaluate(secretField)).toBe(SECRET);
  expect(await vendor.evaluate('window.writes')).toBe(1);
  expect((await handoff(session)).filling).toBeUndefined();
});

/** What a background that starts now knows of the fill. */
const handoff = (session: ChromiumSession) =>
  session.inBackground(async () => {
    const { session: stored } = await chrome.storage.session.get('session');
    const [only] = (stored as Pick<Session, 'handoffs'>).handoffs;
    if (!only) throw new Error('nothing is held');
    return { filling: only.filling, evidence: only.evidence };
  }, undefined);
