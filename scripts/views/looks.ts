/** The ways in which views are looked at, and which of them are drawn in each. */
import type { SceneSummary } from './page';
import { call, type Preferences, type Studio } from './studio';

/** Name of the picture of the controls and notices that consoles' pages get. */
export const ON_PAGE = 'on-page';
const ON_PAGE_SIZE = { width: 800, height: 1200 };

export type Look = 'light' | 'dark' | 'forced' | 'zoomed';

export const LOOKS: Readonly<Record<Look, Preferences>> = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  forced: { colorScheme: 'dark', forcedColors: 'active' },
  zoomed: { colorScheme: 'light', forcedColors: 'none' },
};

/** Looks of which pictures are compared for a few views only, by the part of the name that those have in common. */
const SOME: Partial<Record<Look, RegExp>> = {
  forced: /^(?:popup-(?:readyToFill|checkProblem|testRunning)|sidepanel|options)/,
  zoomed: /^(?:popup-(?:empty|readyToFill)|options-fifty)/,
};

/** The views that pictures of a look are taken of: in forced colours and zoomed, most would tell nothing new. */
export const picturedIn = (look: Look, scenes: readonly SceneSummary[]) =>
  scenes.filter(({ name }) => SOME[look]?.test(name) ?? true);

/** Draws views in one look, one after the other; each stands in the page while `use` runs. */
export async function drawEach(
  studio: Studio,
  look: Look,
  scenes: readonly SceneSummary[],
  use: (name: string) => Promise<void>,
): Promise<void> {
  await studio.prefer(LOOKS[look]);
  for (const { name, width, height } of scenes) {
    await resize(studio, look, width, height);
    await call(studio, (scene: string) => window.draw(scene), name);
    await use(name);
  }
}

/** Draws the controls and notices that consoles' pages get. */
export async function drawOnPage(studio: Studio, look: Look): Promise<void> {
  await studio.prefer(LOOKS[look]);
  await resize(studio, look, ON_PAGE_SIZE.width, ON_PAGE_SIZE.height);
  await call(studio, (theme: 'light' | 'dark') => window.drawOnPage(theme), LOOKS[look].colorScheme);
}

/** 200 % zoom: half as many CSS pixels in the same window. A popup never gets more than 800 × 600 device pixels. */
function resize(studio: Studio, look: Look, width: number, height: number): Promise<void> {
  const zoom = look === 'zoomed' ? 2 : 1;
  return studio.resize(Math.max(320, Math.round(width / zoom)), Math.round(height / zoom));
}
