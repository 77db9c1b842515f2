/** What the browser says of the extension: its button, private windows, sites; kept up to date while the page is open. */
import { useCallback, useEffect, useState } from 'react';
import browser from 'webextension-polyfill';
import type { BrowserSetup, WelcomeProps } from '../../components/welcome/welcome';
import { comeBackAfterReload } from '../../utils/background/welcome';
import type { BrowserKind } from '../../utils/words/welcome';
import { sites } from '../popup/use-sites';

type Setup = Pick<WelcomeProps, 'setup' | 'onOpenSettings' | 'onAllowSites' | 'refusal'>;

export function useSetup(): Setup {
  const [setup, setSetup] = useState<BrowserSetup>();
  const [refusal, setRefusal] = useState<Setup['refusal']>();

  const look = useCallback(async () => setSetup(await readSetup()), []);

  useEffect(() => {
    void look();
    // Settings are changed in another tab or over the page: what changed shows when it is looked at again.
    window.addEventListener('focus', look);
    document.addEventListener('visibilitychange', look);
    browser.permissions.onAdded.addListener(look);
    browser.permissions.onRemoved.addListener(look);
    return () => {
      window.removeEventListener('focus', look);
      document.removeEventListener('visibilitychange', look);
      browser.permissions.onAdded.removeListener(look);
      browser.permissions.onRemoved.removeListener(look);
    };
  }, [look]);

  // Browsers reload the extension when private windows are allowed, and close its pages.
  const asksForPrivateWindows = setup?.privateWindows === 'todo';
  useEffect(() => {
    if (asksForPrivateWindows) void comeBackAfterReload();
  }, [asksForPrivateWindows]);

  const kind = setup?.browser;
  const onOpenSettings = async () => {
    const opened = await openSettings();
    setRefusal(opened ? undefined : 'settings');
    return opened;
  };
  const onAllowSites = async () => {
    // Nothing before it: the request has to come straight from the press.
    const granted = await browser.permissions.request(sites()).catch(() => false);
    setRefusal(granted ? undefined : 'sites');
    await look();
    return granted;
  };
  const canOpenSettings = kind === 'chrome' || kind === 'edge';
  return { setup, refusal, onAllowSites, onOpenSettings: canOpenSettings ? onOpenSettings : undefined };
}

async function readSetup(): Promise<BrowserSetup> {
  const [privateWindows, granted, pinned] = await Promise.all([
    browser.extension.isAllowedIncognitoAccess(),
    browser.permissions.contains(sites()),
    isPinned(),
  ]);
  return {
    browser: browserKindOf(navigator.userAgent),
    pinned,
    privateWindows: privateWindows ? 'done' : 'todo',
    sites: granted ? 'done' : 'todo',
  };
}

/** Safari, and Firefox before 140, do not tell. */
async function isPinned(): Promise<BrowserSetup['pinned']> {
  try {
    const { isOnToolbar } = await browser.action.getUserSettings();
    if (isOnToolbar === undefined) return 'unknown';
    return isOnToolbar ? 'done' : 'todo';
  } catch {
    return 'unknown';
  }
}

/** Edge's package is Chrome's: it is the browser that is asked, not the build. */
export function browserKindOf(userAgent: string): BrowserKind {
  if (userAgent.includes('Firefox/')) return 'firefox';
  if (userAgent.includes('Edg/')) return 'edge';
  return userAgent.includes('Chrome/') ? 'chrome' : 'safari';
}

/** Firefox and Safari do not let an extension open their settings. */
async function openSettings(): Promise<boolean> {
  return browser.tabs.create({ url: `chrome://extensions/?id=${browser.runtime.id}` }).then(
    () => true,
    () => false,
  );
}
