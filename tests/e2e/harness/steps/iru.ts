/** Steps of *set up* where the vendor comes first (Iru), as the administrator does them. */
import { newIruConnection } from '../../../lab/iru/model';
import { addApp } from '../../../lab/portal/model';
import type { Lab } from '../../../lab/server';
import type { LabApp } from '../../../lab/world';
import { containing, type Wanted } from '../accessible';
import type { Admin } from '../admin';
import type { Surface } from '../surface';
import { addSecret, openRegisterForm, openSecrets, register, secretRow } from './portal';
import { declineToStay, signInToMicrosoft, type TestRun } from './sign-in';
import { fillFromEntra, type Owner } from './vendor';

export const IRU = 'acme.iru.com';

/** Opens the tenant's address and signs in with email and password. */
export async function signInToIru(admin: Admin, { email, password }: Owner, host = IRU): Promise<Surface> {
  const vendor = await admin.open(`https://${host}/`);
  await admin.fill(vendor, { role: 'textbox', name: 'Email' }, email);
  await admin.fill(vendor, { role: 'textbox', name: 'Password' }, password);
  await admin.click(vendor, { role: 'button', name: 'Sign in' });
  await admin.waitFor(vendor, { role: 'button', name: 'Account menu' });
  return vendor;
}

/** Account menu > *Access* > *Admin and authentication*, which is the first tab. */
export async function openMethods(admin: Admin, vendor: Surface): Promise<void> {
  await admin.click(vendor, { role: 'button', name: 'Account menu' });
  await admin.click(vendor, { role: 'menuitem', name: 'Access' });
  await admin.waitFor(vendor, { role: 'heading', name: 'Authentication methods' });
}

/** *+ Authentication method*, its name, *Microsoft Entra ID*, *Create*; the modal stays open with its Redirect URL. */
export async function createMethod(admin: Admin, vendor: Surface, displayName: string): Promise<void> {
  await admin.click(vendor, { role: 'button', name: 'Authentication method' });
  await admin.fill(vendor, { role: 'textbox', name: 'Display name' }, displayName);
  // A native drop-down is chosen from by typing: the list that a click opens is the system's own.
  await admin.press(vendor, 'Tab');
  await admin.type(vendor, 'Mic');
  await admin.click(vendor, { role: 'button', name: 'Create' });
  await admin.waitFor(vendor, { role: 'textbox', name: 'Client ID' });
}

/** Presses *Carry redirect URL to Entra* and returns what was announced. */
export async function carryRedirectUrl(admin: Admin, vendor: Surface): Promise<string> {
  await admin.click(vendor, { role: 'button', name: 'Carry redirect URL to Entra' });
  return admin.hears(vendor, 'status', /Redirect URL/);
}

/** *Register an application* by *Fill for Iru*: the administrator chooses the platform, the carried URL comes then. */
export async function registerForIru(admin: Admin, portal: Surface, redirectUri: string): Promise<void> {
  await openRegisterForm(admin, portal);
  await admin.click(portal, { role: 'button', name: 'Fill for Iru' });
  await admin.hears(portal, 'status', /Filled/);
  await admin.choose(portal, { role: 'combobox', name: 'Select a platform' }, 'Web');
  await admin.waitFor(portal, { role: 'textbox', name: containing('Redirect URI'), value: redirectUri });
  await register(admin, portal);
}

/** Presses *Copy client ID to Iru* on the Overview. */
export async function copyClientIdToIru(admin: Admin, portal: Surface): Promise<string> {
  await admin.click(portal, { role: 'button', name: 'Copy client ID to Iru' });
  return admin.hears(portal, 'status', /held for Iru/);
}

/** Presses *Copy secret value to Iru* of the row with this description: in the row, or below it where it has no room. */
export async function copySecretValueToIru(
  admin: Admin,
  portal: Surface,
  description: string,
): Promise<string> {
  const button: Wanted = { role: 'button', name: 'Copy secret value to Iru' };
  const inRow: Wanted = { ...button, within: secretRow(description) };
  const below: Wanted = { ...button, description };
  const found = await admin.waitForEither(portal, [inRow, below]);
  await admin.click(portal, found.description === description ? below : inRow);
  return admin.hears(portal, 'status', /Secret value held for Iru/);
}

/** *API permissions* > *Grant admin consent* > *Yes*, by an administrator of the directory. */
export async function grantAdminConsent(admin: Admin, portal: Surface, directory: string): Promise<void> {
  await admin.click(portal, { role: 'link', name: 'API permissions' });
  await admin.click(portal, { role: 'button', name: `Grant admin consent for ${directory}` });
  await admin.click(portal, { role: 'button', name: 'Yes' });
  await admin.waitFor(portal, { role: ['cell', 'gridcell'], text: containing(`Granted for ${directory}`) });
}

/** Presses *Save*; the modal closes by itself, there is no link to open. */
export async function saveMethod(admin: Admin, vendor: Surface): Promise<void> {
  await admin.click(vendor, { role: 'button', name: 'Save' });
  await admin.waitUntilGone(vendor, { role: 'dialog' });
}

export type MethodCommand =
  | 'Allow for tenant authentication'
  | 'Disallow for tenant authentication'
  | 'Configure'
  | 'Delete';

/** The menu of a method's row, and one of its commands. */
export async function chooseForMethod(
  admin: Admin,
  vendor: Surface,
  displayName: string,
  command: MethodCommand,
): Promise<void> {
  await admin.click(vendor, { role: 'button', name: `More options for ${displayName}` });
  await admin.click(vendor, { role: 'menuitem', name: command });
}

/** *Allow for tenant authentication*, until the row says so. */
export async function allowMethod(admin: Admin, vendor: Surface, displayName: string): Promise<void> {
  await chooseForMethod(admin, vendor, displayName, 'Allow for tenant authentication');
  const row: Wanted = { role: 'row', text: containing(displayName) };
  await admin.waitFor(vendor, { role: ['cell', 'gridcell'], text: 'Allowed', within: row });
}

/** Presses *Test sign-in in a private window* in the popup over a tab; returns the private tab. */
export async function startIruTest(admin: Admin, over: Surface): Promise<Surface> {
  const popup = await admin.openPopup(over);
  await admin.click(popup, { role: 'button', name: 'Test sign-in in a private window' });
  return admin.follow(/\.id\.iru\.com\/sign-in/, 'privateTab');
}

/** The whole test of a method that works, until the console is there. */
export async function testIruSignIn(
  admin: Admin,
  over: Surface,
  { connectionName, tester }: TestRun,
): Promise<Surface> {
  const page = await startIruTest(admin, over);
  await admin.click(page, { role: 'button', name: `Continue with ${connectionName}` });
  await signInToMicrosoft(admin, page, tester);
  await declineToStay(admin, page, { role: 'button', name: 'Account menu' });
  return page;
}

export const METHOD_NAME = 'Contoso Entra';
const owner: Owner = { email: 'owner@contoso.example', password: 'lab-password-0' };

export interface ConnectedIru {
  app: LabApp;
  portal: Surface;
  vendor: Surface;
}

/** Everything up to the allowed method; it, its app and the consent were made behind the scenes, the values are carried. */
export async function connectIru(admin: Admin, lab: Lab): Promise<ConnectedIru> {
  const tenant = lab.world.iruTenants[0];
  const method = newIruConnection({ displayName: METHOD_NAME });
  tenant?.connections.push(method);
  const vendor = await signInToIru(admin, owner);
  await openMethods(admin, vendor);
  await chooseForMethod(admin, vendor, METHOD_NAME, 'Configure');
  await carryRedirectUrl(admin, vendor);
  const uri = `https://vpriix.id.iru.com/api/federation/callback/${method.id}`;
  const app = addApp(lab.world, { displayName: 'Iru', redirectUris: [{ platform: 'web', uri }] });
  app.adminConsent = true;
  const portal = await admin.open(
    `https://entra.microsoft.com/#view/Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/Overview/appId/${app.clientId}/isMSAApp~/false`,
  );
  await copyClientIdToIru(admin, portal);
  await openSecrets(admin, portal);
  await addSecret(admin, portal, { description: 'Iru SSO', expires: '730 days (24 months)' });
  await copySecretValueToIru(admin, portal, 'Iru SSO');
  await admin.goTo(vendor);
  await fillFromEntra(admin, vendor);
  await saveMethod(admin, vendor);
  await allowMethod(admin, vendor, METHOD_NAME);
  return { app, portal, vendor };
}
