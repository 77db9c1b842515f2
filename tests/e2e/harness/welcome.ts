/** The page after installation, which opens by itself in every new profile. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'webextension-polyfill';
import type { LaunchOptions, Session } from './session';

/** In the background, where `inBackground` runs. */
declare const chrome: Browser;

const PAGE = 'welcome.html';

/** Whether the page opens, and is not wanted. */
export const isToBeClosed = ({ extension, profileDir, welcome }: LaunchOptions): boolean =>
  profileDir === undefined && welcome === 'closed' && existsSync(join(extension, PAGE));

/**
 * Waits for the page and closes it. Left to come when it comes, it takes the front from the page that a test has opened
 * meanwhile, and what is pressed there is lost.
 */
export async function closeWelcome(session: Session): Promise<void> {
  const page = await session.waitForTab(/\/welcome\.html$/, 'tab');
  await page.close();
  // It would come back when the extension is reloaded.
  await session.inBackground(() => chrome.storage.local.remove('welcomeReturnsUntil'));
}
