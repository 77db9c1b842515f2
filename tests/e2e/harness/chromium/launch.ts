/** Starts Chromium with the production build and sends every host to the lab. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { findBrowser } from '../../../../scripts/browsers';
import { found, notYet, poll } from '../poll';
import type { LaunchOptions } from '../session';
import { closeWelcome, isToBeClosed } from '../welcome';
import { type TargetInfo, Targets } from './cdp';
import { ChromiumSession, type InstalledExtension } from './session';

const WINDOW = { width: 1280, height: 900 };
/** With this a browser fetches no extension. */
const NO_FETCHING = ['--disable-background-networking'];
const SCREEN = { width: 1600, height: 1200 };

/** @param port Port of the lab's TLS server on loopback. */
export async function launchChromium(port: number, options: LaunchOptions): Promise<ChromiumSession> {
  const popupFile = popupOf(options.extension);
  const profileDir = options.profileDir ?? newProfile();
  const context = await chromium.launchPersistentContext(profileDir, {
    executablePath: await findBrowser('chromium'),
    headless: options.window === 'hidden',
    viewport: options.window === 'hidden' ? WINDOW : null,
    colorScheme: options.colorScheme,
    ignoreDefaultArgs: [
      '--disable-extensions',
      ...(options.backForwardCache === 'on' ? ['--disable-back-forward-cache'] : []),
      ...(options.install === 'byPolicy' ? NO_FETCHING : []),
    ],
    args: [
      '--no-sandbox',
      ...(options.install === 'byPolicy' ? [] : ['--disable-background-networking']),
      // Lets `Extensions` of the DevTools protocol install the extension and open its popup.
      '--enable-unsafe-extension-debugging',
      `--host-resolver-rules=MAP * 127.0.0.1:${port}`,
      '--ignore-certificate-errors',
      '--disable-gpu',
      // Nothing is drawn by hardware here: a process less to start.
      '--in-process-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-component-update',
      '--disable-sync',
      `--window-size=${WINDOW.width},${WINDOW.height}`,
      // A screen that is there only in the mind is 800 × 600 by default, and popups are cut to fit it.
      `--screen-info={${SCREEN.width}x${SCREEN.height}}`,
      // The popup's colours follow the browser; those of pages are set through `colorScheme`.
      ...(options.colorScheme === 'dark' ? ['--force-dark-mode'] : []),
    ],
  });
  try {
    const browser = context.browser();
    if (browser === null) throw new Error('Playwright keeps the browser of a persistent context to itself.');
    const targets = new Targets(await browser.newBrowserCDPSession());
    if (options.install === 'byHand')
      await targets.send('Extensions.loadUnpacked', {
        path: options.extension,
        enableInIncognito: options.privateWindows === 'allowed',
      });
    const background = await findBackground(targets);
    const extension: InstalledExtension = {
      id: new URL(background.url).host,
      browserContextId: background.browserContextId,
      popupFile,
    };
    const session = new ChromiumSession(context, profileDir, targets, extension);
    if (isToBeClosed(options)) await closeWelcome(session);
    return session;
  } catch (error) {
    await context.close();
    rmSync(profileDir, { recursive: true, force: true });
    throw error;
  }
}

function popupOf(extension: string): string {
  const manifest: { action?: { default_popup?: string } } = JSON.parse(
    readFileSync(join(extension, 'manifest.json'), 'utf8'),
  );
  return manifest.action?.default_popup ?? '';
}

/**
 * A profile in developer mode, as a browser needs it to take an extension from a folder anew: after a reload, at its next
 * start. Chromium reads what it did not write itself, except on Windows, where it holds that for tampering.
 */
function newProfile(): string {
  const profileDir = mkdtempSync(join(tmpdir(), 'sso-courier-profile-'));
  mkdirSync(join(profileDir, 'Default'));
  writeFileSync(
    join(profileDir, 'Default/Preferences'),
    JSON.stringify({ extensions: { ui: { developer_mode: true } } }),
  );
  return profileDir;
}

/** Its background runs once after installation, and at every start of the browser. */
async function findBackground(targets: Targets): Promise<TargetInfo> {
  return poll('the extension to load', async () => {
    const worker = (await targets.list()).find(
      ({ type, url }) => type === 'service_worker' && url.startsWith('chrome-extension://'),
    );
    return worker ? found(worker) : notYet('it did not');
  });
}
