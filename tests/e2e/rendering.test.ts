/** Portals that make reading hard. */
import { addApp } from '../lab/portal/model';
import type { PortalOptions } from '../lab/world';
import type { Wanted } from './harness/accessible';
import { Admin } from './harness/admin';
import { appPage, secretOf, TWO_YEARS } from './harness/connected';
import * as journey from './harness/journey';
import type { Surface } from './harness/surface';
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
 * the admin presses again. Ours must not, so the description is filled by ours.
 */
async function pressAgain(step: () => Promise<void>): Promise<void> {
  await step().catch(step);
}

/** From now on the page notes where a pointer goes down. */
const notePresses = `window.pressed = [];
  addEventListener('pointerdown', ({ target }) => pressed.push(target.localName), true)`;

/**
 * A press that reached a control of ours must count. Between two rebuilds the page is blank for a moment, on a slow machine
 * for a tenth of the time: what falls into that reaches nothing, and the admin presses again.
 */
async function pressOurs(portal: Surface, step: () => Promise<unknown>): Promise<void> {
  for (;;) {
    await portal.evaluate('pressed.length = 0');
    try {
      await step();
      return;
    } catch (error) {
      const pressed = await portal.evaluate<string[]>('pressed');
      if (pressed.length === 0 || pressed.includes('sso-courier')) throw error;
    }
  }
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
    await portal.evaluate(notePresses);
    await admin.waitFor(portal, { role: 'button', name: 'Copy client ID to Kandji' });
    const hasty = new Admin(session);
    await pressOurs(portal, () => journey.copyClientId(hasty, portal));
    await pressAgain(() => journey.openSecrets(admin, portal));
    const description: Wanted = { role: 'textbox', name: 'Description' };
    await pressAgain(async () => {
      await admin.click(portal, { role: 'button', name: 'New client secret' });
      await admin.waitFor(portal, description);
    });
    await admin.waitFor(portal, { role: 'button', name: 'Fill for Kandji' });
    await pressOurs(portal, async () => {
      await journey.fillForKandji(hasty, portal);
      await hasty.waitFor(portal, { ...description, value: 'Kandji SSO' });
    });
    await pressAgain(() => admin.choose(portal, { role: 'combobox', name: 'Expires' }, TWO_YEARS));
    await pressAgain(async () => {
      await admin.click(portal, { role: 'button', name: 'Add' });
      await admin.waitFor(portal, journey.secretRow('Kandji SSO'));
    });
    await pressOurs(portal, () => journey.copySecretValue(hasty, portal, 'Kandji SSO'));
    const stored = await session.stored('session');
    expect(stored.session).toMatchObject({
      handoffs: [{ clientId: app.clientId, secret: { secretValue: secretOf(app) } }],
    });
  });
}
