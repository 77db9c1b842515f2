/**
 * The portal's hash routes (facts/entra.md §2): `#view/<extension>/<blade>/~/<menu item>/<name>/<value>…`, the older
 * `#blade/<extension>/<blade>/<menu item>/<name>/<value>…`, either one behind an optional `#@<directory>/`.
 */

export interface Route {
  /** Name of the blade without `.ReactView`; empty = home. */
  blade: string;
  /** Menu item of a menu blade; empty where the route names none. */
  menuItem: string;
  parameters: Readonly<Record<string, string>>;
}

const menuBlades = ['ApplicationMenuBlade', 'ManagedAppMenuBlade', 'ActiveDirectoryMenuBlade'];
const parameterNames = ['appid', 'objectid', 'ismsaapp', 'quickstarttype'];

export function parseRoute(hash: string): Route {
  const segments = hash
    .replace(/^#/, '')
    .replace(/\?.*$/, '')
    .split('/')
    .filter(Boolean)
    .map((segment) => decodeURIComponent(segment));
  if (segments[0]?.startsWith('@')) segments.shift();
  if (segments[0] !== 'view' && segments[0] !== 'blade') return { blade: '', menuItem: '', parameters: {} };
  const blade = segments[2]?.split('.')[0] ?? '';
  const rest = segments.slice(3);
  const menuItem = menuBlades.includes(blade) ? takeMenuItem(rest) : '';
  return { blade, menuItem, parameters: pairs(rest) };
}

function takeMenuItem(rest: string[]): string {
  if (rest[0] === '~') rest.shift();
  const first = rest[0];
  if (first === undefined || parameterNames.includes(bareName(first))) return '';
  rest.shift();
  return first;
}

function pairs(rest: readonly string[]): Record<string, string> {
  const parameters: Record<string, string> = {};
  for (let index = 0; index + 1 < rest.length; index += 2) {
    parameters[bareName(rest[index] ?? '')] = rest[index + 1] ?? '';
  }
  return parameters;
}

/** Parameters that are no strings carry a `~`: `isMSAApp~/false`. */
const bareName = (name: string) => name.replace(/~$/, '').toLowerCase();

const APPS = '#view/Microsoft_AAD_RegisteredApps';

export const links = {
  home: () => '#home',
  list: () => `${APPS}/ApplicationsListBlade`,
  register: () => `${APPS}/CreateApplicationBlade/quickStartType~/null/isMSAApp~/false`,
  app: (menuItem: string, clientId: string) =>
    `${APPS}/ApplicationMenuBlade/~/${menuItem}/appId/${clientId}/isMSAApp~/false`,
  enterpriseApp: (servicePrincipalId: string, clientId: string) =>
    `#view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Overview/objectId/${servicePrincipalId}/appId/${clientId}`,
};
