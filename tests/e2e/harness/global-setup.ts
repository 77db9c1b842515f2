/** Before the first test: a browser is there, and the build is that of the sources. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { FullConfig } from '@playwright/test';
import { type BrowserName, findBrowser } from '../../../scripts/browsers';
import { EXTENSION_SOURCES } from '../../../scripts/sources';
import { buildFor, GIVEN_DIR } from './launch';

const ROOT = join(import.meta.dirname, '../../..');
const SOURCES = [...EXTENSION_SOURCES, 'package-lock.json'];

/** When the newest file of a file or folder was changed, in milliseconds; 0 for one that is not there. */
function changedAt(path: string): number {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => changedAt(join(path, name))));
}

function isStale(browser: BrowserName): boolean {
  const built = changedAt(join(buildFor(browser), 'manifest.json'));
  return built === 0 || SOURCES.some((source) => changedAt(join(ROOT, source)) > built);
}

const BUILD_SCRIPTS: Readonly<Record<BrowserName, string>> = {
  chromium: 'build:chrome',
  firefox: 'build:firefox',
};

/** Finds the browser, or installs it, and builds for it what has changed. */
export async function prepare(browser: BrowserName): Promise<void> {
  await findBrowser(browser);
  if (GIVEN_DIR !== '' || !isStale(browser)) return;
  const { status } = spawnSync('npm', ['run', '--silent', BUILD_SCRIPTS[browser]], {
    cwd: ROOT,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error('The extension did not build.');
}

const isBrowser = (name: string | undefined): name is BrowserName =>
  name === 'chromium' || name === 'firefox';

/** Browsers of the projects that this run has. */
export default async function setUp({ projects }: FullConfig): Promise<void> {
  for (const browser of new Set(projects.map(({ use }) => use.browserName).filter(isBrowser))) {
    await prepare(browser);
  }
}
