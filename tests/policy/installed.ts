/** The extension installed by the browser itself, as a policy of the machine demands it by the samples that ship. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserName } from '../../scripts/browsers';
import { launch } from '../e2e/harness/launch';
import type { LaunchOptions, Session } from '../e2e/harness/session';
import type { Lab } from '../lab/server';
import { type Packed, pack } from './packed';
import { withPolicyFile } from './policy-file';

/** The shipped file; the store's name and address in it are those of the package, as an administrator would put them. */
const samples: Readonly<Record<BrowserName, { file: string; of(packed: Packed): string }>> = {
  chromium: {
    file: '/etc/chromium/policies/managed/sso-courier-test.json',
    of: ({ id, address }) =>
      readFileSync('docs/managed/linux/chrome.json', 'utf8')
        .replaceAll('CHROME_STORE_ID', id)
        .replaceAll('https://clients2.google.com/service/update2/crx', address),
  },
  firefox: {
    file: '/etc/firefox/policies/policies.json',
    of: ({ address }) =>
      readFileSync('docs/managed/firefox/policies.json', 'utf8').replaceAll(
        'https://addons.mozilla.org/firefox/downloads/latest/FIREFOX_STORE_NAME/latest.xpi',
        address,
      ),
  },
};

/** Without it Chromium lets nobody look into what a policy has installed: by default, `DeveloperToolsAvailability` forbids it. */
const WATCHABLE = { DeveloperToolsAvailability: 1 };

/** Starts a browser that installs the extension, or has installed it in this profile. */
export type Start = (options?: Pick<Partial<LaunchOptions>, 'profileDir'>) => Promise<Session>;

/** Runs with the policy on the machine and the package beside it. */
export async function withInstallation(
  browser: BrowserName,
  lab: Lab,
  run: (start: Start) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'sso-courier-packed-'));
  const { file, of } = samples[browser];
  try {
    const policy = {
      ...JSON.parse(of(await pack(browser, folder))),
      ...(browser === 'chromium' && WATCHABLE),
    };
    await withPolicyFile(file, policy, () =>
      run((options) =>
        launch(lab, {
          browser,
          install: 'byPolicy',
          privateWindows: 'notAllowed',
          // A forced installation opens no page.
          welcome: 'kept',
          ...options,
        }),
      ),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
