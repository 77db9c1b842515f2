/** Starts a browser with the extension, its hosts on the lab. */
import { join } from 'node:path';
import type { BrowserName } from '../../../scripts/browsers';
import { launchChromium } from './chromium/launch';
import type { ChromiumSession } from './chromium/session';
import { launchFirefox } from './firefox/launch';
import type { LaunchOptions, Session } from './session';

/** `EXTENSION_DIR` names another folder to be tested as it is: an unpacked store package, an earlier release. */
export const GIVEN_DIR = process.env.EXTENSION_DIR ?? '';

const OUTPUT = join(import.meta.dirname, '../../../.output');
const BUILDS: Readonly<Record<BrowserName, string>> = { chromium: 'chrome-mv3', firefox: 'firefox-mv3' };

/** The production build for a browser. */
export const buildFor = (browser: BrowserName) => GIVEN_DIR || join(OUTPUT, BUILDS[browser]);

/** Of a Playwright project. */
export function browserOf(projectsBrowser: string): BrowserName {
  if (projectsBrowser === 'chromium' || projectsBrowser === 'firefox') return projectsBrowser;
  throw new Error(`The extension is not tested in ${projectsBrowser}.`);
}

const DEFAULTS: Omit<LaunchOptions, 'extension'> = {
  privateWindows: 'allowed',
  backForwardCache: 'off',
  colorScheme: 'light',
  window: 'hidden',
  welcome: 'closed',
  install: 'byHand',
};

const LAUNCHERS = { chromium: launchChromium, firefox: launchFirefox } as const;

/** Anything that listens with TLS on a port of loopback. */
type Site = { readonly port: number };
type Options = Partial<LaunchOptions>;

/** Starts Chromium unless another browser is named. */
export function launch(site: Site, options?: Options): Promise<ChromiumSession>;
export function launch(site: Site, options: Options & { browser: BrowserName }): Promise<Session>;
export function launch(
  site: Site,
  { browser = 'chromium', ...options }: Options & { browser?: BrowserName } = {},
): Promise<Session> {
  return LAUNCHERS[browser](site.port, { ...DEFAULTS, extension: buildFor(browser), ...options });
}
