/**
 * Sees what changes in a document, open shadow roots included, at a cost that follows the change and not the page:
 * one observer, no layout, work gathered per frame and cut into slices.
 */
import { isHost } from './host';

export interface DomChange {
  /** Roots of what came or changed since the last report, connected, none inside another. The first report holds the
   * whole document. */
  readonly changed: readonly Element[];
  /** Something may have been shown or hidden: a `class`, `style` or `hidden` changed, or nodes went. */
  readonly mayHaveMoved: boolean;
  /** Open shadow roots in what changed. */
  readonly entered: readonly ShadowRoot[];
}

/** Work of one report. A generator is run in slices and may be continued frames later; it must look again after `yield`. */
export type OnChange = (change: DomChange) => Iterator<void> | void;

/** Time a slice may take, in milliseconds: half a frame, so that the console stays smooth (TRUST §2 allows 50). */
const SLICE_MS = 8;
/** Frames stand still in a hidden tab; then this many milliseconds take a frame's place. */
const HIDDEN_FRAME_MS = 250;
/**
 * A shadow root attached late and a text field filled by property cause no mutation. They are looked at this many
 * milliseconds after something else happened: the page changed, or the admin's pointer, focus or input went elsewhere.
 * On a page where nothing happens nothing runs.
 */
const QUIET_MS = 250;
const HAPPENINGS = ['pointerover', 'focusin', 'input', 'change'];
/** At most this many elements are looked at for quiet changes. */
const QUIET_MOST = 2000;

const SHOWING = new Set(['class', 'style', 'hidden', 'aria-hidden', 'open', 'dir']);
const SAYING = [
  'title',
  'aria-label',
  'aria-labelledby',
  'value',
  'readonly',
  'disabled',
  'type',
  'placeholder',
  'href',
];

/**
 * Reports changes of the document until the signal aborts: once at the next frame for what is there, then at most once
 * a frame. Changes inside our own controls and the placing of them are not reported.
 */
export function watchDom(document: Document, signal: AbortSignal, onChange: OnChange): void {
  const window = document.defaultView;
  if (!window || signal.aborted) return;
  const changed = new Set<Element>([document.documentElement]);
  /** A trace of what each held, never the text: one of these fields may be the secret's. */
  const quiet = new Map<Element, number>();
  let mayHaveMoved = true;
  let job: Iterator<void> | undefined;
  let scheduled = false;
  let quietLook: number | undefined;

  const observer = new window.MutationObserver((records) => {
    for (const record of records) note(record);
    if (changed.size > 0 || mayHaveMoved) schedule();
  });
  const observe = (root: Node) =>
    observer.observe(root, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
      attributeFilter: [...SHOWING, ...SAYING],
    });

  function note(record: MutationRecord): void {
    const { target } = record;
    if (record.type === 'attributes') {
      if (isHost(target)) return;
      if (SHOWING.has(record.attributeName ?? '')) mayHaveMoved = true;
      else changed.add(target as Element);
    } else if (record.type === 'characterData') {
      if (target.parentElement) changed.add(target.parentElement);
    } else {
      if (record.removedNodes.length > 0) mayHaveMoved = true;
      for (let i = 0; i < record.addedNodes.length; i++) noteAdded(record.addedNodes[i] as Node, target);
    }
  }

  function noteAdded(node: Node, parent: Node): void {
    if (node.nodeType === 3 && parent.nodeType === 1) changed.add(parent as Element);
    if (node.nodeType === 1 && !isHost(node)) changed.add(node as Element);
  }

  function schedule(): void {
    if (scheduled || signal.aborted) return;
    scheduled = true;
    nextFrame(document, () => {
      scheduled = false;
      if (!signal.aborted) work();
    });
  }

  function work(): void {
    const until = performance.now() + SLICE_MS;
    job ??= report();
    while (job) {
      if (job.next().done) job = undefined;
      if (performance.now() >= until) break;
    }
    if (job || changed.size > 0) schedule();
  }

  function* report(): Iterator<void> {
    const roots = outermost(changed);
    const entered: ShadowRoot[] = [];
    const change: DomChange = { changed: roots, mayHaveMoved, entered };
    changed.clear();
    mayHaveMoved = false;
    yield* enterShadows(roots, entered);
    if (signal.aborted) return;
    const rest = onChange(change);
    while (rest && !signal.aborted && !rest.next().done) yield;
    lookSoon();
  }

  /** Finds open shadow roots in what came, and remembers what can change without a mutation. */
  function* enterShadows(roots: readonly Element[], entered: ShadowRoot[]): Generator<void> {
    let count = 0;
    for (const root of roots) {
      const walker = document.createTreeWalker(root, 1);
      for (let node: Node | null = root; node; node = walker.nextNode()) {
        const element = node as Element;
        if (element.shadowRoot) {
          observe(element.shadowRoot);
          entered.push(element.shadowRoot);
          for (const child of element.shadowRoot.children) yield* enterShadows([child], entered);
        } else if (canChangeQuietly(element) && quiet.size < QUIET_MOST) {
          quiet.set(element, traceOf(element));
        }
        if (++count % 256 === 0) yield;
      }
    }
  }

  /** Later than what happened: what it set off has had its time, and a storm is looked after once. */
  function lookSoon(): void {
    if (quietLook === undefined && quiet.size > 0) quietLook = window?.setTimeout(lookAtQuiet, QUIET_MS);
  }

  function lookAtQuiet(): void {
    quietLook = undefined;
    for (const [element, trace] of quiet) {
      if (!element.isConnected) quiet.delete(element);
      else if (element.shadowRoot) {
        quiet.delete(element);
        changed.add(element);
      } else if (traceOf(element) !== trace) {
        quiet.set(element, traceOf(element));
        changed.add(element);
      }
    }
    if (changed.size > 0) schedule();
  }

  observe(document);
  const listening = { capture: true, passive: true, signal };
  for (const type of HAPPENINGS) document.addEventListener(type, lookSoon, listening);
  signal.addEventListener('abort', () => {
    observer.disconnect();
    window.clearTimeout(quietLook);
    changed.clear();
    quiet.clear();
    job = undefined;
  });
  schedule();
}

/** 32 bits of what a field holds (FNV-1a): enough to see that it has changed, not enough to tell what it was. */
function traceOf(element: Element): number {
  const value = element.localName === 'input' ? (element as HTMLInputElement).value : '';
  let trace = 0x811c9dc5;
  for (let index = 0; index < value.length; index += 1) {
    trace = Math.imul(trace ^ value.charCodeAt(index), 0x01000193);
  }
  return trace;
}

/** A text field, or an empty element that may still get a shadow root. */
const canChangeQuietly = (element: Element) =>
  !isHost(element) &&
  (element.localName === 'input' ||
    element.localName.includes('-') ||
    (!element.firstChild && /^(?:div|main|section|article)$/.test(element.localName)));

/** Siblings share what is above them, so that a storm in one place is asked about once. */
function outermost(elements: ReadonlySet<Element>): Element[] {
  const covered = new Map<Element, boolean>();
  const isCovered = (parent: Element | null): boolean => {
    if (!parent) return false;
    let answer = covered.get(parent);
    if (answer === undefined) {
      answer = elements.has(parent) || isCovered(parent.parentElement);
      covered.set(parent, answer);
    }
    return answer;
  };
  return [...elements].filter((element) => element.isConnected && !isCovered(element.parentElement));
}

/** Runs at the next frame, or soon in a hidden tab where frames stand still. */
export function nextFrame(document: Document, run: () => void): void {
  const window = document.defaultView;
  if (!window) return;
  let ran = false;
  const once = () => {
    if (ran) return;
    ran = true;
    run();
  };
  window.requestAnimationFrame(once);
  if (document.visibilityState === 'hidden') window.setTimeout(once, HIDDEN_FRAME_MS);
}
