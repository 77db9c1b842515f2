/** Text fields of a page: what they are called, and whether somebody could type into them. */
import {
  attributeOf,
  closest,
  deepQueryAll,
  holds,
  matches,
  nodesBefore,
  onceATurn,
  parentOf,
  queryAll,
  queryById,
  rootOf,
  squeeze,
  textOf,
  textPieces,
} from './tree';

export type TextField = HTMLInputElement | HTMLTextAreaElement;

const TEXT_FIELDS = [
  'input:not([type])',
  ...['', 'text', 'password', 'search', 'url', 'email', 'tel'].map((type) => `input[type="${type}" i]`),
  'textarea',
].join(',');

/** Text fields below `root`, those in open shadow roots last; `besides` as of `deepQueryAll`. */
export function textFields(root: Node, besides = ''): TextField[] {
  return deepQueryAll(root, TEXT_FIELDS, besides).filter(
    (element): element is TextField =>
      element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement,
  );
}

/** Longer texts beside a field are explanations, not labels. */
const LONGEST_LABEL = 120;
/** A field and its label may each be wrapped; beyond this many wrappers the text belongs to something else. */
const WRAPPERS_AROUND_A_FIELD = 4;

/**
 * Texts that call a field by name, the most binding first: what it is labelled by, its label element (`for` or wrapped),
 * `aria-label`, the text in front of it, its placeholder and title. A label that goes on after its first piece
 * (help text, a star) is listed in full and by its first piece.
 */
export function labelTextsOf(field: TextField): string[] {
  const texts = [
    ...labelledByTexts(field),
    ...labelsOf(field).flatMap(withFirstPiece),
    attributeOf(field, 'aria-label') ?? '',
    ...textInFrontOf(field),
    attributeOf(field, 'placeholder') ?? '',
    attributeOf(field, 'title') ?? '',
  ];
  return [...new Set(texts.map(squeeze))].filter((text) => text !== '' && text.length <= LONGEST_LABEL);
}

/** Labels of a root that name what they are for. */
const labelsFor = onceATurn((root: Node) =>
  Map.groupBy(queryAll(root, 'label[for]'), (label) => attributeOf(label, 'for') ?? ''),
);

/** Labels of a field, those around it last: its own `labels` has the browser walk all of the page, field by field. */
export function labelsOf(field: Element): Element[] {
  const id = attributeOf(field, 'id');
  const labels = new Set<Element>(id ? labelsFor(rootOf(field)).get(id) : []);
  const around = (element: Element | undefined) =>
    element && Element.prototype.closest.call(element, 'label');
  for (let label = around(field); label; label = around(parentOf(label))) labels.add(label);
  return [...labels].filter((label) => label instanceof HTMLLabelElement && label.control === field);
}

function labelledByTexts(element: Element): string[] {
  const ids = (attributeOf(element, 'aria-labelledby') ?? '').split(/\s+/).filter(Boolean);
  const root = rootOf(element);
  return ids.flatMap((id) => queryById(root, id).flatMap(withFirstPiece));
}

function withFirstPiece(label: Element): string[] {
  const pieces = textPieces(label);
  return [pieces.join(' '), pieces[0] ?? ''];
}

/** The nearest text in front of the field, as long as no other field shares the wrapper. */
function textInFrontOf(field: TextField): string[] {
  let inner: Element = field;
  for (let step = 0; step < WRAPPERS_AROUND_A_FIELD; step++) {
    const wrapper = parentOf(inner);
    if (!wrapper || matches(wrapper, 'form, body, dialog, [role="dialog"]')) return [];
    // Siblings side by side: two fields in one wrapper are told apart by the text right in front of each.
    const text = textBefore(inner);
    if (text) return [text];
    if (queryAll(wrapper, TEXT_FIELDS).length > 1) return [];
    inner = wrapper;
  }
  return [];
}

/** Between a field and its label stand few things; in front of a row of a long list stand thousands. */
const NODES_BETWEEN = 20;

/** Text of the nearest node in front of this one that has any, up to the field before. */
function textBefore(inner: Node): string | undefined {
  let nodes = 0;
  for (const node of nodesBefore(inner)) {
    if (++nodes > NODES_BETWEEN) return undefined;
    if (node instanceof Element) {
      if (matches(node, TEXT_FIELDS) || queryAll(node, TEXT_FIELDS).length > 0) return undefined;
      const text = textOf(node);
      if (text) return text;
    } else {
      const text = squeeze(node.nodeValue ?? '');
      if (text && node.nodeType === Node.TEXT_NODE) return text;
    }
  }
  return undefined;
}

/** The words of a text in lower case, without punctuation and without *required* or *optional* at the end. */
export function wordsOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/ (?:required|optional)$/, '');
}

/** Texts by which markup identifies a field where its label is in another language: names, ids, test ids. */
export function namesOf(field: TextField): string[] {
  const names = ['name', 'id', 'autocomplete', 'formcontrolname'].map(
    (name) => attributeOf(field, name) ?? '',
  );
  const data = Element.prototype.getAttributeNames
    .call(field)
    .filter((name) => name.startsWith('data-'))
    .map((name) => attributeOf(field, name) ?? '');
  return [...names, ...data].filter((name) => name !== '' && name.length <= 100);
}

/** Why nobody could type into a field now, or `usable`. */
export type FieldState = 'usable' | 'hidden' | 'covered' | 'disabled' | 'readOnly';

/**
 * Whether somebody could type into the field now. A field outside the viewport counts as uncovered: scroll it into view
 * before writing and ask again.
 */
export function stateOf(field: TextField): FieldState {
  if (!isShown(field)) return 'hidden';
  if (matches(field, ':disabled') || attributeOf(field, 'aria-disabled') === 'true') return 'disabled';
  if (field.readOnly || attributeOf(field, 'aria-readonly') === 'true') return 'readOnly';
  if (closest(field, '[inert]') || isCovered(field)) return 'covered';
  return 'usable';
}

/** Hidden duplicates are one pixel wide, or far outside the page. */
const SMALLEST_SIDE = 4;

/** Whether an element takes up room on the page and nothing makes it invisible. Coverage is not looked at. */
export function isShown(element: Element): boolean {
  if (!element.isConnected) return false;
  const shown = Element.prototype.checkVisibility.call(element, {
    visibilityProperty: true,
    opacityProperty: true,
    contentVisibilityAuto: false,
  });
  if (!shown || closest(element, '[aria-hidden="true"]')) return false;
  const box = Element.prototype.getBoundingClientRect.call(element);
  if (box.width < SMALLEST_SIDE || box.height < SMALLEST_SIDE) return false;
  const { scrollX, scrollY } = element.ownerDocument.defaultView ?? { scrollX: 0, scrollY: 0 };
  return box.right + scrollX > 0 && box.bottom + scrollY > 0;
}

/** Shares of the width at which coverage is tested: an icon of a password manager covers one end only. */
const SAMPLES = [0.1, 0.3, 0.5, 0.7, 0.9];

/** Whether something foreign lies over the field wherever it is in the viewport. */
export function isCovered(field: TextField): boolean {
  const box = Element.prototype.getBoundingClientRect.call(field);
  const hits = SAMPLES.map((share) =>
    topmostAt(field, box.left + box.width * share, box.top + box.height / 2),
  );
  const seen = hits.filter((hit) => hit !== undefined);
  return seen.length > 0 && seen.every((hit) => !belongsTo(field, hit));
}

/** The topmost element at a point of the viewport, down into open shadow roots. */
function topmostAt(field: TextField, x: number, y: number): Element | undefined {
  let hit = Document.prototype.elementFromPoint.call(field.ownerDocument, x, y) ?? undefined;
  while (hit?.shadowRoot) {
    const inner = hit.shadowRoot.elementFromPoint(x, y);
    if (!inner || inner === hit) break;
    hit = inner;
  }
  return hit;
}

/** The field, its label, or a wrapper of its own: a click there reaches the field. What clips it away does not. */
function belongsTo(field: TextField, hit: Element): boolean {
  if (holds(field, hit) || labelsOf(field).some((label) => holds(label, hit))) return true;
  return holds(hit, field) && textFields(hit).length === 1;
}
