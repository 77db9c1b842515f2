/**
 * The page in front: content scripts that have gone (after an installation or an update, pages that were open have none,
 * or an orphaned one of the version before), and pages that a company policy keeps us out of.
 */
import browser from 'webextension-polyfill';
import { cloudOfLoginHost, cloudOfPortalHost } from '../entra/clouds';
import { identityHostOf, vendorTenantOf } from '../vendors/registry';

/** `reload`: one of ours without a living content script. `blocked`: we may not be in it, and a policy says so. */
export type PageInFront = 'fine' | 'reload' | 'blocked';

export async function pageInFront(): Promise<PageInFront> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (tab?.id === undefined || tab.status !== 'complete') return 'fine';
  const address = tab.url;
  if (address !== undefined && !isOurs(address) && !isSigninPage(address)) return 'fine';
  try {
    const [answer] = await browser.scripting.executeScript({
      target: { tabId: tab.id, frameIds: [0] },
      func: () => (globalThis as { ssoCourierAlive?: () => boolean }).ssoCourierAlive?.() ?? false,
    });
    // Sign-in pages are left alone: nothing is pressed there.
    return answer?.result === true || (address && isSigninPage(address)) ? 'fine' : 'reload';
  } catch (error) {
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
