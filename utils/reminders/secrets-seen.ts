/**
 * An app's *Certificates & secrets* page was visited: what its list says of the secrets that are on record. Pure; names
 * and days only, no value ever comes this way.
 */

import type { ConnectionRecord, Instant, SecretName } from '../handoff/model';
import { withoutSecretFacts } from '../handoff/record';

export interface SeenSecrets {
  clientId: string;
  rows: readonly SeenSecret[];
  /** The page showed its whole list, loaded: only then is a missing row a deleted secret. */
  complete: boolean;
}

/** A row of the list. */
export type SeenSecret = Pick<SecretName, 'description' | 'expiresOn'> & {
  secretId: NonNullable<SecretName['secretId']>;
};

/** The records, brought up to what the list shows; the same array when it says nothing new. */
export function noteSecretsSeen(
  records: readonly ConnectionRecord[],
  seen: SeenSecrets,
  now: Instant,
): readonly ConnectionRecord[] {
  let changed = false;
  const noted = records.map((record) => {
    if (record.clientId !== seen.clientId) return record;
    const next = noteOne(record, seen);
    if (next === record) return record;
    changed = true;
    return { ...next, updatedAt: now };
  });
  return changed ? noted : records;
}

function noteOne(record: ConnectionRecord, { rows, complete }: SeenSecrets): ConnectionRecord {
  const own = rows.find((row) => row.secretId === record.secretId);
  if (own) return learn(record, own);
  // The saved secret is not in the list, or was never named: one row of its description is taken for it. Two are not.
  const namesakes = rows.filter(
    (row) => row.description !== undefined && row.description === record.description,
  );
  const [namesake] = namesakes;
  const mayBeRenewed = record.secretId === undefined || complete;
  if (namesake && namesakes.length === 1 && mayBeRenewed) {
    return learn(record.secretId === undefined ? record : withoutSecretFacts(record), namesake);
  }
  if (record.secretId === undefined || !complete || record.secretDeleted) return record;
  return { ...record, secretDeleted: true };
}

function learn(record: ConnectionRecord, row: SeenSecret): ConnectionRecord {
  const { secretDeleted: _present, ...rest } = record;
  const next: ConnectionRecord = {
    ...rest,
    secretId: row.secretId,
    ...(row.description !== undefined && { description: row.description }),
    ...(row.expiresOn !== undefined && { expiresOn: row.expiresOn }),
  };
  const isSame =
    !record.secretDeleted &&
    next.secretId === record.secretId &&
    next.description === record.description &&
    next.expiresOn === record.expiresOn;
  return isSame ? record : next;
}
