/**
 * Session memory: the handoffs and what is under way. It dies with the browser; what lasts is in `connection-records.ts`.
 * Parsed on read: what does not fit is no session.
 */
import browser from 'webextension-polyfill';
import * as z from 'zod/mini';
import type { ClientId } from '../entra/values';
import { sweep } from './hold';
import { inTurn } from './in-turn';
import type { EvidenceByStep, Handoff, Instant } from './model';
import type { SigninTest } from './signin-test';
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

/** What a decision over the session yields: the session to keep, and an answer. */
export interface Decided<Answer> {
  session: Session;
  answer: Answer;
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
