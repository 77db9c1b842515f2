/** What the extension costs pages: medians of interleaved rounds, always beside a browser without it. */
import { buildFor } from '../../../tests/e2e/harness/launch';
import { makeBareExtension } from '../bare-extension';
import { type Load, WeighedBrowser } from './chromium';
import type { Own } from './profile';
import { addressOf, CLIENT_ID, CONSOLE, type PortalPage, startSite } from './site';

export const MUTATIONS = 20_000;
export const DIALOGS = 50;
export const ROUTES = 200;
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 3);

export interface LoadRow {
  readonly what: string;
  readonly withIt: readonly Load[];
  readonly without: readonly Load[];
}
export interface RunRow {
  readonly what: string;
  readonly rows?: number;
  readonly withIt: readonly (Own & { took: number })[];
  readonly without: readonly (Own & { took: number })[];
}

export interface Weight {
  readonly loads: readonly LoadRow[];
  readonly runs: readonly RunRow[];
  readonly remains: Record<'withIt' | 'without', Record<'heap' | 'listeners', number>>;
}

const portal = (change: Partial<PortalPage>): string =>
  addressOf({ nodes: 3000, rows: 10, frames: 0, isOurs: false, ...change });

const allLoads: readonly (readonly [string, string])[] = [
  ['3,000 nodes, not ours', portal({})],
  ['30,000 nodes, not ours', portal({ nodes: 30_000 })],
  ['3,000 nodes, secrets page', portal({ isOurs: true })],
  ['30,000 nodes, secrets page', portal({ nodes: 30_000, isOurs: true })],
  ['six frames, not ours', portal({ frames: 6 })],
  ['six frames, secrets page', portal({ frames: 6, isOurs: true })],
  ['vendor console, nothing under way', CONSOLE],
];

const storm = `storm(${MUTATIONS})`;
const allRuns: readonly { what: string; address: string; expression: string; rows?: number }[] = [
  { what: 'storm, not ours, 500 rows', address: portal({ rows: 500 }), expression: storm },
  ...[10, 500, 5000].map((rows) => ({
    what: `storm, secrets page, ${rows} rows`,
    address: portal({ rows, isOurs: true }),
    expression: storm,
    rows,
  })),
  { what: `${DIALOGS} dialogs, vendor console`, address: CONSOLE, expression: `dialogs(${DIALOGS})` },
];

const ours = (menu: string) =>
  `#view/Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/${menu}/appId/${CLIENT_ID}`;
const routes = (count: number) => `(async () => {
  const hashes = ['${ours('Credentials')}', '#home', '${ours('Overview')}', '#view/Microsoft_AAD_IAM/UsersList'];
  for (let n = 0; n < ${count}; n++) { await go(hashes[n % 4]); await new Promise((r) => setTimeout(r, 20)); }
  await go('#home');
})()`;

/** Browsers are started once; each case runs in both, round after round. @param word takes the cases with it in their name */
export async function measureWeight(word = ''): Promise<Weight> {
  const loads = allLoads.filter(([what]) => what.includes(word));
  const runs = allRuns.filter(({ what }) => what.includes(word));
  const site = await startSite();
  const bare = makeBareExtension();
  const without = await WeighedBrowser.start(site.port, bare.folder);
  const withIt = await WeighedBrowser.start(site.port, buildFor('chromium'));
  const both = { withIt, without } as const;
  const kinds = ['withIt', 'without'] as const;
  try {
    const loadRows = loads.map(([what]) => ({ what, withIt: [] as Load[], without: [] as Load[] }));
    const runRows = runs.map(({ what, rows }) => ({
      what,
      ...(rows !== undefined && { rows }),
      withIt: [] as (Own & { took: number })[],
      without: [] as (Own & { took: number })[],
    }));
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [index, [, address]] of loads.entries()) {
        for (const kind of kinds) loadRows[index]?.[kind].push(await both[kind].load(address));
      }
      for (const [index, { address, expression }] of runs.entries()) {
        for (const kind of kinds) runRows[index]?.[kind].push(await both[kind].run(address, expression));
      }
    }
    const remainsOf = (kind: (typeof kinds)[number]) =>
      // The first day compiles what runs often, which stays: the second one has to leave nothing.
      both[kind].remains(portal({}), routes(ROUTES), routes(ROUTES));
    const remains = { withIt: await remainsOf('withIt'), without: await remainsOf('without') };
    return { loads: loadRows, runs: runRows, remains };
  } finally {
    await withIt.close();
    await without.close();
    bare.remove();
    await site.close();
  }
}
