/** Shortcuts into the journey: an app that is registered already, values carried, a connection that is set up. */
import { addApp } from '../../lab/portal/model';
import type { Lab } from '../../lab/server';
import type { LabApp, LabVendorTenant } from '../../lab/world';
import type { Admin } from './admin';
import * as journey from './journey';
import type { Surface } from './surface';

export const redirectUris = {
  us: 'https://auth.kandji.io/login/callback',
  eu: 'https://auth.eu.kandji.io/login/callback',
} as const;

export const owner = { email: 'owner@contoso.example', password: 'lab-password-0' };
export const ada = { upn: 'ada@contoso.onmicrosoft.com', password: 'lab-password-1' };
export const tess = { upn: 'tess@contoso.onmicrosoft.com', password: 'lab-password-2' };
export const stan = { upn: 'stan@contoso.onmicrosoft.com', password: 'lab-password-3' };
export const DIRECTORY_DOMAIN = 'contoso.onmicrosoft.com';
export const TWO_YEARS = '730 days (24 months)';

/** Address of a page of an app registration, as the portal's own links have it. */
export function appPage(
  app: Pick<LabApp, 'clientId'>,
  page: 'Overview' | 'Credentials',
  shell = journey.ENTRA,
): string {
  return `${shell}#view/Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/${page}/appId/${app.clientId}/isMSAApp~/false`;
}

export const hostOf = ({ subdomain, region }: Pick<LabVendorTenant, 'subdomain' | 'region'>) =>
  region === 'eu' ? `${subdomain}.eu.kandji.io` : `${subdomain}.kandji.io`;

export interface Carried {
  app: LabApp;
  portal: Surface;
  secretValue: string;
}

/** Registers an app behind the scenes and carries its client ID and a new secret value by the extension's buttons. */
export async function carry(
  admin: Admin,
  lab: Lab,
  { name = 'Kandji', redirectUri = redirectUris.us as string, shell = journey.ENTRA } = {},
): Promise<Carried> {
  const app = addApp(lab.world, { displayName: name, redirectUris: [{ platform: 'web', uri: redirectUri }] });
  const portal = await admin.open(appPage(app, 'Overview', shell));
  await journey.copyClientId(admin, portal);
  await journey.openSecrets(admin, portal);
  await journey.addSecret(admin, portal, { description: 'Kandji SSO', expires: TWO_YEARS });
  await journey.copySecretValue(admin, portal, 'Kandji SSO');
  return { app, portal, secretValue: secretOf(app) };
}

/** The value of the app's newest secret, as only the directory knows it. */
export function secretOf(app: LabApp): string {
  const secret = app.secrets.at(-1);
  if (!secret) throw new Error('the app has no secret');
  return secret.value;
}

/** The connection form of a vendor tenant, opened by its owner. */
export async function connectionForm(admin: Admin, host: string): Promise<Surface> {
  const vendor = await journey.signInToVendor(admin, host, owner);
  await journey.openAccess(admin, vendor);
  await journey.openConnectionForm(admin, vendor);
  return vendor;
}

export interface Connected extends Carried {
  vendor: Surface;
  connectionName: string;
}

/** What the vendor's form proposes; the extension leaves a filled Name as it is. */
export const CONNECTION_NAME = 'Azure AD';

/** Everything up to the enabled connection; consent is given by an administrator behind the scenes. */
export async function connect(
  admin: Admin,
  lab: Lab,
  { region = 'us' as 'us' | 'eu', redirectUri = redirectUris[region] as string } = {},
): Promise<Connected> {
  const carried = await carry(admin, lab, { redirectUri });
  carried.app.adminConsent = true;
  const vendor = await connectionForm(admin, hostOf({ subdomain: 'acme', region }));
  await journey.fillFromEntra(admin, vendor);
  await journey.save(admin, vendor);
  await journey.closeAuthorisation(admin, vendor);
  await journey.enable(admin, vendor, CONNECTION_NAME);
  return { ...carried, vendor, connectionName: CONNECTION_NAME };
}
