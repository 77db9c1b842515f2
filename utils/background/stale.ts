/**
 * The page in front: content scripts that have gone (after an installation or an update, pages that were open have none,
 * or an orphaned one of the version before), and pages that a company policy keeps us out of.
 */
import browser from 'webextension-polyfill';
import { cloudOfLoginHost, cloudOfPortalHost } from '../entra/clouds';
import { identityHostOf, vendorTenantOf } from '../vendors/registry';
import { orAborted } from './cancelling';

/** `reload`: one of ours without a living content script. `blocked`: we may not be in it, and a policy says so. */
export type PageInFront = 'fine' | 'reload' | 'blocked';

/**
 * A page in the middle of its own work answers when that is done, and the popup shows nothing until this has an answer. A
 * popup that stays open asks again.
 */
const ANSWERED_WITHIN_MS = 250;

export async function pageInFront(): Promise<PageInFront> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (tab?.id === undefined || tab.status !== 'complete') return 'fine';
  const address = tab.url;
  if (address !== undefined && !isOurs(address) && !isSigninPage(address)) return 'fine';
  const busy = AbortSignal.timeout(ANSWERED_WITHIN_MS);
  try {
    const answering = browser.scripting.executeScript({
      target: { tabId: tab.id, frameIds: [0] },
      func: () => (globalThis as { ssoCourierAlive?: () => boolean }).ssoCourierAlive?.() ?? false,
    });
    const [answer] = await orAborted(answering, busy);
    // Sign-in pages are left alone: nothing is pressed there.
    return answer?.result === true || (address && isSigninPage(address)) ? 'fine' : 'reload';
  } catch (error) {
    if (busy.aborted && error === busy.reason) return 'fine';
    // *Measured*, Firefox 153: the address is there. Chromium 156: the permission is there all the same, the tab's address is not, and the error is "This
    // page cannot be scripted due to an ExtensionsSettings policy." A page that is none of ours says "Cannot access …".
    return address !== undefined || /\bpolicy\b/i.test(String(error)) ? 'blocked' : 'fine';
  }
}

function isSigninPage(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { host } = new URL(address);
  return cloudOfLoginHost(host) !== undefined || identityHostOf(host) !== undefined;
}

function isOurs(address: string): boolean {
  if (vendorTenantOf(address) !== undefined) return true;
  return URL.canParse(address) && cloudOfPortalHost(new URL(address).host) !== undefined;
}
