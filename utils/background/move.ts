/**
 * Vendor tenants move: links to a Kandji console land on the same subdomain of `iru.com` (facts, kandji §1). The handoff
 * follows, by itself in a tab that we opened, else when the admin says so.
 */
import { readSession, type Session, updateSession } from '../handoff/memory';
import type { Handlers } from '../messages/door';
import { isAllowedTenant } from '../settings/settings';
import { type VendorTenant, vendorTenantOf } from '../vendors/registry';
import { settingsAtHand } from './settings';

export interface Move {
  from: string;
  to: string;
}

/** The move that this console suggests: held values are for the same subdomain of the other generation. */
export function moveTo(session: Session, tenant: VendorTenant): Move | undefined {
  if (session.handoffs.some((handoff) => handoff.vendorHost === tenant.host)) return undefined;
  const hosts = [session.chosen?.vendorHost, ...session.handoffs.map((handoff) => handoff.vendorHost)];
  const from = hosts.find((host) => {
    const other = host === undefined ? undefined : vendorTenantOf(`https://${host}/`);
    return (
      other !== undefined &&
      other.host !== tenant.host &&
      other.subdomain === tenant.subdomain &&
      other.vendor.id === 'kandji' &&
      tenant.vendor.id === 'iru'
    );
  });
  return from === undefined ? undefined : { from, to: tenant.host };
}

/**
 * The session with everything for one console now for the other. What the old console's redirect URI was checked
 * against is not what the new one needs: the registration is looked at again.
 */
export function moved(session: Session, { from, to }: Move, now: number): Session {
  const tenant = vendorTenantOf(`https://${to}/`);
  if (!tenant) return session;
  const { moveOffer: _done, ...rest } = session;
  return {
    ...rest,
    ...(session.chosen?.vendorHost === from && { chosen: { vendorHost: to, at: now } }),
    handoffs: session.handoffs.map((handoff) =>
      handoff.vendorHost === from ? { ...handoff, vendorHost: to, vendorId: tenant.vendor.id } : handoff,
    ),
  };
}

/** A console came up: follows a move, or offers it. */
export async function followMove(tenant: VendorTenant, tabId: number): Promise<void> {
  if (!moveTo(await readSession(), tenant)) return;
  // Where the organisation pins its consoles, values do not follow to another one.
  if (!isAllowedTenant(await settingsAtHand(), tenant.host)) return;
  await updateSession((session, now) => {
    const move = moveTo(session, tenant);
    if (!move) return { session, answer: undefined };
    const weOpened = session.openedTabs?.[String(tabId)] === move.from;
    if (weOpened) return { session: moved(session, move, now), answer: undefined };
    const isOffered = session.moveOffer?.from === move.from && session.moveOffer.to === move.to;
    return { session: isOffered ? session : { ...session, moveOffer: move }, answer: undefined };
  });
}

/** Remembers a tab that we opened for a console: where it lands, the handoff may follow. */
export async function noteOpened(tabId: number, vendorHost: string): Promise<void> {
  await updateSession((session) => ({
    session: { ...session, openedTabs: { ...session.openedTabs, [String(tabId)]: vendorHost } },
    answer: undefined,
  }));
}

export const moveHandlers: Pick<Handlers, 'moveTenant'> = {
  moveTenant: async ({ accept }) => {
    const offer = (await readSession()).moveOffer;
    await updateSession((session, now) => {
      if (!offer) return { session, answer: undefined };
      const { moveOffer: _answered, ...rest } = session;
      return { session: accept ? moved(session, offer, now) : rest, answer: undefined };
    });
    return { kind: 'done' };
  },
};
