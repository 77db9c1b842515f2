/**
 * The page in front: content scripts that have gone (after an installation or an update, pages that were open have none,
 * or an orphaned one of the version before), and pages that a company policy keeps us out of.
 */
import browser from 'webextension-polyfill';
import { cloudOfPortalHost } from '../entra/clouds';
import { vendorTenantOf } from '../vendors/registry';

/** `reload`: one of ours without a living content script. `blocked`: we may not be in it, and a policy says so. */
export type PageInFront = 'fine' | 'reload' | 'blocked';

export async function pageInFront(): Promise<PageInFront> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (tab?.id === undefined || tab.status !== 'complete') return 'fine';
  const address = tab.url;
  if (address !== undefined && !isOurs(address)) return 'fine';
  try {
    const [answer] = await browser.scripting.executeScript({
      target: { tabId: tab.id, frameIds: [0] },
      func: () => (globalThis as { ssoCourierAlive?: () => boolean }).ssoCourierAlive?.() ?? false,
    });
    return answer?.result === true ? 'fine' : 'reload';
  } catch (error) {
    // *Measured*, Chromium 156: the permission is there all the same, the tab's address is not, and the error is "This
    // page cannot be scripted due to an ExtensionsSettings policy." A page that is none of ours says "Cannot access …".
    return address !== undefined || /\bpolicy\b/i.test(String(error)) ? 'blocked' : 'fine';
  }
}

function isOurs(address: string): boolean {
  if (vendorTenantOf(address) !== undefined) return true;
  return URL.canParse(address) && cloudOfPortalHost(new URL(address).host) !== undefined;
}
