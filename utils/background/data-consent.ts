/**
 * Firefox asks its user before an extension sends what signs in (built-in data consent, Firefox 140 and later). Chromium
 * has no such question: there the press of *Ask Microsoft*, which says where the values go, is the consent.
 */
import browser from 'webextension-polyfill';

const consent = { data_collection: ['authenticationInfo' as const] };

/** Looked at before each request: the user may take it back in the browser's settings at any time. */
export async function maySendSecret(): Promise<boolean> {
  if (!import.meta.env.FIREFOX) return true;
  return browser.permissions.contains(consent).catch(() => false);
}

/** Asks the user where that was not done yet. To be called straight from a press. Never rejects. */
export async function askToSendSecret(): Promise<boolean> {
  if (!import.meta.env.FIREFOX) return true;
  return browser.permissions.request(consent).catch(() => false);
}
