/** What the extension costs pages: medians of interleaved rounds, always beside a browser without it. */
import { buildFor } from '../../../tests/e2e/harness/launch';
import { OBSERVED } from '../../../utils/page/gathered';
import type { BrowserName } from '../../browsers';
import { makeBareExtension } from '../bare-extension';
import { makePeer } from '../peer';
import { WeighedBrowser } from './chromium';
import { type DayLeft, measureDay } from './day';
import { WeighedFirefox } from './firefox';
import type { Kept } from './heap';
import { measureReminders, type RemindersRow } from './reminders';
import { ROUNDS } from './rounds';
import { addressOf, CLIENT_ID, CONSOLE, HELD_HOST, heldConsole, type PortalPage, startSite } from './site';
import type { Load, Run, Weighed } from './weighed';

export const MUTATIONS = 20_000;
export const DIALOGS = 50;
export const ROUTES = 200;

type Both<T> = Readonly<Record<'withIt' | 'without', T>>;

export interface LoadRow extends Both<Load[]> {
  readonly what: string;
  /** Sandboxed frames beside the page. */
  readonly frames?: number;
  /** With another extension that watches pages, if there is one. */
  readonly peer: Load[];
}
export interface RunRow extends Both<Run[]> {
  readonly what: string;
  /** With an observer that is told the same and does nothing. */
  readonly floor: Run[];
  readonly peer: Run[];
  /** Of the secrets grid, on a page of ours. */
  readonly rows?: number;
}

/** What a word leaves out, or a browser cannot tell, is absent. */
export interface Weight {
  readonly browser: BrowserName;
  readonly loads: readonly LoadRow[];
  readonly runs: readonly RunRow[];
  readonly routes?: Both<Kept>;
  readonly day?: Both<DayLeft>;
  readonly reminders?: readonly RemindersRow[];
}

const portal = (change: Partial<PortalPage>): string =>
  addressOf({ nodes: 3000, rows: 10, frames: 0, isOurs: false, ...change });

const allLoads: readonly { what: string; address: string; frames?: number }[] = [
  { what: '3,000 nodes, not ours', address: portal({}) },
  { what: '30,000 nodes, not ours', address: portal({ nodes: 30_000 }) },
  { what: '3,000 nodes, secrets page', address: portal({ isOurs: true }) },
  { what: '30,000 nodes, secrets page', address: portal({ nodes: 30_000, isOurs: true }) },
  ...[1, 6, 18].map((frames) => ({
    what: `frames, not ours: ${frames}`,
    address: portal({ frames }),
    frames,
  })),
  { what: 'six frames, secrets page', address: portal({ frames: 6, isOurs: true }) },
  { what: 'vendor console, nothing under way', address: CONSOLE },
];

const storm = `storm(${MUTATIONS})`;
interface Case {
  readonly what: string;
  readonly address: string;
  readonly expression: string;
  readonly rows?: number;
  /** A secret is held for `HELD_HOST` meanwhile: the part that works on its console is there. */
  readonly isHeld?: true;
}

const allRuns: readonly Case[] = [
  { what: 'storm, not ours, 500 rows', address: portal({ rows: 500 }), expression: storm },
  ...[10, 500, 5000].map((rows) => ({
    what: `storm, secrets page, ${rows} rows`,
    address: portal({ rows, isOurs: true }),
    expression: storm,
    rows,
  })),
  ...[10, 500, 5000].map((rows) => ({
    what: `storm, secrets page, ${rows} furnished rows`,
    address: portal({ rows, isOurs: true, isFurnished: true }),
    expression: storm,
  })),
  ...[10, 500, 5000].map((rows) => ({
    what: `storm, Overview, ${rows} rows behind it`,
    address: portal({ rows, isOurs: true, menu: 'Overview' }),
    expression: storm,
  })),
  { what: `${DIALOGS} dialogs, vendor console`, address: CONSOLE, expression: `dialogs(${DIALOGS})` },
  ...[10, 500, 5000].map((rows) => ({
    what: `storm, vendor console with a secret held, ${rows} rows`,
    address: heldConsole(rows),
    expression: storm,
    isHeld: true as const,
  })),
];

const ours = (menu: string) =>
  `#view/Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/${menu}/appId/${CLIENT_ID}`;
/**
 * In turn a page of ours and one of others. Each is left once our control stands there, or has gone; a browser without
 * the extension has none to wait for. The Overview's control stands beside the client ID.
 */
const routes = ({ isBare }: { isBare: boolean }) => `(async () => {
  const hashes = ['${ours('Credentials')}', '#home', '${ours('Overview')}', '#view/Microsoft_AAD_IAM/UsersList'];
  const clientId = document.createElement('p');
  clientId.textContent = '${CLIENT_ID}';
  for (let n = 0; n < ${ROUTES}; n++) {
    if (n % 4 === 2) document.querySelector('main').append(clientId);
    else clientId.remove();
    await go(hashes[n % 4]);
    await until(() => ${isBare} || (document.querySelector('sso-courier') !== null) === (n % 2 === 0));
  }
  await go('#home');
})()`;

const BOTH = ['withIt', 'without'] as const;
const OF_LOADS = [...BOTH, 'peer'] as const;
const ALL = [...BOTH, 'floor', 'peer'] as const;
type Kind = (typeof ALL)[number];

/** Told of the same changes as the extension's own observer, in a world of its own as well: what is left is our share. */
const OBSERVER = `new MutationObserver(() => {}).observe(document, ${JSON.stringify(OBSERVED)});`;

/** @param word takes the cases with it in their name; without one, all */
export async function measureWeight(browser: BrowserName, word = ''): Promise<Weight> {
  const isAsked = (what: string) => what.includes(word);
  return {
    browser,
    ...(await measurePages(browser, isAsked)),
    ...(browser === 'chromium' && isAsked('routes') && { routes: await measureRoutes() }),
    ...(browser === 'chromium' && isAsked('day') && { day: await measureDay() }),
    ...(isAsked('reminders') && { reminders: await measureReminders(browser) }),
  };
}

/** Browsers are started once; each case runs in both, round after round. */
async function measurePages(
  browser: BrowserName,
  isAsked: (what: string) => boolean,
): Promise<Pick<Weight, 'loads' | 'runs'>> {
  const loads = allLoads
    .filter(({ what }) => isAsked(what))
    .map((one) => ({ ...one, withIt: [] as Load[], without: [] as Load[], peer: [] as Load[] }));
  const runs = allRuns
    .filter(({ what }) => isAsked(what))
    .map((one) => ({
      ...one,
      withIt: [] as Run[],
      without: [] as Run[],
      floor: [] as Run[],
      peer: [] as Run[],
    }));
  if (loads.length + runs.length === 0) return { loads, runs };
  const measure = async (browsers: Browsers<Kind, Weighed>) => {
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const row of loads) {
        for (const kind of OF_LOADS) {
          const load = await browsers[kind]?.load(row.address);
          if (load) row[kind].push(load);
        }
      }
      for (const row of runs) {
        for (const kind of ALL) {
          const run = await runCase(browsers[kind], row, kind === 'withIt');
          if (run) row[kind].push(run);
        }
      }
    }
    return { loads, runs };
  };
  return browser === 'firefox'
    ? withEach(ALL, browser, WeighedFirefox.start, measure)
    : withEach(ALL, browser, WeighedBrowser.start, measure);
}

async function runCase(
  browser: Weighed | undefined,
  { address, expression, isHeld }: Case,
  isOurs: boolean,
): Promise<Run | undefined> {
  if (!isHeld || !isOurs) return browser?.run(address, expression);
  await browser?.hold(HELD_HOST);
  const run = await browser?.run(address, expression);
  await browser?.letGo();
  return run;
}

/** The first day compiles what runs often, which stays: the second one has to leave nothing. */
const measureRoutes = (): Promise<Both<Kept>> =>
  withEach(BOTH, 'chromium', WeighedBrowser.start, async ({ withIt, without }) => ({
    withIt: await withIt.remains(portal({}), routes({ isBare: false })),
    without: await without.remains(portal({}), routes({ isBare: true })),
  }));

type Start<B> = (port: number, extension: string, options?: { isBare: boolean }) => Promise<B>;
/** Only a peer may be absent. */
type Browsers<K extends Kind, B> = Readonly<Record<Exclude<K, 'peer'>, B>> & { readonly peer?: B };

/** Browsers with the extension, with none that does anything in pages, with an observer that does nothing, with a peer. */
async function withEach<K extends Kind, B extends Weighed, T>(
  kinds: readonly K[],
  browser: BrowserName,
  start: Start<B>,
  use: (browsers: Browsers<K, B>) => Promise<T>,
): Promise<T> {
  const site = await startSite();
  const extensions: Readonly<Record<Kind, { folder: string; remove(): void } | undefined>> = {
    withIt: { folder: buildFor(browser), remove: () => {} },
    without: makeBareExtension(browser),
    floor: makeBareExtension(browser, OBSERVER),
    peer: makePeer(browser),
  };
  const started: [Kind, B][] = [];
  try {
    for (const kind of kinds as readonly Kind[]) {
      const extension = extensions[kind];
      if (extension) {
        started.push([kind, await start(site.port, extension.folder, { isBare: kind !== 'withIt' })]);
      }
    }
    return await use(Object.fromEntries(started) as Browsers<K, B>);
  } finally {
    for (const [, each] of started) await each.close();
    for (const extension of Object.values(extensions)) extension?.remove();
    await site.close();
  }
}
