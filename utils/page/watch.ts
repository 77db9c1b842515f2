/**
 * Sees what changes in a document, open shadow roots included, at a cost that follows the change and not the page:
 * one observer, no layout, work gathered per frame and cut into slices.
 */
import { Pace } from './pace';
import { isHost } from './tag';

export interface DomChange {
  /** Roots of what came or changed since the last report, connected, none inside another. The first report holds the
   * whole document. */
  readonly changed: readonly Element[];
  /** Something may have been shown or hidden: a `class`, `style` or `hidden` changed, or nodes went. */
  readonly mayHaveMoved: boolean;
  /** Where such an attribute changed. */
  readonly moved: readonly Element[];
  /** Open shadow roots in what changed. */
  readonly entered: readonly ShadowRoot[];
  /** Those of `changed` that `isPlain` said need no look inside. */
  readonly plain: ReadonlySet<Element>;
}

/** Work of one report. A generator is run in slices and may be continued frames later; it must look again after `yield`. */
export type OnChange = (change: DomChange) => Iterator<void> | void;

/** Time a slice may take, in milliseconds: half a frame, so that the console stays smooth (TRUST §2 allows 50). */
const SLICE_MS = 8;
/** Frames stand still in a hidden tab; then this many milliseconds take a frame's place. */
const HIDDEN_FRAME_MS = 250;
/**
 * A shadow root attached late and a text field filled by property cause no mutation. They are looked at this many
 * milliseconds after something else happened: the page changed, or the admin's pointer, focus or input went elsewhere;
 * and a few times more, ever later, for what the page was still waiting for. On a page where nothing happens nothing runs.
 */
const QUIET_MS = [250, 500, 1000, 2000] as const;
const HAPPENINGS = ['pointerover', 'pointerdown', 'keydown', 'focusin', 'input', 'change'];
/** How long a control that the page took out is waited for at every frame, as long as the page's features keep it. */
const COMING_BACK_MS = 1000;
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

export interface WatchOptions {
  /**
   * Controls of ours. Where the page's rebuild takes one out, a press on it may be under way, or the pointer on its way
   * there: it is looked after before the page is drawn again, so that no press falls into a gap.
   */
  readonly controls?: () => Iterable<Element>;
  /** Whether what came is of a kind that the page has in thousands, and none of the features looks inside. */
  readonly isPlain?: (root: Element) => boolean;
}

/**
 * Reports changes of the document until the signal aborts: once at the next frame for what is there, then at most once
 * a frame, and less often while the page changes all the time. Changes inside our own controls and the placing of them
 * are not reported.
 */
export function watchDom(
  document: Document,
  signal: AbortSignal,
  onChange: OnChange,
  { controls = () => [], isPlain = () => false }: WatchOptions = {},
): void {
  const window = document.defaultView;
  if (!window || signal.aborted) return;
  const changed = new Set<Element>([document.documentElement]);
  const moved = new Set<Element>();
  /** What the observer told since the last report: looked at then, when much of it has gone again. */
  let told: MutationRecord[][] = [];
  /** A trace of what each held, never the text: one of these fields may be the secret's. */
  const quiet = new Map<Element, number>();
  let mayHaveMoved = true;
  let job: Iterator<void> | undefined;
  let isFirst = true;
  let scheduled = false;
  let waiting: number | undefined;
  let quietLook: number | undefined;
  let quietLooks = 0;
  /** Controls of ours that stand in the page; putting one there is a change that is told, too. */
  const standing = new Set<Element>();
  /** When one was missed first. */
  const missedAt = new Map<Element, number>();
  /** Controls were looked after since the last frame: a page in a storm is not followed more often than it is drawn. */
  let isLookedAfter = false;
  const pace = new Pace();

  const observer = new window.MutationObserver((records) => {
    told.push(records);
    if (isFirst || !isTakenOut()) return schedule();
    if (!isLookedAfter) {
      isLookedAfter = true;
      work();
    }
    scheduleFrame();
  });
  const observe = (root: Node) =>
    observer.observe(root, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
      attributeFilter: [...SHOWING, ...SAYING],
    });

  /** A storm tells the same thing thousands of times, and each question to a record costs: few are asked. */
  let lastText: Node | undefined;
  function note(record: MutationRecord): void {
    const { type, target } = record;
    if (type === 'characterData') {
      if (target === lastText) return;
      lastText = target;
      if (target.parentElement) changed.add(target.parentElement);
    } else if (type === 'attributes') {
      if (isHost(target)) return;
      if (SHOWING.has(record.attributeName ?? '')) moved.add(target as Element);
      else changed.add(target as Element);
    } else {
      const { addedNodes } = record;
      const { length } = addedNodes;
      // What takes nothing away brings something.
      if (!mayHaveMoved && (length === 0 || record.removedNodes.length > 0)) mayHaveMoved = true;
      for (let i = 0; i < length; i++) {
        const node = addedNodes[i] as Node;
        // One that has gone again, with all that is in it, is nothing to look at.
        if (node.isConnected) noteAdded(node, target);
      }
    }
  }

  function noteAdded(node: Node, parent: Node): void {
    const { nodeType } = node;
    if (nodeType === 3 && parent.nodeType === 1) changed.add(parent as Element);
    else if (nodeType === 1 && !isHost(node)) changed.add(node as Element);
  }

  function schedule(): void {
    if (scheduled || signal.aborted) return;
    const wait = job ? 0 : pace.wait();
    if (wait > 0) {
      // A control of ours may go before the wait is over: the observer goes on at once then.
      waiting ??= window?.setTimeout(() => {
        waiting = undefined;
        scheduleFrame();
      }, wait);
    } else scheduleFrame();
  }

  function scheduleFrame(): void {
    if (scheduled || signal.aborted) return;
    window?.clearTimeout(waiting);
    waiting = undefined;
    scheduled = true;
    nextFrame(document, () => {
      scheduled = false;
      isLookedAfter = false;
      if (!signal.aborted) work();
    });
  }

  /** A rebuild may take several turns: what stood a moment ago is waited for. */
  function isTakenOut(): boolean {
    let isOneMissing = false;
    for (const control of controls()) {
      if (control.isConnected) {
        if (!standing.has(control)) standing.add(control);
        if (missedAt.size > 0) missedAt.delete(control);
      } else {
        if (standing.delete(control)) missedAt.set(control, performance.now());
        const since = missedAt.get(control);
        isOneMissing ||= since !== undefined && performance.now() - since < COMING_BACK_MS;
      }
    }
    return isOneMissing;
  }

  function work(): void {
    const began = performance.now();
    job ??= report();
    while (job) {
      if (job.next().done) job = undefined;
      if (performance.now() >= began + SLICE_MS) break;
    }
    // The page has to be read once, however large it is.
    if (isFirst) isFirst = job !== undefined;
    else pace.spend(performance.now() - began);
    if (job || told.length > 0 || changed.size > 0) schedule();
  }

  function* report(): Iterator<void> {
    const records = told;
    told = [];
    lastText = undefined;
    for (const some of records) for (const record of some) note(record);
    if (moved.size > 0) mayHaveMoved = true;
    if (changed.size === 0 && !mayHaveMoved) return;
    const roots = outermost(changed);
    const entered: ShadowRoot[] = [];
    const plain = new Set<Element>();
    const change: DomChange = { changed: roots, mayHaveMoved, moved: [...moved], entered, plain };
    changed.clear();
    moved.clear();
    mayHaveMoved = false;
    yield* enterShadows(roots, entered, plain);
    if (signal.aborted) return;
    const rest = onChange(change);
    while (rest && !signal.aborted && !rest.next().done) yield;
    lookSoon();
  }

  /** Finds open shadow roots in what came, and remembers what can change without a mutation. */
  function* enterShadows(
    roots: readonly Element[],
    entered: ShadowRoot[],
    plain: Set<Element>,
  ): Generator<void> {
    let count = 0;
    for (const root of roots) {
      if (++count % 256 === 0) yield;
      if (isPlain(root)) {
        plain.add(root);
        continue;
      }
      const walker = document.createTreeWalker(root, 1);
      for (let node: Node | null = root; node; node = walker.nextNode()) {
        const element = node as Element;
        if (element.shadowRoot) {
          observe(element.shadowRoot);
          entered.push(element.shadowRoot);
          for (const child of element.shadowRoot.children) yield* enterShadows([child], entered, plain);
        } else if (canChangeQuietly(element) && quiet.size < QUIET_MOST) {
          quiet.set(element, traceOf(element));
        }
        if (++count % 256 === 0) yield;
      }
    }
  }

  function onHappening(): void {
    pace.fill();
    if (waiting !== undefined) scheduleFrame();
    lookSoon();
  }

  /** Later than what happened: what it set off has had its time, and a storm is looked after once. */
  function lookSoon(): void {
    if (quietLook !== undefined && quietLooks > 0) window?.clearTimeout(quietLook);
    else if (quietLook !== undefined) return;
    quietLooks = 0;
    lookLater();
  }

  function lookLater(): void {
    const wait = QUIET_MS[quietLooks];
    if (wait !== undefined && quiet.size > 0) quietLook = window?.setTimeout(lookAtQuiet, wait);
  }

  function lookAtQuiet(): void {
    quietLook = undefined;
    quietLooks += 1;
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
    lookLater();
  }

  observe(document);
  const listening = { capture: true, passive: true, signal };
  for (const type of HAPPENINGS) document.addEventListener(type, onHappening, listening);
  signal.addEventListener('abort', () => {
    observer.disconnect();
    window.clearTimeout(quietLook);
    window.clearTimeout(waiting);
    told = [];
    changed.clear();
    moved.clear();
    quiet.clear();
    standing.clear();
    missedAt.clear();
    job = undefined;
  });
  schedule();
}

/** Lets several features share one observer, and one look at each change. */
export function shareDom(
  document: Document,
  signal: AbortSignal,
  options: WatchOptions = {},
): (onChange: OnChange) => void {
  const followers: OnChange[] = [];
  return (onChange) => {
    followers.push(onChange);
    // The first report comes at the next frame: by then all of a page's features follow.
    if (followers.length > 1) return;
    const tell: OnChange = function* (change) {
      for (const follower of followers) {
        const rest = follower(change);
        while (rest && !rest.next().done) yield;
      }
    };
    watchDom(document, signal, tell, options);
  };
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

/** Runs at the next frame, or soon where frames stand still: in a hidden tab, or one that is hidden before its frame. */
export function nextFrame(document: Document, run: () => void): void {
  const window = document.defaultView;
  if (!window) return;
  const once = () => {
    window.cancelAnimationFrame(frame);
    window.clearTimeout(timer);
    run();
  };
  const frame = window.requestAnimationFrame(once);
  const timer = window.setTimeout(once, HIDDEN_FRAME_MS);
}
