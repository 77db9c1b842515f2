/**
 * `npm run verify:views`: has any view, in any state and theme, come to look different from what is stored? Draws every
 * view in a font of known measures and compares boxes, colours, borders and type, element by element, with
 * `tests/views/looks.json.br`. What differs is told in words, and drawn over the view in `.output/views/differences`.
 * `npm run verify:views -- --update` stores what the views look like now.
 */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { chromium, type Page } from '@playwright/test';
import { findBrowser } from './browsers';
import { compareDigests, type Difference, type Digest, told } from './views/digest';
import { drawEach, LOOKS, type Look } from './views/looks';
import { openStudio } from './views/studio';

/** By look and view. */
type Stored = Record<string, Digest>;

const root = fileURLToPath(new URL('..', import.meta.url));
const STORED = join(root, 'tests/views/looks.json.br');
const FOLDER = join(root, '.output/views/differences');
const ON_PAGE_SIZE = { width: 800, height: 900 };
const NAMES_A_DIFFERENCE = 3;
const MOVES_MOST = 12;

interface Fault {
  readonly name: string;
  readonly what: readonly string[];
}

const {
  values: { update },
} = parseArgs({ options: { update: { type: 'boolean', default: false } } });

/** Every view in every look, and the controls that consoles' pages get; `use` while each stands in the page. */
async function drawAll(page: Page, use: (name: string, digest: Digest) => Promise<void>): Promise<void> {
  const scenes = await page.evaluate(() => window.scenes);
  for (const look of Object.keys(LOOKS) as Look[]) {
    await drawEach(page, look, scenes, async (name) =>
      use(`${look}-${name}`, await page.evaluate(() => window.digest())),
    );
  }
  await page.setViewportSize(ON_PAGE_SIZE);
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ forcedColors: 'none', colorScheme: theme });
    await page.evaluate((shown) => window.drawOnPage(shown), theme);
    await use(`${theme}-on-page`, await page.evaluate(() => window.digest()));
  }
}

/** The view as it is now: where something was, dashed; where it is or what is painted otherwise, in a solid line. */
async function drawDifferences(page: Page, name: string, differences: readonly Difference[]): Promise<void> {
  await page.evaluate((shown) => {
    const over = document.createElement('div');
    over.id = 'differences';
    over.style.cssText =
      'position:fixed;inset:0;z-index:2147483647;pointer-events:none;forced-color-adjust:none';
    for (const { before, after } of shown) {
      for (const [painted, line] of [
        [before, '2px dashed #d13438'],
        [after, '2px solid #c239b3'],
      ] as const) {
        if (!painted) continue;
        const [x, y, width, height] = painted[1];
        const box = document.createElement('div');
        box.style.cssText = `position:absolute;box-sizing:border-box;left:${x - 2}px;top:${y - 2}px;width:${width + 4}px;height:${height + 4}px;border:${line}`;
        over.append(box);
      }
    }
    document.body.append(over);
  }, differences);
  await page.screenshot({ path: join(FOLDER, `${name}.png`) });
  await page.evaluate(() => document.getElementById('differences')?.remove());
}

async function readStored(): Promise<Stored> {
  const file = await readFile(STORED).catch(() => undefined);
  if (!file) throw new Error(`Nothing is stored yet: npm run verify:views -- --update makes ${STORED}.`);
  return JSON.parse(brotliDecompressSync(file).toString());
}

const isMove = (line: string) => line.startsWith('moved');

/** One change of a style shows in a hundred views: each difference once, with where it is. */
function inGroups(faults: readonly Fault[]): string {
  const places = new Map<string, string[]>();
  for (const { name, what } of faults)
    for (const line of new Set(what)) places.set(line, [...(places.get(line) ?? []), name]);
  // What was painted otherwise first; one new line moves all that is below it.
  const told = [...places].sort(([one], [other]) => Number(isMove(one)) - Number(isMove(other)));
  const moves = told.filter(([line]) => isMove(line)).slice(MOVES_MOST).length;
  const lines = told.slice(0, told.length - moves).map(([line, names]) => {
    const more = names.length - NAMES_A_DIFFERENCE;
    return `${line}\n    in ${names.slice(0, NAMES_A_DIFFERENCE).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
  });
  return [...lines, ...(moves > 0 ? [`and ${moves} more that moved`] : [])].join('\n');
}

async function main(): Promise<void> {
  const browser = await chromium.launch({
    executablePath: await findBrowser('chromium'),
    args: ['--no-sandbox', '--font-render-hinting=none', '--force-color-profile=srgb'],
  });
  try {
    const page = await openStudio(browser, 'en', 'known');
    // A colour that is still on its way is neither view's.
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const stored = update ? {} : await readStored();
    const seen: Stored = {};
    const faults: Fault[] = [];
    await rm(FOLDER, { recursive: true, force: true });
    await mkdir(FOLDER, { recursive: true });
    await drawAll(page, async (name, digest) => {
      seen[name] = digest;
      if (update) return;
      const before = stored[name];
      const differences = before ? compareDigests(before, digest) : [];
      if (before && differences.length === 0) return;
      await drawDifferences(page, name, differences);
      faults.push({ name, what: before ? differences.map(told) : ['a new view'] });
    });
    const gone = Object.keys(stored).filter((name) => !seen[name]);
    faults.push(...gone.map((name) => ({ name, what: ['not drawn any more'] })));
    const elements = Object.values(seen).reduce((sum, digest) => sum + digest.length, 0);
    console.log(
      `${Object.keys(seen).length} pictures, ${elements} painted elements, ${faults.length} that differ`,
    );
    if (update) {
      await mkdir(join(root, 'tests/views'), { recursive: true });
      await writeFile(STORED, brotliCompressSync(JSON.stringify(seen)));
      return;
    }
    if (faults.length === 0) return;
    console.error(inGroups(faults));
    console.error(`\nPictures: ${FOLDER}\nWhere it is meant: npm run verify:views -- --update`);
    process.exitCode = 1;
  } finally {
    await browser.close();
  }
}

await main();
