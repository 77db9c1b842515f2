/** A press on *Test sign-in* to the private window's page, and from the signed-in console to the verdict. */
import type { Browser } from 'webextension-polyfill';
import type { Admin } from '../../../tests/e2e/harness/admin';
import { CONNECTION_NAME, tess } from '../../../tests/e2e/harness/connected';
import * as journey from '../../../tests/e2e/harness/journey';
import { found, notYet, poll } from '../../../tests/e2e/harness/poll';
import type { Session } from '../../../tests/e2e/harness/session';
import type { Surface } from '../../../tests/e2e/harness/surface';

/** In the background, where `inBackground` runs; both browsers have it. */
declare const chrome: Browser;

export interface TestTimes {
  /** Milliseconds from the press to the loaded sign-in page in the private window. */
  readonly toWindow: number;
  /** Milliseconds from the loaded console in the private window to the verdict; below zero where it came before. */
  readonly toVerdict: number;
}

const LOADED = `(() => {
  const { loadEventEnd } = performance.getEntriesByType('navigation')[0];
  return loadEventEnd > 0 ? performance.timeOrigin + loadEventEnd : 0;
})()`;

const loadedAt = (page: Surface) =>
  poll('the page to be loaded', async () => {
    const at = await page.evaluate<number>(LOADED);
    return at > 0 ? found(at) : notYet('it is loading');
  });

/** The popup goes with the press: the note has to outlive it. */
const NOTE_PRESS =
  "addEventListener('pointerup', ({ timeStamp }) => localStorage.setItem('pressedAt', performance.timeOrigin + timeStamp), true)";

const WATCH_VERDICT = `
  globalThis.verdictAt = 0;
  chrome.storage.onChanged.addListener((changes, area) => {
    if (area !== 'session' || !changes.session?.newValue?.test?.verdict) return;
    globalThis.verdictAt ||= performance.timeOrigin + performance.now();
  });
  void 0`;

/** @param rights a page of the extension that runs none of its code */
export async function testSignIn(admin: Admin, over: Surface, rights: Surface): Promise<TestTimes> {
  await rights.evaluate(WATCH_VERDICT);
  const popup = await admin.openPopup(over);
  await popup.evaluate(`${NOTE_PRESS}; void 0`);
  await admin.click(popup, { role: 'button', name: /Test sign-in in a private window|Test again/ });
  const page = await admin.follow(/\/u\/login/, 'privateTab');
  const opened = await loadedAt(page);
  await journey.signInThroughConnection(admin, page, { connectionName: CONNECTION_NAME, tester: tess });
  await journey.declineToStay(admin, page, { role: 'link', name: 'Log out' });
  const signedIn = await loadedAt(page);
  const verdict = await poll('the verdict', async () => {
    const at = await rights.evaluate<number>('verdictAt');
    return at > 0 ? found(at) : notYet('there is none');
  });
  await page.close();
  const pressed = Number(await rights.evaluate<string>("localStorage.getItem('pressedAt')"));
  return { toWindow: opened - pressed, toVerdict: verdict - signedIn };
}

/** The same window, opened by an extension that does nothing else. */
export async function openWindow(session: Session, address: string): Promise<number> {
  const began = await session.inBackground((url) => {
    const at = performance.timeOrigin + performance.now();
    return chrome.windows.create({ incognito: true, url }).then(() => at);
  }, address);
  const page = await session.waitForTab(/\/u\/login/, 'privateTab');
  const opened = await loadedAt(page);
  await page.close();
  return opened - began;
}
