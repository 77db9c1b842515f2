/** Time of the extension's own JavaScript in a page, from the browser's sampled stacks. */
import type { CDPSession } from '@playwright/test';
import type { Run } from './weighed';

type Own = Omit<Run, 'took'>;

interface ProfileNode {
  id: number;
  callFrame: { url: string };
  children?: number[];
}

export interface Profile {
  nodes: ProfileNode[];
  samples?: number[];
  timeDeltas?: number[];
}

const SAMPLE_MICROSECONDS = 100;
/** Samples further apart belong to two stretches. */
const PAUSE_MICROSECONDS = 1000;

export async function startProfile(cdp: CDPSession): Promise<void> {
  await cdp.send('Profiler.enable');
  await cdp.send('Profiler.setSamplingInterval', { interval: SAMPLE_MICROSECONDS });
  await cdp.send('Profiler.start');
}

export async function stopProfile(cdp: CDPSession): Promise<Own> {
  const { profile } = await cdp.send('Profiler.stop');
  return ownTimeIn(profile);
}

export function ownTimeIn({ nodes, samples = [], timeDeltas = [] }: Profile): Own {
  const own = ownNodes(nodes);
  let total = 0;
  let longest = 0;
  let stretch = 0;
  let since = 0;
  for (const [index, sample] of samples.entries()) {
    // A sample stands for the time until the next one.
    const microseconds = timeDeltas[index + 1] ?? 0;
    if (own.has(sample)) {
      total += microseconds;
      stretch += microseconds;
      longest = Math.max(longest, stretch);
      since = 0;
    } else {
      since += microseconds;
      if (since > PAUSE_MICROSECONDS) stretch = 0;
    }
  }
  return { total: total / 1000, longest: longest / 1000 };
}

/** Nodes of the extension's scripts, and everything that they called. */
function ownNodes(nodes: readonly ProfileNode[]): Set<number> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const own = new Set<number>();
  const add = (node: ProfileNode) => {
    own.add(node.id);
    for (const child of node.children ?? []) {
      const called = byId.get(child);
      if (called && !own.has(child)) add(called);
    }
  };
  for (const node of nodes) if (node.callFrame.url.startsWith('chrome-extension://')) add(node);
  return own;
}
