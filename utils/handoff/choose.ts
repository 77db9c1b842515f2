/** Which handoff a vendor console is filled from (DESIGN §1: two matches = ask). Pure. */
import type { VendorId } from '../vendors/profile';
import type { Handoff, WipeReason } from './model';

export type Choice =
  | { kind: 'one'; handoff: Handoff }
  | { kind: 'several'; handoffs: Handoff[] }
  | { kind: 'none'; missing: ('clientId' | 'secretValue')[]; wiped?: WipeReason };

/**
 * Handoffs made for this console come first; those that are for no console yet come next, and become its own when
 * filled. A handoff for another vendor tenant is never offered.
 */
export function handoffsFor(handoffs: readonly Handoff[], host: string, vendorId: VendorId): Handoff[] {
  const own = handoffs.filter((handoff) => handoff.vendorHost === host);
  if (own.length > 0) return own;
  return handoffs.filter((handoff) => handoff.vendorHost === undefined && handoff.vendorId === vendorId);
}

/**
 * @param clientId the admin's choice, where there were several
 */
export function chooseHandoff(
  handoffs: readonly Handoff[],
  host: string,
  vendorId: VendorId,
  clientId?: string,
): Choice {
  const matching = handoffsFor(handoffs, host, vendorId);
  const named =
    clientId === undefined ? matching : matching.filter((handoff) => handoff.clientId === clientId);
  const complete = named.filter((handoff) => handoff.secret !== undefined);
  const [only, ...others] = complete;
  if (only && others.length === 0) return { kind: 'one', handoff: only };
  if (only) return { kind: 'several', handoffs: complete };
  const nearest = named[0];
  if (!nearest) return { kind: 'none', missing: ['clientId', 'secretValue'] };
  return {
    kind: 'none',
    missing: ['secretValue'],
    ...(nearest.orphan && { wiped: nearest.orphan.reason }),
  };
}
