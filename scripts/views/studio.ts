/** The page in which views are drawn one by one, from the sources, with the browser's part of an extension made up. */
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from '@playwright/test';
import { build } from 'esbuild';
import { byName, messagesOf } from '../../tests/unit/languages';
import type { SceneSummary } from './page';

declare global {
  interface Window {
    /** Every view in every state. */
    scenes: SceneSummary[];
    draw: (name: string) => Promise<void>;
    /** Draws the controls and notices that consoles' pages get, on a page of this theme. */
    drawOnPage: (theme: 'light' | 'dark') => Promise<void>;
  }
}

/** @param language One of `locales/`, `pseudo` or `pseudo-rtl`. */
export async function openStudio(browser: Browser, language = 'en'): Promise<Page> {
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
  const page = await browser.newPage();
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
        <title>SSO Courier</title><link rel="stylesheet" href="/page.css"></head>
        <body><div id="root"></div><script type="module" src="/page.js"></script></body></html>`,
    });
  });
  await page.goto('https://views.invalid/');
  await page.waitForFunction(() => window.scenes !== undefined);
  return page;
}
