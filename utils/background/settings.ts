/**
 * The settings in force. Read at each decision and never kept: managed settings come late (Chromium answers `{}` for the
 * first seconds), can be absent (Firefox rejects), and change while the browser runs (*measured*).
 */
import browser from 'webextension-polyfill';
import { withinMost } from '../handoff/hold';
import { updateSession } from '../handoff/memory';
import type { Handlers } from '../messages/door';
import { type ParsedManaged, parseManaged } from '../settings/managed';
import { dropAbsent, type OwnSettings, parseOwn, type Settings, settingsOf } from '../settings/settings';

/** Where the admin's own settings lie in `storage.local`. */
export const SETTINGS_KEY = 'settings';

/**
 * Chromium answers the first question for managed settings once its start is over: after three seconds as a rule, and
 * not for as long as a busy page keeps it from being over (*measured*, 156: no answer within 20 s). TRUST §2: late
 * managed settings are defaults until they come.
 */
const startedAt = performance.now();
/** How long, from the start of the background, a decision that lets values out waits for the organisation's word. */
const DECIDING_MS = 5000;
/** How long everything else waits for it. */
const AT_HAND_MS = 100;

/** For decisions that let values out. */
export const readSettings = (): Promise<Settings> =>
  settingsWithin(Math.max(AT_HAND_MS, startedAt + DECIDING_MS - performance.now()));

/**
 * For what is shown, and for what is held: neither waits for a browser that starts. What comes later is told to open
 * pages, and shortens what is held by then.
 */
export const settingsAtHand = (): Promise<Settings> => settingsWithin(AT_HAND_MS);

/** As late as they may come: for what is put right when they do. */
export async function settingsForSure(): Promise<Settings> {
  const [managed, own] = await Promise.all([readManaged(), readOwn()]);
  return settingsOf(managed.settings, own);
}

async function settingsWithin(milliseconds: number): Promise<Settings> {
  const nothingYet = new Promise<ParsedManaged>((resolve) => {
    setTimeout(() => resolve(parseManaged({})), milliseconds);
  });
  const [managed, own] = await Promise.all([Promise.race([readManaged(), nothingYet]), readOwn()]);
  return settingsOf(managed.settings, own);
}

async function readManaged(): Promise<ParsedManaged> {
  try {
    return parseManaged(await browser.storage.managed.get(null));
  } catch {
    // Firefox: there is no policy. Safari has no such store.
    return parseManaged({});
  }
}

async function readOwn(): Promise<OwnSettings> {
  return parseOwn((await browser.storage.local.get(SETTINGS_KEY))[SETTINGS_KEY]);
}

export async function changeSettings(change: OwnSettings): Promise<void> {
  await browser.storage.local.set({ [SETTINGS_KEY]: { ...(await readOwn()), ...change } });
}

export const settingsHandlers: Pick<Handlers, 'readOptions' | 'changeOptions'> = {
  readOptions: async () => {
    const [{ settings: managed, ignored }, own] = await Promise.all([readManaged(), readOwn()]);
    return { kind: 'options', settings: settingsOf(managed, own), managed, ignored };
  },

  changeOptions: async (change) => {
    await changeSettings(dropAbsent(change));
    return { kind: 'done' };
  },
};

/** Shortens what is held already to the longest time that may be held now. */
export async function tightenHolds({ hold }: Settings): Promise<void> {
  await updateSession((session) => {
    const handoffs = withinMost(session.handoffs, hold.mostMinutes);
    return { session: handoffs === session.handoffs ? session : { ...session, handoffs }, answer: undefined };
  });
}

/** A policy that comes late, or changes, counts for what is held already. Registers its listener synchronously. */
export function watchManaged(): void {
  const tighten = () =>
    settingsForSure()
      .then(tightenHolds)
      .catch(() => undefined);
  browser.storage.onChanged.addListener((_changes, area) => {
    if (area === 'managed') void tighten();
  });
  void tighten();
}
