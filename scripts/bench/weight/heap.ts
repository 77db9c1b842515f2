/** What a Chromium target keeps once everything was collected that can be. */
import type { CDPSession } from '@playwright/test';

export interface Kept {
  /** Bytes. */
  readonly heap: number;
  readonly listeners: number;
}

type Send = CDPSession['send'];

export async function heapOf(send: Send): Promise<number> {
  // What a first collection frees may hold more.
  for (let round = 0; round < 3; round += 1) await send('HeapProfiler.collectGarbage');
  return (await send('Runtime.getHeapUsage')).usedSize;
}

export async function metricsOf(send: Send): Promise<Record<string, number>> {
  const { metrics } = await send('Performance.getMetrics');
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}

/** Of a page, and of all that shares its process. */
export async function keptIn(send: Send): Promise<Kept> {
  await send('Performance.enable');
  const heap = await heapOf(send);
  return { heap, listeners: (await metricsOf(send)).JSEventListeners ?? Number.NaN };
}
