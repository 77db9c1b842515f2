/** *Take me there*: from then on the portal's pages point at the control to press next. */
import { redirectUris, TWO_YEARS } from './harness/connected';
import * as courier from './harness/journey';
import { test } from './harness/test';

/** Our own control, which says itself what it does. */
const OURS = '';

test('after Take me there each control on the way is pointed at, until the secret value is held', async ({
  admin,
}) => {
  const vendor = await admin.open('https://acme.kandji.io/');
  const popup = await admin.openPopup(vendor);
  const address = { role: 'textbox', name: 'Address of your Kandji tenant' };
  await admin.fill(popup, address, 'acme.kandji.io');
  await admin.click(popup, { role: 'button', name: 'Use this tenant' });
  await admin.waitFor(popup, { role: 'button', name: /^Choose the Kandji tenant \(done\)/ });
  await admin.click(popup, { role: 'button', name: 'Take me there', at: 'first' });
  const portal = await admin.follow(/^https:\/\/entra\.microsoft\.com\//, 'tab');
  const pointsAt = (control: string) =>
    admin.waitFor(portal, { role: 'note', text: control === OURS ? 'Next step' : `Next step: ${control}` });

  await pointsAt(OURS);
  await courier.fillForKandji(admin, portal);
  await admin.choose(portal, { role: 'combobox', name: 'Select a platform' }, 'Web');
  await admin.waitFor(portal, {
    role: 'textbox',
    name: 'Redirect URI (optional)',
    value: redirectUris.us,
  });
  await pointsAt('Register');
  await courier.register(admin, portal);
  await pointsAt(OURS);
  await courier.copyClientId(admin, portal);
  await pointsAt('Manage');
  await admin.click(portal, { role: 'button', name: 'Manage' });
  await pointsAt('Certificates & secrets');
  await courier.openSecrets(admin, portal);
  await pointsAt('New client secret');
  await admin.clickIfThere(portal, { role: 'button', name: 'Dismiss toast notification', at: 'first' });
  await admin.click(portal, { role: 'button', name: 'New client secret' });
  await pointsAt(OURS);
  await courier.fillForKandji(admin, portal);
  await pointsAt('Expires');
  await admin.choose(portal, { role: 'combobox', name: 'Expires' }, TWO_YEARS);
  await pointsAt('Add');
  await admin.click(portal, { role: 'button', name: 'Add' });
  await admin.waitFor(portal, courier.secretRow('Kandji SSO'));
  await pointsAt(OURS);
  await courier.copySecretValue(admin, portal, 'Kandji SSO');
  await admin.waitUntilGone(portal, { role: 'note' });
});
