/** What the features of one portal page share: the way to the background, the page's facts, its notices. */
import type { PortalContext } from '../messages/protocol';
import type { Ask } from '../page/ask';
import { atOnce } from '../page/at-once';
import type { PageContext } from '../page/context';
import { createNotice, type NoticeAction, type OnPageNotice, placeNotice } from '../page/notice';
import { isShown } from '../page/text';
import { nextFrame, type OnChange } from '../page/watch';
import { portalTexts } from '../words/portal';
import { readPageNames } from './directory';
import { readRouteDirectory } from './routes';
import type { ClientId, ObjectId, TenantId } from './values';

/** Any page of ours. */
export interface PageSession {
  readonly page: PageContext;
  /** Aborts when the address leaves this page, or the extension was updated. */
  readonly signal: AbortSignal;
  /** The hash this page was opened with. */
  readonly hash: string;
  readonly vendorName: string;
  readonly notices: Notices;
  readonly ask: Ask;
  /** Follows the page's changes: one observer for all features of the page. */
  readonly watch: (onChange: OnChange) => void;
  /** Calls back with what the background says of this page: now, and anew whenever the admin comes back to it. */
  onContext(run: (context: PortalContext) => void): void;
}

/** A page of one app registration. */
export interface PortalSession extends PageSession {
  readonly clientId: ClientId;
}

/** What a message says of the app: known from the address and the header on every page, the rest from the Overview. */
export interface AppFacts {
  clientId: ClientId;
  objectId?: ObjectId;
  tenantId?: TenantId;
  directoryDomain?: string;
  appName?: string;
}

type Seen = Partial<Pick<AppFacts, 'objectId' | 'tenantId' | 'appName'>>;

/** Reads all of the page in one go: for an answer to what the admin did. */
export const readAppFacts = (
  session: Pick<PortalSession, 'page' | 'clientId' | 'hash'>,
  seen: Seen = {},
): AppFacts => atOnce(readAppFactsSlowly(session, seen));

/** The same, with a pause at each `yield`. */
export function* readAppFactsSlowly(
  { page, clientId, hash }: Pick<PortalSession, 'page' | 'clientId' | 'hash'>,
  seen: Seen = {},
): Generator<void, AppFacts> {
  const { directoryDomain, titleName } = yield* readPageNames(page.document, hash);
  const { objectId, tenantId = readRouteDirectory(hash).tenantId, appName = titleName } = seen;
  return {
    clientId,
    ...(objectId ? { objectId } : {}),
    ...(tenantId ? { tenantId } : {}),
    ...(directoryDomain ? { directoryDomain } : {}),
    ...(appName ? { appName } : {}),
  };
}

/** How many frames a reading may take to come out the same twice. */
const READINGS_MOST = 12;

/**
 * Reads until two readings a frame apart are the same (TRUST §2), or gives up: the page was being rebuilt.
 * @param read called once a frame; `undefined` = nothing there
 */
export async function readTwice<Reading>(
  { page: { document }, signal }: PortalSession,
  read: () => Reading | undefined,
  isSame: (a: Reading, b: Reading) => boolean,
): Promise<Reading | undefined> {
  let last = read();
  for (let i = 0; i < READINGS_MOST && !signal.aborted; i++) {
    await new Promise<void>((resolve) => nextFrame(document, resolve));
    const next = read();
    if (last && next && isSame(last, next)) return next;
    last = next;
  }
  return undefined;
}

interface Entry {
  readonly notice: OnPageNotice;
  readonly anchor: () => Element | undefined;
}

export interface NoticeText {
  readonly role: 'alert' | 'status';
  readonly text: string;
  readonly actions?: readonly NoticeAction[];
}

/** The notices of a page, one a topic: shown, put back when the page rebuilds itself, and taken away with it. */
export class Notices {
  readonly #document: Document;
  readonly #shown = new Map<string, Entry>();

  constructor(document: Document, signal: AbortSignal) {
    this.#document = document;
    signal.addEventListener('abort', () => this.clear());
  }

  show(topic: string, text: NoticeText, anchor: () => Element | undefined): void {
    this.hide(topic);
    const onDismiss = () => this.#shown.delete(topic);
    const notice = createNotice(this.#document, { ...text, dismissLabel: portalTexts.dismiss, onDismiss });
    this.#shown.set(topic, { notice, anchor });
    this.keep();
  }

  has(topic: string): boolean {
    return this.#shown.has(topic);
  }

  hide(topic: string): void {
    this.#shown.get(topic)?.notice.remove();
    this.#shown.delete(topic);
  }

  /** Puts back what a rebuild of the page took away. */
  keep(): void {
    for (const { notice, anchor } of this.#shown.values()) {
      const at = notice.host.isConnected ? undefined : anchor();
      if (at?.isConnected && isShown(at)) placeNotice(notice, at);
    }
  }

  clear(): void {
    for (const topic of [...this.#shown.keys()]) this.hide(topic);
  }
}
