/** Starts Chromium with the production build and sends every host to the lab. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium } from '@playwright/test';
import { findBrowser } from '../../../../scripts/browsers';
import { found, notYet, poll } from '../poll';
import type { LaunchOptions } from '../session';
import { welcomes } from '../welcome';
import { type TargetInfo, Targets } from './cdp';
import { ChromiumSession, type InstalledExtension } from './session';

const WINDOW = { width: 1280, height: 900 };
/** With these a browser fetches no extension. */
const NO_FETCHING = ['--disable-extensions', '--disable-background-networking'];
const SCREEN = { width: 1600, height: 1200 };

/** @param port Port of the lab's TLS server on loopback. */
export async function launchChromium(port: number, options: LaunchOptions): Promise<ChromiumSession> {
  const popupFile = popupOf(options.extension);
  const profileDir = options.profileDir ?? mkdtempSync(join(tmpdir(), 'sso-courier-profile-'));
  const context = await chromium.launchPersistentContext(profileDir, {
    executablePath: await findBrowser('chromium'),
    headless: options.window === 'hidden',
    viewport: options.window === 'hidden' ? WINDOW : null,
    colorScheme: options.colorScheme,
    ignoreDefaultArgs: [
      ...(options.backForwardCache === 'on' ? ['--disable-back-forward-cache'] : []),
      ...(options.install === 'byPolicy' ? NO_FETCHING : []),
    ],
    args: [
      '--no-sandbox',
      ...(options.install === 'byPolicy'
        ? []
        : [
            `--disable-extensions-except=${options.extension}`,
            `--load-extension=${options.extension}`,
            '--disable-background-networking',
          ]),
      // Lets `Extensions.triggerAction` open the popup.
      '--enable-unsafe-extension-debugging',
      `--host-resolver-rules=MAP * 127.0.0.1:${port}`,
      '--ignore-certificate-errors',
      '--disable-gpu',
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
    const background = await findBackground(targets);
    const extension: InstalledExtension = {
      id: new URL(background.url).host,
      browserContextId: background.browserContextId,
      popupFile,
    };
    const session = new ChromiumSession(context, profileDir, targets, extension);
    const isNew = options.profileDir === undefined;
    if (isNew && options.welcome === 'closed' && welcomes(options.extension)) await session.closeWelcome();
    if (isNew && options.privateWindows === 'allowed')
      await allowPrivateWindows(context, targets, background);
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

/** Its background runs once after installation. */
async function findBackground(targets: Targets): Promise<TargetInfo> {
  return poll('the extension to load', async () => {
    const worker = (await targets.list()).find(
      ({ type, url }) => type === 'service_worker' && url.startsWith('chrome-extension://'),
    );
    return worker
      ? found(worker)
      : notYet('it did not (branded Chrome ignores --load-extension: set CHROME_PATH to a Chromium)');
  });
}

/** What `chrome://extensions` offers to scripts, as far as it is used here. */
interface DeveloperPrivate {
  updateProfileConfiguration(update: { inDeveloperMode: boolean }): Promise<void>;
  updateExtensionConfiguration(update: { extensionId: string; incognitoAccess: boolean }): Promise<void>;
  getExtensionInfo(id: string): Promise<{ state: string; incognitoAccess: { isActive: boolean } }>;
}

/** As the administrator does it in the extension's settings; the browser then reloads the extension. */
async function allowPrivateWindows(
  context: BrowserContext,
  targets: Targets,
  background: TargetInfo,
): Promise<void> {
  const id = new URL(background.url).host;
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto('chrome://extensions');
  await page.evaluate(async (extensionId) => {
    const { developerPrivate } = (globalThis as unknown as { chrome: { developerPrivate: DeveloperPrivate } })
      .chrome;
    await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
    await developerPrivate.updateExtensionConfiguration({ extensionId, incognitoAccess: true });
  }, id);
  await poll('private windows to be allowed', async () => {
    const { state, incognitoAccess } = await page.evaluate(async (extensionId) => {
      const { developerPrivate } = (
        globalThis as unknown as { chrome: { developerPrivate: DeveloperPrivate } }
      ).chrome;
      return developerPrivate.getExtensionInfo(extensionId);
    }, id);
    const worker = (await targets.list()).find(
      ({ type, targetId }) => type === 'service_worker' && targetId !== background.targetId,
    );
    return incognitoAccess.isActive && state === 'ENABLED' && worker
      ? found(undefined)
      : notYet(`the extension is ${state}, ${worker ? 'reloaded' : 'not reloaded'}`);
  });
  await page.goto('about:blank');
}
