/**
 * Draws the extension's icons from the mark (`components/mark.tsx`) into `public/icon`. Run it after changing the mark:
 * `npx tsx scripts/icons.ts`. It needs a Chromium: the one at `CHROME_PATH`, else `/usr/bin/chromium`.
 */
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { Mark } from '../components/mark';

/** Sizes that Chromium and Firefox ask for: toolbar, toolbar at double density, extension list, store. */
const SIZES = [16, 32, 48, 128] as const;

const folder = fileURLToPath(new URL('../public/icon/', import.meta.url));
await mkdir(folder, { recursive: true });

const browser = await chromium.launch({
  executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
try {
  const page = await browser.newPage();
  for (const size of SIZES) {
    await page.setViewportSize({ width: size, height: size });
    const drawing = renderToStaticMarkup(createElement(Mark, { size }));
    await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${drawing}`);
    await page.screenshot({ path: `${folder}${size}.png`, omitBackground: true });
  }
} finally {
  await browser.close();
}
