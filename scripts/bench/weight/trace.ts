/** Compile and run time of the extension's scripts while pages load, in every frame, from the browser's own trace. */
import type { BrowserContext } from '@playwright/test';
import { type Load, PAGE_SCRIPT } from './weighed';

/** `run` as far as the trace names it: the start of a script, and calls from the browser. */
type LoadTimes = Required<Pick<Load, 'compile' | 'run'>>;

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  args?: { fileName?: string; url?: string; data?: { url?: string } };
}

const RUNS = new Set(['EvaluateScript', 'FunctionCall', 'v8.run']);
const COMPILES = new Set(['v8.compile']);

export async function traced(context: BrowserContext, act: () => Promise<void>): Promise<LoadTimes> {
  const browser = context.browser();
  if (!browser) throw new Error('Playwright keeps the browser to itself.');
  const cdp = await browser.newBrowserCDPSession();
  const events: TraceEvent[] = [];
  cdp.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await cdp.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['v8', 'devtools.timeline'], excludedCategories: ['*'] },
  });
  await act();
  const complete = new Promise<void>((resolve) => cdp.once('Tracing.tracingComplete', () => resolve()));
  await cdp.send('Tracing.end');
  await complete;
  await cdp.detach();
  return timesIn(events);
}

export function timesIn(events: readonly TraceEvent[]): LoadTimes {
  const own = events.filter((event) => event.ph === 'X' && PAGE_SCRIPT.test(urlOf(event)));
  const compile = covered(own.filter(({ name }) => COMPILES.has(name)));
  const all = covered(own.filter(({ name }) => COMPILES.has(name) || RUNS.has(name)));
  return { compile, run: all - compile };
}

const urlOf = ({ args }: TraceEvent): string => args?.data?.url ?? args?.fileName ?? args?.url ?? '';

/** Milliseconds covered by at least one of the events, thread by thread. */
function covered(events: readonly TraceEvent[]): number {
  const threads = Map.groupBy(events, ({ pid, tid }) => `${pid} ${tid}`);
  let microseconds = 0;
  for (const thread of threads.values()) {
    let until = 0;
    for (const { ts, dur = 0 } of thread.sort((a, b) => a.ts - b.ts)) {
      microseconds += Math.max(0, ts + dur - Math.max(ts, until));
      until = Math.max(until, ts + dur);
    }
  }
  return microseconds / 1000;
}
