/**
 * Reads an app registration's Overview. The client ID is the text that equals the address's `appId`, whatever the page
 * calls it; the two other IDs are told apart by their labels, else by their order (facts/entra.md §3.1: client,
 * object, directory; the same in 2022 and 2026).
 */
import { cleanText, flatParent, isInside, isShown, textsOf } from '../page/text';
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

interface Hit {
  readonly element: Element;
  readonly guid: string;
}

/** How far around the client ID the other IDs are looked for. */
const LEVELS = 12;

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
  const hits: Hit[] = [];
  for (const element of walk(document.documentElement)) {
    const guid = guidShownBy(element);
    if (guid) hits.push({ element, guid });
  }
  return readOverviewFrom(hits, page.clientId);
}

/** The same, from GUIDs already found, in document order. */
export function readOverviewFrom(all: readonly Hit[], clientId: ClientId): OverviewReading | undefined {
  const hits = all.filter(({ element }) => element.isConnected && isShown(element));
  const own = hits.filter(({ guid, element }) => guid === clientId && isInnermost(element, hits));
  const groups = own.map((hit) => ({ hit, group: groupOf(hit, hits) }));
  const best = groups.find(({ group }) => group) ?? groups[0];
  if (!best) return undefined;
  const { hit, group } = best;
  const reading = { element: hit.element, clientId };
  if (!group) return { ...reading, reliedOn: ['address'] };
  const inGroup = hits.filter(({ element }) => isInside(element, group));
  const appName = nameBefore(hit.element, group);
  return { ...reading, ...otherIds(hit, inGroup, group), ...(appName ? { appName } : {}) };
}

function isInnermost(element: Element, hits: readonly Hit[]): boolean {
  return !hits.some((other) => other.element !== element && element.contains(other.element));
}

/** The smallest element around the client ID that shows two more GUIDs: the Essentials. */
function groupOf(own: Hit, hits: readonly Hit[]): Element | undefined {
  let at = flatParent(own.element);
  for (let level = 0; at && level < LEVELS; level++, at = flatParent(at)) {
    const around = at;
    const guids = new Set(hits.filter(({ element }) => isInside(element, around)).map(({ guid }) => guid));
    if (guids.size >= 3) return around;
  }
  return undefined;
}

type OtherIds = Pick<OverviewReading, 'objectId' | 'tenantId' | 'reliedOn'>;

function otherIds(own: Hit, inGroup: readonly Hit[], group: Element): OtherIds {
  const byLabel = new Map<EssentialsLabel, Set<string>>();
  for (const hit of inGroup) {
    const label = labelOf(hit, inGroup, group);
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
