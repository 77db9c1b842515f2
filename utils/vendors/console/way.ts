/** The next control on the way to the connection's form, and to its *Enable* after Save (DESIGN §2, steps 7 and 10). */

import {
  controlsNamed,
  isChoice,
  isChosen,
  isDisabled,
  type NamedControl,
  PRESSED,
} from '../../page/controls';
import { isShown, wordsOf } from '../../page/find';
import { FAR_ITEMS, queryNear } from '../../page/near';
import { attributeOf, closest, parentOf, queryAll, textOf, textPieces } from '../../page/tree';
import { DIALOGS } from '../other-connection';
import type { VendorProfile, WayStep } from '../profile';
import { findRow, ROWS, stateOfRow } from './connections';

export interface NextControl {
  readonly control: NamedControl;
  /** What the control says, or what is behind it. */
  readonly says: string;
}

/**
 * The next control on the way to the form. One that stands there twice is not pointed at, nor is anything before it.
 */
export function nextToForm(document: Document, profile: VendorProfile): NextControl | undefined {
  const { wayToForm } = profile.console.words;
  const dialog = openDialog(document);
  if (dialog) {
    const inDialog = wayToForm.filter(({ where }) => where === 'dialog');
    return nextInDialog(dialog, inDialog);
  }
  const section = sectionOf(document, profile);
  if (section) return nextInSection(document, section, profile);
  for (const step of wayToForm.filter(({ where }) => where === 'navigation').toReversed()) {
    const controls = controlsNamed(document, step.words, FAR_ITEMS);
    if (controls.length === 0) continue;
    return asNext(only(controls), step);
  }
  return undefined;
}

/** Choices first, the button that goes on last. */
function nextInDialog(dialog: Element, steps: readonly WayStep[]): NextControl | undefined {
  for (const step of steps) {
    const control = only(controlsNamed(dialog, step.words));
    if (!control || isDisabled(control.element)) continue;
    if (!isChosen(control.element, step.words)) return asNext(control, step);
    if (!isChoice(control.element)) return undefined;
  }
  return undefined;
}

function nextInSection(
  document: Document,
  section: Element,
  profile: VendorProfile,
): NextControl | undefined {
  // Vendor first: the method is there already, and waits for its values.
  const { words } = profile.console;
  const waiting =
    profile.order === 'vendorFirst' ? queryNear(section, ROWS).filter((row) => isWaiting(row, profile)) : [];
  const [row, ...others] = waiting;
  if (others.length > 0) return undefined;
  if (row) return inRow(document, row, words.configure);
  const step = words.wayToForm.find(({ where }) => where === 'section');
  return step && asNext(only(controlsNamed(section, step.words, FAR_ITEMS)), step);
}

function isWaiting(row: Element, profile: VendorProfile): boolean {
  const types = profile.console.words.connectionTypes.map(wordsOf);
  const isOwn = textPieces(row).some((piece) =>
    types.some((type) => ` ${wordsOf(piece)} `.includes(` ${type} `)),
  );
  return isOwn && isShown(row) && stateOfRow(row, profile) !== 'active';
}

/** *Enable* of the saved connection: in its row, or the menu of the row that holds it. */
export function nextToEnable(
  document: Document,
  profile: VendorProfile,
  connectionName: string,
): NextControl | undefined {
  if (openDialog(document)) return undefined;
  const row = findRow(document, connectionName);
  if (!row || stateOfRow(row, profile) === 'active') return undefined;
  return inRow(document, row, profile.console.words.enable);
}

/** A command of a row: in the open menu, in the row itself, or behind the row's only menu button. */
function inRow(document: Document, row: Element, words: readonly string[]): NextControl | undefined {
  const says = words[0] ?? '';
  const inMenu = queryNear(document, '[role="menu"]').filter(isShown);
  const all = [...inMenu.flatMap((menu) => controlsNamed(menu, words)), ...controlsNamed(row, words)];
  const named = all.filter(
    ({ element }, index) => all.findIndex((each) => each.element === element) === index,
  );
  if (named.length > 0) {
    const control = only(named);
    return control && !isDisabled(control.element) ? { control, says } : undefined;
  }
  if (inMenu.length > 0) return undefined;
  const menuButton = menuButtonOf(row);
  return menuButton && { control: { element: menuButton, seen: menuButton }, says };
}

/** The button that opens a row's menu: the one that says so, else the row's last and only button. */
export function menuButtonOf(row: Element): Element | undefined {
  const buttons = queryAll(row, PRESSED).filter(isShown);
  const opening = buttons.filter((button) =>
    /^(?:menu|true)$/.test(attributeOf(button, 'aria-haspopup') ?? ''),
  );
  return opening.length > 0 ? only(opening) : only(buttons.filter((button) => !closest(button, 'a[href]')));
}

/** The dialog in front: the last one shown. */
export function openDialog(document: Document): Element | undefined {
  return queryNear(document, DIALOGS).filter(isShown).at(-1);
}

const HEADINGS = 'h1, h2, h3, h4, h5, h6, legend, [role="heading"]';
const LEVELS = 6;

/** The part of the page that holds the connections: what the heading of *Authentication* heads. */
export function sectionOf(document: Document, profile: VendorProfile): Element | undefined {
  const { authentication, wayToForm } = profile.console.words;
  const known = authentication.map(wordsOf);
  const heading = only(
    queryNear(document, HEADINGS).filter((each) => known.includes(wordsOf(textOf(each))) && isShown(each)),
  );
  const step = wayToForm.find(({ where }) => where === 'section');
  if (!heading || !step) return undefined;
  let around = parentOf(heading);
  for (let level = 0; around && level < LEVELS; level++) {
    // Its button and its table stand around it, sooner or later.
    if (controlsNamed(around, step.words, FAR_ITEMS).length > 0 && holdsTable(around)) return around;
    around = parentOf(around);
  }
  return undefined;
}

const holdsTable = (element: Element) =>
  queryNear(element, 'table, ul, [role="grid"], [role="table"]').length > 0;

function asNext(control: NamedControl | undefined, step: WayStep): NextControl | undefined {
  if (!control || isDisabled(control.element) || isChosen(control.element, step.words)) return undefined;
  const says = step.words.find((word) => wordsOf(textOf(control.element)) === wordsOf(word));
  return { control, says: says ?? step.words[0] ?? '' };
}

const only = <T>(items: readonly T[]): T | undefined => (items.length === 1 ? items[0] : undefined);
