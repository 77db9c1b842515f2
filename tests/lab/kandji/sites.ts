/** Which host is what in the Kandji generation (facts/kandji.md §3). */
import type { LabVendorTenant, World } from '../world';

export const IDENTITY_HOSTS = { us: 'auth.kandji.io', eu: 'auth.eu.kandji.io' } as const;
const CONSOLE_SUFFIXES = { us: '.kandji.io', eu: '.eu.kandji.io' } as const;

export function identityHostOf(tenant: LabVendorTenant): string {
  return IDENTITY_HOSTS[tenant.region];
}

export function consoleHostOf(tenant: Pick<LabVendorTenant, 'subdomain' | 'region'>): string {
  return tenant.subdomain + CONSOLE_SUFFIXES[tenant.region];
}

/** The one redirect URI of the tenant's region (facts/kandji.md §2). */
export function callbackOf(tenant: LabVendorTenant): string {
  return `https://${identityHostOf(tenant)}/login/callback`;
}

export function isIdentityHost(host: string): boolean {
  return Object.values(IDENTITY_HOSTS).some((identityHost) => identityHost === host);
}

export function tenantOfConsole(world: World, host: string): LabVendorTenant | undefined {
  return world.vendorTenants.find((tenant) => consoleHostOf(tenant) === host);
}

/** The Auth0 organization behind a tenant. */
export function organizationOf(tenant: LabVendorTenant): string {
  return `org_${Buffer.from(consoleHostOf(tenant)).toString('base64url').slice(0, 16)}`;
}
