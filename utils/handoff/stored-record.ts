/**
 * Connection records as they lie in `storage.local`, in today's version and in every one before. Pure. What cannot be
 * read, a record of a later version among it, stays where it is: a version that reads it may come back.
 */
import * as z from 'zod/mini';
import { vendorTenantOf } from '../vendors/registry';
import type { ConnectionRecord } from './model';

export const RECORD_VERSION = 2 as const;

type Row = Readonly<Record<string, unknown>>;

/** What turns a record of one version into one of the next. An entry stays for good: years may lie between updates. */
const steps: Readonly<Record<number, (row: Row) => Row>> = {
  // Version 1 repeated the vendor that the host belongs to, and the reminder was lost when a profile got another name.
  1: ({ vendorId: _vendorId, ...row }) => row,
};

const rowShape = z.looseObject({ version: z.number() });

const shape = z.looseObject({
  version: z.literal(RECORD_VERSION),
  vendorHost: z.string(),
  clientId: z.string().check(z.regex(/^[0-9a-f-]{36}$/)),
  cloudId: z.enum(['global', 'usGov', 'china']),
  connectionName: z.optional(z.string()),
  appName: z.optional(z.string()),
  directoryDomain: z.optional(z.string()),
  description: z.optional(z.string()),
  expiresOn: z.optional(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))),
  reminded: z.optional(
    z.array(z.looseObject({ expiresOn: z.string(), threshold: z.number(), shownOn: z.string() })),
  ),
  evidence: z.looseObject({}),
  createdAt: z.number(),
  updatedAt: z.number(),
});

const isShaped = (row: unknown): row is Omit<ConnectionRecord, 'vendorId'> => shape.safeParse(row).success;

/** @returns the record in today's version; `undefined` for what is no record, or one of a later version */
export function readRecord(stored: unknown): ConnectionRecord | undefined {
  const parsed = rowShape.safeParse(stored);
  if (!parsed.success) return undefined;
  const row = inTodaysVersion(parsed.data);
  if (!isShaped(row)) return undefined;
  const tenant = vendorTenantOf(`https://${row.vendorHost}/`);
  return tenant && { ...row, vendorId: tenant.vendor.id };
}

/** The record as it is to be stored: the vendor follows from the host. */
function toStored({ vendorId: _vendorId, ...record }: ConnectionRecord): unknown {
  return record;
}

function inTodaysVersion(row: Row & { version: number }): Row {
  let migrated: Row & { version: number } = row;
  for (let step = steps[migrated.version]; step; step = steps[migrated.version]) {
    migrated = { ...step(migrated), version: migrated.version + 1 };
  }
  return migrated;
}

/** What lies in the store: the records that can be read, in today's version, and what cannot, as it is. */
export interface StoredRecords {
  readonly records: readonly ConnectionRecord[];
  readonly setAside: readonly unknown[];
}

/** @param stored the text of {@link recordsText}; a list of records, as they lay there before there was a text */
export function readStored(stored: unknown): StoredRecords {
  const records: ConnectionRecord[] = [];
  const setAside: unknown[] = [];
  for (const each of rowsIn(stored)) {
    const record = readRecord(each);
    if (record) records.push(record);
    else setAside.push(each);
  }
  return { records, setAside };
}

/**
 * All records in one text. As a list each of its fields is a value of its own to the browser's store: ten thousand records
 * took Chromium four seconds to write and two to read, at each start of the background (`npm run bench:weight -- reminders`).
 */
export function recordsText({ records, setAside }: StoredRecords): string {
  return JSON.stringify([...records.map(toStored), ...setAside]);
}

function rowsIn(stored: unknown): readonly unknown[] {
  if (typeof stored !== 'string') return Array.isArray(stored) ? stored : [];
  try {
    const rows: unknown = JSON.parse(stored);
    return Array.isArray(rows) ? rows : [rows];
  } catch {
    return [stored];
  }
}
