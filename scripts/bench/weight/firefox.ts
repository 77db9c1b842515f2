/**
 * A Firefox with the extension, or with one that does nothing, and what a page costs in it, by the browser's own profiler.
 * It tells no compile time apart, and no task time; heaps of content processes are known to the nearest megabyte only.
 */
import type { FirefoxSession } from '../../../tests/e2e/harness/firefox/session';
import { asFirefox } from '../../../tests/e2e/harness/firefox/session';
import { launch } from '../../../tests/e2e/harness/launch';
import { hold, letGo } from '../../../tests/e2e/hostile/pages';
import { evaluateLong } from '../evaluate';
import { atRest } from './site';
import { type Load, PAGE_SCRIPT, type Run, type Weighed } from './weighed';

/** Milliseconds between two samples. Firefox counts in tenths; below this the sampling itself shows. */
const INTERVAL = 0.5;

export class WeighedFirefox implements Weighed {
  private constructor(
    private readonly session: FirefoxSession,
    private readonly isBare: boolean,
  ) {}

  static async start(port: number, extension: string, { isBare = false } = {}): Promise<WeighedFirefox> {
    const options = { browser: 'firefox', extension, privateWindows: 'notAllowed' } as const;
    return new WeighedFirefox(asFirefox(await launch({ port }, options)), isBare);
  }

  async load(address: string): Promise<Load> {
    const page = await this.session.openTab('about:blank');
    await this.session.startProfiler(INTERVAL);
    await page.goto(address);
    await evaluateLong(page, atRest(this.isBare ? 'nothing' : address));
    const { total } = await this.session.ownTime(PAGE_SCRIPT);
    const load = await page.evaluate<number>("performance.getEntriesByType('navigation')[0].loadEventEnd");
    await page.close();
    return { run: total, load };
  }

  async run(address: string, expression: string): Promise<Run> {
    const page = await this.session.openTab(address);
    await evaluateLong(page, atRest(this.isBare ? 'nothing' : address));
    await this.session.startProfiler(INTERVAL);
    const took = await evaluateLong<number>(page, expression);
    const { total, longest } = await this.session.ownTime(PAGE_SCRIPT);
    await page.close();
    return { total, longest, took };
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
