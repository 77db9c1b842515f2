/**
 * Draws every view in every state from the tests' sample states, in both themes, through the styles that are shipped:
 * `npx tsx scripts/views.ts [part of a name] [--language=de]`. One PNG a view in `.output/views/<theme>/`, and a contact
 * sheet of them. Languages are those of `locales/`, `pseudo` and `pseudo-rtl`.
 */
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Browser, chromium, type Page } from '@playwright/test';
import { findBrowser } from './browsers';
import { openStudio } from './views/studio';

type Look = 'light' | 'dark' | 'forced' | 'zoomed';
const LOOKS: Readonly<Record<Look, Parameters<Page['emulateMedia']>[0]>> = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  forced: { colorScheme: 'dark', forcedColors: 'active' },
  zoomed: { colorScheme: 'light' },
};
/** Looks that are drawn of a few views only, by the part of the name that those have in common. */
const SOME: Partial<Record<Look, RegExp>> = {
  forced: /^(?:popup-(?:readyToFill|checkProblem|testRunning)|sidepanel|options)/,
  zoomed: /^(?:popup-(?:empty|readyToFill)|options-fifty)/,
};
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
    await page.emulateMedia({ forcedColors: 'none', ...LOOKS[look] });
    for (const { name, width, height } of scenes) {
      if (!name.includes(wanted) || !(SOME[look]?.test(name) ?? true)) continue;
      // 200 % zoom: half as many CSS pixels in the same window. A popup never gets more than 800 × 600 device pixels.
      const zoom = look === 'zoomed' ? 2 : 1;
      await page.setViewportSize({
        width: Math.max(320, Math.round(width / zoom)),
        height: Math.round(height / zoom),
      });
      await page.evaluate((scene) => window.draw(scene), name);
      await page.screenshot({ path: join(folder, look, `${name}.png`) });
      names.push(name);
    }
    await drawSheet(browser, look, names);
    console.log(`${look}: ${names.length} views`);
  }
} finally {
  await browser.close();
}
console.log(folder);
