/**
 * The administrator without a mouse: Tab and arrows until the focus is on what is meant, then Enter or Space. Plays the
 * same steps as {@link Admin}. A key that opens the popup or changes the tab goes to the browser itself, where no test
 * can press it: those two stay commands of the harness.
 */
import { type AccessibleNode, findOne, inWords, type Wanted } from './accessible';
import { Admin, REACTION_MS } from './admin';
import { found, type Look, notYet, poll } from './poll';
import type { Surface } from './surface';

/** Arrows move among these; Tab enters and leaves the group that they are in. */
const ARROWED: readonly string[] = ['radio', 'tab', 'menuitem', 'menuitemradio', 'option', 'treeitem'];
const SPACED: readonly string[] = ['radio', 'checkbox', 'switch'];
const TYPED: readonly string[] = ['textbox', 'searchbox', 'spinbutton'];
/** Around all controls of a page of the consoles and back again, twice. */
const MOST_KEYS = 300;

interface Reached {
  readonly node: AccessibleNode;
  readonly since: number;
}

export class KeyboardAdmin extends Admin {
  /** Controls of ours that were passed or pressed without a ring to be seen, and presses of ours that lost the focus. */
  readonly faults: string[] = [];
  /** Controls of ours that had the focus, by name. */
  readonly focused = new Set<string>();
  /** The control of ours that was pressed last on each surface, until it is known where the focus went. */
  readonly #pressed = new Map<Surface, string>();

  protected override async pressOn(
    surface: Surface,
    wanted: Wanted,
    whenAbsent: () => Look<undefined>,
  ): Promise<void> {
    await this.goTo(surface);
    const walk = new Walk(wanted);
    let reached: Reached | undefined;
    const node = await this.look(
      surface,
      `the focus on ${inWords(wanted)}`,
      async (nodes): Promise<Look<AccessibleNode | undefined>> => {
        const choice = findOne(nodes, wanted);
        if (choice.kind === 'several') return notYet(`there are ${choice.count}`);
        if (choice.kind === 'none') return whenAbsent();
        if (choice.node.states.has('disabled')) return notYet('it is disabled');
        await this.#witness(surface, nodes);
        if (choice.node.states.has('focused')) {
          reached ??= { node: choice.node, since: Date.now() };
          return Date.now() - reached.since >= REACTION_MS ? found(choice.node) : notYet('it has just come');
        }
        reached = undefined;
        await this.press(surface, walk.next(nodes, choice.node));
        return notYet(`the focus is on ${inFocus(nodes).map(told).join(', ') || 'nothing'}`);
      },
      // A key a look, and each look reads the whole page.
      90_000,
    );
    if (node === undefined || TYPED.includes(node.role)) return;
    // An arrow checks the radio button that it comes to.
    if (node.role === 'radio' && node.states.has('checked')) return;
    const { isOurs } = (await surface.focusOf?.(node)) ?? { isOurs: false };
    if (isOurs) this.#pressed.set(surface, node.name);
    else this.#pressed.delete(surface);
    await this.press(surface, SPACED.includes(node.role) ? ' ' : 'Enter');
  }

  /**
   * A pane that slides in, or a page that scrolls to the focus, takes a moment. Asked of what has the focus then: the page
   * may have drawn the control anew meanwhile.
   */
  #comesIntoSight(surface: Surface): Promise<boolean> {
    const look = async () => {
      for (const node of inFocus(await surface.nodes())) {
        if ((await surface.focusOf?.(node))?.isSeen) return found(true);
      }
      return notYet('it is not seen');
    };
    return poll('the focus to be seen', look, 1_000).catch(() => false);
  }

  /** Notes what is wrong with where the focus is. */
  async #witness(surface: Surface, nodes: readonly AccessibleNode[]): Promise<void> {
    const focused = inFocus(nodes);
    const pressed = this.#pressed.get(surface);
    this.#pressed.delete(surface);
    if (pressed !== undefined && focused.length === 0) {
      this.faults.push(`the focus was lost after “${pressed}” on ${new URL(await surface.address()).host}`);
    }
    for (const node of focused) {
      const seen = await surface.focusOf?.(node);
      if (!seen?.isOurs) continue;
      this.focused.add(told(node));
      if (!seen.isSeen && !(await this.#comesIntoSight(surface))) {
        this.faults.push(`the focus on ${told(node)} is not seen`);
      }
    }
  }
}

const told = ({ role, name }: AccessibleNode) => `${role} “${name}”`;

/** Of a page that has the focus, the page itself and the frames on the way have it as well: they are left out. */
function inFocus(nodes: readonly AccessibleNode[]): AccessibleNode[] {
  return nodes.filter(
    ({ states, role }) => states.has('focused') && role !== 'document' && role !== 'iframe',
  );
}

/** The keys on the way to one control. */
class Walk {
  #keys = 0;
  /** An arrow that moved nothing: this group is left to Tab. */
  #stuckAt: string | undefined;
  #isArrowDead = false;

  constructor(private readonly wanted: Wanted) {}

  next(nodes: readonly AccessibleNode[], target: AccessibleNode): string {
    this.#keys += 1;
    if (this.#keys > MOST_KEYS) {
      throw new Error(
        `${inWords(this.wanted)} cannot be reached: ${MOST_KEYS} keys did not bring the focus there.`,
      );
    }
    const focused = inFocus(nodes);
    const arrow = this.#arrow(nodes, focused, target);
    if (arrow !== undefined) return arrow;
    const here = focused[0];
    // The nearer way round; from nowhere, forwards.
    return here !== undefined && nodes.indexOf(here) > nodes.indexOf(target) ? 'Shift+Tab' : 'Tab';
  }

  #arrow(
    nodes: readonly AccessibleNode[],
    focused: readonly AccessibleNode[],
    target: AccessibleNode,
  ): string | undefined {
    if (!ARROWED.includes(target.role)) return undefined;
    const here =
      focused.find(({ role }) => role === target.role) ??
      focused.find(({ role, states }) => role === 'combobox' && states.has('expanded'));
    if (here === undefined) return undefined;
    const place = focused.map(told).join();
    if (place === this.#stuckAt) this.#isArrowDead = true;
    this.#stuckAt = place;
    if (this.#isArrowDead) return undefined;
    const isBefore = here.role === target.role && nodes.indexOf(target) < nodes.indexOf(here);
    return isBefore ? 'ArrowUp' : 'ArrowDown';
  }
}
