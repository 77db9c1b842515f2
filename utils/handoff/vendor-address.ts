/** The vendor tenant's address as an admin types it. Pure. */
import type { TenantAddressFault } from '../messages/protocol';
import { type VendorTenant, vendorTenantOf } from '../vendors/registry';

export type ParsedAddress =
  | { kind: 'tenant'; tenant: VendorTenant }
  | { kind: 'fault'; fault: TenantAddressFault };

/**
 * Reads `acme.kandji.io`, `https://acme.kandji.io/devices`, ` ACME.kandji.io ` and the like. What is typed must name a
 * console exactly: a port, another scheme or a service host is refused in words instead of being mended.
 */
export function parseTenantAddress(text: string): ParsedAddress {
  const typed = text.trim();
  if (typed === '') return { kind: 'fault', fault: 'empty' };
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`;
  if (!URL.canParse(address)) return { kind: 'fault', fault: 'notAnAddress' };
  const url = new URL(address);
  if (url.protocol !== 'https:') return { kind: 'fault', fault: 'notHttps' };
  // `:443` vanishes in the parsed URL; it does no harm. User names are how look-alike addresses are made.
  if (url.port !== '') return { kind: 'fault', fault: 'hasPort' };
  if (url.username !== '' || url.password !== '') return { kind: 'fault', fault: 'notAnAddress' };
  if (!url.hostname.includes('.')) return { kind: 'fault', fault: 'notAnAddress' };
  const tenant = vendorTenantOf(url.href);
  if (tenant) return { kind: 'tenant', tenant };
  const isVendors = /(^|\.)(kandji\.io|iru\.com)$/.test(url.hostname);
  return { kind: 'fault', fault: isVendors ? 'notAConsole' : 'unknownVendor' };
}
