/** What the journey is about right now: one app registration and one vendor tenant. Pure. */
import type { ClientId } from '../entra/values';
import type { Session } from '../handoff/memory';
import type { ConnectionRecord, Handoff } from '../handoff/model';

/** The handoff the admin switched to, else the one touched last. */
export function currentHandoff(session: Session): Handoff | undefined {
  return (
    session.handoffs.find((handoff) => handoff.clientId === session.currentClientId) ?? session.handoffs[0]
  );
}

export function currentVendorHost(session: Session): string | undefined {
  return currentHandoff(session)?.vendorHost ?? session.chosen?.vendorHost;
}

/** The lasting record of what the journey is about, also after a restart, when the handoff is gone. */
export function currentRecord(
  session: Session,
  records: readonly ConnectionRecord[],
): ConnectionRecord | undefined {
  const vendorHost = currentVendorHost(session);
  const handoff = currentHandoff(session);
  return records.find(
    (record) => record.vendorHost === vendorHost && (!handoff || record.clientId === handoff.clientId),
  );
}

/** The connection that a sign-in test would test. */
export interface Connection {
  clientId: ClientId;
  vendorHost: string;
  connectionName?: string;
}

export function currentConnection(
  session: Session,
  records: readonly ConnectionRecord[],
): Connection | undefined {
  const vendorHost = currentVendorHost(session);
  const record = currentRecord(session, records);
  const clientId = currentHandoff(session)?.clientId ?? record?.clientId;
  const connectionName = currentHandoff(session)?.connectionName ?? record?.connectionName;
  if (vendorHost === undefined || clientId === undefined) return undefined;
  return { clientId, vendorHost, ...(connectionName !== undefined && { connectionName }) };
}
