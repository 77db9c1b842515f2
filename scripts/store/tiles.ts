/** The tiles: what each store shows in its lists. */
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext } from '@playwright/test';
import { drawPage } from './draw';

/** Chrome's and Edge's small tile, and the large one of both. */
const TILES = [
  { name: 'tile-440x280', width: 440, height: 280 },
  { name: 'tile-1400x560', width: 1400, height: 560 },
] as const;

export async function drawTiles(context: BrowserContext, folder: string): Promise<void> {
  for (const { name, width, height } of TILES) {
    await drawPage(context, { kind: 'tile', width, height }, join(folder, `${name}.png`));
  }
  copyFileSync(join(import.meta.dirname, '../../public/icon/128.png'), join(folder, 'icon-128.png'));
}
