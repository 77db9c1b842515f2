/**
 * Finds the pane *Add a client secret* (facts/entra.md §3.3): a text box, a drop-down that offers lifetimes, and buttons.
 * The pane's class names and title are not relied on.
 */
import { isShown, type TextField } from '../page/find';
import { deepQueryAll, holds } from '../page/tree';
import { type DropDown, dropDowns, formFields, rowIn, smallestAround } from './form-controls';
import { columnLabel } from './labels';
import { names24Months, namesLifetime } from './registration-labels';

export interface AddSecretPane {
  /** The row that the button stands above. */
  readonly firstRow: Element;
  readonly description: TextField;
  readonly expires: DropDown;
  readonly is24Months: boolean;
}

/** Reads the pane as it is now, or nothing where none is open. @param known name of the drop-down, once it was found: *Custom* names no lifetime */
export function findAddSecretPane(document: Document, known?: string): AddSecretPane | undefined {
  const fields = formFields(document);
  if (fields.length === 0) return undefined;
  const panes = dropDowns(document)
    .filter(isOfLifetimes(known))
    .flatMap((expires) => paneAround(expires, fields));
  return panes.length === 1 ? panes[0] : undefined;
}

const isOfLifetimes =
  (known: string | undefined) =>
  ({ text, name }: DropDown): boolean =>
    namesLifetime(text) || columnLabel(name) === 'expires' || (name !== '' && name === known);

function paneAround(expires: DropDown, fields: readonly TextField[]): AddSecretPane[] {
  const body = smallestAround(expires.element, (around) => fields.some((field) => holds(around, field)));
  const description = body && fields.find((field) => holds(body, field));
  if (!body || !description || !hasButtons(body, description)) return [];
  const is24Months = names24Months(expires.text);
  return [{ firstRow: rowIn(body, description), description, expires, is24Months }];
}

/** A form ends in buttons. A list or a menu in it means that this is the page, with a filter of its own, and no pane. */
function hasButtons(body: Element, description: TextField): boolean {
  const has = (around: Element, selector: string) =>
    deepQueryAll(around, selector).some((each) => isShown(each) && !holds(each, description));
  const pane = [body, smallestAround(body, (around) => has(around, BUTTONS))].find(
    (around) => around && has(around, BUTTONS),
  );
  return pane !== undefined && !has(pane, LISTS);
}

const BUTTONS = 'button:not([role="combobox"]),[role="button"]';
const LISTS = 'table,[role="grid"],nav,[role="navigation"]';
