/** Runs in Firefox's own window: the accessibility tree over all frames and closed shadow roots of a page, as one list. */
import type { State } from '../../accessible';
import type { Place, Point } from '../../surface';
import type { Base } from './base';
import type { Accessible, Gecko, Out, XulBrowser } from './gecko';
import type { Windows } from './windows';

export interface SeenNode {
  readonly role: string;
  readonly name: string;
  readonly text: string;
  readonly value: string;
  readonly description: string;
  readonly states: State[];
  /** Where in the list its parent is; -1 for the page. */
  readonly parent: number;
}

interface Service {
  getAccessibleFor(browser: XulBrowser): Accessible | null;
  getStringRole(role: number): string;
}

interface Leaf {
  readonly document: number;
  readonly parent: Accessible;
  readonly accessible: Accessible;
  readonly words: string;
  /** What stands between the leaf before and this one. */
  space: '' | ' ';
}

export type Tree = ReturnType<typeof tree>;

export function tree(courier: Base & Windows, { Ci, Cc }: Gecko) {
  const service: Service | undefined = Cc['@mozilla.org/accessibilityService;1']?.getService(
    Ci.nsIAccessibilityService,
  );
  const states = Ci.nsIAccessibleStates ?? {};
  const looks = new Map<number, Accessible[]>();

  /** Gecko's words where ARIA has none, or another than Chromium's tree. */
  const ROLES: Readonly<Record<string, string>> = {
    'text leaf': 'text',
    statictext: 'text',
    'internal frame': 'iframe',
    'password text': 'textbox',
    summary: 'DisclosureTriangle',
    label: 'LabelText',
    'list item marker': 'ListMarker',
    whitespace: 'LineBreak',
  };
  const ARIA: Readonly<Record<string, string>> = { image: 'img', time: 'time' };

  const FLAGS: readonly (readonly [State, string])[] = [
    ['disabled', 'STATE_UNAVAILABLE'],
    ['checked', 'STATE_CHECKED'],
    ['checked', 'STATE_MIXED'],
    ['expanded', 'STATE_EXPANDED'],
    ['focused', 'STATE_FOCUSED'],
    ['selected', 'STATE_SELECTED'],
    ['required', 'STATE_REQUIRED'],
    ['invalid', 'STATE_INVALID'],
    ['pressed', 'STATE_PRESSED'],
  ];

  const statesOf = (accessible: Accessible): State[] => {
    const state: Out = {};
    const more: Out = {};
    accessible.getState(state, more);
    const found = FLAGS.filter(([, flag]) => ((state.value ?? 0) & (states[flag] ?? 0)) !== 0).map(
      ([name]) => name,
    );
    if (((more.value ?? 0) & (states.EXT_STATE_EDITABLE ?? 0)) !== 0) found.push('editable');
    return found;
  };

  const boundsOf = (accessible: Accessible): DOMRect => {
    const [x, y, width, height]: [Out, Out, Out, Out] = [{}, {}, {}, {}];
    accessible.getBounds(x, y, width, height);
    return new DOMRect(x.value, y.value, width.value, height.value);
  };

  /** A text is drawn as far as what is around it reaches, which may cut it. */
  const seenOf = (accessible: Accessible): DOMRect => {
    const box = boundsOf(accessible);
    if (roleOf(accessible) !== 'text' || !accessible.parent) return box;
    const until = Math.min(box.right, boundsOf(accessible.parent).right);
    return new DOMRect(box.x, box.y, until - box.x, box.height);
  };

  const roleOf = (accessible: Accessible): string => {
    const own = service?.getStringRole(accessible.role) ?? '';
    const aria = accessible.computedARIARole;
    return ROLES[own] ?? ARIA[aria] ?? (aria || own);
  };

  /** Neighbours under one parent that touch belong together, everything else is a word apart. */
  const spaceBetween = (before: Leaf | undefined, parent: Accessible, accessible: Accessible): '' | ' ' => {
    if (before === undefined || before.parent !== parent) return ' ';
    const left = boundsOf(before.accessible);
    const right = boundsOf(accessible);
    const touches =
      Math.abs(left.right - right.left) <= 1 && left.top < right.bottom && right.top < left.bottom;
    return touches ? '' : ' ';
  };

  const tidy = (text: string) =>
    text
      .replaceAll(/\s+/g, ' ')
      .replaceAll(/ (?=[.,;:!?])/g, '')
      .trim();

  const outerOf = (id: number): Accessible => {
    const outer = service?.getAccessibleFor(courier.browserOf(id));
    if (!outer) throw courier.failure('NotNow', 'it is not drawn yet');
    return outer;
  };

  const isInside = (inner: Accessible | null, outer: Accessible): boolean => {
    for (let each = inner; each !== null; each = each.parent) if (each === outer) return true;
    return false;
  };

  /** The label of a control stands for it: a press on it presses the control. */
  const isLabelOf = (hit: Accessible, control: Accessible): boolean => {
    const type = Ci.nsIAccessibleRelation?.RELATION_LABELLED_BY ?? 0;
    const labels = [...control.getRelationByType(type).getTargets().enumerate()] as Accessible[];
    return labels.some((label) => isInside(hit, label.QueryInterface(Ci.nsIAccessible)));
  };

  const inWords = (accessible: Accessible): string => {
    let tag = '';
    try {
      tag = accessible.attributes?.getStringProperty('tag') ?? '';
    } catch {
      // Text has none.
    }
    if (tag === '' && accessible.parent) return inWords(accessible.parent);
    return `<${tag}> “${(accessible.name ?? '').trim().slice(0, 60)}”`;
  };

  return {
    /** Everything with a role, in reading order. */
    nodes(id: number): SeenNode[] {
      const seen: (Omit<SeenNode, 'text'> & { leaves: [number, number]; document: number; text: string })[] =
        [];
      const accessibles: Accessible[] = [];
      const leaves: Leaf[] = [];
      let documents = 0;
      const walk = (accessible: Accessible, parent: number, document: number) => {
        const role = roleOf(accessible);
        const name = accessible.name ?? '';
        const ownDocument = role === 'document' ? ++documents : document;
        const node = {
          role,
          name,
          text: '',
          value: accessible.value,
          description: accessible.description,
          states: statesOf(accessible),
          parent,
          document: ownDocument,
          leaves: [leaves.length, leaves.length] as [number, number],
        };
        const index = seen.push(node) - 1;
        accessibles.push(accessible);
        if (role === 'text' && accessible.parent) {
          const space = spaceBetween(leaves.at(-1), accessible.parent, accessible);
          leaves.push({ document, parent: accessible.parent, accessible, words: name, space });
        }
        for (let child = accessible.firstChild; child; child = child.nextSibling) {
          walk(child, index, ownDocument);
        }
        node.leaves[1] = leaves.length;
      };
      const page = outerOf(id).firstChild;
      if (!page) throw courier.failure('NotNow', 'there is no document');
      walk(page, -1, 0);
      looks.set(id, accessibles);
      return seen.map(({ leaves: [from, to], document, ...node }) => {
        let text = '';
        for (const leaf of leaves.slice(from, to)) {
          if (leaf.document === document) text += `${leaf.space}${leaf.words}`;
        }
        return { ...node, text: tidy(text) };
      });
    },

    /** Scrolls a node of the last look into view if it has to, and says where to press it. */
    place(id: number, index: number): Place {
      const accessible = looks.get(id)?.[index];
      if (accessible === undefined) throw courier.failure('NotNow', 'the node is of an earlier look');
      const box = seenOf(accessible);
      if (box.width <= 1 || box.height <= 1) return { kind: 'noBox' };
      const outer = outerOf(id);
      const view = boundsOf(outer);
      const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      const hit = outer.getDeepestChildAtPoint(Math.round(middle.x), Math.round(middle.y));
      if (hit && (isInside(hit, accessible) || isLabelOf(hit, accessible))) {
        const { devicePixelRatio } = courier.browserOf(id).ownerDocument.defaultView;
        const point: Point = {
          x: (middle.x - view.x) / devicePixelRatio,
          y: (middle.y - view.y) / devicePixelRatio,
        };
        return { kind: 'reachable', point };
      }
      accessible.scrollTo(Ci.nsIAccessibleScrollType?.SCROLL_TYPE_ANYWHERE ?? 0);
      return { kind: 'covered', by: hit ? inWords(hit) : 'the edge of the page' };
    },

    /** Where a page begins in its window, in the window's CSS pixels; the popup has a window of its own above it. */
    placeInWindow(browser: XulBrowser): Point {
      const view = boundsOf(outerOf(browser.browserId));
      const { devicePixelRatio, mozInnerScreenX, mozInnerScreenY } = browser.ownerDocument.defaultView;
      return {
        x: view.x / devicePixelRatio - mozInnerScreenX,
        y: view.y / devicePixelRatio - mozInnerScreenY,
      };
    },
  };
}
