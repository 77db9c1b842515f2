import { iru } from './iru';
import { kandji } from './kandji';
import type { Region, VendorId, VendorProfile } from './profile';

/** Every vendor generation that can be connected. The compiler asks for the missing one. */
export const vendors: Readonly<Record<VendorId, VendorProfile>> = { kandji, iru };

/** Where no tenant has been chosen, the vendor is Kandji (DESIGN §2). */
export const defaultVendor: VendorProfile = vendors.kandji;

export interface VendorTenant {
  readonly vendor: VendorProfile;
  readonly region: Region;
  /** Exact host of the console, as in `URL.host`: no port, lower case. */
  readonly host: string;
  readonly subdomain: string;
}

const SUBDOMAIN = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * The vendor tenant whose console lives at this address, if it is one: https, default port, exactly one label before a
 * region's suffix, and none of the names that only look like consoles.
 * @param address an absolute URL
 */
export function vendorTenantOf(address: string): VendorTenant | undefined {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return undefined;
  }
  if (url.protocol !== 'https:' || url.port !== '' || url.username !== '' || url.password !== '')
    return undefined;
  for (const vendor of Object.values(vendors)) {
    for (const region of vendor.regions) {
      if (!url.hostname.endsWith(region.consoleSuffix)) continue;
      const subdomain = url.hostname.slice(0, -region.consoleSuffix.length);
      // A dot here means another region's or a service's host: `acme.api.kandji.io`.
      if (!SUBDOMAIN.test(subdomain) || subdomain.startsWith('xn--')) continue;
      if (vendor.notConsoles.includes(subdomain)) continue;
      return { vendor, region, host: url.hostname, subdomain };
    }
  }
  return undefined;
}

/** The vendor and region that sign users in at this host, if any. */
export function identityHostOf(host: string): { vendor: VendorProfile; region: Region } | undefined {
  for (const vendor of Object.values(vendors)) {
    const region = vendor.regions.find((candidate) => isHostOf(candidate.identityHost, host));
    if (region) return { vendor, region };
  }
  return undefined;
}

function isHostOf(pattern: string, host: string): boolean {
  if (!pattern.startsWith('*.')) return pattern === host;
  const suffix = pattern.slice(1);
  return host.endsWith(suffix) && SUBDOMAIN.test(host.slice(0, -suffix.length));
}

/**
 * Whether this is a redirect URI that the vendor of this tenant can be reached at: the fixed one to the letter, or one
 * that its dialog shows, on its own sign-in host.
 */
export function isRedirectUriOf(tenant: Pick<VendorTenant, 'region'>, uri: string): boolean {
  const { redirectUri, identityHost } = tenant.region;
  if (redirectUri.kind === 'fixed') return uri === redirectUri.uri;
  if (/\s/.test(uri) || !URL.canParse(uri)) return false;
  const url = new URL(uri);
  return (
    url.protocol === 'https:' &&
    url.port === '' &&
    url.username === '' &&
    url.password === '' &&
    url.search === '' &&
    url.hash === '' &&
    url.pathname !== '/' &&
    isHostOf(identityHost, url.hostname)
  );
}
