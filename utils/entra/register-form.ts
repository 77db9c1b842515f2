/**
 * Finds *Register an application* (facts/entra.md §3.4; both forms, the drop-down of 2026 and the radio buttons before it).
 * The redirect URI's box is told by what it asks for (`https://…`, *URI*) and by being locked until a platform is chosen;
 * the name's box is the one before it.
 */

import { readField } from '../page/fill';
import { labelTextsOf, type TextField, wordsOf } from '../page/find';
import { attributeOf, follows, holds } from '../page/tree';
import {
  type DropDown,
  dropDowns,
  formFields,
  isLocked,
  radios,
  rowIn,
  smallestAround,
} from './form-controls';
import { accountTypesIn, namesName, namesUri, type Platform, platformIn } from './registration-labels';

export interface RegisterForm {
  /** The smallest element that holds all of the form. */
  readonly container: Element;
  /** The row that the button stands above. */
  readonly firstRow: Element;
  readonly name: TextField | undefined;
  readonly redirectUri: TextField | undefined;
  readonly platform: PlatformChoice;
  readonly accountTypes: AccountTypesChoice;
}

/** `unsure`: something was chosen, in words that are not known. */
export type PlatformChoice =
  | { readonly kind: Platform; readonly dropDownName: string; readonly text: string }
  | { readonly kind: 'notChosen' | 'unsure'; readonly dropDownName: string; readonly text: string };

export interface AccountTypesChoice {
  readonly kind: 'singleTenant' | 'other' | 'unsure';
  /** What the drop-down is called; empty for radio buttons. */
  readonly dropDownName: string;
}

/** Reads the form as it is now, or nothing where none is shown. */
export function findRegisterForm(document: Document): RegisterForm | undefined {
  const fields = formFields(document);
  const redirectUri = redirectField(fields);
  const container = redirectUri
    ? smallestAround(redirectUri, (around) =>
        fields.some((field) => field !== redirectUri && holds(around, field)),
      )
    : containerOfName(fields);
  if (!container) return undefined;
  const name = nameField(
    fields.filter((field) => field !== redirectUri && holds(container, field)),
    redirectUri,
  );
  const first = name ?? redirectUri;
  if (!first) return undefined;
  const choices = dropDowns(container);
  const platform = redirectUri && platformDropDown(choices, redirectUri, container);
  return {
    container,
    firstRow: rowIn(container, first),
    name,
    redirectUri,
    platform: platformChoice(platform, redirectUri),
    accountTypes: accountTypes(container, choices, platform),
  };
}

/** Where the redirect URI goes: the box that most looks like it. Two that look alike are none. */
function redirectField(fields: readonly TextField[]): TextField | undefined {
  const scored = fields.map((field) => ({ field, score: redirectScore(field) }));
  const most = Math.max(1, ...scored.map(({ score }) => score));
  const best = scored.filter(({ score }) => score === most);
  return best.length === 1 ? best[0]?.field : undefined;
}

function redirectScore(field: TextField): number {
  const texts = labelTextsOf(field);
  const asksForAddress = [...texts, readField(field)].some((text) => /https?:\/\//i.test(text));
  return (asksForAddress ? 4 : 0) + (texts.some(namesUri) ? 2 : 0) + (isLocked(field) ? 1 : 0);
}

const isCalledName = (field: TextField) => labelTextsOf(field).some((text) => namesName(wordsOf(text)));

/** A form whose redirect box is not drawn yet: the name by its label, and choices around it. */
function containerOfName(fields: readonly TextField[]): Element | undefined {
  const named = fields.filter(isCalledName);
  const [name] = named;
  if (!name || named.length > 1) return undefined;
  return smallestAround(name, (around) => dropDowns(around).length > 0 || radios(around).length > 1);
}

function nameField(others: readonly TextField[], redirectUri: TextField | undefined): TextField | undefined {
  const before = others.filter((field) => !redirectUri || follows(redirectUri, field));
  const candidates = before.length > 0 ? before : others;
  const named = candidates.filter(isCalledName);
  if (named.length === 1) return named[0];
  const required = candidates.filter(
    (field) => field.required || attributeOf(field, 'aria-required') === 'true',
  );
  return required.length === 1 ? required[0] : candidates[0];
}

/** The drop-down nearest to the redirect box: beside it, else the last one before it. */
function platformDropDown(
  choices: readonly DropDown[],
  redirectUri: TextField,
  container: Element,
): DropDown | undefined {
  const candidates = choices.filter(({ text }) => !accountTypesIn(text));
  const around = smallestAround(redirectUri, (each) =>
    candidates.some(({ element }) => holds(each, element)),
  );
  if (!around || !holds(container, around)) return undefined;
  const near = candidates.filter(({ element }) => holds(around, element));
  return near.findLast(({ element }) => follows(redirectUri, element)) ?? near[0];
}

function platformChoice(dropDown: DropDown | undefined, redirectUri: TextField | undefined): PlatformChoice {
  const { text, name: dropDownName } = dropDown ?? { text: '', name: '' };
  const named = platformIn(text);
  if (named) return { kind: named, dropDownName, text };
  // Before a choice the box is locked, and the drop-down repeats its own name.
  const isOpen = redirectUri !== undefined && !isLocked(redirectUri);
  const isUnnamed = !dropDown || text === '' || text === dropDownName;
  return { kind: isOpen && !(dropDown && isUnnamed) ? 'unsure' : 'notChosen', dropDownName, text };
}

function accountTypes(
  container: Element,
  choices: readonly DropDown[],
  platform: DropDown | undefined,
): AccountTypesChoice {
  const buttons = radios(container);
  if (buttons.length > 1) {
    const at = buttons.findIndex(({ isChecked }) => isChecked);
    const said = accountTypesIn(buttons[at]?.text ?? '');
    return { kind: said ?? 'unsure', dropDownName: '' };
  }
  const [dropDown] = choices.filter((choice) => choice !== platform);
  return { kind: accountTypesIn(dropDown?.text ?? '') ?? 'unsure', dropDownName: dropDown?.name ?? '' };
}
