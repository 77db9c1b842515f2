/** Names of places and controls in a vendor's console, as its profile has them, ready for a sentence. */
import type { VendorId } from '../vendors/profile';
import { defaultVendor, vendors } from '../vendors/registry';
import { allOf, say } from './messages';

export interface VendorPlaces {
  /** The page that lists the connections: `**Settings › Access**`. */
  accessPage: string;
  /** The menu entry that switches a connection on: `**Enable**`. */
  enable: string;
  /** What the menu entry is called as the title of a step. */
  enableTitle: string;
  /** The sign-ins that end when single sign-on is required. */
  otherSignIns: string;
  order: 'entraFirst' | 'vendorFirst';
  consent: 'vendorLink' | 'portal';
}

/** @param vendorId Kandji's where it is not known yet, as everywhere (DESIGN §2) */
export function vendorPlaces(vendorId: VendorId = defaultVendor.id): VendorPlaces {
  const { console: page, standardSignIns, order, consent } = vendors[vendorId];
  const pages = page.words.wayToForm.flatMap(({ words: [name], where }) =>
    name !== undefined && where === 'navigation' ? [name] : [],
  );
  const enable = page.words.enable[0] ?? 'Enable';
  return {
    accessPage: `**${pages.slice(-2).join(' › ')}**`,
    enable: `**${enable}**`,
    enableTitle: enable === 'Enable' ? say('step.enable.title') : enable,
    otherSignIns: allOf(standardSignIns.map((way) => say(`signIns.${way}`))),
    order,
    consent,
  };
}
