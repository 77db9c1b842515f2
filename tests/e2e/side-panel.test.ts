/** The side panel: the journey stays in sight, and follows the admin from one console to the other. */
import { addApp } from '../lab/portal/model';
import { appPage } from './harness/connected';
import * as journey from './harness/journey';
import { expect, test } from './harness/test';

test('is opened from the popup, stays, and catches up with what is captured', async ({
  admin,
  lab,
  session,
}) => {
  const app = addApp(lab.world, { displayName: 'Kandji' });
  const portal = await admin.open(appPage(app, 'Overview'));
  const popup = await admin.openPopup(portal);
  await admin.click(popup, { role: 'button', name: 'Keep open' });
  const panel = await session.waitForSidePanel();
  await admin.waitFor(panel, { role: 'button', name: /^Copy the client ID \(ready\)/ });
  await expect.poll(() => session.popup).toBeUndefined();

  await admin.goTo(portal);
  await journey.copyClientId(admin, portal);
  await admin.waitFor(panel, { role: 'button', name: /^Copy the client ID \(done\)/ });
  await admin.waitFor(panel, { role: 'code', text: app.clientId });
});
