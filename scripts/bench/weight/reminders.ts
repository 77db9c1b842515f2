/** What a long list of reminders costs: the start of the background, the daily check, the popup. In either browser. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildFor, launch } from '../../../tests/e2e/harness/launch';
import type { Session } from '../../../tests/e2e/harness/session';
import type { Surface } from '../../../tests/e2e/harness/surface';
import type { BrowserName } from '../../browsers';
import { makeBareExtension } from '../bare-extension';
import { evaluateLong } from '../evaluate';
import { openPopup } from '../times/popup';
import { ROUNDS } from './rounds';
import { CONSOLE, startSite } from './site';

export const SIZES = [1, 100, 10_000] as const;

/** Milliseconds. */
export interface ReminderTimes {
  /** From the start of the background's script to the badge that it draws from the records. */
  readonly start: number;
  /** From the alarm to the badge of the day; what is due is marked on record before. */
  readonly check: number;
  /** From the start of the popup's page to its drawn state. */
  readonly popup: number;
}

export interface RemindersRow {
  /** Absent for an extension that does nothing. */
  readonly records?: number;
  readonly times: readonly ReminderTimes[];
}

/** Runs in a page with the extension's rights. One in ten is due. */
const STORE = `(async (count) => {
  const now = Date.now();
  const dayIn = (days) => new Date(now + days * 86400000).toISOString().slice(0, 10);
  const connections = Array.from({ length: count }, (_, n) => ({
    version: 2,
    vendorHost: 'tenant-' + n + '.kandji.io',
    clientId: '56f19d59-564d-4491-9cb3-' + String(n).padStart(12, '0'),
    cloudId: 'global',
    connectionName: 'Azure AD',
    appName: 'Kandji',
    tenantId: '0b3f5c1a-8d2e-4f6a-9c7b-1e2d3f4a5b6c',
    directoryDomain: 'contoso.onmicrosoft.com',
    secretId: '08e93f9a-4c24-4924-86bb-' + String(n).padStart(12, '0'),
    description: 'Kandji SSO',
    expiresOn: dayIn(n % 10 === 0 ? 5 : 100 + (n % 500)),
    evidence: { save: { how: 'seen', at: now } },
    lastVerdict: { verdict: { kind: 'passed' }, at: now },
    createdAt: now,
    updatedAt: now,
  }));
  await chrome.storage.local.set({ connections: JSON.stringify(connections) });
  return 0;
})`;

/** The build, with the permission that an administrator gives for notifications: without it nothing is marked. */
function withNotifications(build: string): { folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'sso-courier-build-'));
  cpSync(build, folder, { recursive: true });
  const file = join(folder, 'manifest.json');
  const manifest: { permissions: string[] } = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(
    file,
    JSON.stringify({
      ...manifest,
      permissions: [...manifest.permissions, 'notifications'],
      optional_permissions: [],
    }),
  );
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** A page that runs no code of an extension and has its rights. Whoever draws a badge over this word was at work. */
const MARK = '…';
const BADGE_DRAWN = `(async () => {
  while ((await chrome.action.getBadgeText({})) === '${MARK}') await new Promise((resolve) => setTimeout(resolve));
  return performance.timeOrigin + performance.now();
})()`;
const SET_MARK = `chrome.action.setBadgeText({ text: '${MARK}' }).then(() => 0)`;

async function startTime(session: Session, page: Surface): Promise<number> {
  await session.killBackground();
  await page.evaluate(SET_MARK);
  const drawn = evaluateLong<number>(page, BADGE_DRAWN);
  await page.evaluate('chrome.runtime.sendMessage({}).catch(() => 0); 0');
  const at = await drawn;
  return at - (await session.inBackground(() => performance.timeOrigin));
}

async function checkTime(page: Surface): Promise<number> {
  await page.evaluate(SET_MARK);
  const rang = await evaluateLong<number>(
    page,
    `new Promise((resolve) => {
    chrome.alarms.onAlarm.addListener(() => resolve(performance.timeOrigin + performance.now()));
    chrome.alarms.create('expiry-check', { when: Date.now() });
  })`,
  );
  return (await evaluateLong<number>(page, BADGE_DRAWN)) - rang;
}

async function timesOf(session: Session, over: Surface, count: number): Promise<ReminderTimes> {
  const page = await session.openExtensionPage('manifest.json');
  await evaluateLong(page, `${STORE}(${count})`);
  const check = await checkTime(page);
  const start = await startTime(session, page);
  const { toDrawn: popup } = await openPopup(session, over);
  await page.close();
  return { start, check, popup };
}

/** Interleaved: each round measures every size, and the extension that does nothing. */
export async function measureReminders(browser: BrowserName): Promise<RemindersRow[]> {
  const site = await startSite();
  const build = withNotifications(buildFor(browser));
  const bare = makeBareExtension(browser);
  const sessions: Session[] = [];
  try {
    const open = async (extension: string) => {
      const session = await launch(site, { browser, extension, privateWindows: 'notAllowed' });
      sessions.push(session);
      return { session, over: await session.openTab(CONSOLE) };
    };
    const withIt = await open(build.folder);
    const without = await open(bare.folder);
    const rows = SIZES.map((records) => ({ records, times: [] as ReminderTimes[] }));
    const bareRow = { times: [] as ReminderTimes[] };
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const { records, times } of rows) {
        times.push(await timesOf(withIt.session, withIt.over, records));
      }
      bareRow.times.push(await timesOf(without.session, without.over, 0));
    }
    return [bareRow, ...rows];
  } finally {
    for (const session of sessions) await session.close();
    build.remove();
    bare.remove();
    await site.close();
  }
}
