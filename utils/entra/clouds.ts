/**
 * Microsoft's clouds: where the portal, the sign-in and the deep links of each live.
 * Sources: Microsoft Learn "National clouds"; Microsoft's own portal extension (cloudcloak, 2026-03) for the shells.
 */

export type CloudId = 'global' | 'usGov' | 'china';

export interface Cloud {
  readonly id: CloudId;
  /** Shell host for deep links: the one the admin is sent to when none is open. */
  readonly portalHost: string;
  /** Hosts of the shells, exact or as `*.suffix`. */
  readonly portalHosts: readonly string[];
  /** Hosts of the React blades' frames, as `*.suffix`. Those of the national clouds are not known. */
  readonly frameHosts: readonly string[];
  /** Where users sign in, tokens are issued and discovery answers. */
  readonly loginHost: string;
}

export const clouds: Readonly<Record<CloudId, Cloud>> = {
  global: {
    id: 'global',
    portalHost: 'entra.microsoft.com',
    portalHosts: ['entra.microsoft.com', '*.entra.microsoft.com', 'portal.azure.com', '*.portal.azure.com'],
    frameHosts: ['*.portal.azure.net'],
    loginHost: 'login.microsoftonline.com',
  },
  usGov: {
    id: 'usGov',
    portalHost: 'entra.microsoft.us',
    portalHosts: ['entra.microsoft.us', '*.entra.microsoft.us', 'portal.azure.us', '*.portal.azure.us'],
    frameHosts: [],
    loginHost: 'login.microsoftonline.us',
  },
  china: {
    id: 'china',
    portalHost: 'entra.microsoftonline.cn',
    portalHosts: [
      'entra.microsoftonline.cn',
      '*.entra.microsoftonline.cn',
      'portal.azure.cn',
      '*.portal.azure.cn',
    ],
    frameHosts: [],
    loginHost: 'login.partner.microsoftonline.cn',
  },
};

export const allClouds: readonly Cloud[] = Object.values(clouds);

function hostMatches(host: string, pattern: string): boolean {
  return pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) : host === pattern;
}

/** The cloud whose portal shell or blade frame this host is, if any. `host` as in `URL.host`. */
export function cloudOfPortalHost(host: string): Cloud | undefined {
  return allClouds.find((cloud) =>
    [...cloud.portalHosts, ...cloud.frameHosts].some((pattern) => hostMatches(host, pattern)),
  );
}

/** The cloud whose portal shell this host is, if any: the top page, whose address has the route. */
export function cloudOfShellHost(host: string): Cloud | undefined {
  return allClouds.find((cloud) => cloud.portalHosts.some((pattern) => hostMatches(host, pattern)));
}

/** The cloud that signs users in at this host, if any. `host` as in `URL.host`. */
export function cloudOfLoginHost(host: string): Cloud | undefined {
  return allClouds.find((cloud) => cloud.loginHost === host);
}

/** Origins the background may connect to: discovery and, on request, the token endpoint. */
export const loginOrigins: string[] = allClouds.map((cloud) => `https://${cloud.loginHost}`);
