/** Which host is what in the Iru generation (facts/kandji.md §2, §3). Anything else under `iru.com` is no console. */
import type { World } from '../world';
import type { IruConnection, IruTenant } from './model';

export function consoleHostOf({ subdomain }: Pick<IruTenant, 'subdomain'>): string {
  return `${subdomain}.iru.com`;
}

export function identityHostOf({ identityId }: Pick<IruTenant, 'identityId'>): string {
  return `${identityId}.id.iru.com`;
}

export function tenantOfConsole(world: World, host: string): IruTenant | undefined {
  return world.iruTenants.find((tenant) => consoleHostOf(tenant) === host);
}

export function tenantOfIdentity(world: World, host: string): IruTenant | undefined {
  return world.iruTenants.find((tenant) => identityHostOf(tenant) === host);
}

/** The Redirect URL that the modal shows: unique to the tenant, and to the method where the path says so. */
export function redirectUrlOf(
  world: World,
  tenant: IruTenant,
  connection: Pick<IruConnection, 'id'>,
): string {
  const path = world.iru.redirectPath.replace('{connection}', connection.id);
  return `https://${identityHostOf(tenant)}${path}`;
}

/** Where the vendor's own Microsoft app sends users of *Microsoft Social* back to. Made up. */
export function socialRedirectUrlOf(tenant: Pick<IruTenant, 'identityId'>): string {
  return `https://${identityHostOf(tenant)}/social/microsoft/callback`;
}
