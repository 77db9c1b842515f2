/**
 * The connections as a JSON file: what reminders need, to carry to another browser or to a colleague. Pure.
 *
 * A file is not evidence: steps and verdicts are what *this* browser has seen, so they are neither written nor taken,
 * and nobody can talk the extension into a passed test with a file. The vendor follows from the host.
 */
import * as z from 'zod/mini';
import { isIdentifiableSecret } from '../entra/checksum';
import type { CloudId } from '../entra/clouds';
import { asClientId, asSecretId, asTenantId } from '../entra/values';
import type { ConnectionRecord, Instant } from '../handoff/model';
import { vendorTenantOf } from '../vendors/registry';
import { isDay } from './days';
import { type ConnectionFacts, factsOf } from './facts';

const FORMAT = 'sso-courier-connections';
const VERSION = 1;
/** Rows one file may have, and records the extension keeps: far above hundreds of tenants, far below the quota. */
export const MOST_CONNECTIONS = 5_000;
/** Characters of a file, which has about 600 a row. */
export const MOST_CHARACTERS = 8_000_000;
const MOST_TEXT = 256;
const DAY_MS = 86_400_000;

/** Why a whole file is not taken. */
export type FileFault =
  | { kind: 'tooLarge' }
  | { kind: 'notJson' }
  | { kind: 'notOurs' }
  | { kind: 'otherVersion'; version: number }
  | { kind: 'tooManyRows'; rows: number; most: number };

/** Why one row is set aside. */
export type RowFault =
  | 'notAConnection'
  | 'notAConsole'
  | 'notAnId'
  | 'notADay'
  | 'notAText'
  | 'secretValue'
  | 'notATime';

export interface RowSetAside {
  /** Counted from 1, as in the file. */
  row: number;
  fault: RowFault;
}

export type ReadFile =
  | { kind: 'fault'; fault: FileFault }
  | {
      kind: 'read';
      connections: ConnectionFacts[];
      setAside: RowSetAside[];
      /** Rows of a connection that the file has in a newer row as well. */
      duplicates: number;
    };

/** The file's text. */
export function writeFile(records: readonly ConnectionRecord[], now: Instant): string {
  const connections = records.map(factsOf);
  return `${JSON.stringify({ format: FORMAT, version: VERSION, exportedAt: new Date(now).toISOString(), connections }, null, 2)}\n`;
}

const envelope = z.object({
  format: z.literal(FORMAT),
  version: z.number(),
  connections: z.array(z.unknown()),
});
/** Kinds of the fields only: what they must say is looked at one by one, so that a fault can be named. */
const rowShape = z.object({
  vendorHost: z.string(),
  clientId: z.string(),
  cloudId: z.optional(z.enum(['global', 'usGov', 'china'] satisfies CloudId[])),
  connectionName: z.optional(z.string()),
  appName: z.optional(z.string()),
  tenantId: z.optional(z.string()),
  directoryDomain: z.optional(z.string()),
  secretId: z.optional(z.string()),
  description: z.optional(z.string()),
  expiresOn: z.optional(z.string()),
  secretDeleted: z.optional(z.literal(true)),
  createdAt: z.optional(z.number()),
  updatedAt: z.optional(z.number()),
});
type Row = z.output<typeof rowShape>;

/** Reads a file's text. Nothing in it is trusted: rows that do not fit are set aside, the others are kept. */
export function readFile(text: string, now: Instant): ReadFile {
  const fault = (found: FileFault): ReadFile => ({ kind: 'fault', fault: found });
  if (text.length > MOST_CHARACTERS) return fault({ kind: 'tooLarge' });
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return fault({ kind: 'notJson' });
  }
  const file = envelope.safeParse(json);
  if (!file.success) return fault({ kind: 'notOurs' });
  const { version, connections: rows } = file.data;
  if (version !== VERSION) return fault({ kind: 'otherVersion', version });
  if (rows.length > MOST_CONNECTIONS) {
    return fault({ kind: 'tooManyRows', rows: rows.length, most: MOST_CONNECTIONS });
  }
  return readRows(rows, now);
}

function readRows(rows: readonly unknown[], now: Instant): ReadFile {
  const byKey = new Map<string, ConnectionFacts>();
  const setAside: RowSetAside[] = [];
  let duplicates = 0;
  for (const [index, row] of rows.entries()) {
    const shaped = rowShape.safeParse(row);
    const read = shaped.success ? readRow(shaped.data, now) : 'notAConnection';
    if (typeof read === 'string') {
      setAside.push({ row: index + 1, fault: read });
      continue;
    }
    const key = `${read.vendorHost} ${read.clientId}`;
    const other = byKey.get(key);
    if (other) duplicates += 1;
    if (!other || read.updatedAt > other.updatedAt) byKey.set(key, read);
  }
  return { kind: 'read', connections: [...byKey.values()], setAside, duplicates };
}

function readRow(row: Row, now: Instant): ConnectionFacts | RowFault {
  // A value that was pasted into a name must not get a lasting place by way of a file.
  const texts = Object.values(row).filter((value) => typeof value === 'string');
  if (texts.some(holdsSecretValue)) return 'secretValue';
  const tenant = vendorTenantOf(`https://${row.vendorHost}/`);
  if (!tenant || tenant.host !== row.vendorHost) return 'notAConsole';
  const clientId = asClientId(row.clientId);
  const tenantId = row.tenantId === undefined ? undefined : asTenantId(row.tenantId);
  const secretId = row.secretId === undefined ? undefined : asSecretId(row.secretId);
  if (!clientId || (row.tenantId && !tenantId) || (row.secretId && !secretId)) return 'notAnId';
  if (row.expiresOn !== undefined && !isDay(row.expiresOn)) return 'notADay';
  if (![row.connectionName, row.appName, row.description].every(isPlainText)) return 'notAText';
  if (row.directoryDomain !== undefined && !/^[a-z0-9.-]{1,253}$/.test(row.directoryDomain))
    return 'notAText';
  const { createdAt = now, updatedAt = createdAt } = row;
  // Clocks differ by minutes; a time of next year would win every later merge.
  if (![createdAt, updatedAt].every((at) => Number.isSafeInteger(at) && at >= 0 && at < now + DAY_MS)) {
    return 'notATime';
  }
  const { connectionName, appName, directoryDomain, description, expiresOn, secretDeleted } = row;
  return {
    vendorId: tenant.vendor.id,
    vendorHost: tenant.host,
    clientId,
    cloudId: row.cloudId ?? 'global',
    ...(connectionName !== undefined && { connectionName }),
    ...(appName !== undefined && { appName }),
    ...(tenantId && { tenantId }),
    ...(directoryDomain !== undefined && { directoryDomain }),
    ...(secretId && { secretId }),
    ...(description !== undefined && { description }),
    ...(expiresOn !== undefined && { expiresOn }),
    ...(secretDeleted && { secretDeleted }),
    createdAt: Math.min(createdAt, now),
    updatedAt: Math.min(updatedAt, now),
  };
}

/** Any run of characters in the text that has the shape of today's client secrets. */
function holdsSecretValue(text: string): boolean {
  return text.split(/[^~.a-zA-Z0-9_-]+/).some(isIdentifiableSecret);
}

/** Short enough, and without characters that break lines or turn the reading direction of what stands beside them. */
function isPlainText(text: string | undefined): boolean {
  return (
    text === undefined ||
    (text.length <= MOST_TEXT && !/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u.test(text))
  );
}
