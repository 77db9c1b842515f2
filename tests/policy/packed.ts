/** The build as a browser fetches it where a policy forces the installation, with what the policy has to name. */
import { execFileSync } from 'node:child_process';
import { createHash, createPublicKey } from 'node:crypto';
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { zipSync } from 'fflate';
import { type BrowserName, findBrowser } from '../../scripts/browsers';
import { GECKO_ID } from '../../scripts/managed/policies';
import { buildFor } from '../e2e/harness/launch';

export interface Packed {
  readonly id: string;
  /** `update_url` of Chromium, `install_url` of Firefox. */
  readonly address: string;
}

/** @param folder an empty one */
export function pack(browser: BrowserName, folder: string): Promise<Packed> {
  return browser === 'chromium' ? packCrx(folder) : Promise.resolve(packXpi(folder));
}

/** By Chromium itself, with a key of its own; beside it the list of updates that a store serves. */
async function packCrx(folder: string): Promise<Packed> {
  const build = join(folder, 'build');
  cpSync(buildFor('chromium'), build, { recursive: true });
  execFileSync(
    await findBrowser('chromium'),
    ['--headless', '--no-sandbox', `--user-data-dir=${join(folder, 'profile')}`, `--pack-extension=${build}`],
    { stdio: 'ignore' },
  );
  const key = createPublicKey(readFileSync(`${build}.pem`)).export({ type: 'spki', format: 'der' });
  const id = chromiumId(key);
  const { version }: { version: string } = JSON.parse(readFileSync(join(build, 'manifest.json'), 'utf8'));
  const updates = join(folder, 'updates.xml');
  writeFileSync(
    updates,
    `<?xml version="1.0" encoding="UTF-8"?>
<gupdate xmlns="http://www.google.com/update2/response" protocol="2.0">
  <app appid="${id}"><updatecheck codebase="${pathToFileURL(`${build}.crx`)}" version="${version}"/></app>
</gupdate>`,
  );
  return { id, address: String(pathToFileURL(updates)) };
}

/** Chromium's name for whoever holds a key, or for a folder: the first half of a digest, in the letters a to p. */
export const chromiumId = (named: Buffer | string): string =>
  createHash('sha256')
    .update(named)
    .digest('hex')
    .slice(0, 32)
    .replaceAll(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));

function packXpi(folder: string): Packed {
  const build = buildFor('firefox');
  const files = readdirSync(build, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const content = files.map((file): [string, Uint8Array] => {
    const path = join(file.parentPath, file.name);
    return [relative(build, path), readFileSync(path)];
  });
  const xpi = join(folder, 'sso-courier.xpi');
  writeFileSync(xpi, zipSync(Object.fromEntries(content)));
  return { id: GECKO_ID, address: String(pathToFileURL(xpi)) };
}
