/**
 * Reads what was really registered: counts and account types from the Overview's *Essentials* (facts/entra.md §3.1), the
 * redirect URIs with their platforms from *Authentication*, in its list of 2026 and in the cards before it.
 */
import { queryNear } from '../page/near';
import { isShown, ownText, textsOf } from '../page/text';
import {
  attributeOf,
  closest,
  deepQueryAll,
  follows,
  matches,
  parentOf,
  siblingsBefore,
  squeeze,
  textOf,
} from '../page/tree';
import type { Hits } from './kept-hits';
import type { OverviewReading } from './overview';
import { audienceOf, namesRedirectUri, type Platform, platformIn } from './registration-labels';
import { walk } from './walk';

export type Counts = Readonly<Record<Platform, number>>;

export interface OverviewRegistration {
  readonly counts?: Counts;
  readonly audience?: 'singleTenant' | 'other';
}

export interface RedirectUri {
  readonly platform: Platform;
  readonly uri: string;
  readonly element: Element;
}

/** How far around the client ID, or a URI, what belongs to it is looked for. */
const LEVELS = 12;
const LINKS = 'a,button,[role="link"],[role="button"]';
/** An element with more is the page around the Essentials. */
const LINKS_MOST = 500;

/**
 * What *Essentials* of this app say, or nothing where they are not there.
 * @returns with the smallest element that holds both the client ID and the counts
 */
export function readOverviewRegistration(
  overview: OverviewReading | undefined,
): (OverviewRegistration & { readonly element: Element }) | undefined {
  // Until the page shows the whole app, it is being drawn, or is still that of another one.
  if (!overview?.objectId || !overview.tenantId) return undefined;
  let around = parentOf(overview.element);
  for (let level = 0; around && level < LEVELS; level++, around = parentOf(around)) {
    if (matches(around, 'body')) return undefined;
    const links = queryNear(around, LINKS);
    if (links.length > LINKS_MOST) return undefined;
    const texts = links.filter(isShown).map(textOf);
    const counts = onlyOne(texts.flatMap((text) => countsIn(text) ?? []));
    if (!counts) continue;
    const audience = onlyOne(texts.flatMap((text) => audienceOf(text) ?? []));
    return { counts, ...(audience && { audience }), element: around };
  }
  return undefined;
}

const onlyOne = <T>(all: readonly T[]): T | undefined => (all.length === 1 ? all[0] : undefined);

const none: Counts = { web: 0, spa: 0, publicClient: 0 };
const ORDER: readonly Platform[] = ['web', 'spa', 'publicClient'];

/**
 * `1 web, 0 spa, 0 public client` in any language: three parts with a number and words each, in this order unless the words
 * say otherwise. Without any, the link asks to add one.
 */
export function countsIn(text: string): Counts | undefined {
  const parts = text.normalize('NFKC').split(/[,;،、，]/);
  if (!/\d/.test(text))
    return text.length < 60 && namesRedirectUri(text) && audienceOf(text) === undefined ? none : undefined;
  if (parts.length !== 3) return undefined;
  const numbers = parts.map((part) => part.match(/\d+/g) ?? []);
  if (numbers.some((found) => found.length !== 1) || parts.some((part) => !/\p{L}/u.test(part)))
    return undefined;
  const named = parts.map(platformIn);
  const isNamed = new Set(named).size === 3 && named.every((platform) => platform !== undefined);
  const order = isNamed ? (named as Platform[]) : ORDER;
  const counts = { ...none };
  order.forEach((platform, at) => {
    counts[platform] = Number(numbers[at]?.[0]);
  });
  return Object.values(counts).every((count) => count <= 10_000) ? counts : undefined;
}

const URI = /^[a-z][a-z0-9+.-]*:\/\/\S{1,1000}$/i;
const NOT_CONTENT =
  'header,nav,[role="banner"],[role="navigation"],[role="search"],[role="dialog"],dialog,[role="alert"],[role="status"]';
/** Longer texts beside a URI explain, and name no platform. */
const LONGEST_NAME = 60;
/** A short text may have icons' words and a template's space around it. */
const LONGEST_SOURCE = 2000;
const MOST_URIS = 256;

/**
 * All redirect URIs with their platforms, or nothing where there is none, or where one stands under no platform that is
 * known: part of a list would look like a missing URI.
 * @param hits addresses of the page, as `uriShownBy` has found them
 * @param isEdited whether somebody has typed into a field: it is not registered yet
 */
export function readRedirectUris(
  hits: Hits<string>,
  isEdited: (element: Element) => boolean,
): readonly RedirectUri[] | undefined {
  const found = new Map<string, RedirectUri>();
  for (const element of hits.keys()) {
    // What stands in a field changes without the page being told.
    const uri = element.isConnected ? uriShownBy(element) : undefined;
    if (!uri || !isShown(element) || closest(element, NOT_CONTENT)) continue;
    if (isEdited(element)) return undefined;
    const platform = platformInRow(element, uri) ?? platformAbove(element);
    if (!platform) return undefined;
    found.set(`${platform} ${uri}`, { platform, uri, element });
  }
  return found.size > 0 && found.size <= MOST_URIS ? inOrder(found) : undefined;
}

const inOrder = (found: ReadonlyMap<string, RedirectUri>): RedirectUri[] =>
  [...found.values()].sort((one, other) => (follows(one.element, other.element) ? 1 : -1));

/** The address that an element shows, if its whole text, title or field is one. */
export function uriShownBy(element: Element): string | undefined {
  // Links lead to documentation; names of controls repeat what stands beside them.
  if (matches(element, LINKS)) return undefined;
  return textsOf(element).find((text) => URI.test(text));
}

/** The platform in another cell of the same row. */
function platformInRow(element: Element, uri: string): Platform | undefined {
  const row = closest(element, 'tr,[role="row"]');
  if (!row) return undefined;
  for (const each of walk(row)) {
    const text = attributeOf(each, 'title') || ownText(each);
    const platform = text !== uri ? shortPlatform(text) : undefined;
    if (platform) return platform;
  }
  return undefined;
}

/** The platform in the nearest heading or short text above. */
function platformAbove(element: Element): Platform | undefined {
  let at: Element | undefined = element;
  for (let level = 0; at && level < LEVELS; level++, at = parentOf(at)) {
    if (matches(at, 'body,main,[role="main"]')) return undefined;
    for (const before of siblingsBefore(at)) {
      const platform = platformOfHeading(before);
      if (platform) return platform;
    }
  }
  return undefined;
}

function platformOfHeading(element: Element): Platform | undefined {
  if (!isShown(element)) return undefined;
  // Cheap question first: a list beside the addresses may have thousands of rows.
  const isShort = (element.textContent?.length ?? 0) <= LONGEST_SOURCE;
  const whole = isShort ? squeeze(textOf(element)) : undefined;
  if (whole !== undefined && whole.length <= LONGEST_NAME) return platformIn(whole);
  const headings = deepQueryAll(element, 'h1,h2,h3,h4,h5,h6,legend,[role="heading"]').map(textOf);
  return headings.map(shortPlatform).findLast((platform) => platform !== undefined);
}

const shortPlatform = (text: string) => (text.length <= LONGEST_NAME ? platformIn(text) : undefined);
