/** A console's own controls, by what they say. */
import { isShown, labelsOf, labelTextsOf, wordsOf } from './find';
import {
  attributeOf,
  deepQueryAll,
  holds,
  matches,
  onceATurn,
  queryAll,
  queryById,
  rootOf,
  textOf,
  textPieces,
} from './tree';

const ROLES = [
  'button',
  'link',
  'tab',
  'menuitem',
  'menuitemradio',
  'option',
  'radio',
  'switch',
  'treeitem',
] as const;

/** What an administrator presses. */
export const PRESSED = [
  'a[href]',
  'button',
  'summary',
  'select',
  'input:is([type="button"],[type="submit"],[type="radio"],[type="checkbox"])',
  ...ROLES.map((role) => `[role="${role}"]`),
].join(',');

const CHOICES = 'input[type="radio"], select, [role="radio"], [role="option"], [role="menuitemradio"]';

/** A control, and the element that is seen of it: a radio button may be drawn by its label. */
export interface NamedControl {
  readonly element: Element;
  readonly seen: Element;
}

/**
 * Shown controls below `root` that say exactly one of these words; a drop-down says what its options say.
 * @param besides as of `deepQueryAll`
 */
export function controlsNamed(root: Node, words: readonly string[], besides = ''): NamedControl[] {
  const known = words.map(wordsOf);
  return deepQueryAll(root, PRESSED, besides)
    .filter((element) => saysOneOf(element, known))
    .flatMap((element) => {
      const seen = seenOf(element);
      return seen ? [{ element, seen }] : [];
    });
}

/** Whether this control says exactly one of these words. */
export const isNamed = (element: Element, words: readonly string[]): boolean =>
  saysOneOf(element, words.map(wordsOf));

function saysOneOf(element: Element, known: readonly string[]): boolean {
  if (!maySay(element, known)) return false;
  return namesInWords(element).some((name) => known.includes(name));
}

/** Several ways are looked for in a turn, and every check box of a page is asked for its label. */
const namesInWords = onceATurn((element: Element) => namesOfControl(element).map(wordsOf));

/** Cheap question first: a console's lists have thousands of links. */
function maySay(element: Element, known: readonly string[]): boolean {
  if (matches(element, 'input, select, [aria-labelledby]')) return true;
  const text = `${attributeOf(element, 'aria-label') ?? ''} ${element.textContent}`.toLowerCase();
  return known.some((words) => words.split(' ').every((word) => text.includes(word)));
}

/** What a control is called: by another element, its own label, its text; a choice also without its explanation. */
export function namesOfControl(element: Element): string[] {
  const names = [...labelledBy(element), attributeOf(element, 'aria-label') ?? ''];
  if (element instanceof HTMLInputElement) {
    if (!/^(?:button|submit)$/.test(element.type)) return [...names, ...labelTextsOf(element)];
    return [...names, attributeOf(element, 'value') ?? ''];
  }
  if (element instanceof HTMLSelectElement) return queryAll(element, 'option').map(optionText);
  names.push(textOf(element));
  if (matches(element, CHOICES)) names.push(textPieces(element)[0] ?? '');
  return names.filter(Boolean);
}

function labelledBy(element: Element): string[] {
  const ids = (attributeOf(element, 'aria-labelledby') ?? '').split(/\s+/).filter(Boolean);
  const root = rootOf(element);
  return ids.flatMap((id) => queryById(root, id).map(textOf));
}

const optionText = (option: Element) => option.textContent?.trim() ?? '';

/** A radio button's label around it is what people see and press, whether or not the button itself is drawn. */
function seenOf(element: Element): Element | undefined {
  const labels = element instanceof HTMLInputElement ? labelsOf(element).filter(isShown) : [];
  return labels.find((label) => holds(label, element)) ?? (isShown(element) ? element : labels[0]);
}

/** Whether it is one of several to choose from. */
export const isChoice = (element: Element): boolean => matches(element, CHOICES);

/** Whether it is what the page shows now, or what was chosen. */
export function isChosen(element: Element, words: readonly string[]): boolean {
  if (element instanceof HTMLSelectElement) {
    const known = words.map(wordsOf);
    return [...element.selectedOptions].some((option) => known.includes(wordsOf(optionText(option))));
  }
  if (element instanceof HTMLInputElement) return element.checked;
  return (
    attributeOf(element, 'aria-selected') === 'true' ||
    attributeOf(element, 'aria-checked') === 'true' ||
    !['false', undefined].includes(attributeOf(element, 'aria-current'))
  );
}

export const isDisabled = (element: Element): boolean =>
  matches(element, ':disabled') || attributeOf(element, 'aria-disabled') === 'true';
