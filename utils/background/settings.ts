/** The admin's own small settings, in `storage.local`. Read at each decision; what is absent has its default. */
import browser from 'webextension-polyfill';
import * as z from 'zod/mini';

const SETTINGS_KEY = 'settings';
const shape = z.object({ samlNoteRead: z.optional(z.boolean()) });

export interface Settings {
  /** The note that the vendor recommends SAML was read: it is shown once. */
  samlNoteRead: boolean;
}

export async function readSettings(): Promise<Settings> {
  const stored: unknown = (await browser.storage.local.get(SETTINGS_KEY))[SETTINGS_KEY];
  const parsed = shape.safeParse(stored);
  return { samlNoteRead: (parsed.success && parsed.data.samlNoteRead) || false };
}

export async function changeSettings(change: Partial<Settings>): Promise<void> {
  await browser.storage.local.set({ [SETTINGS_KEY]: { ...(await readSettings()), ...change } });
}
