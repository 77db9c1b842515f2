/** Which of the console's own controls end a way to sign in (DESIGN §2, step 13). */

import { isNamed, namesOfControl, PRESSED } from '../../page/controls';
import { isShown, wordsOf } from '../../page/find';
import { queryNear } from '../../page/near';
import { attributeOf, closest, matches, parentOf, queryAll, textOf, textPieces } from '../../page/tree';
import { findConnectionForm } from '../connection-form';
import { DIALOGS } from '../other-connection';
import type { VendorProfile } from '../profile';
import { CELLS, nameOfRow, ROWS, stateOfRow } from './connections';

/** What a press would end. */
export type Ending =
  /** The vendor's own sign-ins: everybody has to come through a connection from then on. */
  | { readonly kind: 'standard'; readonly near: Element }
  /** The last connection that people can sign in with; `connectionName` where its row could be told. */
  | { readonly kind: 'connection'; readonly connectionName?: string; readonly near: Element };

/** While a click is told, a check box holds what it will be; its state is put back where the click is prevented. */
export type Moment = 'before' | 'duringClick';

/**
 * What pressing this element would end, if anything: the switch of the standard sign-ins while it is on, *Disable* or
 * *Delete* of the last active connection, and the answers that confirm either.
 */
export function endingOf(
  element: Element,
  profile: VendorProfile,
  moment: Moment = 'before',
): Ending | undefined {
  if (!matches(element, PRESSED)) return undefined;
  if (isStandardSwitch(element, profile, moment)) return { kind: 'standard', near: element };
  const dialog = closest(element, DIALOGS);
  if (dialog) return endingOfAnswer(element, dialog, profile);
  const { disable, delete: remove } = profile.console.words;
  return isNamed(element, [...disable, ...remove]) ? endingOfCommand(element, profile) : undefined;
}

const SWITCHES = '[role="switch"], [role="checkbox"], input[type="checkbox"], button[aria-pressed]';
const WRAPPERS = 3;

/** The switch, while it is on: called by the words, or beside them. A state that cannot be read counts as on. */
function isStandardSwitch(element: Element, profile: VendorProfile, moment: Moment): boolean {
  const { standardAuthentication, disable } = profile.console.words;
  const says = (texts: readonly string[]) => texts.some((text) => saysAny(text, standardAuthentication));
  if (matches(element, SWITCHES)) {
    if (isOff(element, moment)) return false;
    return says(namesOfControl(element)) || isBeside(element, standardAuthentication, SWITCHES);
  }
  // A button *Disable* or *Disable Standard Authentication*, where the vendor draws no switch.
  const names = namesOfControl(element);
  if (says(names)) return names.some((name) => startsWithAny(name, [...disable, 'Turn off']));
  return (
    isNamed(element, disable) && !closest(element, ROWS) && isBeside(element, standardAuthentication, BUTTONS)
  );
}

function isOff(element: Element, moment: Moment): boolean {
  if (element instanceof HTMLInputElement) return element.checked === (moment === 'duringClick');
  return attributeOf(element, 'aria-checked') === 'false' || attributeOf(element, 'aria-pressed') === 'false';
}

const BUTTONS = 'button, [role="button"], [role="menuitem"]';
const BORDERS = 'main, body, form, [role="menu"], [role="main"]';

/** Whether the text around a control says these words, as long as no other of its kind shares the wrapper. */
function isBeside(element: Element, words: readonly string[], kind: string): boolean {
  const known = words.map(wordsOf);
  let around = parentOf(element);
  for (let level = 0; around && level < WRAPPERS && !matches(around, BORDERS); level++) {
    if (queryNear(around, kind).length > 1) return false;
    if (textPieces(around).some((piece) => known.includes(wordsOf(piece)))) return true;
    around = parentOf(around);
  }
  return false;
}

/** A command of a row, in the row itself or in a menu that belongs to it. */
function endingOfCommand(element: Element, profile: VendorProfile): Ending | undefined {
  const row = rowOfCommand(element);
  const rows = connectionRows(element.ownerDocument, profile);
  // Any other table of the console has its *Delete* as well: only those of a table with connections count.
  if (row && !rows.includes(row)) return undefined;
  if (!row && rows.length === 0) return undefined;
  const active = rows.filter((each) => stateOfRow(each, profile) === 'active');
  if (active.length === 0 || (row && !active.includes(row)) || active.length > 1) return undefined;
  const last = active[0];
  return last && { kind: 'connection', near: last, ...named(nameOfRow(last)) };
}

const named = (connectionName: string | undefined) => (connectionName ? { connectionName } : {});

/** The row that a command belongs to: around it, or the one whose menu button says that its menu is open. */
function rowOfCommand(element: Element): Element | undefined {
  const own = closest(element, ROWS);
  if (own && matches(own, 'tr, [role="row"]')) return own;
  const opener = queryNear(element.ownerDocument, '[aria-haspopup][aria-expanded="true"]').find((each) =>
    closest(each, ROWS),
  );
  return (opener && closest(opener, ROWS)) ?? (own && !closest(element, '[role="menu"]') ? own : undefined);
}

/** Shown rows of the vendor's connections whose state can be read: those of a table that names their type. */
export function connectionRows(document: Document, profile: VendorProfile): Element[] {
  const types = profile.console.words.connectionTypes;
  const namesType = (row: Element) => textPieces(row).some((piece) => saysAny(piece, types));
  const tables = queryNear(document, ROWS)
    // Cheap question first: a console's device list has thousands of rows.
    .filter((row) => types.some((type) => row.textContent?.toLowerCase().includes(type.toLowerCase())))
    .filter((row) => isStated(row, profile) && namesType(row))
    .map(tableOf)
    .filter((table) => table !== undefined);
  return [...new Set(tables)]
    .flatMap((table) => queryAll(table, ROWS))
    .filter((row) => isStated(row, profile) && isShown(row));
}

const isStated = (row: Element, profile: VendorProfile): boolean =>
  queryAll(row, CELLS).length > 0 && stateOfRow(row, profile) !== 'unknown';

const tableOf = (row: Element): Element | undefined =>
  closest(row, 'table, [role="grid"], [role="table"]') ?? parentOf(row);

/** A dialog that asks about either: every answer but the cancelling ones. */
function endingOfAnswer(element: Element, dialog: Element, profile: VendorProfile): Ending | undefined {
  if (!matches(element, 'button, [role="button"], input[type="submit"], input[type="button"]'))
    return undefined;
  const { cancel, standardAuthentication, disable, delete: remove } = profile.console.words;
  if (!textOf(element) && !attributeOf(element, 'value')) return undefined;
  if (isNamed(element, cancel) || findConnectionForm(element.ownerDocument, profile).kind === 'form')
    return undefined;
  const text = textOf(dialog);
  if (saysAny(text, standardAuthentication)) return { kind: 'standard', near: element };
  if (!namesOfControl(element).some((name) => startsWithAny(name, [...disable, ...remove]))) return undefined;
  const active = connectionRows(element.ownerDocument, profile).filter(
    (row) => stateOfRow(row, profile) === 'active',
  );
  const [last] = active;
  const connectionName = last && nameOfRow(last);
  if (active.length !== 1 || !connectionName || !text.includes(connectionName)) return undefined;
  return { kind: 'connection', near: element, connectionName };
}

const saysAny = (text: string, words: readonly string[]) =>
  words.some((word) => ` ${wordsOf(text)} `.includes(` ${wordsOf(word)} `));
const startsWithAny = (text: string, words: readonly string[]) =>
  words.some((word) => `${wordsOf(text)} `.startsWith(`${wordsOf(word)} `));
