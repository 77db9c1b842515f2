/** Before the first test: a browser is there, and the build is that of the sources. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser } from '../../../scripts/browsers';
import { BUILD_DIR, GIVEN_DIR } from './launch';

const ROOT = join(import.meta.dirname, '../../..');
const SOURCES = ['entrypoints', 'components', 'utils', 'public', 'wxt.config.ts', 'package-lock.json'];

/** When the newest file of a file or folder was changed, in milliseconds; 0 for one that is not there. */
function changedAt(path: string): number {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => changedAt(join(path, name))));
}

function isStale(): boolean {
  const built = changedAt(join(BUILD_DIR, 'manifest.json'));
  return built === 0 || SOURCES.some((source) => changedAt(join(ROOT, source)) > built);
}

export default async function setUp(): Promise<void> {
  await findBrowser('chromium');
  if (GIVEN_DIR !== '' || !isStale()) return;
  const { status } = spawnSync('npm', ['run', '--silent', 'build:chrome'], {
    cwd: ROOT,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error('The extension did not build.');
}
