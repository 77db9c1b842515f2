/**
 * Draws every view in every state from the tests' sample states, in all looks, through the styles that are shipped:
 * `npx tsx scripts/views.ts [part of a name] [--language=de] [--browser=firefox]`. One PNG a view in
 * `.output/views/<browser>-<look>/`, and a contact sheet of them. Languages are those of `locales/`, `pseudo` and `pseudo-rtl`.
 */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { BrowserName } from './browsers';
import { drawEach, drawOnPage, LOOKS, type Look, ON_PAGE, picturedIn } from './views/looks';
import { openStudio, type Studio, scenesOf } from './views/studio';

const SHEET_WIDTH = 2000;

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, '.output/views');
const {
  values: { language, browser: only },
  positionals: [wanted = ''],
} = parseArgs({
  options: { language: { type: 'string', default: 'en' }, browser: { type: 'string' } },
  allowPositionals: true,
});

/** All pictures of a look on one sheet, at half their size, so that a person can look at them in one go. */
async function drawSheet(studio: Studio, look: Look, pictures: ReadonlyMap<string, Buffer>): Promise<void> {
  const figures = [...pictures].map(
    ([name, picture]) =>
      `<figure><img src="data:image/png;base64,${picture.toString('base64')}"><figcaption>${name}</figcaption></figure>`,
  );
  const html = `<style>
    body { margin: 12px; display: flex; flex-wrap: wrap; gap: 12px; align-items: start; background: #888; font: 11px sans-serif }
    figure { margin: 0 } img { display: block; zoom: 0.5 }
  </style>${figures.join('')}`;
  const sheet = await studio.pictureOf(html, SHEET_WIDTH);
  await writeFile(join(folder, `${studio.browserName}-${look}.png`), sheet);
}

async function drawAll(browserName: BrowserName): Promise<void> {
  const studio = await openStudio(browserName, { language });
  try {
    const scenes = await scenesOf(studio);
    for (const look of Object.keys(LOOKS) as Look[]) {
      const pictures = new Map<string, Buffer>();
      const keep = async (name: string) => void pictures.set(name, await studio.picture());
      await drawEach(
        studio,
        look,
        picturedIn(look, scenes).filter(({ name }) => name.includes(wanted)),
        keep,
      );
      if (ON_PAGE.includes(wanted)) {
        await drawOnPage(studio, look);
        await keep(ON_PAGE);
      }
      if (pictures.size === 0) continue;
      const place = join(folder, `${browserName}-${look}`);
      await mkdir(place, { recursive: true });
      for (const [name, picture] of pictures) await writeFile(join(place, `${name}.png`), picture);
      await drawSheet(studio, look, pictures);
      console.log(`${browserName}, ${look}: ${pictures.size} views`);
    }
  } finally {
    await studio.close();
  }
}

await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
for (const name of ['chromium', 'firefox'] as const)
  if (only === undefined || only === name) await drawAll(name);
console.log(folder);
