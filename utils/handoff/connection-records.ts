/**
 * The connection records in `storage.local`, which last. Everything is parsed on read: a record that does not fit is set
 * aside, the others are kept.
 */
import browser from 'webextension-polyfill';
import { inTurn } from './in-turn';
import { updateSession } from './memory';
import type { ConnectionRecord, Handoff, HeldSecret, Instant } from './model';
import { recordOf } from './record';
import { readStored, recordsText, type StoredRecords } from './stored-record';

/** Where the connection records lie in `storage.local`. */
export const RECORDS_KEY = 'connections';

/** The disk refused a connection record. What was there stays as it was. */
export class DiskRefused extends Error {
  constructor() {
    super('diskRefused');
    this.name = 'DiskRefused';
  }
}

/** What was read from the store last, for everybody who asks until it changes. */
let lastRead: Promise<StoredRecords> | undefined;

function forgetWhenChanged(changes: Readonly<Record<string, unknown>>, area: string): void {
  if (area === 'local' && Object.hasOwn(changes, RECORDS_KEY)) lastRead = undefined;
}

/**
 * Lets everybody share one reading of the records: a start of the background asks for them several times, and ten
 * thousand are megabytes. To be called at every start, before anyone who draws them hears of a change.
 */
export function shareRecords(): void {
  lastRead = undefined;
  browser.storage.onChanged.addListener(forgetWhenChanged);
}

function loadRecords(): Promise<StoredRecords> {
  // Where nobody tells of changes, nothing may be kept.
  if (!browser.storage.onChanged.hasListener(forgetWhenChanged)) return readStore();
  lastRead ??= readStore().catch((error) => {
    lastRead = undefined;
    throw error;
  });
  return lastRead;
}

async function readStore(): Promise<StoredRecords> {
  return readStored((await browser.storage.local.get(RECORDS_KEY))[RECORDS_KEY]);
}

/** Older versions become today's with the first change; what cannot be read stays as it is. */
async function storeRecords(stored: StoredRecords): Promise<void> {
  try {
    await browser.storage.local.set({ [RECORDS_KEY]: recordsText(stored) });
  } catch {
    throw new DiskRefused();
  } finally {
    // The browser's word on it may come later than the next who asks.
    lastRead = undefined;
  }
}

/** Every connection record that can be read; `setAside` counts those that cannot. */
export async function readRecords(): Promise<{ records: readonly ConnectionRecord[]; setAside: number }> {
  const { records, setAside } = await loadRecords();
  return { records, setAside: setAside.length };
}

export function findRecord(
  records: readonly ConnectionRecord[],
  vendorHost: string | undefined,
  clientId: string | undefined,
): ConnectionRecord | undefined {
  return records.find((record) => record.vendorHost === vendorHost && record.clientId === clientId);
}

/**
 * Puts a connection on record after a fill or a save.
 * @param saved the secret that the vendor has now; absent after a mere fill
 */
export function noteConnection(
  handoff: Handoff,
  vendorHost: string,
  saved?: HeldSecret,
): Promise<ConnectionRecord> {
  return inTurn(async () => {
    const { records, setAside } = await loadRecords();
    const before = findRecord(records, vendorHost, handoff.clientId);
    const record = recordOf(before, handoff, vendorHost, saved, Date.now());
    await storeRecords({ records: [record, ...records.filter((other) => other !== before)], setAside });
    return record;
  });
}

/**
 * Puts a connection on record if the disk takes it. What else has to happen after a fill or a save, the wiping of the
 * secret before all, does not wait for the disk; that it refused is kept for the views.
 */
export async function noteConnectionIfPossible(
  ...connection: Parameters<typeof noteConnection>
): Promise<void> {
  const refused = await noteConnection(...connection).then(
    () => false,
    () => true,
  );
  await updateSession((session) => {
    const { recordRefused, ...rest } = session;
    if (refused === (recordRefused ?? false)) return { session, answer: undefined };
    return { session: refused ? { ...rest, recordRefused: true } : rest, answer: undefined };
  });
}

/** What a decision over the records yields: those to keep, and an answer. */
export interface DecidedRecords<Answer> {
  records: readonly ConnectionRecord[];
  answer: Answer;
}

/**
 * Lets `decide` change the records, and stores them before anything else happens. Records that cannot be read stay
 * where they are. Nothing is written when `decide` returns the array it was given.
 */
export function updateRecords<Answer>(
  decide: (records: readonly ConnectionRecord[], now: Instant) => DecidedRecords<Answer>,
): Promise<Answer> {
  return inTurn(async () => {
    const { records: before, setAside } = await loadRecords();
    const { records, answer } = decide(before, Date.now());
    if (records !== before) await storeRecords({ records, setAside });
    return answer;
  });
}

/** Changes a record that is there; does nothing when it is not. */
export function amendRecord(
  vendorHost: string,
  clientId: string,
  amend: (record: ConnectionRecord, now: Instant) => ConnectionRecord,
): Promise<void> {
  return inTurn(async () => {
    const now = Date.now();
    const { records, setAside } = await loadRecords();
    const record = findRecord(records, vendorHost, clientId);
    if (!record) return;
    const amended = { ...amend(record, now), updatedAt: now };
    await storeRecords({
      records: records.map((other) => (other === record ? amended : other)),
      setAside,
    });
  });
}
