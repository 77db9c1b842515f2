/** A Chromium with the extension, or with one that does nothing, and what a page costs in it. */
import type { CDPSession, Page } from '@playwright/test';
import type { ChromiumSession } from '../../../tests/e2e/harness/chromium/session';
import { launch } from '../../../tests/e2e/harness/launch';
import { type Own, startProfile, stopProfile } from './profile';
import { type LoadTimes, traced } from './trace';

/** The gate asks the background at start: by then it has been answered and what it brought has looked at the page. */
const SETTLED_MS = 2000;

export interface Load extends LoadTimes {
  /** Milliseconds from the start of the navigation to the end of the load event, by the page's clock. */
  readonly load: number;
  /** Milliseconds of tasks of the page's process, whoever's. */
  readonly task: number;
  /** Bytes after a collection: of the page, and of the process that draws its frames. */
  readonly heap: number;
  readonly frameHeap: number;
  readonly listeners: number;
}

export class WeighedBrowser {
  private constructor(readonly session: ChromiumSession) {}

  static async start(port: number, extension: string): Promise<WeighedBrowser> {
    return new WeighedBrowser(await launch({ port }, { extension, privateWindows: 'notAllowed' }));
  }

  async load(address: string): Promise<Load> {
    return this.#onPage(async (page, cdp) => {
      await cdp.send('Performance.enable');
      const times = await traced(this.session.context, async () => {
        await page.goto(address);
        await page.waitForTimeout(SETTLED_MS);
      });
      const load = await page.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd");
      const { TaskDuration = Number.NaN } = await metricsOf(cdp);
      const heap = await heapOf(cdp);
      const { JSEventListeners = Number.NaN } = await metricsOf(cdp);
      const frame = page.frames()[1];
      const frameHeap = frame ? await heapOf(await this.session.context.newCDPSession(frame)) : 0;
      return {
        ...times,
        load: Number(load),
        task: TaskDuration * 1000,
        heap,
        frameHeap,
        listeners: JSEventListeners,
      };
    });
  }

  /** Own time while an expression of the page runs, which answers how long it took. */
  async run(address: string, expression: string): Promise<Own & { readonly took: number }> {
    return this.#onPage(async (page, cdp) => {
      await page.goto(address);
      await page.waitForTimeout(SETTLED_MS);
      await startProfile(cdp);
      const took = Number(await page.evaluate(expression));
      return { ...(await stopProfile(cdp)), took };
    });
  }

  /** Heap and listeners of a page before and after. */
  async remains(
    address: string,
    before: string,
    expression: string,
  ): Promise<Record<'heap' | 'listeners', number>> {
    return this.#onPage(async (page, cdp) => {
      await cdp.send('Performance.enable');
      await page.goto(address);
      await page.waitForTimeout(SETTLED_MS);
      const measure = async () => {
        await page.waitForTimeout(SETTLED_MS);
        const heap = await heapOf(cdp);
        return { heap, listeners: (await metricsOf(cdp)).JSEventListeners ?? Number.NaN };
      };
      await page.evaluate(before);
      const first = await measure();
      await page.evaluate(expression);
      const last = await measure();
      return { heap: last.heap - first.heap, listeners: last.listeners - first.listeners };
    });
  }

  /** Listeners of the page's process that a collection leaves, whoever's. */
  async listenersOf(page: Page): Promise<number> {
    const cdp = await this.session.context.newCDPSession(page);
    await cdp.send('Performance.enable');
    await heapOf(cdp);
    return (await metricsOf(cdp)).JSEventListeners ?? Number.NaN;
  }

  async #onPage<T>(use: (page: Page, cdp: CDPSession) => Promise<T>): Promise<T> {
    const page = await this.session.context.newPage();
    try {
      return await use(page, await this.session.context.newCDPSession(page));
    } finally {
      await page.close();
    }
  }

  close(): Promise<void> {
    return this.session.close();
  }
}

async function metricsOf(cdp: CDPSession): Promise<Record<string, number>> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}

async function heapOf(cdp: CDPSession): Promise<number> {
  // What a first collection frees may hold more.
  for (let round = 0; round < 3; round += 1) await cdp.send('HeapProfiler.collectGarbage');
  return (await cdp.send('Runtime.getHeapUsage')).usedSize;
}
