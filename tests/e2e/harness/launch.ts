/** Starts a browser with the extension, its hosts on the lab. */
import { join } from 'node:path';
import { launchChromium } from './chromium/launch';
import type { LaunchOptions, Session } from './session';

/** `EXTENSION_DIR` names another folder to be tested as it is: an unpacked store package, an earlier release. */
export const GIVEN_DIR = process.env.EXTENSION_DIR ?? '';
export const BUILD_DIR = GIVEN_DIR || join(import.meta.dirname, '../../../.output/chrome-mv3');

export const DEFAULTS: LaunchOptions = {
  privateWindows: 'allowed',
  backForwardCache: 'off',
  colorScheme: 'light',
  window: 'hidden',
  extension: BUILD_DIR,
};

/** @param lab Anything that listens with TLS on a port of loopback. */
export function launch(
  lab: { readonly port: number },
  options: Partial<LaunchOptions> = {},
): Promise<Session> {
  return launchChromium(lab.port, { ...DEFAULTS, ...options });
}
