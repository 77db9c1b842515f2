/**
 * What counts as a press of one of our controls (TRUST §1.4): a trusted pointer or key, on a control that can be seen,
 * is on top at that point, and stays where it is between press and release.
 *
 * Consoles rebuild their DOM at any time, so the element pressed may not be the one released. The press therefore
 * belongs to the control's *key* (`client-id`, `secret:<secret id>`), and a control put back in the same place goes on
 * where the one before it was.
 */
import { isPressable, type Point } from './visible';

/**
 * The second half of a double click that began before the control appeared was aimed at what stood there before. This is
 * the usual double-click time of operating systems.
 */
const DOUBLE_CLICK_MS = 500;
const DOUBLE_CLICK_NEAR = 12;
/** How far a control may shift between press and release, in CSS pixels: rounding, not travel. */
const SHIFT_MOST = 3;
/** How long a browser command waits for what lies over its control: longer than a pane takes to close. */
const CLOSING_MS = 1000;
/** Of two values that the page showed within this time of each other, none is the newest. */
const TOGETHER_MS = 1000;
/** How long a released press waits for its control to be put back by the page's rebuild. */
const GAP_MS = 400;
/** A control away for longer than this counts as new when it comes back. */
const AWAY_MS = 1000;

export interface PressOptions {
  /** Names the control across re-insertions; two controls on a page never share one. */
  readonly key: string;
  readonly host: HTMLElement;
  /** The button inside the host's shadow root. */
  readonly control: HTMLElement;
  readonly onPress: () => void;
  /** The browser command that stands for a press of it. */
  readonly command?: 'capture' | 'fill';
}

interface Press {
  readonly key: string;
  readonly pointerId: number;
  readonly box: DOMRect;
}

interface Down extends Point {
  readonly at: number;
}

interface Stage {
  readonly controls: Map<string, PressOptions>;
  /** When a key's control was first put into the page, and when the last one of that key went. */
  readonly shown: Map<string, { since: number; goneAt?: number }>;
  /** Told whenever one of the controls was put into the page. */
  readonly followers: Set<() => void>;
  /** The last two trusted presses anywhere in the page, the current one second. */
  downs: readonly [Down | undefined, Down | undefined];
  unwatch?: (() => void) | undefined;
  press?: Press | undefined;
  released?: { press: Press; point: Point; until: number } | undefined;
}

const stages = new WeakMap<Document, Stage>();

function stageOf(document: Document): Stage {
  let stage = stages.get(document);
  if (!stage) {
    stage = { controls: new Map(), shown: new Map(), followers: new Set(), downs: [undefined, undefined] };
    stages.set(document, stage);
  }
  return stage;
}

/** Makes a control pressable. Undone by `disarm` or by another control with the same key. */
export function armPress(options: PressOptions): void {
  const { key, host, control } = options;
  const stage = stageOf(host.ownerDocument);
  stage.controls.set(key, options);
  stage.unwatch ??= watchPointer(host.ownerDocument, stage);
  const goneAt = stage.shown.get(key)?.goneAt;
  if (goneAt !== undefined && performance.now() - goneAt > AWAY_MS) stage.shown.delete(key);
  let pointerWentDown = false;

  control.addEventListener('pointerdown', (event) => {
    pointerWentDown = true;
    stage.press = undefined;
    if (!event.isTrusted || !event.isPrimary || event.button !== 0) return;
    if (endsDoubleClick(stage, key, pointOf(event)) || !isPressable(host, control, pointOf(event))) return;
    stage.press = { key, pointerId: event.pointerId, box: control.getBoundingClientRect() };
    awaitRelease(host.ownerDocument, stage);
  });
  control.addEventListener('keydown', (event) => {
    if (!event.isTrusted || event.repeat || (event.key !== 'Enter' && event.key !== ' ')) return;
    // The browser would make a click of it as well; the press is complete here.
    event.preventDefault();
    pressWithoutPointer(options);
  });
  control.addEventListener('keyup', (event) => {
    if (event.key === ' ') event.preventDefault();
  });
  // Assistive technology presses without a pointer and without a key.
  control.addEventListener('click', (event) => {
    const followsPointer = pointerWentDown;
    pointerWentDown = false;
    if (event.isTrusted && !followsPointer) pressWithoutPointer(options);
  });
}

/** Forgets a control. A press under way on its key lives on for the moment in which a successor may come. */
export function disarmPress({ key, host }: Pick<PressOptions, 'key' | 'host'>): void {
  const stage = stageOf(host.ownerDocument);
  if (stage.controls.get(key)?.host !== host) return;
  stage.controls.delete(key);
  const shown = stage.shown.get(key);
  if (shown) shown.goneAt = performance.now();
  if (stage.controls.size > 0) return;
  stage.unwatch?.();
  stage.unwatch = undefined;
}

/** Everything that can be pressed in this document, whether or not it stands in the page at the moment. */
export const pressables = (document: Document): Iterable<Pick<PressOptions, 'host'>> =>
  stageOf(document).controls.values();

/** Hosts of the controls whose key begins with this. */
export function hostsOf(document: Document, key: string): HTMLElement[] {
  return [...stageOf(document).controls.values()]
    .filter((options) => options.key.startsWith(key))
    .map(({ host }) => host);
}

/** Calls back whenever one of our controls was put into the page, until the signal aborts. */
export function followPlaced(document: Document, run: () => void, signal: AbortSignal): void {
  const { followers } = stageOf(document);
  followers.add(run);
  signal.addEventListener('abort', () => followers.delete(run));
}

/** To be called whenever a control was put into the page: starts its clock, and ends a press that waited for it. */
export function notePlaced(host: HTMLElement): void {
  const stage = stageOf(host.ownerDocument);
  for (const follow of stage.followers) follow();
  for (const [key, options] of stage.controls) {
    if (options.host !== host) continue;
    if (!stage.shown.has(key)) stage.shown.set(key, { since: performance.now() });
    if (stage.released?.press.key === key)
      host.ownerDocument.defaultView?.requestAnimationFrame(() => settle(stage));
  }
}

/** Whether a press is the end of a double click that began, at this point, before the control was there. */
function endsDoubleClick(stage: Stage, key: string, point: Point): boolean {
  const { since } = stage.shown.get(key) ?? { since: 0 };
  const first = stage.downs[0];
  if (!first || first.at >= since || performance.now() - first.at > DOUBLE_CLICK_MS) return false;
  return Math.hypot(first.x - point.x, first.y - point.y) <= DOUBLE_CLICK_NEAR;
}

/** Notes where the pointer goes down in the page, while there are controls of ours. */
function watchPointer(document: Document, stage: Stage): () => void {
  const listening = new AbortController();
  document.defaultView?.addEventListener(
    'pointerdown',
    (event) => {
      if (!event.isTrusted) return;
      stage.downs = [stage.downs[1], { ...pointOf(event), at: performance.now() }];
    },
    { capture: true, signal: listening.signal },
  );
  return () => listening.abort();
}

/** @returns whether it counted */
function pressWithoutPointer({ host, control, onPress }: PressOptions): boolean {
  control.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
  const { left, top, width, height } = control.getBoundingClientRect();
  const middle = { x: left + width / 2, y: top + height / 2 };
  if (!isPressable(host, control, middle)) return false;
  onPress();
  return true;
}

const shownSince = ({ shown }: Stage, { key }: PressOptions) => shown.get(key)?.since ?? 0;

/** The controls in the page that this browser command could mean, the one shown last first. */
export function controlsFor(document: Document, command: PressOptions['command']): PressOptions[] {
  const stage = stageOf(document);
  return [...stage.controls.values()]
    .filter((each) => each.command === command && each.host.isConnected)
    .sort((one, other) => shownSince(stage, other) - shownSince(stage, one));
}

/**
 * Presses what a browser command means, checked as a key is. Of several secret values the newest is meant; where that
 * cannot be told, the keyboard focus goes there and the admin chooses.
 * @returns how many were pressed
 */
export async function pressByCommand(document: Document, command: PressOptions['command']): Promise<number> {
  const [newest, next] = controlsFor(document, command);
  if (!newest) return 0;
  const stage = stageOf(document);
  if (next && shownSince(stage, newest) - shownSince(stage, next) < TOGETHER_MS) {
    newest.control.focus();
    return 0;
  }
  // A pane that is just closing lies over the control for a moment.
  for (const end = performance.now() + CLOSING_MS; ; ) {
    if (pressWithoutPointer(newest)) return 1;
    if (performance.now() > end || !newest.host.isConnected) return 0;
    await new Promise((resolve) => document.defaultView?.requestAnimationFrame(resolve));
  }
}

/** The release may reach another element than the press did, so it is awaited at the window. */
function awaitRelease(document: Document, stage: Stage): void {
  const window = document.defaultView;
  if (!window) return;
  const listening = new AbortController();
  const options = { capture: true, signal: listening.signal };
  window.addEventListener(
    'pointerup',
    (event) => {
      const { press } = stage;
      if (!event.isTrusted || event.pointerId !== press?.pointerId) return;
      listening.abort();
      stage.press = undefined;
      stage.released = { press, point: pointOf(event), until: performance.now() + GAP_MS };
      settle(stage);
    },
    options,
  );
  for (const end of ['pointercancel', 'pointerdown'] as const) {
    window.addEventListener(
      end,
      (event) => {
        if (!event.isTrusted) return;
        listening.abort();
        stage.press = undefined;
      },
      options,
    );
  }
}

/** Completes a released press if its control stands, seen and unmoved, where it was pressed; else leaves it waiting. */
function settle(stage: Stage): void {
  const { released } = stage;
  if (!released) return;
  const options = stage.controls.get(released.press.key);
  if (!options?.host.isConnected && performance.now() < released.until) return;
  stage.released = undefined;
  if (!options || performance.now() > released.until) return;
  const box = options.control.getBoundingClientRect();
  if (!isSamePlace(box, released.press.box) || !isInside(released.point, box)) return;
  if (isPressable(options.host, options.control, released.point)) options.onPress();
}

const isSamePlace = (a: DOMRect, b: DOMRect) =>
  (['left', 'top', 'right', 'bottom'] as const).every((side) => Math.abs(a[side] - b[side]) <= SHIFT_MOST);

const isInside = ({ x, y }: Point, box: DOMRect) =>
  x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;

const pointOf = (event: MouseEvent): Point => ({ x: event.clientX, y: event.clientY });
