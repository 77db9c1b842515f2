/**
 * The two stores. Session memory holds the handoffs and what is under way, and dies with the browser; the connection
 * records last. Everything is parsed on read: a record that does not fit is set aside, the others are kept.
 */
import browser from 'webextension-polyfill';
import * as z from 'zod/mini';
import type { ClientId } from '../entra/values';
import { sweep } from './hold';
import type { ConnectionRecord, EvidenceByStep, Handoff, HeldSecret, Instant } from './model';
import { recordOf } from './record';
import type { SigninTest } from './signin-test';
import { readStored, recordsText, type StoredRecords } from './stored-record';
import { handoffsOf, isTraces, TRACES_VERSION, type Traces, tracesOf } from './trace';

/** What is under way in this browser session, beside the handoffs. */
export interface Session {
  handoffs: readonly Handoff[];
  /** The vendor tenant the admin chose, and when. */
  chosen?: { vendorHost: string; at: Instant };
  /** The handoff the admin switched to in a view. */
  currentClientId?: ClientId;
  test?: SigninTest;
  /** Tabs in which consent is being given, by tab number. */
  consentTabs: Readonly<Record<string, ConsentTab>>;
  /** Client ID of an app whose consent page came up in the place of ours. */
  consentOtherApp?: string;
  /** The redirect URI that a vendor's dialog showed, carried before there was an app registration. */
  carried?: { vendorHost: string; redirectUri: string };
  /** Console whose Access page has no section for connections. */
  ssoNotEnabledHost?: string;
  /** Tabs that we opened for a console, by tab number: the host they were opened for. */
  openedTabs?: Readonly<Record<string, string>>;
  /** A console of another generation came up in the place of the one the values are for. */
  moveOffer?: { from: string; to: string };
  /** When *Clear* left nothing held: the journey that was under way ended then. */
  clearedAt?: Instant;
  /** The admin asked to be taken to the portal: its pages point at the next control. Ends with *Clear*. */
  guided?: true;
  ticks: EvidenceByStep;
  /** The disk refused the last connection record. */
  recordRefused?: true;
  /** Latest time seen: a clock set back shows. */
  lastSeen: Instant;
}

export interface ConsentTab {
  clientId: string;
  /** Microsoft's page with this client ID was shown in the tab. */
  microsoftSeen: boolean;
}

/** Where the session lies in `storage.session`. */
export const SESSION_KEY = 'session';
/** Where the connection records lie in `storage.local`. */
export const RECORDS_KEY = 'connections';
/** Where the names of unsaved secrets lie in `storage.local`. */
export const TRACES_KEY = 'unsavedSecrets';

const emptySession = (): Session => ({ handoffs: [], consentTabs: {}, ticks: {}, lastSeen: 0 });

/** Session memory refused to store (quota) or is missing. Nothing is ever written to disk instead. */
export class MemoryRefused extends Error {
  constructor(readonly fault: 'memoryRefused' | 'memoryMissing') {
    super(fault);
    this.name = 'MemoryRefused';
  }
}

/** The disk refused a connection record. What was there stays as it was. */
export class DiskRefused extends Error {
  constructor() {
    super('diskRefused');
    this.name = 'DiskRefused';
  }
}

/** What a decision over the session yields: the session to keep, and an answer. */
export interface Decided<Answer> {
  session: Session;
  answer: Answer;
}

/**
 * One update after the other: two messages that arrive together must not overwrite what the other held.
 * Module state is enough for that: a background that stops has no update under way.
 */
let queue: Promise<unknown> = Promise.resolve();

function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const turn = queue.then(work, work);
  queue = turn.catch(() => undefined);
  return turn;
}

/** The clock is noted this often at most: a write wakes everyone who watches the store. */
const CLOCK_NOTE_MS = 30_000;

async function loadSession(): Promise<Session> {
  const area = browser.storage.session;
  if (!area) throw new MemoryRefused('memoryMissing');
  const stored: unknown = (await area.get(SESSION_KEY))[SESSION_KEY];
  return isSession(stored) ? stored : emptySession();
}

/** The background is the only writer of this record; the shape is looked at so that an older one is not trusted. */
export function isSession(stored: unknown): stored is Session {
  return sessionShape.safeParse(stored).success;
}
const sessionShape = z.looseObject({
  handoffs: z.array(
    z.looseObject({
      clientId: z.string(),
      evidence: z.looseObject({}),
      touchedAt: z.number(),
      // A secret without its times would have no end.
      secret: z.optional(
        z.looseObject({
          secretValue: z.string(),
          hint: z.string(),
          capturedAt: z.number(),
          deadline: z.number(),
          latestDeadline: z.number(),
        }),
      ),
    }),
  ),
  consentTabs: z.looseObject({}),
  ticks: z.looseObject({}),
  lastSeen: z.number(),
});

/**
 * Reads the session, lets `decide` change it, and stores it before anything else happens. Secrets whose time is up are
 * gone before `decide` sees them.
 * @throws {MemoryRefused} when session memory refuses; nothing has changed then
 */
export function updateSession<Answer>(
  decide: (session: Session, now: Instant) => Decided<Answer> | Promise<Decided<Answer>>,
): Promise<Answer> {
  return inTurn(async () => {
    const now = Date.now();
    const stored = await loadSession();
    const handoffs = sweep(stored.handoffs, now, stored.lastSeen);
    const before = handoffs === stored.handoffs ? stored : { ...stored, handoffs };
    const { session, answer } = await decide(before, now);
    const clockIsNoted = Math.abs(now - stored.lastSeen) < CLOCK_NOTE_MS;
    if (session === stored && clockIsNoted) return answer;
    try {
      await browser.storage.session.set({ [SESSION_KEY]: { ...session, lastSeen: now } });
    } catch {
      // The end of a secret does not depend on a write: where it cannot be left out, everything goes.
      if (losesSecret(stored.handoffs, session.handoffs)) await browser.storage.session.remove(SESSION_KEY);
      throw new MemoryRefused('memoryRefused');
    }
    if (session.handoffs !== stored.handoffs) await leaveTraces(session.handoffs, stored.handoffs);
    return answer;
  });
}

/** Whether a secret value that is stored is not to be stored any more. */
function losesSecret(before: readonly Handoff[], after: readonly Handoff[]): boolean {
  const kept = new Set(after.map(({ secret }) => secret?.secretValue));
  return before.some(({ secret }) => secret !== undefined && !kept.has(secret.secretValue));
}

/** Brings the traces on disk up to what is held. A disk that refuses them takes nothing else with it. */
async function leaveTraces(handoffs: readonly Handoff[], before: readonly Handoff[]): Promise<void> {
  const traces = tracesOf(handoffs);
  if (JSON.stringify(traces) === JSON.stringify(tracesOf(before))) return;
  try {
    if (traces.length === 0) return await browser.storage.local.remove(TRACES_KEY);
    const stored: Traces = { version: TRACES_VERSION, writtenBy: runningVersion(), traces };
    await browser.storage.local.set({ [TRACES_KEY]: stored });
  } catch {
    // The values are held all the same; only a restart would not be able to name them.
  }
}

const runningVersion = () => browser.runtime.getManifest().version;

/**
 * Names the secrets that left memory with the browser session: after an update, a crash or a restart. To be called
 * first at every start of the background; does nothing while the session is still there.
 */
export function nameLostSecrets(): Promise<void> {
  return inTurn(async () => {
    const session = browser.storage.session;
    if (!session || isSession((await session.get(SESSION_KEY))[SESSION_KEY])) return;
    const traces: unknown = (await browser.storage.local.get(TRACES_KEY))[TRACES_KEY];
    if (!isTraces(traces)) return;
    const now = Date.now();
    const handoffs = handoffsOf(traces, runningVersion(), now);
    await session.set({ [SESSION_KEY]: { ...emptySession(), handoffs, lastSeen: now } });
    await leaveTraces(handoffs, []);
  });
}

/** The session as it is now. Secrets whose time is up are removed from memory by the reading itself. */
export function readSession(): Promise<Session> {
  return updateSession((session) => ({ session, answer: session }));
}

/** The same text says the same: it is read once, however often it is asked for. */
let lastRead: { text: string; stored: StoredRecords } | undefined;

async function loadRecords(): Promise<StoredRecords> {
  const stored: unknown = (await browser.storage.local.get(RECORDS_KEY))[RECORDS_KEY];
  if (typeof stored !== 'string') return readStored(stored);
  if (lastRead?.text !== stored) lastRead = { text: stored, stored: readStored(stored) };
  return lastRead.stored;
}

/** Older versions become today's with the first change; what cannot be read stays as it is. */
async function storeRecords(stored: StoredRecords): Promise<void> {
  try {
    await browser.storage.local.set({ [RECORDS_KEY]: recordsText(stored) });
  } catch {
    throw new DiskRefused();
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
