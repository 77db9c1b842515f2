/**
 * The administrator: looks at pages as they are announced, presses and types with trusted mouse and keyboard, and waits
 * for what comes. Nothing here reaches into a page any other way.
 */
import {
  type AccessibleNode,
  findAll,
  findOne,
  inWords,
  outline,
  type Wanted,
  type Words,
} from './accessible';
import { type KeyStroke, strokeOf, strokesOf } from './keys';
import { DEADLINE_MS, found, type Look, notYet, poll } from './poll';
import type { Session } from './session';
import { ClosedError, type Point, type Surface } from './surface';

/** What a run has cost the administrator. */
export interface Effort {
  clicks: number;
  /** One a character or key. */
  keystrokes: number;
  /** Changes from one tab or window to another that the administrator made. */
  tabSwitches: number;
}

export interface Notice {
  role: 'status' | 'alert';
  text: string;
}

/** How long a person looks for the caret before clicking again. */
const CARET_MS = 1_000;
/**
 * Nobody presses what has only just come: the control stands in its place for this long first, however often the page
 * makes it anew there. Fast for a person; the extension refuses presses that come sooner than people can.
 */
export const REACTION_MS = 100;

const isElsewhere = (a: Point, b: Point) => Math.abs(a.x - b.x) > 1 || Math.abs(a.y - b.y) > 1;

export class Admin {
  readonly effort: Effort = { clicks: 0, keystrokes: 0, tabSwitches: 0 };
  #at: Surface | undefined;

  /** @param deadlineMs How long this administrator waits for anything. */
  constructor(
    private readonly session: Session,
    private readonly deadlineMs = DEADLINE_MS,
  ) {}

  /** Goes to a tab or to the open popup. Going elsewhere closes the popup, as in life. */
  async goTo(surface: Surface): Promise<void> {
    if (this.#at === surface) return;
    if (this.#at?.kind === 'popup') await this.session.closePopup();
    else if (this.#at !== undefined && surface.kind !== 'popup') this.effort.tabSwitches += 1;
    await surface.bringToFront();
    this.#at = surface;
  }

  /** Opens a tab by its address, from a bookmark or a link: one click. */
  async open(address: string): Promise<Surface> {
    await this.session.closePopup();
    const tab = await this.session.openTab(address);
    this.effort.clicks += 1;
    this.#at = tab;
    return tab;
  }

  /** Waits for a tab that a press has opened; the browser has brought it to the front already. */
  async follow(address: RegExp, kind: 'tab' | 'privateTab'): Promise<Surface> {
    const tab = await this.session.waitForTab(address, kind);
    if (this.#at?.kind === 'popup') await this.session.closePopup();
    this.#at = tab;
    return tab;
  }

  /** Presses the extension's button in the toolbar. */
  async openPopup(over: Surface): Promise<Surface> {
    await this.goTo(over);
    const popup = await this.session.openPopup(over);
    this.effort.clicks += 1;
    this.#at = popup;
    return popup;
  }

  /** Waits for the one node that is meant. */
  async waitFor(surface: Surface, wanted: Wanted): Promise<AccessibleNode> {
    return this.look(surface, inWords(wanted), async (nodes) => {
      const choice = findOne(nodes, wanted);
      switch (choice.kind) {
        case 'one':
          return found(choice.node);
        case 'none':
          return notYet('it is not there');
        case 'several':
          return notYet(`there are ${choice.count}`);
        default:
          return choice satisfies never;
      }
    });
  }

  /** Waits for whichever comes first. */
  async waitForEither(surface: Surface, wanted: readonly Wanted[]): Promise<AccessibleNode> {
    return this.look(surface, wanted.map(inWords).join(' or '), async (nodes) => {
      const node = wanted.flatMap((each) => findAll(nodes, each))[0];
      return node ? found(node) : notYet('none is there');
    });
  }

  async waitUntilGone(surface: Surface, wanted: Wanted): Promise<void> {
    await this.look(surface, `${inWords(wanted)} to go`, async (nodes) =>
      findAll(nodes, wanted).length === 0 ? found(undefined) : notYet('it is there'),
    );
  }

  /** Is it there now? For what must not come, wait for something that does come first. */
  async sees(surface: Surface, wanted: Wanted): Promise<boolean> {
    return (await this.all(surface, wanted)).length > 0;
  }

  /** All that fit now. */
  async all(surface: Surface, wanted: Wanted): Promise<AccessibleNode[]> {
    return this.look(surface, 'the page', async (nodes) => found(findAll(nodes, wanted)));
  }

  /** What the page announces now, in reading order. Empty ones are left out. */
  async notices(surface: Surface): Promise<Notice[]> {
    const nodes = await this.all(surface, { role: ['status', 'alert'], text: /\S/ });
    return nodes.map(({ role, text }) => ({ role: role === 'alert' ? 'alert' : 'status', text }));
  }

  /** Waits for an announcement with these words, and returns its text. */
  async hears(surface: Surface, role: Notice['role'], words: Words): Promise<string> {
    return (await this.waitFor(surface, { role, text: words, at: 'first' })).text;
  }

  /** Clicks in the middle of it, once it is there, enabled, not covered, and has been so for a moment. */
  async click(surface: Surface, wanted: Wanted): Promise<void> {
    await this.pressOn(surface, wanted, () => notYet('it is not there'));
  }

  /** Clicks it unless it is not there, or goes before it can be pressed: toasts. */
  async clickIfThere(surface: Surface, wanted: Wanted): Promise<void> {
    await this.pressOn(surface, wanted, () => found(undefined));
  }

  /** By mouse. An administrator of another kind presses in another way. */
  protected async pressOn(
    surface: Surface,
    wanted: Wanted,
    whenAbsent: () => Look<undefined>,
  ): Promise<void> {
    const point = await this.#reach(surface, wanted, whenAbsent);
    if (point === undefined) return;
    await surface.click(point);
    this.effort.clicks += 1;
  }

  /** Uses the keys of one of the extension's commands, once the control it stands for has been there for a moment. */
  async useShortcut(surface: Surface, command: string, control: Wanted): Promise<void> {
    await this.#reach(surface, control, () => notYet('it is not there'));
    await this.session.useShortcut(surface, command);
    this.effort.keystrokes += 1;
  }

  /** Where to press it, once it has stood there for as long as a person needs. */
  async #reach(
    surface: Surface,
    wanted: Wanted,
    whenAbsent: () => Look<undefined>,
  ): Promise<Point | undefined> {
    await this.goTo(surface);
    let stood: { point: Point; since: number } | undefined;
    return this.look(
      surface,
      `${inWords(wanted)} to press`,
      async (nodes): Promise<Look<Point | undefined>> => {
        const choice = findOne(nodes, wanted);
        if (choice.kind === 'several') return notYet(`there are ${choice.count}`);
        if (choice.kind === 'none') return whenAbsent();
        if (choice.node.states.has('disabled')) return notYet('it is disabled');
        const place = await surface.place(choice.node);
        switch (place.kind) {
          case 'reachable':
            if (!stood || isElsewhere(stood.point, place.point))
              stood = { point: place.point, since: Date.now() };
            return Date.now() - stood.since >= REACTION_MS ? found(place.point) : notYet('it keeps moving');
          case 'covered':
            return notYet(`it is covered by ${place.by}`);
          case 'noBox':
            return notYet('it has no size');
          default:
            return place satisfies never;
        }
      },
    );
  }

  /** Presses one key where the focus is: `Enter`, `Shift+Tab`, `ControlOrMeta+V`. */
  async press(surface: Surface, written: string): Promise<void> {
    await this.#strike(surface, [strokeOf(written)]);
  }

  /** Types where the focus is. */
  async type(surface: Surface, text: string): Promise<void> {
    await this.#strike(surface, strokesOf(text));
  }

  async #strike(surface: Surface, strokes: readonly KeyStroke[]): Promise<void> {
    await this.goTo(surface);
    for (const stroke of strokes) {
      await surface.press(stroke);
      this.effort.keystrokes += 1;
    }
  }

  /** Clicks into a field, empties it if it holds something, and types. */
  async fill(surface: Surface, field: Wanted, text: string): Promise<void> {
    const { value } = await this.waitFor(surface, field);
    await this.#enter(surface, field);
    if (value !== '') {
      await this.press(surface, 'ControlOrMeta+a');
      if (text === '') await this.press(surface, 'Delete');
    }
    await this.type(surface, text);
  }

  /**
   * Clicks into a field, and once more where the caret did not come: what appeared above it, the page's own or ours, may
   * have moved it from under the pointer at that moment. Nobody types without seeing the caret.
   */
  async #enter(surface: Surface, field: Wanted): Promise<void> {
    await this.click(surface, field);
    const hasCaret = async () => {
      const [node] = findAll(await surface.nodes(), field);
      return node?.states.has('focused') ? found(true) : notYet('it has no caret');
    };
    const isIn = await poll('the caret in the field', hasCaret, CARET_MS).catch(() => false);
    if (!isIn) await this.click(surface, field);
  }

  /** Opens a drop-down and takes one of its options. */
  async choose(surface: Surface, dropDown: Wanted, option: Words): Promise<void> {
    await this.click(surface, dropDown);
    await this.click(surface, { role: ['option', 'treeitem', 'menuitem', 'menuitemradio'], name: option });
  }

  protected async look<T>(
    surface: Surface,
    what: string,
    look: (nodes: readonly AccessibleNode[]) => Promise<Look<T>>,
    deadlineMs = this.deadlineMs,
  ): Promise<T> {
    let last: readonly AccessibleNode[] = [];
    try {
      return await poll(
        what,
        async () => {
          last = await surface.nodes();
          return look(last);
        },
        deadlineMs,
      );
    } catch (error) {
      if (error instanceof Error && !(error instanceof ClosedError)) {
        const where = await surface.address().catch(() => 'a page that is gone');
        error.message += `\nOn ${where} there was:\n${outline(last)}`;
      }
      throw error;
    }
  }
}
