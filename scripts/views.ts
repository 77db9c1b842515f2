/**
 * Draws every view in every state from the tests' sample states, in both themes, through the styles that are shipped:
 * `npx tsx scripts/views.ts [part of a name] [--language=de]`. One PNG a view in `.output/views/<theme>/`, and a contact
 * sheet of them. Languages are those of `locales/`, `pseudo` and `pseudo-rtl`.
 */
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Browser, chromium } from '@playwright/test';
import { findBrowser } from './browsers';
import { drawEach, LOOKS, type Look } from './views/looks';
import { openStudio } from './views/studio';

const SHEET_WIDTH = 2000;

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, '.output/views');
const {
  values: { language },
  positionals: [wanted = ''],
} = parseArgs({ options: { language: { type: 'string', default: 'en' } }, allowPositionals: true });

/** All pictures of a theme on one sheet, at half their size, so that a person can look at them in one go. */
async function drawSheet(browser: Browser, look: Look, names: readonly string[]): Promise<void> {
  if (names.length === 0) return;
  const page = await browser.newPage({ viewport: { width: SHEET_WIDTH, height: 400 } });
  const figures = await Promise.all(
    names.map(async (name) => {
      const picture = await readFile(join(folder, look, `${name}.png`), 'base64');
      return `<figure><img src="data:image/png;base64,${picture}"><figcaption>${name}</figcaption></figure>`;
    }),
  );
  await page.setContent(`<style>
    body { margin: 12px; display: flex; flex-wrap: wrap; gap: 12px; align-items: start; background: #888; font: 11px sans-serif }
    figure { margin: 0 } img { display: block; zoom: 0.5 }
  </style>${figures.join('')}`);
  await page.screenshot({ path: join(folder, `chromium-${look}.png`), fullPage: true });
  await page.close();
}

await rm(folder, { recursive: true, force: true });
const browser = await chromium.launch({
  executablePath: await findBrowser('chromium'),
  args: ['--no-sandbox'],
});
try {
  const page = await openStudio(browser, language);
  const scenes = await page.evaluate(() => window.scenes);
  for (const look of Object.keys(LOOKS) as Look[]) {
    const names: string[] = [];
    await mkdir(join(folder, look), { recursive: true });
    const chosen = scenes.filter(({ name }) => name.includes(wanted));
    await drawEach(page, look, chosen, async (name) => {
      await page.screenshot({ path: join(folder, look, `${name}.png`) });
      names.push(name);
    });
    await drawSheet(browser, look, names);
    console.log(`${look}: ${names.length} views`);
  }
} finally {
  await browser.close();
}
console.log(folder);
