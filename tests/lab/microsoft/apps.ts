/** What Microsoft looks up about app registrations, directories and users before it signs anybody in. */
import type { LabApp, LabDirectory, LabSecret, LabUser, World } from '../world';

type CloudId = NonNullable<LabDirectory['cloud']>;

const LOGIN_HOSTS: Record<CloudId, string> = {
  global: 'login.microsoftonline.com',
  usGov: 'login.microsoftonline.us',
  china: 'login.partner.microsoftonline.cn',
};
const CLOUDS: CloudId[] = ['global', 'usGov', 'china'];

/** The cloud that a sign-in host belongs to, if it is one. */
export function cloudOf(host: string): CloudId | undefined {
  return CLOUDS.find((cloud) => LOGIN_HOSTS[cloud] === host);
}

/** Where the users of a directory sign in. */
export function loginHostOf(directory: LabDirectory): string {
  return LOGIN_HOSTS[directory.cloud ?? 'global'];
}

/** The directory that a path segment names, in this host's cloud only: a name can be a tenant in two clouds. */
export function findDirectory(world: World, host: string, tenant: string): LabDirectory | undefined {
  const name = tenant.toLowerCase();
  const cloud = cloudOf(host);
  return world.directories.find(
    (directory) =>
      (directory.cloud ?? 'global') === cloud &&
      [directory.tenantId, directory.domain, ...directory.otherDomains].includes(name),
  );
}

/** The directory a user signs in to, by the domain of the user principal name. */
export function homeOf(world: World, host: string, upn: string): LabDirectory | undefined {
  return findDirectory(world, host, upn.slice(upn.indexOf('@') + 1));
}

export function findUser(directory: LabDirectory, upn: string): LabUser | undefined {
  return directory.users.find((user) => user.upn.toLowerCase() === upn.trim().toLowerCase());
}

/** The app registration as this directory sees it: its own, or a multi-tenant one from elsewhere. */
export function findApp(world: World, directory: LabDirectory, clientId: string): LabApp | undefined {
  const id = clientId.toLowerCase();
  const isIt = (app: LabApp) => app.clientId.toLowerCase() === id;
  return directory.apps.find(isIt) ?? multiTenantApps(world).find(isIt);
}

/** Apps that work on `/common` and `/organizations`. */
export function multiTenantApps(world: World): LabApp[] {
  const everywhere = world.directories.flatMap((directory) => directory.apps);
  return [world.stockApp, ...everywhere].filter(
    (app) => app.audience === 'multiple' || app.audience === 'any',
  );
}

/** Secrets that authenticate the app now. */
export function usableSecrets(world: World, app: LabApp, now = new Date()): LabSecret[] {
  const knownSince = now.getTime() - world.microsoft.secretPropagationSeconds * 1000;
  return app.secrets.filter((secret) => secret.expiresAt > now && secret.createdAt.getTime() <= knownSince);
}
