/** A browser under a policy of the machine: what the tests of managed settings start from. */
import { readFileSync, realpathSync } from 'node:fs';
import { test as base } from '@playwright/test';
import type { BrowserName } from '../../scripts/browsers';
import { GECKO_ID } from '../../scripts/managed/policies';
import { Admin } from '../e2e/harness/admin';
import { browserOf, buildFor, launch } from '../e2e/harness/launch';
import type { Session } from '../e2e/harness/session';
import { keepEvidence } from '../e2e/harness/test';
import { type Lab, startLab } from '../lab/server';
import { chromiumId } from './packed';
import { withPolicyFile } from './policy-file';

export { expect } from '@playwright/test';

export type Policy = Record<string, unknown>;

/** How a browser wants its policies. */
export interface PolicyMaker {
  /** Of the extension under test. */
  readonly id: string;
  readonly file: string;
  /** The sample that ships, as an administrator would use it. */
  readonly shipped: Policy;
  managed(settings: Policy): Policy;
  installed(extensionSettings: Policy): Policy;
}

const chromium = (): PolicyMaker => {
  // Chromium names an unpacked extension after its folder.
  const id = chromiumId(realpathSync(buildFor('chromium')));
  // An extension that is loaded already need not be installed from a store that cannot be reached.
  const { ExtensionSettings: _forced, ...shipped } = JSON.parse(
    readFileSync('docs/managed/linux/chrome.json', 'utf8').replaceAll('CHROME_STORE_ID', id),
  );
  return {
    id,
    // Another name than any administrator gives.
    file: '/etc/chromium/policies/managed/sso-courier-test.json',
    shipped,
    managed: (settings) => ({ '3rdparty': { extensions: { [id]: settings } } }),
    installed: (extensionSettings) => ({ ExtensionSettings: extensionSettings }),
  };
};

const firefox = (): PolicyMaker => {
  const { ExtensionSettings: _forced, ...policies } = JSON.parse(
    readFileSync('docs/managed/firefox/policies.json', 'utf8'),
  ).policies;
  return {
    id: GECKO_ID,
    file: '/etc/firefox/policies/policies.json',
    shipped: policies,
    managed: (settings) => ({ '3rdparty': { Extensions: { [GECKO_ID]: settings } } }),
    installed: (extensionSettings) => ({ ExtensionSettings: extensionSettings }),
  };
};

const makers: Readonly<Record<BrowserName, () => PolicyMaker>> = { chromium, firefox };

interface Fixtures {
  /** `test.use({ policy: { of: ({ managed }) => managed({ … }) } })` */
  policy: { of(maker: PolicyMaker): Policy };
  lab: Lab;
  session: Session;
  admin: Admin;
}

export const test = base.extend<Fixtures>({
  policy: [{ of: ({ shipped }) => shipped }, { option: true }],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from the pattern.
  lab: async ({}, use) => {
    const lab = await startLab();
    await use(lab);
    await lab.close();
  },
  session: async ({ browserName, lab, policy }, use, info) => {
    const browser = browserOf(browserName);
    const maker = makers[browser]();
    const values = policy.of(maker);
    await withPolicyFile(maker.file, browser === 'firefox' ? { policies: values } : values, async () => {
      const session = await launch(lab, { browser });
      try {
        await use(session);
        if (info.status !== info.expectedStatus) await keepEvidence(session, info);
      } finally {
        await session.close();
      }
    });
  },
  admin: async ({ session }, use) => use(new Admin(session)),
});
