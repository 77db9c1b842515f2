/** The page after installation: when it opens, and when it comes back. */
import browser from 'webextension-polyfill';

const PAGE = '/welcome.html';
/** In `storage.local`: until when a reload of the extension brings the page back. */
const RETURN_KEY = 'welcomeReturnsUntil';
/** In `storage.session`, which a reload empties: the extension has started since. */
const STARTED_KEY = 'hasStarted';
const RETURN_MS = 10 * 60_000;

/** Registers its listener synchronously. */
export function watchInstall(): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') void welcome();
  });
  void comeBack().catch(() => undefined);
}

/** Nobody is welcomed by what the company has put there: those who roll it out tell their people themselves. */
async function welcome(): Promise<void> {
  const { installType } = await browser.management.getSelf();
  if (installType !== 'admin') await open();
}

/** For the page itself: a reload of the extension within ten minutes, which closes it, opens it again once. */
export async function comeBackAfterReload(): Promise<void> {
  await browser.storage.local.set({ [RETURN_KEY]: Date.now() + RETURN_MS });
}

async function comeBack(): Promise<void> {
  const { [STARTED_KEY]: hasStarted } = await browser.storage.session.get(STARTED_KEY);
  if (hasStarted) return;
  await browser.storage.session.set({ [STARTED_KEY]: true });
  const { [RETURN_KEY]: until } = await browser.storage.local.get(RETURN_KEY);
  if (until === undefined) return;
  await browser.storage.local.remove(RETURN_KEY);
  if (typeof until === 'number' && Date.now() < until) await open();
}

async function open(): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(PAGE) });
}
