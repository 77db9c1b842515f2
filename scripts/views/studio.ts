/** The page in which views are drawn one by one, from the sources, with the browser's part of an extension made up. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from '@playwright/test';
import { build } from 'esbuild';
import { byName, messagesOf } from '../../tests/unit/languages';
import type { Digest } from './digest';
import type { SceneSummary } from './page';

declare global {
  interface Window {
    /** Every view in every state. */
    scenes: SceneSummary[];
    draw: (name: string) => Promise<void>;
    digest: () => Digest;
    /** Draws the controls and notices that consoles' pages get, on a page of this theme. */
    drawOnPage: (theme: 'light' | 'dark') => Promise<void>;
  }
}

/** The same measures on every machine, for checks; people see what their system has. */
const knownFont = async () => {
  const file = createRequire(import.meta.url).resolve(
    '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
  );
  const source = (await readFile(file)).toString('base64');
  return `<style>
    @font-face { font-family: Known; font-weight: 100 900; src: url(data:font/woff2;base64,${source}) }
    :root, sso-courier { --font: Known; --font-mono: Known; font-family: Known }
  </style>`;
};

/**
 * @param language One of `locales/`, `pseudo` or `pseudo-rtl`.
 * @param type `known` for views that are compared with stored ones; the roots of controls in pages are open then
 */
export async function openStudio(
  browser: Browser,
  language = 'en',
  type: 'known' | 'own' = 'own',
): Promise<Page> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('page.tsx', import.meta.url))],
    bundle: true,
    write: false,
    outdir: '/',
    format: 'esm',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const bundled = (end: string) => outputFiles.find(({ path }) => path.endsWith(end))?.text ?? '';
  const messages = messagesOf(language);
  const page = await browser.newPage({ timezoneId: 'UTC', locale: 'en-US' });
  const font = type === 'known' ? await knownFont() : '';
  if (type === 'known') {
    // A closed root cannot be looked into: here, and only here, the same code makes open ones.
    await page.addInitScript(() => {
      const { attachShadow } = Element.prototype;
      Element.prototype.attachShadow = function (init) {
        return attachShadow.call(this, { ...init, mode: 'open' });
      };
    });
  }
  page.on('pageerror', (error) => console.error(error.message));
  // What the browser gives an extension: its messages.
  await page.addInitScript(`{
    const texts = ${JSON.stringify(byName(messages))};
    globalThis.browser = { runtime: { id: 'views' }, i18n: { getMessage: (name) => texts[name] ?? '' } };
  }`);
  await page.route('https://views.invalid/**', (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/page.js')
      return route.fulfill({ contentType: 'text/javascript', body: bundled('.js') });
    if (pathname === '/page.css') return route.fulfill({ contentType: 'text/css', body: bundled('.css') });
    return route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><html lang="${messages.get('language')}" dir="${messages.get('direction')}"><head>
        <title>SSO Courier</title><link rel="stylesheet" href="/page.css">${font}</head>
        <body><div id="root"></div><script type="module" src="/page.js"></script></body></html>`,
    });
  });
  await page.goto('https://views.invalid/');
  await page.waitForFunction(() => window.scenes !== undefined);
  await page.evaluate(() => document.fonts.ready);
  return page;
}
