/** Private windows: whether the extension sees them, opening one for the test, closing it again. */
import browser from 'webextension-polyfill';

export type OpenedWindow = { kind: 'opened'; windowId?: number } | { kind: 'refused' };

/**
 * Opens an address in a private window.
 * *Measured*: where the extension is not allowed in private windows Chromium opens one and answers `null`, Firefox
 * throws; where policy switches them off both throw.
 */
export async function openPrivateWindow(url: string): Promise<OpenedWindow> {
  try {
    const opened: { id?: number } | null | undefined = await browser.windows.create({ url, incognito: true });
    return opened?.id === undefined ? { kind: 'opened' } : { kind: 'opened', windowId: opened.id };
  } catch {
    return { kind: 'refused' };
  }
}

/** Whether the admin allowed the extension in private windows: without it the test cannot be watched. */
export function privateWindowsAllowed(): Promise<boolean> {
  return browser.extension.isAllowedIncognitoAccess();
}

/** Whether a private window is open other than the test's own: its sign-ins would spoil the test. */
export async function otherPrivateWindowOpen(testWindowId: number | undefined): Promise<boolean> {
  const windows = await browser.windows.getAll();
  return windows.some((window) => window.incognito && window.id !== testWindowId);
}

/** Whether there is no ordinary window (policy *IncognitoModeAvailability* 2): all would share the test's session. */
export async function everyWindowIsPrivate(): Promise<boolean> {
  const windows = await browser.windows.getAll();
  return windows.length > 0 && windows.every((window) => window.incognito);
}

/** Closes the test's window. A window that is gone already is what was wanted. */
export async function closePrivateWindow(windowId: number): Promise<void> {
  await browser.windows.remove(windowId).catch(() => undefined);
}
