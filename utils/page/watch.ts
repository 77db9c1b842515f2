/**
 * Sees what changes in a document, open shadow roots included, at a cost that follows the change and not the page: one
 * observer, work gathered per frame and cut into slices. Nothing here asks for a box or a style. A page's features do ask
 * what may have been shown or hidden whether it is (`checkVisibility`), for which the browser has to have its styles ready.
 * What happens now and then is reported in the frame, so that a button is drawn with its row; in a storm the report comes
 * between two frames, where most pages have just been drawn (2026-11-30, interleaved rounds, 20,000 changes: own JavaScript
 * 119 ms in the frame and 94 ms between frames with 5,000 rows, 91 and 77 with 500, 64 and 56 with 10).
 */
import { Gathered, OBSERVED, type Plain, type Taken } from './gathered';
import { Pace } from './pace';
import { QuietChanges } from './quiet';
import { type Control, Standing } from './standing';

/** What changed since the last report. The first one holds the whole document. */
export interface DomChange extends Taken {
  /** Open shadow roots in what changed. */
  readonly entered: readonly ShadowRoot[];
  /** Those of `changed` that are plain: they need no look inside. */
  readonly plain: ReadonlySet<Element>;
}

/** Work of one report. A generator is run in slices and may be continued frames later; it must look again after `yield`. */
export type OnChange = (change: DomChange) => Iterator<void> | void;

/** Time a slice may take, in milliseconds: half a frame, so that the console stays smooth (TRUST §2 allows 50). */
export const SLICE_MS = 8;
/** Frames stand still in a hidden tab; then this many milliseconds take a frame's place. */
const HIDDEN_FRAME_MS = 250;
/** What an administrator does: something the page answers may come without a mutation. */
const HAPPENINGS = ['pointerover', 'pointerdown', 'keydown', 'focusin', 'input', 'change'];
export interface WatchOptions {
  /**
   * Controls of ours. Where the page's rebuild takes one out, a press on it may be under way, or the pointer on its way
   * there: it is looked after before the page is drawn again, so that no press falls into a gap.
   */
  readonly controls?: () => Iterable<Control>;
  readonly plainKind?: Plain;
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
  { controls = () => [], plainKind }: WatchOptions = {},
): void {
  const window = document.defaultView;
  if (!window || signal.aborted) return;
  const gathered = new Gathered(plainKind);
  gathered.addAll(document);
  const quiet = new QuietChanges(window, (element) => {
    gathered.add(element);
    schedule();
  });
  const standing = new Standing(controls);
  const pace = new Pace();
  let job: Iterator<void> | undefined;
  let isFirst = true;
  let scheduled = false;
  let waiting: number | undefined;
  /** Controls were looked after since the last frame: a page in a storm is not followed more often than it is drawn. */
  let isLookedAfter = false;

  const observer = new window.MutationObserver((records) => {
    gathered.hear(records);
    if (isFirst || !standing.isOneMissing()) return schedule();
    if (!isLookedAfter) {
      isLookedAfter = true;
      work();
    }
    scheduleFrame();
  });

  function schedule(): void {
    if (scheduled || waiting !== undefined || signal.aborted) return;
    const wait = job ? 0 : pace.wait();
    if (wait === 0) {
      scheduleFrame();
      return;
    }
    // A control of ours may go before the wait is over: the observer goes on at once then.
    waiting = window?.setTimeout(() => {
      waiting = undefined;
      work();
    }, wait);
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
    if (job || !gathered.isEmpty) schedule();
  }

  function* report(): Generator<void> {
    const taken = yield* gathered.take();
    if (!taken) return;
    const entered: ShadowRoot[] = [];
    const plain = new Set<Element>();
    yield* enterShadows(taken.changed, entered, plain);
    if (signal.aborted) return;
    const rest = onChange({ ...taken, entered, plain });
    while (rest && !signal.aborted && !rest.next().done) yield;
    quiet.lookSoon();
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
      if (plainKind?.isOne(root)) {
        plain.add(root);
        continue;
      }
      const walker = document.createTreeWalker(root, 1);
      for (let node: Node | null = root; node; node = walker.nextNode()) {
        const element = node as Element;
        if (element.shadowRoot) {
          observer.observe(element.shadowRoot, OBSERVED);
          entered.push(element.shadowRoot);
          for (const child of element.shadowRoot.children) yield* enterShadows([child], entered, plain);
        } else quiet.add(element);
        if (++count % 256 === 0) yield;
      }
    }
  }

  function onHappening(): void {
    pace.fill();
    if (waiting !== undefined) scheduleFrame();
    quiet.lookSoon();
  }

  observer.observe(document, OBSERVED);
  const listening = { capture: true, passive: true, signal };
  for (const type of HAPPENINGS) document.addEventListener(type, onHappening, listening);
  signal.addEventListener('abort', () => {
    observer.disconnect();
    window.clearTimeout(waiting);
    gathered.clear();
    quiet.clear();
    standing.clear();
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
