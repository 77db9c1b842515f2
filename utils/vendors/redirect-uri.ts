/** The redirect URI that the vendor shows in its own dialog, for the app registration to carry (facts, kandji §2). */
import { isShown, labelTextsOf, wordsOf } from '../page/find';
import { queryNear } from '../page/near';
import { attributeOf, closest, matches, parentOf, queryAll, squeeze, textOf, textPieces } from '../page/tree';
import { DIALOGS } from './other-connection';
import type { VendorProfile } from './profile';
import { isRedirectUriOf, type VendorTenant } from './registry';

export interface ShownRedirectUri {
  readonly uri: string;
  /** The field or text that shows it. */
  readonly element: Element;
}

const AREAS = `form, ${DIALOGS}`;
/** Addresses stand in fields, in code, or in plain text; never in what runs the page. */
const SHOWING =
  'input, textarea, code, pre, kbd, samp, output, p, span, div, td, dd, a, b, strong, label, li';

/**
 * The one redirect URI shown in a dialog or form for this kind of connection. It is known by its shape: an address on
 * the tenant's own sign-in host. Several different ones are told apart by the label; still several = none.
 */
export function findRedirectUri(document: Document, tenant: VendorTenant): ShownRedirectUri | undefined {
  if (tenant.region.redirectUri.kind !== 'shownByVendor') return undefined;
  const areas = queryNear(document, AREAS).filter((area) => isShown(area) && !isOther(area, tenant.vendor));
  const shown = areas
    .flatMap((area) => queryNear(area, SHOWING))
    .flatMap((element) => {
      const uri = addressIn(element);
      return uri !== undefined && isRedirectUriOf(tenant, uri) && isShown(element) ? [{ uri, element }] : [];
    })
    // A form of another kind may stand within an area that names both.
    .filter(({ element }) => !isInOther(element, tenant.vendor));
  return soleOf(shown) ?? soleOf(shown.filter(({ element }) => isLabelled(element, tenant.vendor)));
}

function soleOf(shown: readonly ShownRedirectUri[]): ShownRedirectUri | undefined {
  return new Set(shown.map(({ uri }) => uri)).size === 1 ? shown[0] : undefined;
}

/** The address that is all that an element itself shows; without a scheme before it, it is no address. */
function addressIn(element: Element): string | undefined {
  const isField = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
  if (isField && /^(?:password|hidden)$/.test(element.type)) return undefined;
  const text = squeeze(isField ? element.value : ownTextOf(element));
  return /^https:\/\/\S+$/.test(text) ? text : undefined;
}

/** Text of the element's own nodes: its children are asked for themselves. */
function ownTextOf(element: Element): string {
  const texts: string[] = [];
  for (let node = element.firstChild; node; node = node.nextSibling) {
    if (node.nodeType === Node.TEXT_NODE) texts.push(node.nodeValue ?? '');
  }
  return texts.join('');
}

const LEVELS = 4;

function isLabelled(element: Element, profile: VendorProfile): boolean {
  const known = profile.console.words.redirectUri.map(wordsOf);
  const isKnown = (text: string) => known.includes(wordsOf(text));
  const isField = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
  if (isField && labelTextsOf(element).some(isKnown)) return true;
  let around = parentOf(element);
  for (let level = 0; around && level < LEVELS && !matches(around, AREAS); level++) {
    const pieces = textPieces(around);
    // Only the wrapper of this one value: a wrapper of several says nothing about each.
    if (pieces.filter((piece) => /^https?:/.test(piece)).length > 1) return false;
    if (pieces.some(isKnown)) return true;
    around = parentOf(around);
  }
  return false;
}

const isInOther = (element: Element, profile: VendorProfile): boolean => {
  const form = closest(element, 'form');
  return form !== undefined && isOther(form, profile);
};

/** What heads and labels an area; its help texts and choices may well name other kinds. */
const NAMING = 'h1, h2, h3, h4, h5, h6, legend, label, [role="heading"]';

/** Whether a dialog or form is for another kind of connection: Google Workspace and SAML show such an address too. */
function isOther(area: Element, profile: VendorProfile): boolean {
  const labelled = (attributeOf(area, 'aria-labelledby') ?? '').split(/\s+/).filter(Boolean);
  const texts = [
    attributeOf(area, 'aria-label') ?? '',
    ...labelled.flatMap((id) => queryAll(area.ownerDocument, `[id="${CSS.escape(id)}"]`).map(textOf)),
    ...queryAll(area, NAMING).map(textOf),
    ...queryAll(area, 'input, textarea').flatMap((field) =>
      field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? labelTextsOf(field) : [],
    ),
  ];
  const types = profile.console.words.connectionTypes.map(wordsOf);
  const isOwn = texts.some((text) => types.some((type) => ` ${wordsOf(text)} `.includes(` ${type} `)));
  return !isOwn && texts.some((text) => profile.otherForms.some(({ pattern }) => pattern.test(text)));
}
