/**
 * What a test of a journey starts from: a lab of its own, a browser with the extension, an administrator. When the test
 * fails, pictures of every page and what they announce are left under `artifacts/`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test as base, type TestInfo } from '@playwright/test';
import { type Lab, startLab } from '../../lab/server';
import { outline } from './accessible';
import { Admin } from './admin';
import { browserOf, launch } from './launch';
import type { LaunchOptions, Session } from './session';
import type { Surface } from './surface';

interface Fixtures {
  /** `test.use({ browserOptions: { colorScheme: 'dark' } })` */
  browserOptions: Partial<LaunchOptions>;
  lab: Lab;
  session: Session;
  admin: Admin;
}

export const test = base.extend<Fixtures>({
  browserOptions: [{}, { option: true }],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from the pattern.
  lab: async ({}, use) => {
    const lab = await startLab();
    await use(lab);
    await lab.close();
  },
  session: async ({ browserName, lab, browserOptions }, use, info) => {
    const session = await launch(lab, { ...browserOptions, browser: browserOf(browserName) });
    await use(session);
    try {
      if (info.status !== info.expectedStatus) await keepEvidence(session, info);
    } finally {
      await session.close();
    }
  },
  admin: async ({ session }, use) => use(new Admin(session)),
});

export { expect } from '@playwright/test';

export const ARTIFACTS = join(import.meta.dirname, '../../../artifacts');

export async function keepEvidence(session: Session, { title }: TestInfo): Promise<void> {
  const folder = join(ARTIFACTS, title.replaceAll(/[^\w]+/g, '-').slice(0, 80));
  mkdirSync(folder, { recursive: true });
  const open: Surface[] = [...(await session.tabs()), ...(await session.privateTabs())];
  if (session.popup) open.push(session.popup);
  const texts: string[] = [];
  for (const [index, surface] of open.entries()) {
    const name = `${index + 1}-${surface.kind}`;
    try {
      texts.push(`${name} ${await surface.address()}\n${outline(await surface.nodes())}`);
      await surface.picture(join(folder, `${name}.png`));
    } catch (error) {
      texts.push(`${name}: ${String(error)}`);
    }
  }
  const consoles = session.consoleLines.map(({ level, text, source }) => `${level}: ${text} (${source})`);
  writeFileSync(join(folder, 'seen.txt'), [...texts, 'Consoles:', ...consoles].join('\n\n'));
}
