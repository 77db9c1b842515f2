/** What the portal does to a directory. Plain functions over the world: the portal's API and the tests both use them. */
import { createHash } from 'node:crypto';
import {
  directoryOf,
  type LabApp,
  type LabDirectory,
  type LabSecret,
  type LabUser,
  newApp,
  newSecret,
  type World,
} from '../world';

export interface NewAppOptions extends Partial<Omit<LabApp, 'secrets'>> {
  displayName: string;
  /** How many older secrets it already has; default: what the world's portal says. */
  pastSecrets?: number;
  /** Directory (tenant) ID or domain; default: the one the portal is signed in to. */
  directory?: string;
}

export interface NewSecretOptions extends Partial<LabSecret> {
  description: string;
}

const DAY_MS = 86_400_000;
const DAYS_BETWEEN_PAST_SECRETS = 90;

const createdOn = new WeakMap<LabApp, Date>();

/** When the app was registered: *Created on* in the list of app registrations. */
export function createdOnOf(app: LabApp): Date {
  const date = createdOn.get(app) ?? new Date();
  createdOn.set(app, date);
  return date;
}

/** Registers an app in the directory the portal is signed in to, or in the one named. */
export function addApp(world: World, options: NewAppOptions): LabApp {
  const { pastSecrets = world.portal.pastSecrets, directory: name, ...fields } = options;
  const directory = name === undefined ? portalDirectory(world) : directoryOf(world, name);
  if (!directory) throw new Error(`no directory ${name} in this world`);
  const app = newApp(fields);
  createdOn.set(app, new Date());
  for (let number = 1; number <= pastSecrets; number += 1) {
    const age = (pastSecrets - number + 1) * DAYS_BETWEEN_PAST_SECRETS * DAY_MS;
    addSecret(app, { description: `Earlier secret ${number}`, createdAt: new Date(Date.now() - age) });
  }
  directory.apps.push(app);
  return app;
}

/** Adds a client secret: 24 months from its creation unless told otherwise, with a value that passes the checksum. */
export function addSecret(app: LabApp, options: NewSecretOptions): LabSecret {
  const secret = newSecret(options);
  app.secrets.push(secret);
  return secret;
}

/** Deletes the app registration. `false`: the directory has no such app. */
export function removeApp(world: World, clientId: string): boolean {
  const apps = portalDirectory(world).apps;
  const index = apps.findIndex((app) => app.clientId === clientId.toLowerCase());
  if (index < 0) return false;
  apps.splice(index, 1);
  return true;
}

/** Deletes a client secret. `false`: the app has no such secret. */
export function removeSecret(app: LabApp, secretId: string): boolean {
  const index = app.secrets.findIndex((secret) => secret.secretId === secretId);
  if (index < 0) return false;
  app.secrets.splice(index, 1);
  return true;
}

/** The directory that the portal is signed in to. */
export function portalDirectory(world: World): LabDirectory {
  const directory = directoryOf(world, world.portalAccount.tenantId);
  if (!directory) throw new Error('the portal is signed in to a directory that this world does not have');
  return directory;
}

/** The user that the portal is signed in with. */
export function portalUser(world: World): LabUser {
  const user = portalDirectory(world).users.find((candidate) => candidate.upn === world.portalAccount.upn);
  if (!user) throw new Error('the portal is signed in with a user that this world does not have');
  return user;
}

export function findApp(world: World, clientId: string): LabApp | undefined {
  return portalDirectory(world).apps.find((app) => app.clientId === clientId.toLowerCase());
}

/** Object ID of the enterprise application (*Managed application in local directory*): always the same for an app. */
export function servicePrincipalIdOf(app: LabApp): string {
  const hex = createHash('sha256').update(`servicePrincipal:${app.clientId}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
