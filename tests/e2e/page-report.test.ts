/** A page that could not be read: its report is made with one press, holds no value, and marks what was pointed at. */
import { addApp } from '../lab/portal/model';
import { appPage, DIRECTORY_DOMAIN, secretOf, TWO_YEARS } from './harness/connected';
import * as journey from './harness/journey';
import { furtherUnless } from './harness/tags';
import { expect, test } from './harness/test';

for (const rendering of ['knockout', 'fluent'] as const) {
  test(`a report of the page drawn by ${rendering} marks the value and holds none`, {
    tag: furtherUnless(rendering, 'knockout'),
  }, async ({ admin, lab }) => {
    lab.world.portal.rendering = rendering;
    const app = addApp(lab.world, { displayName: 'Kandji of Contoso' });
    const portal = await admin.open(appPage(app, 'Credentials'));
    await journey.addSecret(admin, portal, { description: 'Kandji SSO', expires: TWO_YEARS });
    const popup = await admin.openPopup(portal);
    await admin.click(popup, { role: ['DisclosureTriangle', 'summary'], name: /could not be read/ });
    await admin.click(popup, { role: 'button', name: 'Report this page' });
    await admin.hears(popup, 'status', /press the value/);
    await admin.goTo(portal);
    await admin.hears(portal, 'status', /Press the value/);
    await admin.click(portal, { role: 'text', name: secretOf(app), at: 'first' });
    await admin.hears(portal, 'status', /report is ready/);
    const again = await admin.openPopup(portal);
    const { value } = await admin.waitFor(again, { role: 'textbox', name: 'Page report' });
    const report = value.replaceAll(/\s+/g, ' ');
    expect(report).toMatch(/"page": "secrets", "appId": "{guid#\d+}"/);
    expect(report).toContain('"pointed": true');
    expect(report).toContain('{secret 40#1}');
    for (const secret of [
      secretOf(app),
      app.clientId,
      app.secrets[0]?.secretId ?? '',
      DIRECTORY_DOMAIN,
      'Contoso',
    ])
      expect(report.toLowerCase()).not.toContain(secret.toLowerCase());
  });
}
