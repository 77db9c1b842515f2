/**
 * Whether a form that looks like the connection form belongs to another kind of connection. The Google Workspace form
 * has the same shape: Name, Google Workspace Domain, Client ID, Client Secret (support.kandji.io/sso-google).
 */

import { labelTextsOf, wordsOf } from '../page/find';
import {
  attributeOf,
  closest,
  follows,
  matches,
  parentOf,
  queryAll,
  siblingsBefore,
  textOf,
} from '../page/tree';
import type { NamedField } from './field-match';
import type { OtherForm, VendorProfile } from './profile';

export const DIALOGS = 'dialog, [role="dialog"], [role="alertdialog"], [aria-modal="true"]';

/**
 * Field labels decide first: *Google …* in one of them is another connection, *Azure* or *Entra* is this one. Where they
 * say neither, the option chosen in the same form or dialog and the form's own heading decide. The rest of the page
 * does not count: a sidebar or a list of connection types may well name Google.
 * @returns the other kind, `undefined` = this form is ours
 */
export function otherConnectionOf(
  container: Element,
  fields: readonly NamedField[],
  profile: VendorProfile,
): OtherForm | undefined {
  const texts = fields.flatMap((field) => field.texts);
  const labelled = otherIn(texts, profile);
  if (labelled || texts.some((text) => isOwn(text, profile))) return labelled;
  const around = [...chosenOptions(container), headingOf(container, fields) ?? ''];
  // A heading that names both lists the choices.
  return otherIn(
    around.filter((text) => !isOwn(text, profile)),
    profile,
  );
}

const otherIn = (texts: readonly string[], profile: VendorProfile) =>
  profile.otherForms.find(({ pattern }) => texts.some((text) => pattern.test(text)));
const isOwn = (text: string, profile: VendorProfile) =>
  profile.console.words.connectionTypes.some((type) => ` ${wordsOf(text)} `.includes(` ${wordsOf(type)} `));

/** Texts of what is chosen in the form or dialog around the fields. */
function chosenOptions(container: Element): string[] {
  const area = closest(container, DIALOGS) ?? closest(container, 'form') ?? container;
  const chosen = queryAll(
    area,
    '[role="radio"][aria-checked="true"], [role="option"][aria-selected="true"], [role="tab"][aria-selected="true"], button[aria-pressed="true"], option:checked',
  ).map(textOf);
  const radios = queryAll(area, 'input[type="radio"]:checked').flatMap((radio) =>
    radio instanceof HTMLInputElement ? labelTextsOf(radio) : [],
  );
  return [...chosen, ...radios];
}

const HEADINGS = 'h1, h2, h3, h4, h5, h6, legend, [role="heading"]';
/** A heading in one of these is the caption of a choice. */
const CHOICES =
  'li, button, a, label, article, [role="option"], [role="radio"], [role="button"], [role="tab"], [role="listitem"]';
const NOT_CONTENT =
  'nav, aside, header, footer, [role="navigation"], [role="banner"], [role="complementary"]';
/** Beyond this many wrappers a heading is the page's. */
const WRAPPERS_TO_HEADING = 5;

/** The element that heads the form: the nearest heading in front of its first field, inside the form or just before it. */
export function headingElementOf(container: Element, fields: readonly NamedField[]): Element | undefined {
  const first = fields[0]?.field;
  const inside = queryAll(container, HEADINGS).filter(
    (heading) => !closest(heading, CHOICES) && first !== undefined && follows(first, heading),
  );
  const nearest = inside.at(-1);
  if (nearest) return nearest;
  let current: Element | undefined = container;
  for (let step = 0; current && step < WRAPPERS_TO_HEADING; step++) {
    if (matches(current, `body, ${DIALOGS}`)) return undefined;
    for (const sibling of siblingsBefore(current)) {
      const heading = soleHeadingIn(sibling);
      if (heading) return heading;
    }
    current = parentOf(current);
  }
  return undefined;
}

function soleHeadingIn(element: Element): Element | undefined {
  if (matches(element, NOT_CONTENT)) return undefined;
  if (matches(element, HEADINGS)) return element;
  const headings = queryAll(element, HEADINGS);
  return headings.length === 1 && headings[0] && !closest(headings[0], CHOICES) ? headings[0] : undefined;
}

function headingOf(container: Element, fields: readonly NamedField[]): string | undefined {
  const named = closest(container, DIALOGS) ?? container;
  const heading = headingElementOf(container, fields);
  return (heading && textOf(heading)) ?? attributeOf(named, 'aria-label');
}
