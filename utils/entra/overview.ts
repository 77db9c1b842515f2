/**
 * Reads an app registration's Overview. The client ID is the text that equals the address's `appId`, whatever the page
 * calls it; the two other IDs are told apart by their labels, else by their order (facts/entra.md §3.1: client,
 * object, directory; the same in 2022 and 2026).
 */
import { cleanText, flatParent, isInside, isShown, textsOf } from '../page/text';
import { follows } from '../page/tree';
import { allHits, type Hits } from './kept-hits';
import { type EssentialsLabel, essentialsLabel } from './labels';
import { asObjectId, asTenantId, type ClientId, isGuid, type ObjectId, type TenantId } from './values';
import { walk } from './walk';

export interface OverviewReading {
  /** Shows the client ID; the button goes behind it. */
  readonly element: Element;
  readonly clientId: ClientId;
  readonly objectId?: ObjectId;
  readonly tenantId?: TenantId;
  readonly appName?: string;
  /** What told object ID and directory ID apart; the client ID is always told by the address. */
  readonly reliedOn: readonly ('address' | 'label' | 'order')[];
}

/** How far around the client ID the other IDs are looked for. */
const LEVELS = 12;

/** Essentials have some hundred elements, and show three GUIDs, each in a few of them; what has more is the page around them. */
const ELEMENTS_MOST = 2000;
const HITS_MOST = 60;

/** The GUID that an element shows, if its whole text, title or field is one. */
export function guidShownBy(element: Element): string | undefined {
  const text = textsOf(element).find(isGuid);
  return text === undefined ? undefined : text.toLowerCase().replace(/[^0-9a-f-]/g, '');
}

/**
 * Reads the Overview of this app, or nothing while the page shows another app's or none.
 * @param page what the address says
 */
export function readOverview(document: Document, page: { clientId: ClientId }): OverviewReading | undefined {
  return readOverviewFrom(allHits(document, guidShownBy), page.clientId);
}

/**
 * The same, from the GUIDs of the page. A portal keeps pages behind the one in front, lists with thousands of GUIDs among
 * them: only what stands around the client ID is looked at.
 */
export function readOverviewFrom(guids: Hits<string>, clientId: ClientId): OverviewReading | undefined {
  const around = new Around(guids);
  const own = [...guids].flatMap(([element, guid]) =>
    guid === clientId && element.isConnected && around.isInnermost(element) ? [element] : [],
  );
  const groups = own.flatMap((element) => around.groupOf({ element, guid: clientId }) ?? []);
  const group = firstOf(groups, ({ own: { element } }) => element);
  if (group) {
    const appName = nameBefore(group.own.element, group.around);
    return { element: group.own.element, clientId, ...otherIds(group), ...(appName ? { appName } : {}) };
  }
  const element = firstOf(own, (each) => each);
  return element && { element, clientId, reliedOn: ['address'] };
}

/** The first one in the document. */
const firstOf = <Found>(all: readonly Found[], elementOf: (one: Found) => Element): Found | undefined =>
  all.reduce<Found | undefined>(
    (first, one) => (first && follows(elementOf(one), elementOf(first)) ? first : one),
    undefined,
  );

interface Hit {
  readonly element: Element;
  readonly guid: string;
}

/** The smallest element around the client ID that shows two more GUIDs: the Essentials. */
interface Group {
  readonly own: Hit;
  readonly around: Element;
  /** Its GUIDs, in reading order. */
  readonly hits: readonly Hit[];
}

/** What stands around elements of a page, for one reading. */
class Around {
  readonly #guids: Hits<string>;
  /** An app's sign-ins show its client ID a thousand times, all in one list. */
  readonly #tooLarge = new Set<Element>();

  constructor(guids: Hits<string>) {
    this.#guids = guids;
  }

  isInnermost(element: Element): boolean {
    const shown = this.#shownIn(element);
    return shown?.length === 1 && shown[0]?.element === element;
  }

  groupOf(own: Hit): Group | undefined {
    let around = flatParent(own.element);
    for (let level = 0; around && level < LEVELS; level++, around = flatParent(around)) {
      const hits = this.#shownIn(around);
      if (!hits) return undefined;
      if (new Set(hits.map(({ guid }) => guid)).size >= 3) return { own, around, hits };
    }
    return undefined;
  }

  /** The GUIDs that an element and what is in it show; `undefined` where that is more than the Essentials can be. */
  #shownIn(around: Element): Hit[] | undefined {
    if (this.#tooLarge.has(around)) return undefined;
    const shown: Hit[] = [];
    let count = 0;
    for (const element of walk(around)) {
      const guid = this.#guids.get(element);
      // What stands in a field changes without the page being told, and rows of a long list are not told one by one.
      if (guid !== undefined && guidShownBy(element) === guid && isShown(element))
        shown.push({ element, guid });
      if (++count <= ELEMENTS_MOST && shown.length <= HITS_MOST) continue;
      this.#tooLarge.add(around);
      return undefined;
    }
    return shown;
  }
}

type OtherIds = Pick<OverviewReading, 'objectId' | 'tenantId' | 'reliedOn'>;

function otherIds({ own, around, hits: inGroup }: Group): OtherIds {
  const byLabel = new Map<EssentialsLabel, Set<string>>();
  for (const hit of inGroup) {
    const label = labelOf(hit, inGroup, around);
    if (label) byLabel.set(label, (byLabel.get(label) ?? new Set()).add(hit.guid));
  }
  const labelled = (kind: EssentialsLabel) => {
    const guids = [...(byLabel.get(kind) ?? [])];
    return guids.length === 1 ? guids[0] : undefined;
  };
  const order = [...new Set(inGroup.map(({ guid }) => guid))];
  // Order alone is believed only where it starts as it always has, and nothing else stands among the three.
  const [, second, third] = order[0] === own.guid && order.length === 3 ? order : [];
  const objectText = labelled('objectId');
  const tenantText = labelled('tenantId');
  const hasLabels = objectText !== undefined || tenantText !== undefined;
  const objectId = asObjectId((hasLabels ? objectText : second) ?? '');
  const tenantId = asTenantId((hasLabels ? tenantText : third) ?? '');
  const relied: OverviewReading['reliedOn'][number][] = ['address'];
  if (hasLabels) relied.push('label');
  if (second && third && (!objectText || objectText === second) && (!tenantText || tenantText === third)) {
    relied.push('order');
  }
  return { ...(objectId ? { objectId } : {}), ...(tenantId ? { tenantId } : {}), reliedOn: relied };
}

/** The label of one GUID: in the largest element around it that shows no other GUID, in the element before that, or by `aria-labelledby`. */
function labelOf(hit: Hit, inGroup: readonly Hit[], group: Element): EssentialsLabel | undefined {
  const labelledBy = hit.element.getAttribute('aria-labelledby');
  const root = hit.element.getRootNode() as Document | ShadowRoot;
  for (const id of labelledBy?.split(/\s+/) ?? []) {
    const label = essentialsLabel(root.getElementById(id)?.textContent ?? '');
    if (label) return label;
  }
  const isAlone = (around: Element) =>
    !inGroup.some(({ element, guid }) => guid !== hit.guid && isInside(element, around));
  let item = hit.element;
  for (let at = flatParent(item); at && at !== group && isAlone(at); at = flatParent(at)) item = at;
  const inItem = labelIn(item);
  if (inItem) return inItem;
  const before = item.previousElementSibling;
  return before && isAlone(before) && !guidShownBy(before) ? labelIn(before) : undefined;
}

function labelIn(item: Element): EssentialsLabel | undefined {
  for (const element of walk(item)) {
    const label = textsOf(element).map(essentialsLabel).find(Boolean);
    if (label) return label;
  }
  return essentialsLabel(cleanText(item.textContent ?? ''));
}

/** The app's display name: the link before the client ID in the Essentials. */
function nameBefore(clientElement: Element, group: Element): string | undefined {
  let name: string | undefined;
  for (const element of walk(group)) {
    if (element === clientElement) break;
    if (!element.matches('a,[role="link"]') || !isShown(element)) continue;
    const text = cleanText(element.textContent ?? '');
    if (text && !isGuid(text) && text.length <= 256) name = text;
  }
  return name;
}
