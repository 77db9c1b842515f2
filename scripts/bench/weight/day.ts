/**
 * A day's work in the lab's consoles: values captured and forms filled, over and over. What is left of it in the portal,
 * in the console and in the background, beside the same walk through the same pages without the extension. Chromium.
 */
import { Admin } from '../../../tests/e2e/harness/admin';
import { type Send, Targets } from '../../../tests/e2e/harness/chromium/cdp';
import type { ChromiumSession } from '../../../tests/e2e/harness/chromium/session';
import { appPage, carry, connectionForm } from '../../../tests/e2e/harness/connected';
import * as journey from '../../../tests/e2e/harness/journey';
import { launch } from '../../../tests/e2e/harness/launch';
import { found, poll } from '../../../tests/e2e/harness/poll';
import type { Surface } from '../../../tests/e2e/harness/surface';
import { addApp } from '../../../tests/lab/portal/model';
import { type Lab, startLab } from '../../../tests/lab/server';
import { makeBareExtension } from '../bare-extension';
import { heapOf, type Kept, keptIn } from './heap';

export const TIMES = 50;
/** What runs often is compiled first, and stays. */
const WARM_TIMES = 15;
const HOST = 'acme.kandji.io';

export interface DayLeft {
  readonly portal: Kept;
  readonly console: Kept;
  /** Bytes of the background's heap. */
  readonly background: number;
}

interface Desk {
  readonly admin: Admin;
  readonly portal: Surface;
  readonly vendor: Surface;
}

/** Who works: with the extension's buttons, or walking through the same pages without them. */
interface Way {
  sit(admin: Admin, lab: Lab): Promise<Desk>;
  capture(desk: Desk): Promise<void>;
  fill(desk: Desk): Promise<void>;
}

export const withIt: Way = {
  sit: async (admin, lab) => {
    const { app, portal } = await carry(admin, lab);
    await portal.goto(appPage(app, 'Overview'));
    return { admin, portal, vendor: await connectionForm(admin, HOST) };
  },
  capture: async ({ admin, portal }) => void (await journey.copyClientId(admin, portal)),
  fill: async ({ admin, vendor }) => void (await journey.fillFromEntra(admin, vendor)),
};

const without: Way = {
  sit: async (admin, lab) => {
    const app = addApp(lab.world, { displayName: 'Kandji', redirectUris: [] });
    const portal = await admin.open(appPage(app, 'Overview'));
    return { admin, portal, vendor: await connectionForm(admin, HOST) };
  },
  capture: ({ admin, portal }) =>
    admin.click(portal, { role: 'button', name: 'Copy to clipboard', at: 'first' }),
  fill: async () => {},
};

/** So many captures, then so many fills, each form cancelled and opened anew. */
export async function work(way: Way, desk: Desk, times: number): Promise<void> {
  for (let n = 0; n < times; n += 1) await way.capture(desk);
  for (let n = 0; n < times; n += 1) {
    await way.fill(desk);
    await desk.admin.click(desk.vendor, { role: 'button', name: 'Cancel' });
    await journey.openConnectionForm(desk.admin, desk.vendor);
  }
}

async function dayOf(way: Way, extension?: string): Promise<DayLeft> {
  const lab = await startLab();
  const session = await launch(lab, {
    privateWindows: 'notAllowed',
    ...(extension !== undefined && { extension }),
  });
  try {
    const desk = await way.sit(new Admin(session), lab);
    await work(way, desk, WARM_TIMES);
    const before = await keptAt(session);
    await work(way, desk, TIMES);
    const after = await keptAt(session);
    const rest = (one: Kept, other: Kept): Kept => ({
      heap: other.heap - one.heap,
      listeners: other.listeners - one.listeners,
    });
    return {
      portal: rest(before.portal, after.portal),
      console: rest(before.console, after.console),
      background: after.background - before.background,
    };
  } finally {
    await session.close();
    await lab.close();
  }
}

/** A collection of all that a busy day has left takes longer than the harness waits for an answer. */
const COLLECTED_WITHIN_MS = 60_000;
const patient =
  (send: Send): Send =>
  (method, params) =>
    poll(`an answer to ${method}`, async () => found(await send(method, params)), COLLECTED_WITHIN_MS);

async function keptAt({ context }: ChromiumSession): Promise<DayLeft> {
  const browser = context.browser();
  if (!browser) throw new Error('Playwright keeps the browser to itself.');
  const cdp = await browser.newBrowserCDPSession();
  const targets = new Targets(cdp);
  const all = await targets.list();
  const sendTo = async (what: string, kind: string, address: RegExp) => {
    const target = all.find(({ type, url }) => type === kind && address.test(url));
    if (!target) throw new Error(`There is no ${what}.`);
    return patient((await targets.session(target.targetId)).send);
  };
  const kept = {
    portal: await keptIn(await sendTo('portal', 'page', /^https:\/\/entra\.microsoft\.com\//)),
    console: await keptIn(await sendTo('console', 'page', /^https:\/\/acme\.kandji\.io\//)),
    background: await heapOf(await sendTo('background', 'service_worker', /^chrome-extension:/)),
  };
  await cdp.detach();
  return kept;
}

export async function measureDay(): Promise<Record<'withIt' | 'without', DayLeft>> {
  const bare = makeBareExtension();
  try {
    return { withIt: await dayOf(withIt), without: await dayOf(without, bare.folder) };
  } finally {
    bare.remove();
  }
}
