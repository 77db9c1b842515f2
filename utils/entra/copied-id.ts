/**
 * Which of a row's values one of the console's own copy controls belongs to. The clipboard cannot be seen, so the
 * control's place tells: language and markup do not matter (facts/entra.md §6, copy markup unknown).
 */
import { cleanText, flatParent, isInside } from '../page/text';
import { controlLabel } from './labels';
import { readPieces } from './row-texts';
import type { SecretRow } from './secret-row';
import { isControl, walk } from './walk';

/**
 * Whether pressing this element copies the row's Secret ID.
 * @param target what was pressed: the innermost element of the event's path
 */
export function copiesSecretId(target: Element, row: SecretRow): boolean {
  const { container, secretIdElement } = row;
  if (!secretIdElement) return false;
  const control = controlOf(target, row);
  if (!control) return false;
  if (labelOf(control) === 'remove') return false;
  const contents = contentsOf(row);
  // A control around the ID's text: pressing the ID copies it.
  if (isInside(secretIdElement, control))
    return contents.every((each) => each === secretIdElement || !isInside(each, control));

  const cell = cellOf(control, contents, container);
  const inCell = contents.filter((content) => isInside(content, cell));
  if (!inCell.includes(secretIdElement)) return false;
  const group = controlsFor(secretIdElement, cell, contents, row);
  if (inCell.length === 1) return group.copy === control || group.all.length === 1;
  // The ID and other values share the place: its copy control is the next one behind it. A single one at the end of a
  // row is the bin, unless it says that it copies.
  return group.copy === control && (group.all.length > 1 || labelOf(control) === 'copy');
}

/** The row's texts: what a control can belong to. */
function contentsOf(row: SecretRow): Element[] {
  const pieces = readPieces(row.container).map(({ element }) => element);
  const id = row.secretIdElement;
  return id && !pieces.includes(id) ? [...pieces, id] : pieces;
}

/** The control that was pressed: a button or link, or in the ID's own cell a picture that stands for one. */
function controlOf(target: Element, row: SecretRow): Element | undefined {
  let picture: Element | undefined;
  for (let at: Element | null = target; at && at !== row.container; at = flatParent(at)) {
    if (isControl(at)) return at;
    if (isPicture(at)) picture = at;
  }
  return picture;
}

const isPicture = (element: Element) =>
  /^(?:svg|img|i|path|use)$/.test(element.localName) ||
  (!/^(?:td|tr)$/.test(element.localName) &&
    !element.matches('[role="gridcell"],[role="cell"]') &&
    cleanText(element.textContent ?? '') === '' &&
    element.localName !== 'input');

const labelOf = (control: Element) =>
  controlLabel(
    `${control.getAttribute('title') ?? ''} ${control.getAttribute('aria-label') ?? ''} ${control.textContent ?? ''}`,
  );

/** The smallest element around a control that shows anything of the row. */
function cellOf(control: Element, contents: readonly Element[], container: Element): Element {
  for (let at = flatParent(control); at && at !== container; at = flatParent(at)) {
    const around = at;
    if (contents.some((content) => isInside(content, around))) return around;
  }
  return container;
}

/** Controls behind the ID and before the next text, those of its own cell first; `copy` is the one next to it. */
function controlsFor(id: Element, cell: Element, contents: readonly Element[], row: SecretRow) {
  const all: Element[] = [];
  let isBehind = false;
  for (const element of walk(cell)) {
    if (element === id) isBehind = true;
    else if (contents.includes(element)) isBehind = false;
    else if (
      isBehind &&
      (isControl(element) || isPicture(element)) &&
      !all.some((each) => isInside(element, each))
    ) {
      all.push(controlOf(element, row) ?? element);
    }
  }
  const named = all.find((control) => labelOf(control) === 'copy');
  const copy = named ?? all.find((control) => labelOf(control) !== 'remove') ?? lastBefore(id, cell);
  return { all, copy };
}

/** A copy control may also stand in front of its ID. */
function lastBefore(id: Element, cell: Element): Element | undefined {
  let last: Element | undefined;
  for (const element of walk(cell)) {
    if (element === id) break;
    if (isControl(element)) last = element;
  }
  return last;
}

/** The text that a copy event takes: the selection in a text field, else in the document or the shadow tree. */
export function copiedText(event: Event, document: Document): string {
  const [target] = event.composedPath();
  const field = target as Partial<HTMLInputElement> | undefined;
  if (typeof field?.value === 'string' && typeof field.selectionStart === 'number') {
    return field.value.slice(field.selectionStart, field.selectionEnd ?? undefined);
  }
  const root = (target as Node | undefined)?.getRootNode?.() as
    | (ShadowRoot & Partial<Pick<Document, 'getSelection'>>)
    | undefined;
  // Chromium answers for a shadow tree at the tree itself; elsewhere the document does.
  const own = root && root !== (document as unknown) ? (root.getSelection?.()?.toString() ?? '') : '';
  return own || (document.getSelection()?.toString() ?? '');
}
