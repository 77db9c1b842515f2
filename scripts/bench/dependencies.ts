/**
 * What each dependency costs: bytes in the scripts that ship, and milliseconds to compile and run it, measured by giving it
 * to a page of its own that has not seen it before.
 */
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { build } from 'esbuild';
import { findBrowser } from '../browsers';
import { buildWithSources } from './bundle';
import { median } from './numbers';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Built scripts by what loads them. */
const CARRIERS: Readonly<Record<string, RegExp>> = {
  'popup, side panel': /^(?:popup|sidepanel|styles|use-state|sites-notice|copy)$/,
  finder: /^finder$/,
  connections: /^(?:options|reminders)$/,
  background: /^background$/,
  'parts in pages': /-page$|^page-report$/,
  gates: /^content-scripts\//,
};

/** A package's name, and the dependency of ours that it is or comes with. */
const DEPENDENCIES: readonly (readonly [name: RegExp, dependency: string])[] = [
  [/^(?:react|react-dom|scheduler)$/, 'react, react-dom'],
  [/^(?:react-aria|react-stately|@internationalized|clsx|use-sync)/, 'react-aria-components'],
  [/^@aklinker1\//, '@webext-core/messaging'],
  [/^@wxt-dev\//, 'wxt'],
];

export interface Cost {
  readonly dependency: string;
  /** By what carries it. */
  readonly bytes: Readonly<Record<string, number>>;
  /** Median over the rounds; none where it is not measured by itself. */
  readonly milliseconds: number | undefined;
}

function dependencyOf(path: string): string {
  const name = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1];
  if (name === undefined) return 'our own';
  return DEPENDENCIES.find(([pattern]) => pattern.test(name))?.[1] ?? name;
}

async function bytesByDependency(): Promise<Map<string, Record<string, number>>> {
  const sums = new Map<string, Record<string, number>>();
  for (const [script, sources] of await buildWithSources()) {
    const carrier = Object.keys(CARRIERS).find((name) => CARRIERS[name]?.test(script));
    if (carrier === undefined) continue;
    for (const [source, bytes] of sources) {
      const by = sums.get(dependencyOf(source)) ?? {};
      by[carrier] = (by[carrier] ?? 0) + bytes;
      sums.set(dependencyOf(source), by);
    }
  }
  return sums;
}

/** What a dependency is used for with us, as an import of its own. The finder's is measured where it is loaded (`paint.ts`). */
const PROBES: Readonly<Record<string, string>> = {
  'react, react-dom':
    "import * as React from 'react'; import * as jsx from 'react/jsx-runtime'; import { createRoot } from 'react-dom/client'; globalThis.kept = [React, jsx, createRoot];",
  'webextension-polyfill': "import used from 'webextension-polyfill'; globalThis.kept = used;",
  '@webext-core/messaging':
    "import { defineExtensionMessaging as used } from '@webext-core/messaging'; globalThis.kept = used;",
  'ical-generator': "import used from 'ical-generator'; globalThis.kept = used;",
  // With all schemas of the message contract, which are made as the module runs.
  zod: "import { protocol } from './utils/messages/protocol.ts'; globalThis.kept = protocol;",
  '@noble/hashes': "import { sha256 } from '@noble/hashes/sha2.js'; globalThis.kept = sha256;",
};

async function probeOf(contents: string): Promise<string> {
  const { outputFiles } = await build({
    bundle: true,
    write: false,
    minifyWhitespace: true,
    format: 'iife',
    define: { 'process.env.NODE_ENV': '"production"' },
    stdin: { contents, resolveDir: root, loader: 'ts' },
  });
  return outputFiles[0]?.text ?? '';
}

/** Milliseconds of each, in turn, in a page that is new each time. */
async function timesOf(rounds: number): Promise<Map<string, number[]>> {
  const probes = new Map<string, string>();
  for (const [name, contents] of Object.entries(PROBES)) probes.set(name, await probeOf(contents));
  const times = new Map([...probes.keys()].map((name) => [name, [] as number[]]));
  const executablePath = await findBrowser('chromium');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    for (let round = 0; round < rounds; round += 1) {
      const page = await browser.newPage();
      await page.evaluate("globalThis.chrome = { runtime: { id: 'bench' } }; void 0");
      for (const [name, source] of probes) {
        // Another text each time: nothing compiled is kept from the round before.
        const text = `${source}\n//${round}`;
        const took = await page.evaluate((shown) => {
          const script = document.createElement('script');
          script.textContent = shown;
          const before = performance.now();
          document.head.append(script);
          return performance.now() - before;
        }, text);
        times.get(name)?.push(took);
      }
      await page.close();
    }
  } finally {
    await browser.close();
  }
  return times;
}

export async function measureDependencies(rounds: number): Promise<Cost[]> {
  const sums = await bytesByDependency();
  const times = await timesOf(rounds);
  const total = (by: Record<string, number>) => Object.values(by).reduce((sum, bytes) => sum + bytes, 0);
  return [...sums]
    .sort(([, one], [, other]) => total(other) - total(one))
    .map(([dependency, bytes]) => {
      const took = times.get(dependency);
      return { dependency, bytes, milliseconds: took && median(took) };
    });
}

export const carriers = Object.keys(CARRIERS);
