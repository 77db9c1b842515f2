/** Bytes that the browser loads, and that the store takes. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { buildFor, GIVEN_DIR } from '../../tests/e2e/harness/launch';
import type { BrowserName } from '../browsers';

const BUILD_DIR = buildFor('chromium');

const ROOT = join(import.meta.dirname, '../..');

export interface Size {
  readonly what: string;
  readonly bytes: number;
}

/** Builds and packs as for the store, unless another build was given to be measured. */
export function buildAndPack(browser: BrowserName): void {
  if (GIVEN_DIR !== '') return;
  const command = browser === 'firefox' ? ['build', '-b', 'firefox', '--mv3'] : ['zip', '-b', 'chrome'];
  const { status } = spawnSync('npx', ['wxt', ...command], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error('The extension did not build.');
}

function bytesUnder(path: string): number {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.size;
  return readdirSync(path).reduce((total, name) => total + bytesUnder(join(path, name)), 0);
}

function packageFile(): string | undefined {
  const { name, version }: { name: string; version: string } = JSON.parse(
    readFileSync(join(ROOT, 'package.json'), 'utf8'),
  );
  const file = join(ROOT, `.output/${name}-${version}-chrome.zip`);
  return GIVEN_DIR === '' && existsSync(file) ? file : undefined;
}

export function measureSizes(): Size[] {
  const scripts = readdirSync(join(BUILD_DIR, 'content-scripts'))
    .filter((name) => name.endsWith('.js'))
    .sort()
    .map((name) => `content-scripts/${name}`);
  const parts = [...scripts, 'background.js'].map((what) => ({
    what,
    bytes: bytesUnder(join(BUILD_DIR, what)),
  }));
  const packed = packageFile();
  return [
    ...parts,
    { what: 'whole extension, unpacked', bytes: bytesUnder(BUILD_DIR) },
    ...(packed === undefined ? [] : [{ what: 'Chrome package (zip)', bytes: bytesUnder(packed) }]),
  ];
}
