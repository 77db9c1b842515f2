/** The gallery in Firefox, by WebDriver BiDi; what a user prefers is set by the browser's own preferences. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Browser, createProfile, launch, WEBDRIVER_BIDI_WEBSOCKET_ENDPOINT_REGEX } from '@puppeteer/browsers';
import { Bidi } from '../../tests/e2e/harness/firefox/bidi';
import { findBrowser } from '../browsers';
import type { Studio } from './studio';

const STARTS_WITHIN_MS = 30_000;

export async function openFirefoxStudio(address: string): Promise<Studio> {
  const profileDir = mkdtempSync(join(tmpdir(), 'sso-courier-views-'));
  await createProfile(Browser.FIREFOX, {
    path: profileDir,
    preferences: { 'ui.prefersReducedMotion': 1, 'intl.accept_languages': 'en-US' },
  });
  const process = launch({
    executablePath: await findBrowser('firefox'),
    args: [
      '--headless',
      '--no-remote',
      '--profile',
      profileDir,
      '--remote-debugging-port=0',
      '--remote-allow-system-access',
    ],
    env: { ...globalThis.process.env, TZ: 'UTC' },
  });
  const close = async (bidi?: Bidi) => {
    if (bidi) {
      // The answer may be lost in the end of the browser.
      await bidi.send('browser.close', {}).catch(() => {});
      await process.hasClosed();
    } else await process.close();
    rmSync(profileDir, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const bidi = await Bidi.connect(
      await process.waitForLineOutput(WEBDRIVER_BIDI_WEBSOCKET_ENDPOINT_REGEX, STARTS_WITHIN_MS),
    );
    return await openIn(bidi, address, close);
  } catch (error) {
    await close();
    throw error;
  }
}

async function openIn(bidi: Bidi, address: string, close: (bidi: Bidi) => Promise<void>): Promise<Studio> {
  await bidi.send('session.new', { capabilities: {} });
  const { contexts } = await bidi.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const window = contexts[0]?.context ?? '';
  const { context } = await bidi.send('browsingContext.create', { type: 'tab' });
  await bidi.send('browsingContext.navigate', { context, url: address, wait: 'complete' });

  async function evaluateIn<T>(target: string, expression: string): Promise<T> {
    const answer = await bidi.send('script.evaluate', {
      expression: `(async () => JSON.stringify(await (${expression})))()`,
      target: { context: target },
      awaitPromise: true,
    });
    if (answer.type === 'exception') throw new Error(answer.exceptionDetails.text);
    return (answer.result.type === 'string' ? JSON.parse(answer.result.value) : undefined) as T;
  }
  const resize = (target: string, width: number, height: number) =>
    bidi.send('browsingContext.setViewport', { context: target, viewport: { width, height } });
  const pictureIn = async (target: string, origin: 'viewport' | 'document') => {
    const { data } = await bidi.send('browsingContext.captureScreenshot', { context: target, origin });
    return Buffer.from(data, 'base64');
  };

  return {
    browserName: 'firefox',
    evaluate: (expression) => evaluateIn(context, expression),
    async prefer({ colorScheme, forcedColors }) {
      const prefs = {
        // 0 is dark.
        'layout.css.prefers-color-scheme.content-override': colorScheme === 'dark' ? 0 : 1,
        // 2 = the page's colours are never used; 0 = they are, but for high contrast themes.
        'browser.display.document_color_use': forcedColors === 'active' ? 2 : 0,
      };
      await evaluateIn(
        window,
        `Object.entries(${JSON.stringify(prefs)}).forEach((each) => Services.prefs.setIntPref(...each))`,
      );
      // Preferences reach the page's process by and by.
      const query = `(prefers-color-scheme: ${colorScheme}) and (forced-colors: ${forcedColors})`;
      const unforced = `(forced-colors: ${forcedColors})`;
      const wanted = forcedColors === 'active' ? unforced : query;
      await evaluateIn(
        context,
        `new Promise((resolve) => {
          const query = matchMedia(${JSON.stringify(wanted)});
          if (query.matches) resolve();
          else query.addEventListener('change', () => resolve(), { once: true });
        })`,
      );
    },
    async resize(width, height) {
      await resize(context, width, height);
    },
    picture: () => pictureIn(context, 'viewport'),
    async pictureOf(html, width) {
      const { context: sheet } = await bidi.send('browsingContext.create', { type: 'tab' });
      await resize(sheet, width, 400);
      await evaluateIn(sheet, `document.documentElement.innerHTML = ${JSON.stringify(html)}`);
      await evaluateIn(
        sheet,
        'Promise.all([...document.images].map((image) => image.decode())).then(() => 0)',
      );
      const picture = await pictureIn(sheet, 'document');
      await bidi.send('browsingContext.close', { context: sheet });
      return picture;
    },
    close: () => close(bidi),
  };
}
