/** The portal's two forms with *Fill for Kandji*. Its drop-downs take the administrator's own clicks only. */
import type { Wanted } from '../../tests/e2e/harness/accessible';
import type { Admin } from '../../tests/e2e/harness/admin';
import * as journey from '../../tests/e2e/harness/journey';
import type { Surface } from '../../tests/e2e/harness/surface';

/** *Register an application*, open already: filled, looked over, *Register* pressed, until the Overview is there. */
export async function registerWithCourier(
  admin: Admin,
  portal: Surface,
  { redirectUri }: Pick<journey.Registration, 'redirectUri'>,
): Promise<void> {
  await journey.fillForKandji(admin, portal);
  await admin.choose(portal, { role: 'combobox', name: 'Select a platform' }, 'Web');
  // Locked until then, and filled after it.
  await admin.waitFor(portal, { role: 'textbox', name: 'Redirect URI (optional)', value: redirectUri });
  await journey.register(admin, portal);
}

/** *New client secret* on the page *Certificates & secrets*, until its row is there. */
export async function addSecretWithCourier(
  admin: Admin,
  portal: Surface,
  { description, expires }: journey.NewSecret,
): Promise<void> {
  // The toast of an earlier success lies over the pane's first field for five seconds.
  await admin.clickIfThere(portal, { role: 'button', name: 'Dismiss toast notification', at: 'first' });
  await admin.click(portal, { role: 'button', name: 'New client secret' });
  await journey.fillForKandji(admin, portal);
  const field: Wanted = { role: 'textbox', name: 'Description', value: description };
  await admin.waitFor(portal, field);
  await admin.choose(portal, { role: 'combobox', name: 'Expires' }, expires);
  await admin.click(portal, { role: 'button', name: 'Add' });
  await admin.waitFor(portal, journey.secretRow(description));
}
