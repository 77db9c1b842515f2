/** Starts Firefox with the production build and sends every host to the lab. */
import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Browser, createProfile, launch, WEBDRIVER_BIDI_WEBSOCKET_ENDPOINT_REGEX } from '@puppeteer/browsers';
import { findBrowser } from '../../../../scripts/browsers';
import { DeadlineError, found, notYet, poll } from '../poll';
import type { LaunchOptions } from '../session';
import { isToBeClosed } from '../welcome';
import { Bidi } from './bidi';
import { Privileged } from './privileged';
import { FirefoxSession, type InstalledAddon, Journal } from './session';

/** Of the whole window: a page is then 1280 × 900. */
const WINDOW = { width: 1280, height: 986 };
const STARTS_WITHIN_MS = 30_000;
const WELCOMES_WITHIN_MS = 3_000;

/** @param port Port of the lab's TLS server on loopback. */
export async function launchFirefox(port: number, options: LaunchOptions): Promise<FirefoxSession> {
  const addonId = addonIdOf(options.extension);
  const profileDir = options.profileDir ?? mkdtempSync(join(tmpdir(), 'sso-courier-profile-'));
  const addon: InstalledAddon = {
    addonId,
    host: hostIn(profileDir, addonId) ?? randomUUID(),
    installation: {
      extensionData: { type: 'path', path: options.extension },
      'moz:allowPrivateBrowsing': options.privateWindows === 'allowed',
    },
  };
  await createProfile(Browser.FIREFOX, {
    path: profileDir,
    preferences: {
      'network.dns.forceResolve': '127.0.0.1',
      'network.socket.forcePort': `443=${port}`,
      'extensions.webextensions.uuids': JSON.stringify({ [addonId]: addon.host }),
      // The accessibility tree is built at once.
      'accessibility.force_disabled': -1,
      // What was typed once is not offered in a list over the next field.
      'browser.formfill.enable': false,
      // The manifest as plain text, not in a viewer.
      'devtools.jsonview.enabled': false,
      // 0 is dark for pages, 1 for the browser's own.
      'layout.css.prefers-color-scheme.content-override': options.colorScheme === 'dark' ? 0 : 1,
      'ui.systemUsesDarkTheme': options.colorScheme === 'dark' ? 1 : 0,
      // What a policy names may be unsigned: the ESR leaves that to a preference, releases do not.
      ...(options.install === 'byPolicy' ? { 'xpinstall.signatures.required': false } : {}),
      ...(options.backForwardCache === 'on' ? {} : { 'browser.sessionhistory.max_total_viewers': 0 }),
    },
  });
  const process = launch({
    executablePath: await findBrowser('firefox'),
    args: [
      ...(options.window === 'hidden' ? ['--headless'] : []),
      '--no-remote',
      '--profile',
      profileDir,
      '--remote-debugging-port=0',
      // Lets the harness reach the popup, private windows and the accessibility tree.
      '--remote-allow-system-access',
      '--width',
      String(WINDOW.width),
      '--height',
      String(WINDOW.height),
    ],
  });
  try {
    const address = await process.waitForLineOutput(
      WEBDRIVER_BIDI_WEBSOCKET_ENDPOINT_REGEX,
      STARTS_WITHIN_MS,
    );
    const bidi = await Bidi.connect(address);
    await bidi.send('session.new', { capabilities: { alwaysMatch: { acceptInsecureCerts: true } } });
    const journal = new Journal();
    const firefox = await Privileged.install(bidi, journal.hear);
    await firefox.call('listenToClosing');
    if (options.install === 'byHand') await bidi.send('webExtension.install', addon.installation);
    await poll('the extension to start', async () => {
      const state = await firefox.call('backgroundState', addonId);
      return state === 'running' ? found(undefined) : notYet(`its background is ${state}`);
    });
    await firefox.call('listenToConsoles');
    await firefox.call('pin', addonId);
    const session = new FirefoxSession(profileDir, process, bidi, firefox, journal, addon);
    if (isToBeClosed(options)) await closeSecondTab(session);
    return session;
  } catch (error) {
    await process.close();
    rmSync(profileDir, { recursive: true, force: true });
    throw error;
  }
}

/**
 * The page after installation. In a Firefox that has just started it may stand empty for half a minute, and then come to the
 * front, over the page that a test has opened meanwhile; now and then it is not opened for as long as anybody waited.
 */
async function closeSecondTab(session: FirefoxSession): Promise<void> {
  const second = await poll(
    'the page after installation',
    async () => {
      const [, tab] = await session.tabs();
      return tab ? found(tab) : notYet('it does not open');
    },
    WELCOMES_WITHIN_MS,
  ).catch((error) => {
    if (!(error instanceof DeadlineError)) throw error;
  });
  await second?.close();
}

/** The host of its pages that an earlier start with this profile was given. */
function hostIn(profileDir: string, addonId: string): string | undefined {
  const file = join(profileDir, 'user.js');
  if (!existsSync(file)) return undefined;
  const [, hosts] =
    /"extensions\.webextensions\.uuids", ("(?:[^"\\]|\\.)*")/.exec(readFileSync(file, 'utf8')) ?? [];
  return hosts === undefined ? undefined : JSON.parse(JSON.parse(hosts))[addonId];
}

function addonIdOf(extension: string): string {
  const manifest: { browser_specific_settings?: { gecko?: { id?: string } } } = JSON.parse(
    readFileSync(join(extension, 'manifest.json'), 'utf8'),
  );
  const id = manifest.browser_specific_settings?.gecko?.id;
  if (id === undefined) throw new Error(`${extension} is no build for Firefox.`);
  return id;
}
