import type { MessageType } from '../messages/protocol';

/**
 * What a page feature gets to work with. It takes the document from here, never the global, so that it runs on saved
 * pages in unit tests.
 */
export interface PageContext {
  readonly document: Document;
  readonly window: Window & typeof globalThis;
  /** Talks to the background. Rejections mean that the extension was updated: the feature falls silent. */
  readonly send: (type: MessageType, data: unknown) => Promise<unknown>;
}
