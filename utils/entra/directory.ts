/**
 * The directory's domain, from the address and from the portal's header (facts/entra.md §7): the account menu shows
 * `CONTOSO (CONTOSO.ONMICROSOFT.COM)` under the user's name. Its markup is not known, so it is told by its shape. The app's name
 * stands in the blade's title.
 */
import { flatParent, textsOf } from '../page/text';
import { isMaskedRow } from './masked-rows';
import { readRouteDirectory } from './routes';
import { walk } from './walk';

/** Initial domains of the clouds: `contoso.onmicrosoft.com`, `.onmicrosoft.us`, `.partner.onmschina.cn`. */
const INITIAL = '[a-z0-9][a-z0-9-]*\\.(?:onmicrosoft\\.(?:com|us|de)|partner\\.onmschina\\.cn)';
const DOMAIN = '(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]';
const initialOnly = new RegExp(`^${INITIAL}$`, 'i');
/** `CONTOSO (CONTOSO.ONMICROSOFT.COM)`, also as the end of an accessible name. */
const named = new RegExp(`\\S\\s*[(（](${DOMAIN})[)）]\\s*$`, 'i');
const upn = new RegExp(`^[^\\s@]{1,128}@(${DOMAIN})$`, 'i');
const upnInside = new RegExp(`[^\\s@]{1,128}@(${DOMAIN})(?=\\s)`, 'i');
const HEADERS = 'header,[role="banner"]';

/** How sure a place on the page is of the directory's domain; the best class with one candidate decides. */
type Strength = 'named' | 'upn';

/** Most texts do not. */
const mayNameDomain = (text: string): boolean => text.length <= 400 && /[(（@]/.test(text);

/** The directory's domain in a text that may name it. */
function domainIn(text: string, isHeader: boolean): { domain: string; strength: Strength } | undefined {
  const inBrackets = named.exec(text)?.[1]?.toLowerCase();
  const userDomain = (upn.exec(text) ?? upnInside.exec(text))?.[1]?.toLowerCase();
  // A custom domain in brackets counts where it cannot be anything else: in the header, or beside a user of it.
  if (inBrackets && (initialOnly.test(inBrackets) || isHeader || inBrackets === userDomain)) {
    return { domain: inBrackets, strength: 'named' };
  }
  if (userDomain && (initialOnly.test(userDomain) || isHeader))
    return { domain: userDomain, strength: 'upn' };
  return undefined;
}

/** What a page of the portal says whichever blade it shows. */
export interface PageNames {
  /** In lower case. */
  readonly directoryDomain?: string;
  /** The app's name from the blade's title, `<app> | Certificates & secrets` in every language. */
  readonly titleName?: string;
}

/** Elements looked at between two chances to pause. */
const PAUSE_EVERY = 200;

/**
 * Reads all of the page, rows with a hidden value left out: they name neither. Pauses at each `yield`. Two different
 * candidates of the same strength are none: the page may list other directories, and a wrong domain sends every user to
 * the wrong place.
 */
export function* readPageNames(document: Document, hash: string): Generator<void, PageNames> {
  const found: Record<Strength, Set<string>> = { named: new Set(), upn: new Set() };
  const titles = new Set<string>();
  let count = 0;
  for (const element of walk(document.documentElement, isMaskedRow)) {
    if (++count % PAUSE_EVERY === 0) yield;
    if (!element) continue;
    for (const text of textsOf(element)) {
      const domain = mayNameDomain(text) && domainIn(text, isInHeader(element));
      if (domain) found[domain.strength].add(domain.domain);
    }
    const title = titleNameIn(element);
    if (title) titles.add(title);
  }
  const directoryDomain = domainOf(hash) ?? only(found.named.size > 0 ? found.named : found.upn);
  const titleName = only(titles);
  return { ...(directoryDomain ? { directoryDomain } : {}), ...(titleName ? { titleName } : {}) };
}

function isInHeader(element: Element): boolean {
  for (let at: Element | null = element; at; at = flatParent(at)) if (at.matches(HEADERS)) return true;
  return false;
}

const only = (names: ReadonlySet<string>): string | undefined =>
  names.size === 1 ? [...names][0] : undefined;

function domainOf(hash: string): string | undefined {
  const { directoryDomain = '' } = readRouteDirectory(hash);
  return new RegExp(`^${DOMAIN}$`).test(directoryDomain) ? directoryDomain : undefined;
}

function titleNameIn(element: Element): string | undefined {
  if (!element.matches('h1,h2,h3,[role="heading"]')) return undefined;
  return /^(.{1,256}?) \| \S/.exec(element.textContent?.replace(/\s+/g, ' ').trim() ?? '')?.[1];
}
