/** The demo with a display: the viewer is the administrator. */
import type { Page } from '@playwright/test';
import type { ChromiumSession } from '../../tests/e2e/harness/chromium/session';
import { hostOf } from '../../tests/e2e/harness/connected';
import { ENTRA } from '../../tests/e2e/harness/journey';
import { launch } from '../../tests/e2e/harness/launch';
import type { Lab } from '../../tests/lab/server';
import { removeProfileAtExit } from './leftovers';

export async function letViewerPlay(lab: Lab): Promise<number> {
  const session = await launch(lab, { window: 'shown' });
  removeProfileAtExit(session);
  const closed = untilClosed(session);
  for (const tenant of firstOfEachRegion(lab)) await session.openTab(`https://${hostOf(tenant)}/`);
  const portal = await session.openTab(ENTRA);
  await portal.bringToFront();
  console.log(guide(lab));
  await closed;
  if (session.context.browser()?.isConnected()) await session.close();
  return 0;
}

/** Until the browser has ended or its last page is gone: on macOS a browser without a window lives on. */
function untilClosed({ context }: ChromiumSession): Promise<void> {
  return new Promise((resolve) => {
    const follow = (page: Page) =>
      page.once('close', () => {
        if (context.pages().length === 0) resolve();
      });
    context.once('close', () => resolve());
    context.on('page', follow);
    for (const page of context.pages()) follow(page);
  });
}

const firstOfEachRegion = ({ world }: Lab) =>
  (['us', 'eu'] as const).flatMap(
    (region) => world.vendorTenants.find((each) => each.region === region) ?? [],
  );

function guide({ world }: Lab): string {
  const owner = world.vendorTenants[0]?.owner;
  const [administrator, tester] = world.directories[0]?.users ?? [];
  return `
A browser with SSO Courier is open. Every address in it ends in a lab on this computer; nothing reaches the internet.

Accounts
  Kandji       ${owner?.email} / ${owner?.password}
  Microsoft    ${administrator?.upn} / ${administrator?.password}   (administrator: gives consent)
               ${tester?.upn} / ${tester?.password}   (the user who tests the sign-in)

Try
   1  Sign in to Kandji (acme.kandji.io). Press SSO Courier in the toolbar (under the puzzle piece): it names each step.
   2  Entra: App registrations > New registration. Press "Fill for Kandji", choose platform Web, press Register.
   3  On the Overview, press "Copy client ID to Kandji".
   4  Certificates & secrets > New client secret. Press "Fill for Kandji", choose 24 months, press Add.
   5  In the new row, press "Copy secret value to Kandji".
   6  Kandji: Settings > Access > Add > Azure Active Directory > Next. Press "Fill from Entra", then Save.
   7  Press "Open consent link", sign in as the administrator, press Accept.
   8  Back in Kandji: Done, then the connection's ... > Enable.
   9  In the popup, press "Test sign-in in a private window" and sign in as the tester.
  10  Then do it wrong: copy the Secret ID in place of the value, or paste it into the form.

Close the browser's window, or press Ctrl+C here, when you have seen enough.`;
}
