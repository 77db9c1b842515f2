/** Firefox tells of no locked screen: a computer that nobody uses ends the hold. */
import type { Browser } from 'webextension-polyfill';
import { carry } from './harness/connected';
import { expect, test } from './harness/test';

/** In the background, where `inBackground` runs. */
declare const browser: Browser;

/** The shortest time without input that the browser tells of; the product's own is five minutes. */
const IDLE_SECONDS = 15;

test.skip(
  ({ browserName }) => browserName !== 'firefox',
  'Chromium tells of the locked screen itself, and there is none without a display.',
);

test('a secret value does not outlast the admin’s absence, and the popup says what was wiped', async ({
  admin,
  lab,
  session,
}) => {
  const { portal, secretValue } = await carry(admin, lab);
  const isHeld = () =>
    session.inBackground(
      async (value) => JSON.stringify(await browser.storage.session.get()).includes(value),
      secretValue,
    );
  expect(await isHeld()).toBe(true);
  await session.inBackground((seconds) => browser.idle.setDetectionInterval(seconds), IDLE_SECONDS);
  await expect.poll(isHeld, { timeout: 40_000 }).toBe(false);
  const popup = await admin.openPopup(portal);
  await admin.waitFor(popup, {
    role: ['status', 'alert', 'note', 'text'],
    text: /nobody used the computer/,
    at: 'first',
  });
});
