import type { ConnectionRecord } from '../handoff/model';

/** What is known of a connection, without what this browser has seen of it: steps, verdict, shown reminders. */
export type ConnectionFacts = Pick<
  ConnectionRecord,
  | 'vendorId'
  | 'vendorHost'
  | 'clientId'
  | 'cloudId'
  | 'connectionName'
  | 'appName'
  | 'tenantId'
  | 'directoryDomain'
  | 'secretId'
  | 'description'
  | 'expiresOn'
  | 'secretDeleted'
  | 'createdAt'
  | 'updatedAt'
>;

/** Picked one by one: whatever else a stored record may carry goes nowhere. */
export function factsOf(record: ConnectionRecord): ConnectionFacts {
  const { vendorId, vendorHost, clientId, cloudId, createdAt, updatedAt } = record;
  const { connectionName, appName, tenantId, directoryDomain } = record;
  const { secretId, description, expiresOn, secretDeleted } = record;
  return {
    vendorId,
    vendorHost,
    clientId,
    cloudId,
    ...(connectionName !== undefined && { connectionName }),
    ...(appName !== undefined && { appName }),
    ...(tenantId !== undefined && { tenantId }),
    ...(directoryDomain !== undefined && { directoryDomain }),
    ...(secretId !== undefined && { secretId }),
    ...(description !== undefined && { description }),
    ...(expiresOn !== undefined && { expiresOn }),
    ...(secretDeleted && { secretDeleted }),
    createdAt,
    updatedAt,
  };
}
