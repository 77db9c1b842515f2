/**
 * axe-core over every view in every state, and over the controls in consoles' pages. The other themes, forced colours and zoom
 * are in `npm run verify:views`.
 */
import { drawEach, drawOnPage } from '../../scripts/views/looks';
import { openStudio, scenesOf } from '../../scripts/views/studio';
import { addApp } from '../lab/portal/model';
import { axeFindings, loadAxe } from './harness/axe';
import { appPage, connect, connectionForm, redirectUris, TWO_YEARS } from './harness/connected';
import * as journey from './harness/journey';
import { browserOf } from './harness/launch';
import type { Surface } from './harness/surface';
import { FURTHER, furtherUnless } from './harness/tags';
import { expect, test } from './harness/test';

test('has no violation in any view in any state', { tag: FURTHER }, async ({ browserName }) => {
  test.setTimeout(300_000);
  const studio = await openStudio(browserOf(browserName));
  try {
    await loadAxe(studio);
    const scenes = await scenesOf(studio);
    const lines: string[] = [];
    let nodes = 0;
    const check = async (name: string) => {
      const found = await axeFindings(studio);
      lines.push(...found.lines.map((line) => `${name}: ${line}`));
      nodes += found.nodes;
    };
    await drawEach(studio, 'light', scenes, check);
    await drawOnPage(studio, 'light');
    await check('controls in pages');
    console.log(`axe: ${scenes.length + 1} views, ${nodes} nodes, ${lines.length} violations`);
    expect(nodes).toBeGreaterThan(scenes.length * 10);
    expect(lines).toEqual([]);
  } finally {
    await studio.close();
  }
});

test('has no violation in the alert on Microsoft’s page', { tag: FURTHER }, async ({ admin, lab }) => {
  const { vendor, connectionName } = await connect(admin, lab, { redirectUri: redirectUris.eu });
  const page = await journey.startTest(admin, vendor);
  await admin.click(page, { role: 'button', name: `Continue with ${connectionName}` });
  await admin.hears(page, 'alert', /AADSTS50011/);
  await page.openRoots();
  await loadAxe(page);
  const { lines, nodes } = await axeFindings(page, 'sso-courier');
  console.log(`axe: the alert on Microsoft’s page, ${nodes} nodes, ${lines.length} violations`);
  expect(nodes).toBeGreaterThan(5);
  expect(lines).toEqual([]);
});

for (const theme of ['light', 'dark'] as const) {
  test(`has no violation in the controls and alerts of a set-up, as they stand in ${theme} pages`, {
    tag: furtherUnless(theme, 'light'),
  }, async ({ admin, lab }) => {
    lab.world.portal.theme = theme;
    lab.world.vendor.theme = theme;
    const found: { lines: string[]; nodes: number; places: number } = { lines: [], nodes: 0, places: 0 };
    const check = async (surface: Surface, what: string) => {
      await surface.openRoots();
      await loadAxe(surface);
      const { lines, nodes } = await axeFindings(surface, 'sso-courier');
      found.lines.push(...lines.map((line) => `${what}: ${line}`));
      found.nodes += nodes;
      found.places += 1;
    };

    const portal = await admin.open(journey.ENTRA);
    await journey.openRegisterForm(admin, portal);
    await admin.waitFor(portal, { role: 'button', name: 'Fill for Kandji' });
    await check(portal, 'register form');

    const app = addApp(lab.world, { displayName: 'Kandji' });
    await portal.goto(appPage(app, 'Overview'));
    await journey.copyClientId(admin, portal);
    await check(portal, 'Overview');

    await journey.openSecrets(admin, portal);
    await journey.addSecret(admin, portal, { description: 'Kandji SSO', expires: TWO_YEARS });
    const row = journey.secretRow('Kandji SSO');
    await admin.click(portal, { role: 'button', name: /copy to clipboard/i, within: row, at: 'last' });
    await admin.hears(portal, 'alert', /Secret ID/);
    await check(portal, 'Secret ID copied');
    await admin.click(portal, {
      role: 'button',
      name: 'Copy secret value to Kandji',
      within: { role: 'alert' },
    });
    await admin.hears(portal, 'status', /held for Kandji/);
    await check(portal, 'secret value held');

    const vendor = await connectionForm(admin, 'acme.kandji.io');
    await journey.fillFromEntra(admin, vendor);
    await check(vendor, 'form filled');
    await admin.fill(vendor, { role: 'textbox', name: 'Client Secret' }, app.secrets.at(-1)?.secretId ?? '');
    await admin.hears(vendor, 'alert', /Secret ID/);
    await check(vendor, 'Secret ID in the form');
    await admin.click(vendor, { role: 'button', name: 'Cancel' });
    await admin.click(vendor, { role: 'button', name: 'Add' });
    await admin.click(vendor, { role: 'radio', name: /Google Workspace/ });
    await admin.click(vendor, { role: 'button', name: 'Next' });
    await admin.hears(vendor, 'status', /connects Google Workspace/);
    await check(vendor, 'form of another connection');

    console.log(
      `axe: controls in ${found.places} ${theme} places, ${found.nodes} nodes, ${found.lines.length} violations`,
    );
    expect(found.nodes).toBeGreaterThan(found.places * 5);
    expect(found.lines).toEqual([]);
  });
}
