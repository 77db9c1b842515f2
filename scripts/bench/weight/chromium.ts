/** A Chromium with the extension, or with one that does nothing, and what a page costs in it. */
import type { CDPSession, Page } from '@playwright/test';
import type { ChromiumSession } from '../../../tests/e2e/harness/chromium/session';
import { launch } from '../../../tests/e2e/harness/launch';
import { hold, letGo } from '../../../tests/e2e/hostile/pages';
import { heapOf, type Kept, keptIn, metricsOf } from './heap';
import { startProfile, stopProfile } from './profile';
import { atRest } from './site';
import { traced } from './trace';
import type { Load, Run, Weighed } from './weighed';

/** Milliseconds of tasks of the page's process so far. */
async function taskOf(cdp: CDPSession): Promise<number> {
  const { TaskDuration = Number.NaN } = await metricsOf(cdp.send.bind(cdp));
  return TaskDuration * 1000;
}

export class WeighedBrowser implements Weighed {
  private constructor(
    readonly session: ChromiumSession,
    private readonly isBare: boolean,
  ) {}

  static async start(port: number, extension: string, { isBare = false } = {}): Promise<WeighedBrowser> {
    return new WeighedBrowser(await launch({ port }, { extension, privateWindows: 'notAllowed' }), isBare);
  }

  async load(address: string): Promise<Load> {
    return this.#onPage(async (page, cdp) => {
      await cdp.send('Performance.enable');
      const times = await traced(this.session.context, () => this.#open(page, address));
      const load = await page.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd");
      const task = await taskOf(cdp);
      const frame = page.frames()[1];
      const frames = frame && (await this.session.context.newCDPSession(frame));
      return {
        ...times,
        load: Number(load),
        task,
        heap: await heapOf(cdp.send.bind(cdp)),
        frameHeap: frames ? await heapOf(frames.send.bind(frames)) : 0,
      };
    });
  }

  async run(address: string, expression: string): Promise<Run> {
    return this.#onPage(async (page, cdp) => {
      await this.#open(page, address);
      await cdp.send('Performance.enable');
      const before = await taskOf(cdp);
      await startProfile(cdp);
      const took = Number(await page.evaluate(expression));
      const own = await stopProfile(cdp);
      return { ...own, took, task: (await taskOf(cdp)) - before };
    });
  }

  /** What a page keeps of what an expression does, once it was done before. */
  async remains(address: string, expression: string): Promise<Kept> {
    return this.#onPage(async (page, cdp) => {
      await this.#open(page, address);
      const once = async () => {
        await page.evaluate(expression);
        await page.evaluate(atRest('nothing'));
        return keptIn(cdp.send.bind(cdp));
      };
      const first = await once();
      const last = await once();
      return { heap: last.heap - first.heap, listeners: last.listeners - first.listeners };
    });
  }

  /** Listeners of the page's process that a collection leaves, whoever's. */
  async listenersOf(page: Page): Promise<number> {
    const cdp = await this.session.context.newCDPSession(page);
    return (await keptIn(cdp.send.bind(cdp))).listeners;
  }

  async #open(page: Page, address: string): Promise<void> {
    await page.goto(address);
    await page.evaluate(atRest(this.isBare ? 'nothing' : address));
  }

  async #onPage<T>(use: (page: Page, cdp: CDPSession) => Promise<T>): Promise<T> {
    const page = await this.session.context.newPage();
    try {
      return await use(page, await this.session.context.newCDPSession(page));
    } finally {
      await page.close();
    }
  }

  hold(host: string): Promise<void> {
    return hold(this.session, host);
  }

  letGo(): Promise<void> {
    return letGo(this.session);
  }

  close(): Promise<void> {
    return this.session.close();
  }
}
