/**
 * `npm run verify:views`: every view in every state and look, in Chromium and in Firefox. Has any come to look different
 * from what is stored, has axe anything against it, and is any text cut, in any language? Views are drawn in a font of known measures; boxes, colours, borders
 * and type are compared, element by element, with `tests/views/<browser>.json.br`. What differs is told in words, and drawn
 * over the view in `.output/views/differences`.
 * `npm run verify:views -- --update` stores what the views look like now; `--browser=firefox` is for one of them alone.
 *
 * Not pixels: glyphs, form controls and shadows are drawn otherwise by each system, version and graphics driver, so pictures
 * could only be compared on one machine, or with a tolerance in which a lost border or a moved button hides. What the
 * browser has computed is the same everywhere, and a difference comes with its name.
 */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { axeFindings, loadAxe } from '../tests/e2e/harness/axe';
import { languages } from '../tests/unit/languages';
import type { BrowserName } from './browsers';
import { compareDigests, type Difference, type Digest, told } from './views/digest';
import { drawEach, drawOnPage, LOOKS, type Look, ON_PAGE, picturedIn } from './views/looks';
import { call, openStudio, type Studio, scenesOf } from './views/studio';

/** By look and view. */
type Stored = Record<string, Digest>;

const root = fileURLToPath(new URL('..', import.meta.url));
const FOLDER = join(root, '.output/views/differences');
const NAMES_A_DIFFERENCE = 3;
const MOVES_MOST = 12;

interface Fault {
  readonly name: string;
  readonly what: readonly string[];
}

const {
  values: { update, browser: only },
} = parseArgs({ options: { update: { type: 'boolean', default: false }, browser: { type: 'string' } } });

const storeOf = (browserName: BrowserName) => join(root, `tests/views/${browserName}.json.br`);

/** Every view in every look, and the controls that consoles' pages get; `use` while each stands in the page. */
async function drawAll(
  studio: Studio,
  looks: readonly Look[],
  use: (name: string, isPictured: boolean) => Promise<void>,
): Promise<void> {
  const scenes = await scenesOf(studio);
  for (const look of looks) {
    const pictured = new Set(picturedIn(look, scenes).map(({ name }) => name));
    await drawEach(studio, look, scenes, (name) => use(`${look}-${name}`, pictured.has(name)));
    await drawOnPage(studio, look);
    await use(`${look}-${ON_PAGE}`, true);
  }
}

/** The view as it is now: where something was, dashed; where it is or what is painted otherwise, in a solid line. */
async function drawDifferences(
  studio: Studio,
  name: string,
  differences: readonly Difference[],
): Promise<void> {
  await call(
    studio,
    (shown: readonly Difference[]) => {
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
    },
    differences,
  );
  await writeFile(join(FOLDER, `${studio.browserName}-${name}.png`), await studio.picture());
  await studio.evaluate("document.getElementById('differences')?.remove()");
}

async function readStored(browserName: BrowserName): Promise<Stored> {
  const file = await readFile(storeOf(browserName)).catch(() => undefined);
  if (!file)
    throw new Error(`Nothing is stored yet: npm run verify:views -- --update makes ${storeOf(browserName)}.`);
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

/** Texts that are cut in some language, at any zoom. @returns how many */
async function verifyLanguages(browserName: BrowserName): Promise<number> {
  const faults: Fault[] = [];
  let drawn = 0;
  // The longest and the other way round in both; how long a word is does not depend on the browser.
  const spoken = browserName === 'chromium' ? languages : [];
  for (const language of [...spoken, 'pseudo', 'pseudo-rtl']) {
    const studio = await openStudio(browserName, { language });
    try {
      await drawAll(studio, ['light', 'zoomed'], async (name) => {
        drawn += 1;
        const what = await studio.evaluate<string[]>('window.textsCut()');
        if (what.length > 0) faults.push({ name: `${language}-${name}`, what });
      });
    } finally {
      await studio.close();
    }
  }
  console.log(`${browserName}: ${drawn} views × languages: texts are cut in ${faults.length}`);
  if (faults.length > 0) console.error(inGroups(faults));
  return faults.length;
}

/** @returns how many views differ, or break a rule of axe's. */
async function verifyLooks(browserName: BrowserName): Promise<number> {
  const stored = update ? {} : await readStored(browserName);
  const seen: Stored = {};
  const faults: Fault[] = [];
  const violations: Fault[] = [];
  const checked = { views: 0, nodes: 0 };
  const studio = await openStudio(browserName, { font: 'known' });
  try {
    await loadAxe(studio);
    await drawAll(studio, Object.keys(LOOKS) as Look[], async (name, isPictured) => {
      if (isPictured) {
        const digest = await studio.evaluate<Digest>('window.digest()');
        seen[name] = digest;
        const before = stored[name];
        const differences = before ? compareDigests(before, digest) : [];
        if (!update && (!before || differences.length > 0)) {
          await drawDifferences(studio, name, differences);
          faults.push({ name, what: before ? differences.map(told) : ['a new view'] });
        }
      }
      const { lines, nodes } = await axeFindings(studio);
      checked.views += 1;
      checked.nodes += nodes;
      if (lines.length > 0) violations.push({ name, what: lines });
    });
  } finally {
    await studio.close();
  }
  const gone = Object.keys(stored).filter((name) => !seen[name]);
  faults.push(...gone.map((name) => ({ name, what: ['not drawn any more'] })));
  const elements = Object.values(seen).reduce((sum, digest) => sum + digest.length, 0);
  console.log(
    `${browserName}: ${Object.keys(seen).length} pictures, ${elements} painted elements, ${faults.length} that differ`,
  );
  console.log(
    `${browserName}: axe looked at ${checked.nodes} nodes in ${checked.views} views × looks: ${violations.flatMap(({ what }) => what).length} violations`,
  );
  if (update) {
    await mkdir(join(root, 'tests/views'), { recursive: true });
    await writeFile(storeOf(browserName), brotliCompressSync(JSON.stringify(seen)));
  }
  if (violations.length > 0) console.error(inGroups(violations));
  if (faults.length > 0) {
    console.error(inGroups(faults));
    console.error(`\nPictures: ${FOLDER}\nWhere it is meant: npm run verify:views -- --update`);
  }
  return faults.length + violations.length;
}

await rm(FOLDER, { recursive: true, force: true });
await mkdir(FOLDER, { recursive: true });
let wrong = 0;
for (const name of ['chromium', 'firefox'] as const) {
  if (only !== undefined && only !== name) continue;
  wrong += await verifyLooks(name);
  if (!update) wrong += await verifyLanguages(name);
}
process.exitCode = wrong === 0 ? 0 : 1;
