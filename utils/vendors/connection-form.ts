/** The form that asks for an app registration's values, found by the vendor profile. */
import { isShown, stateOf, type TextField, textFields, wordsOf } from '../page/find';
import { FAR_ITEMS } from '../page/near';
import {
  attributeOf,
  closest,
  holds,
  matches,
  parentOf,
  queryAll,
  textOf,
  withAncestors,
} from '../page/tree';
import { type MatchedField, matchField, nameField } from './field-match';
import { DIALOGS, headingElementOf, otherConnectionOf } from './other-connection';
import type { FieldId, VendorProfile } from './profile';

/** Where a value belongs in the form: exactly one visible, editable field, or why there is none. */
export type FieldPlace =
  | { readonly kind: 'found'; readonly field: TextField; readonly label: string }
  | { readonly kind: 'notFound' }
  | { readonly kind: 'ambiguous'; readonly label: string }
  /** Disabled, read-only or covered; what it holds can be read. */
  | { readonly kind: 'notEditable'; readonly field: TextField; readonly label: string };

export interface ConnectionForm {
  /** Smallest form, dialog or group that holds the fields. */
  readonly container: Element;
  /** What belongs to the form beyond its fields, above all its Save button. */
  readonly area: Element;
  readonly heading: Element | undefined;
  readonly firstField: TextField;
  readonly places: Readonly<Record<FieldId, FieldPlace>>;
}

export type FormFinding =
  | { readonly kind: 'form'; readonly form: ConnectionForm }
  | { readonly kind: 'none' }
  /** The form has the right shape and is for Google Workspace or another kind of connection. */
  | { readonly kind: 'otherConnection'; readonly name: string; readonly container: Element }
  /** Several forms could be meant: never guess. */
  | { readonly kind: 'several' };

/** A form is told by these three: a login or SCIM form lacks one of them. */
const telling: readonly FieldId[] = ['clientId', 'secretValue', 'directoryDomain'];
/** What every form with a credential of an app asks for, ours and its look-alikes. */
const credentials: readonly FieldId[] = ['clientId', 'secretValue'];
const BORDERS = `form, body, html, ${DIALOGS}`;

/**
 * Finds the connection form in a console page, open shadow roots included, frames never. Hidden fields do not count.
 */
export function findConnectionForm(document: Document, profile: VendorProfile): FormFinding {
  const all = textFields(document, FAR_ITEMS);
  const matched = all.map((field) => matchField(field, profile)).filter((field) => field !== undefined);
  const missing = telling.filter((id) => !matched.some((field) => field.id === id));
  // Cheap question first: most pages of the console have no such fields at all.
  if (missing.some((id) => credentials.includes(id))) return { kind: 'none' };
  const shown = matched.filter((field) => isShown(field.field));
  const secrets = shown.filter((field) => field.id === 'secretValue');
  if (missing.length > 0) return otherFormAround(secrets, shown, all, profile);

  const containers = containersOf(secrets, shown, telling);
  // A form behind an open dialog is covered: the dialog is what the admin sees.
  const container =
    containers.length > 1 ? only(containers.filter((one) => isReachable(one, secrets))) : containers[0];
  if (!container) return { kind: containers.length > 1 ? 'several' : 'none' };

  const scope = scopeOf(container, secrets);
  const fields = shown.filter((field) => holds(scope, field.field));
  const other = otherConnectionOf(container, fields, profile);
  if (other) return { kind: 'otherConnection', name: other.name, container: scope };
  const firstField = fields[0]?.field;
  if (!firstField) return { kind: 'none' };
  const place = (id: FieldId) => placeOf(fields.filter((field) => field.id === id));
  return {
    kind: 'form',
    form: {
      container: scope,
      area: areaOf(scope, profile),
      heading: headingElementOf(scope, fields),
      firstField,
      places: {
        connectionName: place('connectionName'),
        directoryDomain: place('directoryDomain'),
        clientId: place('clientId'),
        secretValue: place('secretValue'),
      },
    },
  };
}

/** A form that asks for a client ID and a secret, and for something else than our directory domain. */
function otherFormAround(
  secrets: readonly MatchedField[],
  shown: readonly MatchedField[],
  all: readonly TextField[],
  profile: VendorProfile,
): FormFinding {
  const container = only(containersOf(secrets, shown, credentials));
  if (!container) return { kind: 'none' };
  const scope = scopeOf(container, secrets);
  const fields = all.filter((field) => holds(scope, field) && isShown(field)).map(nameField);
  const other = otherConnectionOf(container, fields, profile);
  return other ? { kind: 'otherConnection', name: other.name, container: scope } : { kind: 'none' };
}

const containersOf = (
  secrets: readonly MatchedField[],
  shown: readonly MatchedField[],
  ids: readonly FieldId[],
): Element[] => unique(secrets.map((secret) => containerOf(secret.field, shown, ids)).filter(isElement));

/** The smallest element around a secret field that also holds the other fields of these, no farther than its form. */
function containerOf(
  secret: TextField,
  fields: readonly MatchedField[],
  ids: readonly FieldId[],
): Element | undefined {
  for (const element of withAncestors(secret)) {
    if (matches(element, 'body, html')) return undefined;
    if (ids.every((id) => fields.some((field) => field.id === id && holds(element, field.field))))
      return element;
    if (matches(element, BORDERS)) return undefined;
  }
  return undefined;
}

/** The form, dialog or section around the container, as long as it holds no other connection's secret field. */
function scopeOf(container: Element, secrets: readonly MatchedField[]): Element {
  const scope =
    closest(container, `form, ${DIALOGS}`) ?? closest(container, 'section, fieldset') ?? container;
  const isAlone = secrets.every((secret) => !holds(scope, secret.field) || holds(container, secret.field));
  return isAlone ? scope : container;
}

/** A footer with the buttons may stand beside the form, this many wrappers farther out. */
const WRAPPERS_TO_BUTTONS = 5;

/** The dialog around the form; without one, the nearest element that also holds a button that says *Save*. */
function areaOf(scope: Element, profile: VendorProfile): Element {
  const dialog = closest(scope, DIALOGS);
  if (dialog) return dialog;
  let outer: Element | undefined = scope;
  for (let step = 0; outer && step < WRAPPERS_TO_BUTTONS && !matches(outer, 'body, html'); step++) {
    if (queryAll(outer, BUTTONS).some((button) => saysSave(button, profile))) return outer;
    outer = parentOf(outer);
  }
  return scope;
}

export const BUTTONS = 'button, input[type="submit"], input[type="button"], [role="button"]';

export function saysSave(button: Element, profile: VendorProfile): boolean {
  const words = profile.console.words.save.map(wordsOf);
  const texts = [textOf(button), attributeOf(button, 'aria-label') ?? '', attributeOf(button, 'value') ?? ''];
  return texts.some((text) => words.includes(wordsOf(text)));
}

function isReachable(container: Element, secrets: readonly MatchedField[]): boolean {
  return secrets.some((secret) => holds(container, secret.field) && stateOf(secret.field) === 'usable');
}

/** @param candidates the shown fields that ask for the same value */
function placeOf(candidates: readonly MatchedField[]): FieldPlace {
  const first = candidates[0];
  if (!first) return { kind: 'notFound' };
  const usable = candidates.filter((candidate) => stateOf(candidate.field) === 'usable');
  const { field, label } = usable[0] ?? first;
  if (usable.length === 1) return { kind: 'found', field, label };
  if (candidates.length === 1) return { kind: 'notEditable', field, label };
  return { kind: 'ambiguous', label };
}

const isElement = (element: Element | undefined): element is Element => element !== undefined;
const unique = <T>(items: readonly T[]): T[] => [...new Set(items)];
const only = <T>(items: readonly T[]): T | undefined => (items.length === 1 ? items[0] : undefined);
