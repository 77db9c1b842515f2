/** The gallery in Chromium, by Playwright. */
import { chromium } from '@playwright/test';
import { findBrowser } from '../browsers';
import type { Studio } from './studio';

export async function openChromiumStudio(address: string): Promise<Studio> {
  const browser = await chromium.launch({
    executablePath: await findBrowser('chromium'),
    args: ['--no-sandbox', '--font-render-hinting=none', '--force-color-profile=srgb'],
  });
  const page = await browser.newPage({ timezoneId: 'UTC', locale: 'en-US', reducedMotion: 'reduce' });
  page.on('pageerror', (error) => console.error(error.message));
  await page.goto(address);
  return {
    browserName: 'chromium',
    evaluate: (expression) => page.evaluate(expression),
    prefer: (preferences) => page.emulateMedia(preferences),
    resize: (width, height) => page.setViewportSize({ width, height }),
    picture: () => page.screenshot(),
    async pictureOf(html, width) {
      const sheet = await browser.newPage({ viewport: { width, height: 400 } });
      await sheet.setContent(html);
      const picture = await sheet.screenshot({ fullPage: true });
      await sheet.close();
      return picture;
    },
    close: () => browser.close(),
  };
}
