/** The Kandji generation: sign-in hosts and consoles of both regions. */
import type { LabHandler } from '../serve';
import type { World } from '../world';
import type { LabFetch } from './code-exchange';
import { ConsoleSite } from './console-site';
import { IdentitySite } from './identity';
import { isIdentityHost, tenantOfConsole } from './sites';
import { VendorState } from './state';

/** @param fetchFromLab how the vendor's back channel reaches Microsoft: the lab itself */
export function kandjiHandler(world: World, fetchFromLab: LabFetch): LabHandler {
  const state = new VendorState(world);
  const identity = new IdentitySite(state, fetchFromLab);
  const console = new ConsoleSite(state);
  return (exchange) => {
    const { hostname } = exchange.url;
    if (isIdentityHost(hostname)) return identity.answer(exchange);
    const tenant = tenantOfConsole(world, hostname);
    return tenant ? console.answer(exchange, tenant) : false;
  };
}
