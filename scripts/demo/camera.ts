/** Pictures of pages and of the popup, all of one size. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { ChromiumSession } from '../../tests/e2e/harness/chromium/session';
import type { Surface } from '../../tests/e2e/harness/surface';

const PAGE_SIZE = { width: 1280, height: 800 };

export class Camera {
  constructor(
    private readonly session: ChromiumSession,
    private readonly folder: string,
  ) {
    mkdirSync(folder, { recursive: true });
  }

  /**
   * Writes `<name>.png` of a tab.
   *
   * @param height How much of it, from the top, in CSS pixels.
   */
  async takePage(surface: Surface, name: string, height = PAGE_SIZE.height): Promise<void> {
    const address = await surface.address();
    const page = this.session.context.pages().find((each) => each.url() === address);
    if (page === undefined) throw new Error(`No page at ${address} to be pictured.`);
    await page.setViewportSize(PAGE_SIZE);
    await twoFrames(page);
    await page.screenshot({
      path: this.#file(name),
      clip: { x: 0, y: 0, width: PAGE_SIZE.width, height },
      animations: 'disabled',
      caret: 'hide',
    });
  }

  /** Writes `<name>.png` of the open popup. */
  async takePopup(popup: Surface, name: string): Promise<void> {
    await popup.picture(this.#file(name));
  }

  #file(name: string): string {
    return join(this.folder, `${name}.png`);
  }
}

/** What a change of size moves has moved by then. */
async function twoFrames(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
  );
}
