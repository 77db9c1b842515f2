/**
 * Content scripts that have gone: after an installation or an update, pages that were open have none, or an orphaned
 * one of the version before.
 */
import browser from 'webextension-polyfill';
import { cloudOfPortalHost } from '../entra/clouds';
import { vendorTenantOf } from '../vendors/registry';

/** Whether the page in front is one of ours and has no living content script: it has to be reloaded. */
export async function contentScriptMissing(): Promise<boolean> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (tab?.id === undefined || tab.url === undefined || tab.status !== 'complete') return false;
  const isOurs =
    vendorTenantOf(tab.url) !== undefined ||
    (URL.canParse(tab.url) && cloudOfPortalHost(new URL(tab.url).host));
  if (!isOurs) return false;
  try {
    const [answer] = await browser.scripting.executeScript({
      target: { tabId: tab.id, frameIds: [0] },
      func: () => (globalThis as { ssoCourierAlive?: () => boolean }).ssoCourierAlive?.() ?? false,
    });
    return answer?.result !== true;
  } catch {
    return false;
  }
}
