/** Puts the part that works on a page into the document whose gate asks for it, and into no other. */
import browser, { type Scripting } from 'webextension-polyfill';
import { handoffsFor } from '../handoff/choose';
import { readSession } from '../handoff/memory';
import type { Handlers } from '../messages/door';
import type { PartReason } from '../messages/protocol';
import type { SenderOf } from '../messages/senders';
import { topPageOf } from './frame-routes';
import { followMove } from './move';
import { isSigninOfOurs, isTestTab } from './signin-handlers';

type Page = SenderOf<'portalFrame' | 'vendorConsole' | 'signinPage'>;

/** Built from `entrypoints/`. Which one it is, is the sender's kind to say and never the message's. */
const SCRIPTS = {
  portalFrame: '/portal-page.js',
  vendorConsole: '/vendor-page.js',
  signinPage: '/signin-page.js',
} as const satisfies Record<Page['kind'], string>;

export const partHandlers: Pick<Handlers, 'bringPart'> = {
  bringPart: async ({ because }, page) => {
    if (await isNeeded(page, because)) await putPart(page);
    return { kind: 'done' };
  },
};

async function isNeeded(page: Page, because: PartReason): Promise<boolean> {
  switch (page.kind) {
    case 'portalFrame':
      // The top page knows its own route; a frame is told it, and may have outlived it.
      return page.frameId === 0 || (await topPageOf(page)) !== undefined;
    case 'vendorConsole':
      await followMove(page.tenant, page.tabId);
      return because === 'seen' || isUnderWay(page);
    case 'signinPage':
      return isSigninOfOurs(page);
    default:
      return page satisfies never;
  }
}

/** Whether something is held for this console, or its sign-in is being tested in this window. */
async function isUnderWay(page: SenderOf<'vendorConsole'>): Promise<boolean> {
  const { handoffs, test } = await readSession();
  const { host, vendor } = page.tenant;
  return isTestTab(test, page) || handoffsFor(handoffs, host, vendor.id).length > 0;
}

/** Where the page may not be scripted, by company policy or a revoked permission, its gate stays alone. */
async function putPart({ kind, tabId, frameId, documentId }: Page): Promise<void> {
  const target =
    documentId === undefined ? { tabId, frameIds: [frameId] } : { tabId, documentIds: [documentId] };
  const injection = { target, files: [SCRIPTS[kind]], injectImmediately: true };
  await browser.scripting.executeScript(injection as Scripting.ScriptInjection).catch(() => undefined);
}
