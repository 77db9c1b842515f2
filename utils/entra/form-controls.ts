/** Text boxes, drop-downs and radio buttons of the portal's forms, in both of its renderings (facts/entra.md §3.3, §3.4, §4). */
import { isShown, labelsOf, type TextField, textFields } from '../page/find';
import {
  attributeOf,
  closest,
  deepQueryAll,
  holds,
  matches,
  parentOf,
  squeeze,
  textOf,
  withAncestors,
} from '../page/tree';

/** A choice that its admin alone can make: the portal's drop-downs ignore events of scripts. */
export interface DropDown {
  readonly element: Element;
  /** What it shows now. */
  readonly text: string;
  /** What it is called, by its accessible name. */
  readonly name: string;
}

export interface Radio {
  readonly element: Element;
  readonly text: string;
  readonly isChecked: boolean;
}

/** Rows of data. A table without a head or roles may be how a form is laid out. */
const LISTS = '[role="grid"],[role="treegrid"],[role="table"],table:has(thead,th[scope="col"],[role="row"])';
/** Where text boxes serve to find things: the top bar's search (a combobox, first in the document), menus, toolbars. */
const NOT_A_FORM = `header,nav,[role="banner"],[role="navigation"],[role="search"],[role="toolbar"],[role="menubar"],${LISTS}`;
const NOT_TYPED_INTO = '[role="combobox"],[role="searchbox"],[type="search"],[type="password"]';

/** Shown text boxes that belong to a form, locked ones included, in document order. */
export function formFields(root: Node): TextField[] {
  return textFields(root, NOT_A_FORM).filter(
    (field) =>
      !matches(field, NOT_TYPED_INTO) && !field.readOnly && !closest(field, NOT_A_FORM) && isShown(field),
  );
}

/** Whether nobody can type into a field, wherever it stands: as the redirect URI before a platform is chosen. */
export const isLocked = (field: TextField): boolean =>
  matches(field, ':disabled') ||
  attributeOf(field, 'aria-disabled') === 'true' ||
  field.readOnly ||
  closest(field, '[inert]') !== undefined;

const DROP_DOWNS = 'select,[role="combobox"],[aria-haspopup="listbox"],[aria-haspopup="tree"]';

/** Shown drop-downs; a search box with suggestions is none. */
export function dropDowns(root: Node): DropDown[] {
  const all = deepQueryAll(root, DROP_DOWNS, NOT_A_FORM).filter(
    (element) =>
      !closest(element, NOT_A_FORM) && isShown(element) && !(element instanceof HTMLTextAreaElement),
  );
  return all
    .filter((element) => !all.some((other) => other !== element && holds(element, other)))
    .map((element) => ({ element, text: shownText(element), name: nameOf(element) }));
}

function shownText(element: Element): string {
  if (element instanceof HTMLSelectElement) return squeeze(element.selectedOptions[0]?.text ?? '');
  if (element instanceof HTMLInputElement) return squeeze(element.value);
  return textOf(element) || squeeze(attributeOf(element, 'title') ?? '');
}

function nameOf(element: Element): string {
  const own = squeeze(attributeOf(element, 'aria-label') ?? '');
  if (own) return own;
  const [id] = (attributeOf(element, 'aria-labelledby') ?? '').split(/\s+/);
  const label = id ? deepQueryAll(element.ownerDocument, `[id="${CSS.escape(id)}"]`)[0] : undefined;
  return label && label !== element ? textOf(label).replace(/[\s*:]+$/, '') : '';
}

/** Shown radio buttons. */
export function radios(root: Node): Radio[] {
  return deepQueryAll(root, '[role="radio"],input[type="radio"]')
    .filter((element) => isRendered(element))
    .map((element) => ({
      element,
      text: radioText(element),
      isChecked:
        element instanceof HTMLInputElement
          ? element.checked
          : attributeOf(element, 'aria-checked') === 'true',
    }));
}

/** Fluent draws its own circle over a radio button that is there and transparent. */
const isRendered = (element: Element) => isShown(element) || labelsOf(element).some(isShown);

function radioText(element: Element): string {
  const labels = labelsOf(element).map(textOf);
  return labels.join(' ') || textOf(element) || squeeze(attributeOf(element, 'aria-label') ?? '');
}

/** The smallest element around `inner` that `isEnough`; the body is too large to be a form. */
export function smallestAround(inner: Element, isEnough: (around: Element) => boolean): Element | undefined {
  for (const around of withAncestors(inner)) {
    if (matches(around, 'body,html')) return undefined;
    if (around !== inner && isEnough(around)) return around;
  }
  return undefined;
}

/** The child of `container` in which `inner` stands; between the rows of a table stands nothing, so the table. */
export function rowIn(container: Element, inner: Element): Element {
  let row = inner;
  for (let at = parentOf(inner); at && at !== container; at = parentOf(at)) row = at;
  return (matches(row, 'tr,tbody,td,th') && closest(row, 'table')) || row;
}
