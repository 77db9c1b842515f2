/** The sign-in test: every outcome an administrator can meet, and what the popup says of it. */
import type { Lab } from '../lab/server';
import type { Admin } from './harness/admin';
import { type Connected, connect, redirectUris, stan, tess } from './harness/connected';
import * as journey from './harness/journey';
import type { Session } from './harness/session';
import type { Surface } from './harness/surface';
import { FURTHER } from './harness/tags';
import { expect, test } from './harness/test';

interface Case {
  /** Brings the fault about, after everything was set up well. */
  fault?: (connected: Connected, lab: Lab) => void;
  redirectUri?: string;
  /** What the tester does in the private window; by default, sign in through the connection. */
  tester?: (admin: Admin, page: Surface, connected: Connected) => Promise<void>;
  verdict: RegExp;
  /** What the way out has to name. */
  fix?: RegExp;
}

const throughConnection =
  (account = tess) =>
  (admin: Admin, page: Surface, { connectionName }: Connected) =>
    journey.signInThroughConnection(admin, page, { connectionName, tester: account });

const cases: Record<string, Case> = {
  'redirect URI of the wrong region': {
    redirectUri: redirectUris.eu,
    tester: async (admin, page, { connectionName }) => {
      await admin.click(page, { role: 'button', name: `Continue with ${connectionName}` });
      const alert = await admin.hears(page, 'alert', /AADSTS50011/);
      expect(alert).toContain(redirectUris.us);
      // The place where it is put right opens in an ordinary window, where the admin is signed in.
      await admin.click(page, { role: 'button', name: 'Open Authentication' });
      await admin.follow(/~\/Authentication\/appId\//, 'tab');
    },
    verdict: /AADSTS50011/,
    fix: /https:\/\/auth\.kandji\.io\/login\/callback/,
  },
  'expired secret': {
    fault: ({ app }) => {
      for (const secret of app.secrets) secret.expiresAt = new Date(Date.now() - 86_400_000);
    },
    verdict: /could not redeem|secret/i,
    fix: /expired/i,
  },
  'deleted secret': {
    fault: ({ app }) => {
      app.secrets.length = 0;
    },
    verdict: /secret/i,
    fix: /deleted|new client secret/i,
  },
  'unconsented app': {
    fault: ({ app }, lab) => {
      app.adminConsent = false;
      lab.world.microsoft.userConsent = 'refused';
    },
    verdict: /AADSTS(65001|90094)/,
    fix: /consent/i,
  },
  'uninvited user': {
    tester: throughConnection(stan),
    verdict: /not|member|invit/i,
    fix: /invite|team member/i,
  },
  'stock Microsoft button': {
    tester: async (admin, page) => {
      await admin.click(page, { role: 'button', name: /Continue with.*Microsoft/ });
      await journey.signInToMicrosoft(admin, page, tess);
      await journey.declineToStay(admin, page, { role: 'link', name: 'Log out' });
    },
    verdict: /not a test of your connection/i,
    fix: /Continue with Azure AD/,
  },
  'window closed': {
    tester: async (_admin, page) => {
      await page.close();
    },
    verdict: /not finished/i,
  },
  'nothing wrong': {
    tester: async (admin, page, connected) => {
      await throughConnection()(admin, page, connected);
      await journey.declineToStay(admin, page, { role: 'link', name: 'Log out' });
    },
    verdict: /passed/i,
  },
};

for (const [name, { fault, redirectUri, tester = throughConnection(), verdict, fix }] of Object.entries(
  cases,
)) {
  test(`verdict: ${name}`, {
    tag: FURTHER,
  }, async ({ admin, lab }) => {
    const connected = await connect(admin, lab, redirectUri === undefined ? {} : { redirectUri });
    fault?.(connected, lab);
    const page = await journey.startTest(admin, connected.vendor);
    await tester(admin, page, connected);
    const said = await journey.readVerdict(admin, connected.vendor, verdict);
    if (fix) expect(said).toMatch(fix);
    if (name !== 'nothing wrong') expect(said).not.toMatch(/passed/i);
  });
}

/** Firefox opens no private window for an extension that may not see it: the address is named. */
async function openByHand(admin: Admin, session: Session, vendor: Surface): Promise<Surface> {
  const popup = await admin.openPopup(vendor);
  await admin.click(popup, { role: 'button', name: 'Test sign-in in a private window' });
  await admin.waitFor(popup, { role: 'status', text: /open a private window yourself/, at: 'first' });
  await session.closePopup();
  const page = await session.openPrivateWindow('https://acme.kandji.io/');
  await admin.waitFor(page, { role: 'button', name: /^Continue with /, at: 'first' });
  return page;
}

test.describe('where private windows are hidden from the extension', () => {
  test.use({ browserOptions: { privateWindows: 'notAllowed' } });

  test('the sign-in is tested all the same, and the admin is asked for the outcome', {
    tag: FURTHER,
  }, async ({ admin, browserName, lab, session }) => {
    const { vendor, connectionName } = await connect(admin, lab);
    const page =
      browserName === 'chromium'
        ? await journey.startTest(admin, vendor)
        : await openByHand(admin, session, vendor);
    await journey.signInThroughConnection(admin, page, { connectionName, tester: tess });
    await journey.declineToStay(admin, page, { role: 'link', name: 'Log out' });
    const popup = await admin.openPopup(vendor);
    await admin.waitFor(popup, { role: 'note', text: /Allow in Incognito/ });
    await admin.click(popup, { role: 'button', name: 'It worked' });
    await admin.hears(popup, 'status', /as you report/i);
  });
});
