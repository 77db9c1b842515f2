/** The seam between the tests and a browser: what a browser must be able to do for the administrator. */
import type { AccessibleNode } from './accessible';
import type { KeyStroke } from './keys';

/** The tab, window or popup is not there any more. */
export class ClosedError extends Error {
  override readonly name = 'ClosedError';
}

export interface Point {
  /** CSS pixels from the left and top edge of the viewport. */
  readonly x: number;
  readonly y: number;
}

export type Place =
  /** Scrolled into view, and a press at the point reaches the node. */
  | { kind: 'reachable'; point: Point }
  /** Something else is on top of it. */
  | { kind: 'covered'; by: string }
  /** It has no box: not drawn, or of no size. */
  | { kind: 'noBox' };

export interface FocusSeen {
  /** A control of the extension's: on a page of its own, or one that it drew into a console's page. */
  readonly isOurs: boolean;
  /** A ring is drawn around it, and it is inside the viewport. */
  readonly isSeen: boolean;
}

/** Something with a page in it: a tab, a tab of a private window, or the extension's popup or side panel. */
export interface Surface {
  readonly kind: 'tab' | 'privateTab' | 'popup' | 'sidePanel';
  /** The browser's own name for it. */
  readonly id: string;
  address(): Promise<string>;
  /** Everything with a role, frames and closed shadow roots included. */
  nodes(): Promise<AccessibleNode[]>;
  /** Scrolls a node that `nodes` returned into view and says where to press it. */
  place(node: AccessibleNode): Promise<Place>;
  /** What is seen of the keyboard's focus on a node that `nodes` returned. Absent where a browser's harness cannot tell. */
  focusOf?(node: AccessibleNode): Promise<FocusSeen>;
  /** Moves the mouse there and presses and releases its left button: a trusted click. */
  click(point: Point): Promise<void>;
  /** Moves the mouse there and presses its left button, which stays down until `letGo`. */
  pressDown(point: Point): Promise<void>;
  letGo(point: Point): Promise<void>;
  /** Presses and releases one key: trusted. */
  press(stroke: KeyStroke): Promise<void>;
  /** Brings its tab to the front of its window. */
  bringToFront(): Promise<void>;
  goto(address: string): Promise<void>;
  /** For assertions only; the administrator never does this. Runs in the page's own world. */
  evaluate<T>(expression: string): Promise<T>;
  /** Gives the page's own world the closed roots of our controls, as axe has to have them. For assertions only. */
  openRoots(): Promise<void>;
  /** Writes a PNG of what is seen. */
  picture(file: string): Promise<void>;
  isOpen(): boolean;
  close(): Promise<void>;
}
