/** What a handoff leaves behind when its connection is made: everything but the secret value. Pure. */
import type { ConnectionRecord, Handoff, HeldSecret, Instant } from './model';
import { RECORD_VERSION } from './stored-record';

/**
 * The record of a connection after this handoff was filled (no secret yet) or saved (with it).
 * @param before the record of the same vendor tenant and client ID, where there is one
 * @param saved the secret the vendor has now; absent after a mere fill, which changes nothing of the secret on record
 */
export function recordOf(
  before: ConnectionRecord | undefined,
  handoff: Handoff,
  vendorHost: string,
  saved: HeldSecret | undefined,
  now: Instant,
): ConnectionRecord {
  const { appName, tenantId, directoryDomain, connectionName, redirectUri } = handoff;
  const base = before && saved && isAnotherSecret(before, saved) ? renewed(before) : before;
  return {
    ...base,
    version: RECORD_VERSION,
    vendorId: handoff.vendorId,
    vendorHost,
    clientId: handoff.clientId,
    cloudId: handoff.cloudId,
    ...(appName !== undefined && { appName }),
    ...(tenantId !== undefined && { tenantId }),
    ...(directoryDomain !== undefined && { directoryDomain }),
    ...(connectionName !== undefined && { connectionName }),
    ...(redirectUri !== undefined && { redirectUri }),
    ...(saved?.secretId !== undefined && { secretId: saved.secretId }),
    ...(saved?.description !== undefined && { description: saved.description }),
    ...(saved?.expiresOn !== undefined && { expiresOn: saved.expiresOn }),
    evidence: { ...base?.evidence, ...handoff.evidence },
    createdAt: before?.createdAt ?? now,
    updatedAt: now,
  };
}

/** Two secrets are told apart by key ID; one that was pasted names none and counts as another. */
function isAnotherSecret(record: ConnectionRecord, secret: HeldSecret): boolean {
  return record.evidence.save !== undefined && record.secretId !== secret.secretId;
}

/** The record with its secret moved to *previous*. A test of the old secret proves nothing of the new one. */
function renewed(record: ConnectionRecord): ConnectionRecord {
  const { secretId, description, expiresOn } = record;
  const { lastVerdict: _old, ...rest } = withoutSecretFacts(record);
  const { test: _test, deleteOldSecret: _deleted, ...evidence } = record.evidence;
  return {
    ...rest,
    evidence,
    previousSecret: {
      ...(secretId !== undefined && { secretId }),
      ...(description !== undefined && { description }),
      ...(expiresOn !== undefined && { expiresOn }),
    },
  };
}

/** The record without anything that is said of its present secret. */
export function withoutSecretFacts(record: ConnectionRecord): ConnectionRecord {
  const {
    secretId: _id,
    description: _description,
    expiresOn: _expiry,
    secretDeleted: _gone,
    ...rest
  } = record;
  return rest;
}
