/** A few words that SSO Courier puts beside something in a console's page: no control, nothing to press. */
import { createShell, make } from './host';
import { placeControl } from './place';
import { unfollowTheme } from './theme';

export interface MarkOptions {
  readonly text: string;
  /** Which of several it belongs to; shown where it cannot stand beside that. */
  readonly context: string;
}

export interface OnPageMark {
  /** Puts the mark behind `anchor`, in the flow of the page. Does nothing when it is in place. */
  placeBeside(anchor: Element): void;
  remove(): void;
}

export function createMark(document: Document, { text, context }: MarkOptions): OnPageMark {
  const { host, root } = createShell(document);
  const control = make(document, 'span', { class: 'mark', role: 'status' }, text);
  root.append(
    make(document, 'span', { class: 'row' }, make(document, 'span', { class: 'context' }, context), control),
  );
  const item = { host, control, restoreFocus: () => {} };
  return {
    placeBeside: (anchor) => placeControl(item, anchor),
    remove() {
      unfollowTheme(host);
      host.remove();
    },
  };
}
