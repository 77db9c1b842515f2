/**
 * How soon the extension's own pages are there, with nothing on record and with hundreds of reminders: the same browser,
 * one beside the other, round by round. By each page's own clock; what the browser takes to open the popup's window is
 * not in it.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Browser } from 'webextension-polyfill';
import { buildFor, launch } from '../../tests/e2e/harness/launch';
import { startLab } from '../../tests/lab/server';
import { dayAfter, record } from '../../tests/unit/reminders/records';

/** In the background, where `inBackground` runs. */
declare const browser: Browser;

export const REMINDERS = 500;
/** Where they lie in `storage.local`, as `utils/handoff/connection-records.ts` has it; that module runs in an extension only. */
const RECORDS_KEY = 'connections';
const TODAY = new Date().toISOString().slice(0, 10);

/** Each page with what stands in it once it can be used. */
const PAGES = {
  popup: { file: 'popup.html', usable: '.journey li button', width: 380, height: 600 },
  'side panel': { file: 'sidepanel.html', usable: '.journey li button', width: 360, height: 860 },
  connections: {
    file: 'options.html',
    usable: '.list .connection, .connections .empty',
    width: 1100,
    height: 860,
  },
} as const;

/** The first press of Ctrl+K reads, compiles and runs it. */
const FINDER = 'finder';

export interface Paint {
  readonly page: keyof typeof PAGES;
  readonly reminders: number;
  /** Milliseconds from the start of the navigation, in the order they were measured. */
  readonly firstPaint: number[];
  readonly usable: number[];
}

/** In the page, before anything of it: when is the frame drawn in which it can be used? */
const watchFor = (selector: string) => `
  globalThis.usableAt = new Promise((resolve) => {
    const look = () => {
      if (document.querySelector(${JSON.stringify(selector)}) === null) return requestAnimationFrame(look);
      // After the next frame it has been drawn.
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
    };
    look();
  });`;

async function timesOf(page: Page, address: string, selector: string) {
  await page.addInitScript(watchFor(selector));
  await page.goto(address);
  return page.evaluate(async () => {
    const usable = await (globalThis as unknown as { usableAt: Promise<number> }).usableAt;
    // Told of later than it was drawn, and later than the page can be used.
    const firstPaint = await new Promise<number>((resolve) => {
      new PerformanceObserver((entries) => {
        const [paint] = entries.getEntriesByName('first-contentful-paint');
        if (paint) resolve(paint.startTime);
      }).observe({ type: 'paint', buffered: true });
    });
    return { firstPaint, usable };
  });
}

const full = Array.from({ length: REMINDERS }, (_, index) =>
  record({
    vendorHost: `tenant${index + 1}.kandji.io`,
    appName: `Kandji ${index + 1}`,
    expiresOn: dayAfter(TODAY, index - 20),
  }),
);

/** @param rounds each opens every page with every store, in turn */
export async function measurePaint(rounds: number): Promise<{ paints: Paint[]; finder: number[] }> {
  const lab = await startLab();
  const session = await launch(lab, { privateWindows: 'notAllowed' });
  const names = Object.keys(PAGES) as (keyof typeof PAGES)[];
  const paints: Paint[] = names.flatMap((page) =>
    [0, REMINDERS].map((reminders) => ({ page, reminders, firstPaint: [], usable: [] })),
  );
  const finder: number[] = [];
  const chunk = readdirSync(join(buildFor('chromium'), 'chunks')).find((file) =>
    file.startsWith(`${FINDER}-`),
  );
  try {
    // One more before the first: the browser keeps compiled scripts from then on, as it does for everyone.
    for (let round = -1; round < rounds; round += 1) {
      for (const reminders of [0, REMINDERS]) {
        await session.inBackground(({ key, records }) => browser.storage.local.set({ [key]: records }), {
          key: RECORDS_KEY,
          records: reminders === 0 ? [] : full,
        });
        for (const paint of paints.filter((each) => each.reminders === reminders)) {
          const { file, usable, width, height } = PAGES[paint.page];
          const page = await session.context.newPage();
          await page.setViewportSize({ width, height });
          const times = await timesOf(page, `chrome-extension://${session.extensionId}/${file}`, usable);
          const took = await page.evaluate(async (file) => {
            const before = performance.now();
            await import(file);
            return performance.now() - before;
          }, `/chunks/${chunk}`);
          await page.close();
          if (round < 0) continue;
          if (paint.page === 'popup') finder.push(took);
          paint.firstPaint.push(times.firstPaint);
          paint.usable.push(times.usable);
        }
      }
    }
    return { paints, finder };
  } finally {
    await session.close();
    await lab.close();
  }
}
