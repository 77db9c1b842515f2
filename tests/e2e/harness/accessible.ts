/**
 * A page as assistive technology hears it: roles, names and states, also inside frames and closed shadow roots.
 * Everything the tests press or read is found here, so a control without a role and a name does not exist for them.
 */

/** One accessible object, in reading order. */
export interface AccessibleNode {
  /** As ARIA calls it: `button`, `textbox`, `row`; plain text is `text`, a page `document`, a frame `iframe`. */
  readonly role: string;
  readonly name: string;
  /** The text inside, in reading order. */
  readonly text: string;
  /** What a field holds; empty where there is no such thing. */
  readonly value: string;
  readonly description: string;
  readonly states: ReadonlySet<State>;
  readonly parent: AccessibleNode | undefined;
}

export type State =
  | 'disabled'
  | 'checked'
  | 'expanded'
  | 'focused'
  | 'selected'
  | 'required'
  | 'invalid'
  | 'editable'
  | 'pressed';

/** Words a page shows: the whole of them (white space aside), or a pattern found in them. */
export type Words = string | RegExp;

/** Which node is meant. Every part that is given has to hold. */
export interface Wanted {
  readonly role: string | readonly string[];
  readonly name?: Words;
  readonly text?: Words;
  readonly value?: Words;
  /** What it is described by, which tells namesakes apart. */
  readonly description?: Words;
  /** States it has to have; with `!` in front, must not have. */
  readonly states?: readonly (State | `!${State}`)[];
  /** Somewhere around it: `{ role: 'row', text: /Kandji SSO/ }`. */
  readonly within?: Wanted;
  /** Several are expected, and this one is meant. Without it two matches are a mistake. */
  readonly at?: 'first' | 'last' | number;
}

/** A pattern for words that are part of what the page shows. */
export function containing(words: string): RegExp {
  return new RegExp(words.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'i');
}

const tidy = (text: string) => text.replaceAll(/\s+/g, ' ').trim();

function fits(wanted: Words | undefined, shown: string): boolean {
  if (wanted === undefined) return true;
  return typeof wanted === 'string' ? tidy(shown) === tidy(wanted) : wanted.test(tidy(shown));
}

function statesFit(node: AccessibleNode, wanted: Wanted['states']): boolean {
  return (wanted ?? []).every((state) =>
    state.startsWith('!') ? !node.states.has(state.slice(1) as State) : node.states.has(state as State),
  );
}

function isWithin(node: AccessibleNode, wanted: Wanted): boolean {
  for (let around = node.parent; around !== undefined; around = around.parent) {
    if (matches(around, wanted)) return true;
  }
  return false;
}

function matches(node: AccessibleNode, wanted: Wanted): boolean {
  const roles: readonly string[] = typeof wanted.role === 'string' ? [wanted.role] : wanted.role;
  return (
    roles.includes(node.role) &&
    fits(wanted.name, node.name) &&
    fits(wanted.text, node.text) &&
    fits(wanted.value, node.value) &&
    fits(wanted.description, node.description) &&
    statesFit(node, wanted.states) &&
    (wanted.within === undefined || isWithin(node, wanted.within))
  );
}

/** All nodes that fit, in reading order. `at` is not looked at. */
export function findAll(nodes: readonly AccessibleNode[], wanted: Wanted): AccessibleNode[] {
  return nodes.filter((node) => matches(node, wanted));
}

export type Choice =
  | { kind: 'one'; node: AccessibleNode }
  | { kind: 'none' }
  | { kind: 'several'; count: number };

/** The one node that is meant. */
export function findOne(nodes: readonly AccessibleNode[], wanted: Wanted): Choice {
  const all = findAll(nodes, wanted);
  const index = wanted.at === 'first' ? 0 : wanted.at === 'last' ? all.length - 1 : wanted.at;
  const node = index === undefined ? all[0] : all[index];
  if (node === undefined) return { kind: 'none' };
  return index === undefined && all.length > 1
    ? { kind: 'several', count: all.length }
    : { kind: 'one', node };
}

const quoted = (words: Words) => (typeof words === 'string' ? `“${words}”` : String(words));

/** The wanted node in words, for messages. */
export function inWords(wanted: Wanted): string {
  const parts = [typeof wanted.role === 'string' ? wanted.role : wanted.role.join(' or ')];
  if (wanted.name !== undefined) parts.push(quoted(wanted.name));
  if (wanted.text !== undefined) parts.push(`that says ${quoted(wanted.text)}`);
  if (wanted.value !== undefined) parts.push(`holding ${quoted(wanted.value)}`);
  if (wanted.description !== undefined) parts.push(`described by ${quoted(wanted.description)}`);
  if (wanted.states !== undefined) parts.push(`(${wanted.states.join(', ')})`);
  if (wanted.at !== undefined) parts.push(`[${wanted.at}]`);
  if (wanted.within !== undefined) parts.push(`in ${inWords(wanted.within)}`);
  return parts.join(' ');
}

/** Roles that say nothing by themselves. */
const SILENT = new Set([
  'generic',
  'none',
  'strong',
  'emphasis',
  'LineBreak',
  'ListMarker',
  'LabelText',
  'paragraph',
  'document',
  'list',
  'listitem',
  'rowgroup',
  'sectionheader',
  'sectionfooter',
]);
/** Their names are the texts inside them: no line of its own for those. */
const NAMED_BY_TEXT = new Set([
  'link',
  'button',
  'heading',
  'tab',
  'option',
  'menuitem',
  'status',
  'alert',
  'cell',
]);
const LINES = 200;

function isTelling(node: AccessibleNode): boolean {
  if (node.role !== 'text') return !SILENT.has(node.role);
  return /\w/.test(node.name) && !NAMED_BY_TEXT.has(node.parent?.role ?? '');
}

/** What is there, a line a node, for a reader who has to find out why something was not. */
export function outline(nodes: readonly AccessibleNode[]): string {
  const lines = nodes.filter(isTelling).map((node) => {
    const says = node.name || (node.role === 'status' || node.role === 'alert' ? node.text : '');
    const states = [...node.states].filter((state) => state !== 'editable');
    return `  ${node.role} “${tidy(says).slice(0, 100)}”${states.length > 0 ? ` (${states.join(', ')})` : ''}`;
  });
  const more = lines.length > LINES ? [`  … and ${lines.length - LINES} more`] : [];
  return [...lines.slice(0, LINES), ...more].join('\n') || '  nothing';
}
