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

export async function readSettings(): Promise<Settings> {
  const [managed, own] = await Promise.all([readManaged(), readOwn()]);
  return settingsOf(managed.settings, own);
}

/** How long what is only drawn waits for the organisation's word, in milliseconds. */
const AT_HAND_MS = 100;

/**
 * For what is only shown. Chromium answers the first question for managed settings some three seconds after its start
 * (*measured*, 156); a page does not stay without its buttons that long. What comes later is told to open pages.
 */
export async function settingsAtHand(): Promise<Settings> {
  const [managed, own] = await Promise.all([Promise.race([readManaged(), nothingYet()]), readOwn()]);
  return settingsOf(managed.settings, own);
}

const nothingYet = () =>
  new Promise<ParsedManaged>((resolve) => {
    setTimeout(() => resolve(parseManaged({})), AT_HAND_MS);
  });

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
export async function tightenHolds(): Promise<void> {
  const { hold } = await readSettings();
  await updateSession((session) => {
    const handoffs = withinMost(session.handoffs, hold.mostMinutes);
    return { session: handoffs === session.handoffs ? session : { ...session, handoffs }, answer: undefined };
  });
}

/** A policy that comes late, or changes, counts for what is held already. Registers its listener synchronously. */
export function watchManaged(): void {
  browser.storage.onChanged.addListener((_changes, area) => {
    if (area === 'managed') void tightenHolds().catch(() => undefined);
  });
  void tightenHolds().catch(() => undefined);
}
