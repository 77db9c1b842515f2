/** axe-core over every view in every state, and over the controls in consoles' pages. `npm run verify:views` has all looks. */
import { drawEach, drawOnPage } from '../../scripts/views/looks';
import { openStudio, scenesOf } from '../../scripts/views/studio';
import { axeFindings, loadAxe } from './harness/axe';
import { browserOf } from './harness/launch';
import { expect, test } from './harness/test';

const THEMES = ['light', 'dark'] as const;

test('has no violation in any view in any state', async ({ browserName }) => {
  test.setTimeout(300_000);
  const studio = await openStudio(browserOf(browserName));
  try {
    await loadAxe(studio);
    const scenes = await scenesOf(studio);
    const lines: string[] = [];
    let nodes = 0;
    const check = async (name: string) => {
      const found = await axeFindings(studio, name);
      lines.push(...found.lines);
      nodes += found.nodes;
    };
    for (const theme of THEMES) {
      await drawEach(studio, theme, scenes, (name) => check(`${name}, ${theme}`));
      await drawOnPage(studio, theme);
      await check(`controls in pages, ${theme}`);
    }
    console.log(
      `axe: ${scenes.length + 1} views × ${THEMES.length} themes, ${nodes} nodes, ${lines.length} violations`,
    );
    expect(nodes).toBeGreaterThan(scenes.length * 10);
    expect(lines).toEqual([]);
  } finally {
    await studio.close();
  }
});
