/**
 * What the extension does in pages, as counts that do not depend on the machine, held to `tests/budget.json`. The pages
 * are the bench's: a portal and a console of a known size, and the same storm of changes.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CDPSession, Frame, Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { WeighedBrowser } from '../../scripts/bench/weight/chromium';
import { withIt, work } from '../../scripts/bench/weight/day';
import {
  addressOf,
  CLIENT_ID,
  CONSOLE,
  HELD_HOST,
  heldConsole,
  startSite,
} from '../../scripts/bench/weight/site';
import { startLab } from '../lab/server';
import { Admin } from './harness/admin';
import { buildFor, launch } from './harness/launch';
import { found, notYet, poll } from './harness/poll';

interface Limit {
  most: number;
  reason: string;
}
const { counts }: { counts: Record<string, Limit> } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../budget.json'), 'utf8'),
);

const ALIVE = 'alive';
const OBJECTS = 'objects left after five captures and fills';

/** The extension's own world in a page: what it constructs and calls from now on is counted there. */
class OwnWorld {
  private constructor(
    private readonly cdp: CDPSession,
    private readonly contextId: number,
  ) {}

  static async of(page: Page, frame?: Frame): Promise<OwnWorld> {
    const cdp = await page.context().newCDPSession(frame ?? page);
    const worlds: { id: number; origin: string }[] = [];
    cdp.on('Runtime.executionContextCreated', ({ context }) => worlds.push(context));
    await cdp.send('Runtime.enable');
    const world = await poll('the extension’s world', async () => {
      const own = worlds.findLast(({ origin }) => origin.startsWith('chrome-extension://'));
      return own ? found(own) : notYet('none');
    });
    return new OwnWorld(cdp, world.id);
  }

  async evaluate<T>(expression: string): Promise<T> {
    const { result, exceptionDetails } = await this.cdp.send('Runtime.evaluate', {
      expression,
      contextId: this.contextId,
      returnByValue: true,
      awaitPromise: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as T;
  }

  /** How many objects of a kind are alive in this world. */
  async alive(kind: string): Promise<number> {
    await this.cdp.send('HeapProfiler.collectGarbage');
    const { result } = await this.cdp.send('Runtime.evaluate', {
      expression: `${kind}.prototype`,
      contextId: this.contextId,
      objectGroup: ALIVE,
    });
    const { objects } = await this.cdp.send('Runtime.queryObjects', {
      prototypeObjectId: result.objectId ?? '',
      objectGroup: ALIVE,
    });
    const { result: count } = await this.cdp.send('Runtime.callFunctionOn', {
      objectId: objects.objectId ?? '',
      functionDeclaration: 'function () { return this.length; }',
      returnByValue: true,
    });
    // What was found would stay for having been counted.
    await this.cdp.send('Runtime.releaseObjectGroup', { objectGroup: ALIVE });
    return Number(count.value);
  }

  /** How many objects of the language are alive: what is kept of the page's elements, one of these keeps. */
  async kept(): Promise<number> {
    let kept = 0;
    for (const kind of ['Function', 'Array', 'Map', 'Set', 'Promise', 'AbortSignal'])
      kept += await this.alive(kind);
    return kept;
  }

  count = () => this.evaluate<void>(COUNT);
  counted = () => this.evaluate<Counted>('globalThis.counted');

  /**
   * Until nothing has been asked for a second of frames: a control stands there before the first reading is over, and
   * looks at a page that keeps changing are 0.6 seconds apart at most.
   */
  async untilQuiet(asked: 'counted.queries' | 'asked'): Promise<void> {
    await this.evaluate(`(async () => {
      for (let quiet = 0, last = -1; quiet < 60; quiet += 1) {
        if (${asked} !== last) quiet = 0;
        last = ${asked};
        await new Promise((go) => requestAnimationFrame(go));
      }
    })()`);
  }
}

type Counted = Record<
  'queries' | 'layouts' | 'timers' | 'intervals' | 'frames' | 'callbacks' | 'listeners',
  number
>;

const COUNT = `
  globalThis.counted = { queries: 0, layouts: 0, timers: 0, intervals: 0, frames: 0, callbacks: 0, listeners: 0 };
  const counting = (target, name, kind) => {
    const call = target[name];
    target[name] = function (...given) { counted[kind] += 1; return call.apply(this, given); };
  };
  for (const { prototype } of [Document, DocumentFragment, Element]) {
    for (const name of ['querySelector', 'querySelectorAll']) counting(prototype, name, 'queries');
  }
  for (const name of ['getElementsByTagName', 'getElementsByClassName', 'closest', 'matches']) counting(Element.prototype, name, 'queries');
  counting(Document.prototype, 'createTreeWalker', 'queries');
  for (const name of ['getBoundingClientRect', 'getClientRects', 'scrollIntoView']) counting(Element.prototype, name, 'layouts');
  for (const name of ['offsetWidth', 'offsetHeight', 'clientWidth', 'clientHeight', 'scrollWidth', 'scrollHeight']) {
    for (const { prototype } of [Element, HTMLElement]) {
      const own = Object.getOwnPropertyDescriptor(prototype, name);
      if (own) Object.defineProperty(prototype, name, { ...own, get() { counted.layouts += 1; return own.get.call(this); } });
    }
  }
  counting(window, 'setTimeout', 'timers');
  counting(window, 'setInterval', 'intervals');
  counting(window, 'requestAnimationFrame', 'frames');
  counting(EventTarget.prototype, 'addEventListener', 'listeners');
  const Observer = window.MutationObserver;
  window.MutationObserver = class extends Observer {
    constructor(callback) { super((...given) => { counted.callbacks += 1; return callback(...given); }); }
  };
  void 0`;

/**
 * Every look at the clock finds a slice used up, so each chance to pause is taken, and what is asked of the page in one
 * turn is the most that is ever asked without such a chance: the same on any machine.
 */
const COUNT_BY_TURN = `
  globalThis.askedMost = 0;
  globalThis.asked = 0;
  let before = 0;
  const question = (own, key) => typeof own[key] !== 'function' ? {} : { [key]: function (...given) { asked += 1; return own[key].apply(this, given); } };
  for (const { prototype } of [Node, Element, HTMLElement, HTMLInputElement, Document, DocumentFragment, ShadowRoot, TreeWalker, NodeList, MutationRecord]) {
    for (const [name, own] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
      if (name !== 'constructor' && own.configurable) Object.defineProperty(prototype, name, { ...own, ...question(own, 'get'), ...question(own, 'value') });
    }
  }
  const endTurn = () => {
    askedMost = Math.max(askedMost, asked - before);
    before = asked;
  };
  const asTurn = (run) => (...given) => {
    endTurn();
    try { return run(...given); } finally { endTurn(); }
  };
  for (const name of ['setTimeout', 'requestAnimationFrame']) {
    const call = window[name];
    window[name] = (run, ...given) => call.call(window, asTurn(run), ...given);
  }
  const Observer = window.MutationObserver;
  window.MutationObserver = class extends Observer {
    constructor(callback) { super(asTurn(callback)); }
  };
  let now = performance.now();
  performance.now = () => (now += 1000);
  void 0`;

const portal = (change: object) => addressOf({ nodes: 3000, rows: 10, frames: 0, isOurs: false, ...change });
const SECRETS = portal({ isOurs: true }).replace(/^[^#]*/, '');
const MUTATIONS = 2000;

let browser: WeighedBrowser;
let site: Awaited<ReturnType<typeof startSite>>;
// Counted through the DevTools protocol, which Firefox does not speak. The scripts are the same in both.
test.skip(({ browserName }) => browserName !== 'chromium', 'counted through the DevTools protocol');
test.beforeAll(async () => {
  site = await startSite();
  browser = await WeighedBrowser.start(site.port, buildFor('chromium'));
});
test.afterAll(async ({ browserName }) => {
  if (browserName !== 'chromium') return;
  await browser.close();
  await site.close();
});

async function open(address: string): Promise<{ page: Page; own: OwnWorld }> {
  const page = await browser.session.context.newPage();
  await page.goto(address);
  return { page, own: await OwnWorld.of(page) };
}

function hold(name: string, value: number): void {
  const limit = counts[name];
  if (!limit) throw new Error(`tests/budget.json has no ${name}.`);
  console.log(`${name}: ${value} of ${limit.most}`);
  expect(value, `${name}: ${limit.reason}`).toBeLessThanOrEqual(limit.most);
}

test('on a route that is not ours: no observer, no timer, no query, whatever the page does', async () => {
  const { page, own } = await open(portal({ rows: 500 }));
  await own.count();
  await page.evaluate(`storm(${MUTATIONS})`);
  await page.evaluate(`go('#view/Microsoft_AAD_IAM/UsersList')`);
  expect(await own.counted()).toEqual({
    queries: 0,
    layouts: 0,
    timers: 0,
    intervals: 0,
    frames: 0,
    callbacks: 0,
    listeners: 0,
  });
  for (const kind of ['MutationObserver', 'IntersectionObserver'])
    hold(`off route, ${kind}`, await own.alive(kind));
  await page.close();
});

test('a gate asks for none of the browser’s interfaces there, which are made when they are first asked for', async () => {
  const page = await browser.session.context.newPage();
  await page.goto(portal({}));
  const gate = readFileSync(join(buildFor('chromium'), 'content-scripts/portal.js'), 'utf8');
  // In the page's own world, where it finds a counter in their place.
  const asked = await page.evaluate((script) => {
    let count = 0;
    for (const name of ['chrome', 'browser']) {
      Object.defineProperty(window, name, { configurable: true, get: () => void count++ });
    }
    // biome-ignore lint/security/noGlobalEval: the gate itself, in a page of the test
    window.eval(script);
    return count;
  }, gate);
  hold('off route, interfaces of the browser', asked);
  await page.close();
});

test('frames of such a page watch nothing either', async () => {
  const { page } = await open(portal({ frames: 2 }));
  const frame = await poll('the frame', async () => {
    const one = page.frames()[1];
    return one?.url().startsWith('https://sandbox') ? found(one) : notYet('it is not there');
  });
  const own = await OwnWorld.of(page, frame);
  for (const kind of ['MutationObserver', 'IntersectionObserver'])
    hold(`off route, ${kind}`, await own.alive(kind));
  await page.close();
});

test('on the secrets page: one observer for all features', async () => {
  const { page, own } = await open(portal({}));
  await own.count();
  await page.evaluate(`go('${SECRETS}')`);
  await page.locator('sso-courier').waitFor({ state: 'attached' });
  hold('secrets page, MutationObserver', await own.alive('MutationObserver'));
  await page.close();
});

/** To the secrets page and away from it, each time until our button stands there, or is gone. */
async function comeAndGo(page: Page, times: number): Promise<void> {
  const button = page.locator('sso-courier');
  for (let n = 0; n < times; n += 1) {
    await page.evaluate(`go('${SECRETS}')`);
    await button.waitFor({ state: 'attached' });
    await page.evaluate(`go('#home')`);
    await button.waitFor({ state: 'detached' });
  }
}

test('a route change costs this many queries, and leaves no listener', async () => {
  const { page, own } = await open(portal({}));
  await comeAndGo(page, 1);
  const before = await browser.listenersOf(page);
  await own.count();
  await comeAndGo(page, 5);
  const { queries, listeners } = await own.counted();
  hold('queries a route change', queries / 10);
  hold('listeners a route change', listeners / 10);
  hold('listeners left after ten route changes', (await browser.listenersOf(page)) - before);
  await page.close();
});

for (const [rows, isFurnished] of [
  [10, false],
  [500, false],
  [500, true],
] as const) {
  test(`a storm on the secrets page is asked little, with ${rows} ${isFurnished ? 'furnished ' : ''}rows`, async () => {
    const { page, own } = await open(portal({ rows, isFurnished }));
    await own.count();
    await page.evaluate(`go('${SECRETS}')`);
    await page.locator('sso-courier').waitFor({ state: 'attached' });
    await own.untilQuiet('counted.queries');
    const before = await own.counted();
    await page.evaluate(`storm(${MUTATIONS})`);
    const after = await own.counted();
    const spent = (kind: keyof Counted) => (after[kind] - before[kind]) / MUTATIONS;
    hold('storm, callbacks a mutation', spent('callbacks'));
    hold(`storm${isFurnished ? ' in furnished rows' : ''}, queries a mutation`, spent('queries'));
    hold('storm, measured boxes a mutation', spent('layouts'));
    hold('storm, timers and frames a mutation', spent('timers') + spent('frames'));
    await page.close();
  });
}

/** The most that is asked in one turn from what is done in the page until nothing is asked any more. */
async function mostAsked(
  { page, own }: { page: Page; own: OwnWorld },
  act: string,
  then: 'attached' | 'detached' = 'attached',
): Promise<number> {
  await own.evaluate('askedMost = 0');
  await page.evaluate(act);
  await page.locator('sso-courier').waitFor({ state: then });
  await own.untilQuiet('asked');
  return own.evaluate<number>('askedMost');
}

test('nothing is asked in one long task, whatever comes at once, with 5,000 rows', async () => {
  const opened = await open(portal({ rows: 5000 }));
  await opened.own.evaluate(COUNT_BY_TURN);
  hold('questions a turn, when the part comes', await mostAsked(opened, `go('${SECRETS}')`));
  await mostAsked(opened, `go('#home')`, 'detached');
  hold('questions a turn, first reading', await mostAsked(opened, `go('${SECRETS}')`));
  for (const act of ['burst(20_000)', 'allAnew()', `storm(${MUTATIONS})`])
    hold('questions a turn, changes', await mostAsked(opened, act));
  await opened.page.close();
});

test('nothing is asked in one long task, whatever comes at once, with 5,000 furnished rows', async () => {
  const opened = await open(portal({ rows: 5000, isFurnished: true }));
  await opened.own.evaluate(COUNT_BY_TURN);
  hold('questions a turn, when the part comes', await mostAsked(opened, `go('${SECRETS}')`));
  for (const act of ['allAnew()', `storm(${MUTATIONS})`])
    hold('questions a turn, changes', await mostAsked(opened, act));
  await opened.page.close();
});

test('nothing is asked in one long task on the Overview, with 5,000 rows of a page behind it', async () => {
  const opened = await open(portal({ rows: 5000 }));
  await opened.own.evaluate(COUNT_BY_TURN);
  const hash = portal({ isOurs: true, menu: 'Overview' }).replace(/^[^#]*/, '');
  const clientId = `Object.assign(document.createElement('p'), { textContent: '${CLIENT_ID}' })`;
  const toOverview = `go('${hash}').then(() => document.querySelector('main').append(${clientId}))`;
  hold('questions a turn, when the part comes', await mostAsked(opened, toOverview));
  hold('questions a turn, changes beside GUIDs', await mostAsked(opened, `storm(${MUTATIONS})`));
  await opened.page.close();
});

test('in the vendor console, with nothing under way: one observer and no interval', async () => {
  const { page, own } = await open(CONSOLE);
  const first = await poll('the gate to watch', async () => {
    const count = await own.alive('MutationObserver');
    return count > 0 ? found(count) : notYet('it does not');
  });
  await own.count();
  await page.evaluate('dialogs(10)');
  const { intervals, layouts, queries } = await own.counted();
  // What came since is of the class that counts.
  hold('console, MutationObserver', first + (await own.alive('MutationObserver')));
  hold('console, intervals', intervals);
  hold('console, forced layouts', layouts);
  hold('console, queries a dialog', queries / 10);
  await page.close();
});

test('in a vendor console with a secret held, nothing is asked in one long task, with 5,000 rows', async () => {
  await browser.hold(HELD_HOST);
  const opened = await open(heldConsole(5000));
  await opened.page.locator('sso-courier').waitFor({ state: 'attached' });
  await opened.own.evaluate(COUNT_BY_TURN);
  hold('console, questions a turn', await mostAsked(opened, `storm(${MUTATIONS})`));
  await opened.page.close();
  await browser.letGo();
});

test('captures and fills leave nothing of ours behind in portal and console', async () => {
  const lab = await startLab();
  const session = await launch(lab, { privateWindows: 'notAllowed' });
  try {
    const desk = await withIt.sit(new Admin(session), lab);
    // What is made once, at the first time, stays.
    await work(withIt, desk, 3);
    const worldOf = async (address: RegExp) => {
      const page = session.context.pages().find((each) => address.test(each.url()));
      if (!page) throw new Error(`There is no page at ${address}.`);
      const own = await OwnWorld.of(page);
      // Asked for the first time, a browser makes some of the classes.
      await own.kept();
      return { own, before: await own.kept() };
    };
    const worlds = {
      portal: await worldOf(/^https:\/\/entra\.microsoft\.com/),
      console: await worldOf(/^https:\/\/acme\.kandji\.io/),
    };
    await work(withIt, desk, 5);
    for (const [name, { own, before }] of Object.entries(worlds)) {
      await poll(`what the ${name} has kept to go`, async () => {
        const left = (await own.kept()) - before;
        return left <= (counts[OBJECTS]?.most ?? 0) ? found(left) : notYet(`${left} are left`);
      });
    }
  } finally {
    await session.close();
    await lab.close();
  }
});
