/** Steps of *set up* in the vendor console, as the administrator does them. */
import { containing } from '../accessible';
import type { Admin } from '../admin';
import type { Surface } from '../surface';

export interface Owner {
  email: string;
  password: string;
}

/** Opens the tenant's address and signs in with email and password. */
export async function signInToVendor(
  admin: Admin,
  host: string,
  { email, password }: Owner,
): Promise<Surface> {
  const vendor = await admin.open(`https://${host}/`);
  await admin.fill(vendor, { role: 'textbox', name: 'Email address' }, email);
  await admin.fill(vendor, { role: 'textbox', name: 'Password' }, password);
  await admin.click(vendor, { role: 'button', name: 'Continue' });
  await admin.waitFor(vendor, { role: 'link', name: 'Log out' });
  return vendor;
}

/** Settings > Access. */
export async function openAccess(admin: Admin, vendor: Surface): Promise<void> {
  await admin.click(vendor, { role: 'link', name: 'Settings' });
  await admin.click(vendor, { role: ['tab', 'link', 'button'], name: 'Access' });
  await admin.waitFor(vendor, { role: 'heading', name: 'Authentication' });
}

/** Add > Azure Active Directory > Next, on the page Access. */
export async function openConnectionForm(admin: Admin, vendor: Surface): Promise<void> {
  await admin.click(vendor, { role: 'button', name: 'Add' });
  await admin.click(vendor, { role: 'radio', name: containing('Azure Active Directory') });
  await admin.click(vendor, { role: 'button', name: 'Next' });
  await admin.waitFor(vendor, { role: 'textbox', name: 'Client ID' });
}

/** Presses *Fill from Entra* and returns what was announced. */
export async function fillFromEntra(admin: Admin, vendor: Surface): Promise<string> {
  await admin.click(vendor, { role: 'button', name: 'Fill from Entra' });
  return admin.hears(vendor, 'status', /Filled/);
}

export interface ConnectionValues {
  name: string;
  directoryDomain: string;
  clientId: string;
  clientSecret: string;
}

/** The form by hand, for what the extension must notice. */
export async function fillConnection(
  admin: Admin,
  vendor: Surface,
  { name, directoryDomain, clientId, clientSecret }: ConnectionValues,
): Promise<void> {
  await admin.fill(vendor, { role: 'textbox', name: 'Name' }, name);
  await admin.fill(vendor, { role: 'textbox', name: /Directory Domain/ }, directoryDomain);
  await admin.fill(vendor, { role: 'textbox', name: 'Client ID' }, clientId);
  await admin.fill(vendor, { role: 'textbox', name: 'Client Secret' }, clientSecret);
}

/** Presses *Save* and waits for the authorisation dialog. */
export async function save(admin: Admin, vendor: Surface): Promise<void> {
  await admin.click(vendor, { role: 'button', name: 'Save' });
  await admin.waitFor(vendor, { role: 'dialog', name: 'Authorize connection' });
}

/** Closes the authorisation dialog, which stays until somebody does. */
export async function closeAuthorisation(admin: Admin, vendor: Surface): Promise<void> {
  await admin.click(vendor, {
    role: 'button',
    name: 'Done',
    within: { role: 'dialog', name: 'Authorize connection' },
  });
}

export type RowCommand = 'Enable' | 'Disable' | 'Configure' | 'Delete';

/** The ellipsis of a connection's row, and one of its commands. */
export async function chooseInRow(
  admin: Admin,
  vendor: Surface,
  connectionName: string,
  command: RowCommand,
): Promise<void> {
  await admin.click(vendor, { role: 'button', name: `Actions for ${connectionName}` });
  await admin.click(vendor, { role: 'menuitem', name: command });
}

/** Presses the ellipsis > *Enable* and waits for the row to say so. */
export async function enable(admin: Admin, vendor: Surface, connectionName: string): Promise<void> {
  await chooseInRow(admin, vendor, connectionName, 'Enable');
  const row = { role: 'row', text: containing(connectionName) };
  await admin.waitFor(vendor, { role: ['cell', 'gridcell'], text: 'Active', within: row });
}
