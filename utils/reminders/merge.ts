/**
 * Connections of a file into those on record. Pure.
 *
 * The rule: a connection is its vendor host and client ID. New ones are added. Of a known one, the side that was changed
 * last wins, and the record's gaps are filled from the file in either case; the secret's name and expiry stay
 * together. Steps, verdicts and shown reminders are this browser's own and stay.
 */

import type { ConnectionRecord } from '../handoff/model';
import { withoutSecretFacts } from '../handoff/record';
import { RECORD_VERSION } from '../handoff/stored-record';
import { MOST_CONNECTIONS } from './exchange';
import type { ConnectionFacts } from './facts';

export type Merged =
  | { kind: 'tooMany'; rows: number; most: number }
  | {
      kind: 'merged';
      records: readonly ConnectionRecord[];
      added: number;
      updated: number;
      /** Known and left as they were: the record says the same, or was changed later than the file. */
      kept: number;
    };

/** `tooMany`: there would be more connections than are kept; nothing is taken then. */
export function mergeConnections(
  records: readonly ConnectionRecord[],
  connections: readonly ConnectionFacts[],
): Merged {
  const byKey = new Map(records.map((record) => [keyOf(record), record]));
  let added = 0;
  let updated = 0;
  let kept = 0;
  for (const connection of connections) {
    const record = byKey.get(keyOf(connection));
    const next: ConnectionRecord = record
      ? merged(record, connection)
      : { ...connection, version: RECORD_VERSION, evidence: {} };
    byKey.set(keyOf(connection), next);
    if (!record) added += 1;
    else if (next === record) kept += 1;
    else updated += 1;
  }
  if (byKey.size > Math.max(MOST_CONNECTIONS, records.length)) {
    return { kind: 'tooMany', rows: byKey.size, most: MOST_CONNECTIONS };
  }
  const next = added + updated === 0 ? records : [...byKey.values()];
  return { kind: 'merged', records: next, added, updated, kept };
}

const keyOf = ({ vendorHost, clientId }: Pick<ConnectionRecord, 'vendorHost' | 'clientId'>) =>
  `${vendorHost} ${clientId}`;

function merged(record: ConnectionRecord, connection: ConnectionFacts): ConnectionRecord {
  const fileIsNewer = connection.updatedAt > record.updatedAt;
  const next = fileIsNewer ? overwritten(record, connection) : filled(record, connection);
  const isSame = factNames.every((fact) => next[fact] === record[fact]);
  if (isSame) return record;
  return {
    ...next,
    createdAt: Math.min(record.createdAt, connection.createdAt),
    updatedAt: Math.max(record.updatedAt, connection.updatedAt),
  };
}

const factNames = [
  'cloudId',
  'connectionName',
  'appName',
  'tenantId',
  'directoryDomain',
  'secretId',
  'description',
  'expiresOn',
  'secretDeleted',
] as const satisfies (keyof ConnectionFacts)[];

/** The file is newer: what it says replaces, what it does not say stays. */
function overwritten(record: ConnectionRecord, connection: ConnectionFacts): ConnectionRecord {
  const isAnotherSecret =
    connection.secretId !== undefined &&
    record.secretId !== undefined &&
    connection.secretId !== record.secretId;
  const { secretDeleted: _before, ...base } = isAnotherSecret ? withoutSecretFacts(record) : record;
  return { ...base, ...connection };
}

/** The record is newer: the file only fills its gaps, and names the secret only where it is the same one. */
function filled(record: ConnectionRecord, connection: ConnectionFacts): ConnectionRecord {
  const { secretId, description, expiresOn, secretDeleted: _gone, ...names } = connection;
  const mayBeSameSecret =
    record.secretId === undefined || secretId === undefined || record.secretId === secretId;
  const contradicts =
    record.expiresOn !== undefined && expiresOn !== undefined && record.expiresOn !== expiresOn;
  return {
    ...names,
    ...(mayBeSameSecret &&
      !contradicts && {
        ...(secretId !== undefined && { secretId }),
        ...(description !== undefined && { description }),
        ...(expiresOn !== undefined && { expiresOn }),
      }),
    ...record,
  };
}
