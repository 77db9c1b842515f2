/** Page reports: started in the tab that is shown, kept in session memory until the admin copies or discards them. */
import browser, { type Scripting } from 'webextension-polyfill';
import { cloudOfShellHost } from '../entra/clouds';
import type { Handlers } from '../messages/door';
import { vendorTenantOf } from '../vendors/registry';

const REPORT_KEY = 'pageReport';

/** Built from `entrypoints/page-report.ts`; put into a page only when a report is asked for. */
const SCRIPT = '/page-report.js';

/** Lets the admin point at the value in every frame of the tab that is a console's. */
async function start(tabId: number): Promise<boolean> {
  const call: Scripting.ScriptInjection = { target: { tabId, allFrames: true }, files: [SCRIPT] };
  return browser.scripting.executeScript(call).then(
    (results) => results.length > 0,
    () => false,
  );
}

/** The value was pressed in one frame: the others do not wait for it any more. */
async function stop(tabId: number): Promise<void> {
  const call: Scripting.ScriptInjection = {
    target: { tabId, allFrames: true },
    // Runs in the page's isolated world: it must not refer to anything outside itself.
    func: () => (globalThis as { ssoCourierReport?: { stop(): void } }).ssoCourierReport?.stop(),
  };
  await browser.scripting.executeScript(call).catch(() => undefined);
}

function isConsole(url: string | undefined): boolean {
  if (url === undefined || !URL.canParse(url)) return false;
  return cloudOfShellHost(new URL(url).host) !== undefined || vendorTenantOf(url) !== undefined;
}

export const reportHandlers: Pick<
  Handlers,
  'pageReported' | 'startPageReport' | 'readPageReport' | 'discardPageReport'
> = {
  startPageReport: async () => {
    const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
    if (tab?.id === undefined || !isConsole(tab.url)) return { kind: 'notHere' };
    return { kind: (await start(tab.id)) ? 'started' : 'notHere' };
  },

  pageReported: async ({ text }, { tabId }) => {
    await browser.storage.session.set({ [REPORT_KEY]: text });
    await stop(tabId);
    return { kind: 'done' };
  },

  readPageReport: async () => {
    const { [REPORT_KEY]: text } = await browser.storage.session.get(REPORT_KEY);
    return typeof text === 'string' ? { kind: 'report', text } : { kind: 'none' };
  },

  discardPageReport: async () => {
    await browser.storage.session.remove(REPORT_KEY);
    return { kind: 'done' };
  },
};
