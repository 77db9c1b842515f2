/** The side panel: the journey stays in sight, and follows the admin from one console to the other. */
import { addApp } from '../lab/portal/model';
import { containing } from './harness/accessible';
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

test('finds by keyboard what is held, within the policy of the page', async ({ admin, lab, session }) => {
  const apps = ['Kandji', 'Kandji (pilot)'].map((displayName) => addApp(lab.world, { displayName }));
  const [first, second] = apps;
  if (!first || !second) throw new Error('two apps were added');
  const portal = await admin.open(appPage(first, 'Overview'));
  await journey.copyClientId(admin, portal);
  await portal.goto(appPage(second, 'Overview'));
  await admin.waitFor(portal, { role: 'text', name: second.clientId, at: 'first' });
  await journey.copyClientId(admin, portal);

  const popup = await admin.openPopup(portal);
  await admin.waitFor(popup, { role: 'code', text: second.clientId });
  await admin.press(popup, 'Control+k');
  await admin.waitFor(popup, { role: 'searchbox', name: 'Find an app or a connection' });
  await admin.type(popup, first.clientId.slice(0, 8));
  await admin.waitFor(popup, {
    role: 'option',
    name: containing(first.clientId.slice(0, 8)),
    within: { role: 'listbox', name: 'Find an app or a connection' },
  });
  await admin.press(popup, 'Enter');
  await admin.waitFor(popup, { role: 'code', text: first.clientId });
  expect(session.consoleLines.filter(({ level }) => level === 'error')).toEqual([]);
});
