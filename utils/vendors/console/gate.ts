/**
 * The gate of a vendor console. Its routes are not public and most of its pages are not ours, so the part that works on
 * the page is brought when something is under way for this console, or when the page shows something that it is for.
 */
import type { PartReason } from '../../messages/answers';
import { type Ask, askWith } from '../../page/ask';
import type { PageContext } from '../../page/context';
import { anyTextSays, queryAll } from '../../page/tree';
import { type DomChange, watchDom } from '../../page/watch';
import type { watchConsole } from './watch';

export type BringConsole = (
  ask: Ask,
  because: PartReason,
) => Promise<typeof watchConsole | 'notNeeded' | undefined>;

/** Shortest time between two questions whether something is under way. */
const ASK_MILLISECONDS = 1000;

/** Starts on a document of a vendor console; ends when it has brought the part, or with the signal. */
export function runConsoleGate(page: PageContext, signal: AbortSignal, bring: BringConsole): void {
  const { document, window, send } = page;
  if (window.top !== window || signal.aborted) return;
  const waiting = new AbortController();
  signal.addEventListener('abort', () => waiting.abort(), { signal: waiting.signal });
  const ask = askWith(send, () => waiting.abort());
  let isSeen = false;
  let isWatching = false;
  let askedAt = 0;

  const call = async () => {
    askedAt = Date.now();
    const part = await bring(ask, isSeen ? 'seen' : 'opened');
    // No console after all, or no background: asked again when the page is come back to.
    if (!part || waiting.signal.aborted) return;
    if (part === 'notNeeded') {
      // What was seen did not bring it: the browser refused for a moment. The next change asks again.
      isSeen = false;
      if (!isWatching) watch();
      return;
    }
    waiting.abort();
    part(page, signal);
  };
  const watch = () => {
    isWatching = true;
    watchDom(document, waiting.signal, (change) => {
      if (isSeen || !concerns(document, change)) return;
      isSeen = true;
      void call();
    });
  };
  // Values are captured in another tab or window, and this one is come back to.
  const callAgain = () => {
    if (document.visibilityState !== 'hidden' && Date.now() - askedAt >= ASK_MILLISECONDS) void call();
  };
  document.addEventListener('visibilitychange', callAgain, { signal: waiting.signal });
  window.addEventListener('focus', callAgain, { signal: waiting.signal });
  void call();
}

/**
 * Words of the pages that the part works on: each form of ours asks for a secret, and each table and switch it objects
 * to is called by one of the others. A test holds them against the vendor profiles.
 */
export const SUBJECT =
  /secret|authentication|azure|\bentra\b|microsoft identity|redirect ur[il]|callback url/i;

/** Names of a field say so where its label is in another language; any of its attributes counts. */
const FIELDS = 'textarea, input:not([type="checkbox"], [type="radio"], [type="button"], [type="submit"])';

/** The Access page of a tenant without single sign-on has no such word: it is told by its tab, once it has a heading. */
const HEADINGS = 'h1, h2, h3, h4, h5, h6, [role="heading"]';
const CHOSEN = '[role="tab"][aria-selected="true"], [aria-current="page"]';
const ACCESS = /^\s*access\s*$/i;

function concerns(document: Document, { changed, entered }: DomChange): boolean {
  const roots: readonly ParentNode[] = [...changed, ...entered];
  if (roots.some(saysSubject)) return true;
  if (!roots.some((root) => has(root, HEADINGS))) return false;
  return queryAll(document, CHOSEN).some((tab) => ACCESS.test(tab.textContent ?? ''));
}

function saysSubject(root: ParentNode): boolean {
  // Cheap question first: it reads scripts and styles as well.
  if (SUBJECT.test(root.textContent ?? '') && anyTextSays(root, SUBJECT)) return true;
  const fields = queryAll(root, FIELDS);
  if (root instanceof Element && root.matches(FIELDS)) fields.push(root);
  return fields.some((field) => SUBJECT.test(field.outerHTML));
}

const has = (root: ParentNode, selector: string) =>
  (root instanceof Element && root.matches(selector)) || root.querySelector(selector) !== null;
