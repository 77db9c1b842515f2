/** Portals that make reading hard. */
import { addApp } from '../lab/portal/model';
import type { PortalOptions } from '../lab/world';
import type { Wanted } from './harness/accessible';
import { Admin } from './harness/admin';
import { appPage, secretOf, TWO_YEARS } from './harness/connected';
import * as journey from './harness/journey';
import { furtherUnless } from './harness/tags';
import { expect, test } from './harness/test';

const portals: Record<string, (portal: PortalOptions) => void> = {
  'rebuilt from scratch every 150 ms': (portal) => {
    portal.rebuildEveryMs = 150;
  },
  'drawn 6 s late': (portal) => {
    portal.renderDelayMs = 6_000;
  },
};

/**
 * The portal's own controls lose a click that falls across a rebuild, and its fields lose keys, as any plain page's do:
 * the admin presses again. Ours must not, so they are pressed once, and the description is filled by ours.
 */
async function pressAgain(step: () => Promise<void>): Promise<void> {
  await step().catch(step);
}

for (const [name, set] of Object.entries(portals)) {
  test(`captures both values on a portal ${name}`, {
    tag: furtherUnless(name, 'rebuilt from scratch every 150 ms'),
  }, async ({ lab, session }) => {
    // Patient enough for a page that comes six seconds late on a busy machine.
    const admin = new Admin(session, 20_000);
    set(lab.world.portal);
    const app = addApp(lab.world, { displayName: 'Kandji' });
    const portal = await admin.open(appPage(app, 'Overview'));
    await journey.copyClientId(admin, portal);
    await pressAgain(() => journey.openSecrets(admin, portal));
    const description: Wanted = { role: 'textbox', name: 'Description' };
    await pressAgain(async () => {
      await admin.click(portal, { role: 'button', name: 'New client secret' });
      await admin.waitFor(portal, description);
    });
    await journey.fillForKandji(admin, portal);
    await admin.waitFor(portal, { ...description, value: 'Kandji SSO' });
    await pressAgain(() => admin.choose(portal, { role: 'combobox', name: 'Expires' }, TWO_YEARS));
    await pressAgain(async () => {
      await admin.click(portal, { role: 'button', name: 'Add' });
      await admin.waitFor(portal, journey.secretRow('Kandji SSO'));
    });
    await journey.copySecretValue(admin, portal, 'Kandji SSO');
    const stored = await session.stored('session');
    expect(stored.session).toMatchObject({
      handoffs: [{ clientId: app.clientId, secret: { secretValue: secretOf(app) } }],
    });
  });
}
