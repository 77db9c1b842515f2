/** The ways in which views are looked at, and which of them are drawn in each. */
import type { Page } from '@playwright/test';
import type { SceneSummary } from './page';

export type Look = 'light' | 'dark' | 'forced' | 'zoomed';

export const LOOKS: Readonly<Record<Look, NonNullable<Parameters<Page['emulateMedia']>[0]>>> = {
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

/** Draws the views of one look, one after the other; each stands in the page while `use` runs. */
export async function drawEach(
  page: Page,
  look: Look,
  scenes: readonly SceneSummary[],
  use: (name: string) => Promise<void>,
): Promise<void> {
  await page.emulateMedia({ forcedColors: 'none', ...LOOKS[look] });
  // 200 % zoom: half as many CSS pixels in the same window. A popup never gets more than 800 × 600 device pixels.
  const zoom = look === 'zoomed' ? 2 : 1;
  for (const { name, width, height } of scenes) {
    if (!(SOME[look]?.test(name) ?? true)) continue;
    await page.setViewportSize({
      width: Math.max(320, Math.round(width / zoom)),
      height: Math.round(height / zoom),
    });
    await page.evaluate((scene) => window.draw(scene), name);
    await use(name);
  }
}
