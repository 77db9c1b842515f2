/** Firefox keeps no alarm beyond its end: whatever starts the background next sets them again. */
import type { Browser } from 'webextension-polyfill';
import { carry } from './harness/connected';
import { expect, test } from './harness/test';

/** In the background, where `inBackground` runs; both browsers have it. */
declare const chrome: Browser;

test('alarms that were lost are there again once the background has started anew', async ({
  admin,
  lab,
  session,
}) => {
  await carry(admin, lab);
  const alarms = () =>
    session.inBackground(async () => (await chrome.alarms.getAll()).map(({ name }) => name).sort());
  const both = ['expiry-check', 'secret-deadline'];
  await expect.poll(alarms).toEqual(both);
  // What the end of Firefox does to them; session memory stays, so the deadline of what is held has to come back too.
  await session.inBackground(() => chrome.alarms.clearAll());
  expect(await alarms()).toEqual([]);
  await session.killBackground();
  await expect.poll(alarms).toEqual(both);
});
