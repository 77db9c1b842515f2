/** Steps of *set up* in the portal, as the administrator does them (English display language). */
import { containing, type Wanted } from '../accessible';
import type { Admin } from '../admin';
import type { Surface } from '../surface';

export const ENTRA = 'https://entra.microsoft.com/';

export interface Registration {
  name: string;
  redirectUri: string;
}

/** Presses *App registrations* > *New registration* and waits for the form. */
export async function openRegisterForm(admin: Admin, portal: Surface): Promise<void> {
  await admin.click(portal, { role: 'link', name: 'App registrations', at: 'first' });
  await admin.click(portal, { role: 'button', name: 'New registration' });
  await admin.waitFor(portal, { role: 'textbox', name: 'Name' });
}

/** Fills *Register an application* by hand: name, platform *Web*, redirect URI. */
export async function fillRegistration(
  admin: Admin,
  portal: Surface,
  { name, redirectUri }: Registration,
): Promise<void> {
  await admin.fill(portal, { role: 'textbox', name: 'Name' }, name);
  await admin.choose(portal, { role: 'combobox', name: 'Select a platform' }, 'Web');
  await admin.fill(portal, { role: 'textbox', name: 'Redirect URI (optional)' }, redirectUri);
}

/** Chooses the vendor tenant in the popup, and comes back. */
export async function chooseTenant(admin: Admin, over: Surface, host: string): Promise<void> {
  const popup = await admin.openPopup(over);
  await admin.fill(popup, { role: 'textbox', name: /address/i }, host);
  await admin.press(popup, 'Enter');
  await admin.waitFor(popup, { role: 'text', name: host, at: 'first' });
  await admin.goTo(over);
}

/** Presses *Fill for Kandji* in the open form or pane. What it cannot choose it says; the rest is by hand. */
export const fillForKandji = (admin: Admin, portal: Surface) =>
  admin.click(portal, { role: 'button', name: 'Fill for Kandji' });

/** Presses *Register* and waits for the Overview of the new app. */
export async function register(admin: Admin, portal: Surface): Promise<void> {
  await admin.click(portal, { role: 'button', name: 'Register' });
  await admin.waitFor(portal, { role: 'region', name: 'Essentials' });
}

/** The whole step by hand, from anywhere in the portal to the new app's Overview. */
export async function registerApp(admin: Admin, portal: Surface, registration: Registration): Promise<void> {
  await openRegisterForm(admin, portal);
  await fillRegistration(admin, portal, registration);
  await register(admin, portal);
}

/** Presses *Copy client ID to Kandji* on the Overview, and returns what was announced. */
export async function copyClientId(admin: Admin, portal: Surface): Promise<string> {
  await admin.click(portal, { role: 'button', name: 'Copy client ID to Kandji' });
  return admin.hears(portal, 'status', /held for Kandji/);
}

/** *Manage* > *Certificates & secrets* in the app's own menu. */
export async function openSecrets(admin: Admin, portal: Surface): Promise<void> {
  const link: Wanted = { role: 'link', name: 'Certificates & secrets' };
  const group: Wanted = { role: 'button', name: 'Manage' };
  const { role } = await admin.waitForEither(portal, [link, group]);
  if (role === 'button') await admin.click(portal, group);
  await admin.click(portal, link);
  await admin.waitFor(portal, { role: 'button', name: 'New client secret' });
}

export interface NewSecret {
  description: string;
  /** As the drop-down has it: `730 days (24 months)`. */
  expires: string;
}

/** *New client secret* by hand, from the page *Certificates & secrets* until its row is there. */
export async function addSecret(
  admin: Admin,
  portal: Surface,
  { description, expires }: NewSecret,
): Promise<void> {
  // The toast of an earlier success lies over the pane's first field for five seconds.
  await admin.clickIfThere(portal, { role: 'button', name: 'Dismiss toast notification', at: 'first' });
  await admin.click(portal, { role: 'button', name: 'New client secret' });
  await admin.fill(portal, { role: 'textbox', name: 'Description' }, description);
  await admin.choose(portal, { role: 'combobox', name: 'Expires' }, expires);
  await admin.click(portal, { role: 'button', name: 'Add' });
  await admin.waitFor(portal, secretRow(description));
}

export const secretRow = (description: string): Wanted => ({ role: 'row', text: containing(description) });

/** Presses *Copy secret value to Kandji* of the row with this description, and returns what was announced. */
export async function copySecretValue(admin: Admin, portal: Surface, description: string): Promise<string> {
  await admin.click(portal, await copySecretButton(admin, portal, description));
  return admin.hears(portal, 'status', /held for Kandji/);
}

/** In the row itself, or below it with the row's description where the row has no room. */
async function copySecretButton(admin: Admin, portal: Surface, description: string): Promise<Wanted> {
  const button: Wanted = { role: 'button', name: 'Copy secret value to Kandji' };
  const inRow: Wanted = { ...button, within: secretRow(description) };
  const below: Wanted = { ...button, description };
  const found = await admin.waitForEither(portal, [inRow, below]);
  return found.description === description ? below : inRow;
}
