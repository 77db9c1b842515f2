/** The Iru generation: one console and one sign-in host a tenant, and the way there from a migrated Kandji tenant. */
import { tenantOfConsole as kandjiTenantOf } from '../kandji/sites';
import { redirect } from '../respond';
import type { LabHandler } from '../serve';
import type { World } from '../world';
import { ConsoleSite } from './console/site';
import { consoleHostOf, tenantOfConsole, tenantOfIdentity } from './hosts';
import type { LabFetch } from './identity/federation';
import { IdentitySite } from './identity/site';
import { IruState } from './state';

/** @param fetchFromLab how the sign-in host's back channel reaches Microsoft: the lab itself */
export function iruHandler(world: World, fetchFromLab: LabFetch): LabHandler {
  const state = new IruState();
  const identity = new IdentitySite(world, state, fetchFromLab);
  const console = new ConsoleSite(world, state);
  return (exchange) => {
    const { hostname, pathname, search } = exchange.url;
    const migrated = kandjiTenantOf(world, hostname);
    // Stale links to kandji.io "should redirect" (facts/kandji.md §1).
    if (migrated?.migratedTo === 'iru') {
      return redirect(exchange, `https://${consoleHostOf(migrated)}${pathname}${search}`);
    }
    const signsIn = tenantOfIdentity(world, hostname);
    if (signsIn) return identity.answer(exchange, signsIn);
    const tenant = tenantOfConsole(world, hostname);
    return tenant ? console.answer(exchange, tenant) : false;
  };
}
