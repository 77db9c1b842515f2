/** A Kandji tenant that has become an Iru tenant: links to its old address land on the new one. */

import type { Lab } from '../lab/server';
import type { Admin } from './harness/admin';
import { carry, owner } from './harness/connected';
import { signInToIru } from './harness/steps/iru';
import type { Surface } from './harness/surface';
import { FURTHER } from './harness/tags';
import { expect, test } from './harness/test';

/** Values are held for `acme.kandji.io`, chosen in the popup; from now on that address leads to `acme.iru.com`. */
async function carriedForKandji(admin: Admin, lab: Lab): Promise<Surface> {
  const { portal } = await carry(admin, lab);
  const popup = await admin.openPopup(portal);
  await admin.fill(popup, { role: 'textbox', name: /address/i }, 'acme.kandji.io');
  await admin.press(popup, 'Enter');
  await admin.waitFor(popup, { role: 'button', name: 'Change' });
  const [kandji] = lab.world.vendorTenants;
  if (kandji) kandji.migratedTo = 'iru';
  return portal;
}

test('in a tab that the extension opened, the handoff moves by itself', async ({ admin, lab }) => {
  const portal = await carriedForKandji(admin, lab);
  const popup = await admin.openPopup(portal);
  await admin.click(popup, { role: 'button', name: 'Fill Kandji form' });
  const vendor = await admin.follow(/^https:\/\/(?:acme|vpriix\.id)\.iru\.com\//, 'tab');
  await admin.fill(vendor, { role: 'textbox', name: 'Email' }, owner.email);
  await admin.fill(vendor, { role: 'textbox', name: 'Password' }, owner.password);
  await admin.click(vendor, { role: 'button', name: 'Sign in' });
  await admin.waitFor(vendor, { role: 'button', name: 'Account menu' });
  const after = await admin.openPopup(vendor);
  await admin.waitFor(after, { role: 'text', name: 'acme.iru.com', at: 'first' });
  // The old console's redirect URI is not the new one's: that step is open again.
  await admin.waitFor(after, { role: 'button', name: /^Carry the redirect/ });
  await admin.waitFor(after, { role: 'button', name: 'Fill Iru form' });
});

test('in a tab that the admin opened, the admin is asked', { tag: FURTHER }, async ({ admin, lab }) => {
  await carriedForKandji(admin, lab);
  const vendor = await signInToIru(admin, owner, 'acme.kandji.io');
  const popup = await admin.openPopup(vendor);
  await admin.waitFor(popup, { role: 'text', name: /acme\.kandji\.io now opens acme\.iru\.com/ });
  await admin.click(popup, { role: 'button', name: 'Use acme.iru.com' });
  await admin.waitFor(popup, { role: 'button', name: 'Fill Iru form' });
  expect(await admin.sees(popup, { role: 'button', name: 'Use acme.iru.com' })).toBe(false);
});
