/** Names of places and controls in a vendor's console, as its profile has them, ready for a sentence. */
import type { VendorId } from '../vendors/profile';
import { defaultVendor, vendors } from '../vendors/registry';

export interface VendorPlaces {
  /** The page that lists the connections: `**Settings › Access**`. */
  accessPage: string;
  /** The menu entry that switches a connection on: `**Enable**`. */
  enable: string;
  /** What the menu entry is called as the title of a step. */
  enableTitle: string;
  /** The sign-ins that end when single sign-on is required. */
  otherSignIns: string;
  supportName: string;
  order: 'entraFirst' | 'vendorFirst';
  consent: 'vendorLink' | 'portal';
}

/** @param vendorId Kandji's where it is not known yet, as everywhere (DESIGN §2) */
export function vendorPlaces(vendorId: VendorId = defaultVendor.id): VendorPlaces {
  const { console: page, standardSignIns, supportName, order, consent } = vendors[vendorId];
  const pages = page.words.wayToForm.flatMap(({ words: [name], where }) =>
    name !== undefined && where === 'navigation' ? [name] : [],
  );
  const enable = page.words.enable[0] ?? 'Enable';
  return {
    accessPage: `**${pages.slice(-2).join(' › ')}**`,
    enable: `**${enable}**`,
    enableTitle: enable === 'Enable' ? 'Enable the connection' : enable,
    otherSignIns: inWords(standardSignIns),
    supportName,
    order,
    consent,
  };
}

const inWords = (names: readonly string[]) =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
