/**
 * KeePassXC-Browser as Debian packs it, the lightest known extension that watches whole pages for changes. What it costs
 * the same pages in the same round tells what a figure of ours means on this machine. The package is unpacked and not
 * installed: Debian's browsers would load it into every session of the tests.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserName } from '../browsers';
import type { BareExtension } from './bare-extension';

/** Where the package's `usr/share/webext/keepassxc-browser` lies. */
const UNPACKED = process.env.BENCH_PEER;
const WORKER = 'background/answers.js';

/**
 * Chromium starts no background page of a Manifest V2 extension any more. The scripts in pages are left as they are; in
 * the place of the background a worker answers them with the extension's own default settings, as it does where the
 * password manager is not running.
 */
function asManifestV3(folder: string): void {
  const file = join(folder, 'manifest.json');
  const { name, version, icons, default_locale, content_scripts } = JSON.parse(readFileSync(file, 'utf8'));
  const ownText = ['common/global.js', 'background/page.js'].map((each) =>
    readFileSync(join(folder, each), 'utf8'),
  );
  const answers = `chrome.runtime.onMessage.addListener(({ action }, _sender, answer) => {
    answer({ load_settings: defaultSettings, get_status: { keePassXCAvailable: false } }[action]);
  });`;
  // What they share adds to elements, which a worker has none of.
  const elements = 'globalThis.HTMLElement = class {};';
  writeFileSync(join(folder, WORKER), [elements, ...ownText, answers].join('\n'));
  writeFileSync(
    file,
    JSON.stringify({
      manifest_version: 3,
      name,
      version,
      icons,
      default_locale,
      content_scripts,
      action: {},
      background: { service_worker: WORKER },
      permissions: ['storage'],
      host_permissions: ['<all_urls>'],
    }),
  );
}

/** Firefox still reads its identifier under the key of old; our tools do not. */
function nameAsToday(folder: string): void {
  const file = join(folder, 'manifest.json');
  const { applications, ...manifest } = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, JSON.stringify({ ...manifest, browser_specific_settings: applications }));
}

/** Absent where nobody says where it lies. */
export function makePeer(browser: BrowserName): BareExtension | undefined {
  if (UNPACKED === undefined) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'sso-courier-peer-'));
  cpSync(UNPACKED, folder, { recursive: true, dereference: true });
  if (browser === 'chromium') asManifestV3(folder);
  else nameAsToday(folder);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
