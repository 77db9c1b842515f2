/**
 * What the portal's address says, and addresses that open its pages.
 * Source: Azure/portaldocs `portalfx-links.md` (name/value path pairs, `#view` today, `#blade` before).
 */

import type { Cloud } from './clouds';
import { asClientId, asTenantId, type ClientId, type TenantId } from './values';

export type PortalPage =
  | { kind: 'overview'; clientId: ClientId }
  | { kind: 'secrets'; clientId: ClientId }
  | { kind: 'authentication'; clientId: ClientId }
  | { kind: 'permissions'; clientId: ClientId }
  | { kind: 'appOther'; clientId: ClientId }
  | { kind: 'register' }
  | { kind: 'list' }
  | { kind: 'none' };

/** The pages that the extension works on. */
export type OurPage = Extract<PortalPage, { kind: 'register' | 'overview' | 'secrets' | 'authentication' }>;

const OURS: readonly PortalPage['kind'][] = ['register', 'overview', 'secrets', 'authentication'];
export const isOurPage = (at: PortalPage): at is OurPage => OURS.includes(at.kind);

const menuPages = {
  overview: 'overview',
  credentials: 'secrets',
  authentication: 'authentication',
  callanapi: 'permissions',
} as const;

/** One of these stands in every address that says something here. Most of the portal's have none and are read no further. */
const TELLING = ['application', 'activedirectory', '%'];

/** Whether the address may say something: asked before anything else is made for a page. */
export function mayTell(hash: string): boolean {
  const address = hash.toLowerCase();
  return TELLING.some((name) => address.includes(name));
}

/**
 * Reads the portal's hash route. Language and rendering do not matter: blade names and `appId` are the same in all.
 * @param hash `location.hash`, with or without `#`
 */
export function readRoute(hash: string): PortalPage {
  return mayTell(hash) ? readTelling(hash) : { kind: 'none' };
}

/** A function of its own, which a browser compiles where it is needed. */
function readTelling(hash: string): PortalPage {
  const segments = segmentsOf(hash);
  const lower = segments.map((segment) => segment.toLowerCase());
  const has = (name: string) => lower.some((segment) => segment.split('.')[0] === name);
  // An enterprise application has the same menu ids and an appId; its credentials are not ours to carry.
  if (has('managedappmenublade')) return { kind: 'none' };
  if (has('createapplicationblade')) return { kind: 'register' };
  if (has('applicationslistblade') || (has('activedirectorymenublade') && has('registeredapps'))) {
    return { kind: 'list' };
  }
  const clientId = clientIdIn(segments);
  const blade = lower.findIndex((segment) => segment.split('.')[0] === 'applicationmenublade');
  if (blade < 0 || !clientId) return { kind: 'none' };
  const menu = lower[blade + 1] === '~' ? lower[blade + 2] : lower[blade + 1];
  // Without a menu item the blade shows Overview: links often carry the appId alone.
  if (menu === undefined || menu === 'appid') return { kind: 'overview', clientId };
  const page = Object.hasOwn(menuPages, menu) ? menuPages[menu as keyof typeof menuPages] : 'appOther';
  return { kind: page, clientId };
}

/** The directory named in the address (`#@contoso.onmicrosoft.com/…` or `#@<tenant id>/…`), where there is one. */
export function readRouteDirectory(hash: string): { tenantId?: TenantId; directoryDomain?: string } {
  const name = /^#?@([^/]+)/.exec(hash)?.[1];
  if (!name) return {};
  const directory = decode(name);
  const tenantId = asTenantId(directory);
  return tenantId ? { tenantId } : { directoryDomain: directory.toLowerCase() };
}

function segmentsOf(hash: string): string[] {
  return hash
    .replace(/^#/, '')
    .replace(/\?.*$/, '')
    .split('/')
    .filter((segment) => segment !== '')
    .map(decode);
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

function clientIdIn(segments: readonly string[]): ClientId | undefined {
  const name = segments.findIndex((segment) => segment.replace(/~$/, '').toLowerCase() === 'appid');
  const value = name < 0 ? undefined : segments[name + 1];
  return value === undefined ? undefined : asClientId(value);
}

const EXTENSION = 'Microsoft_AAD_RegisteredApps';

/** Addresses that open a page of the portal, for *Take me there*. */
export const portalLinks = {
  register: (cloud: Cloud) =>
    `https://${cloud.portalHost}/#view/${EXTENSION}/CreateApplicationBlade/quickStartType~/null/isMSAApp~/false`,
  list: (cloud: Cloud) => `https://${cloud.portalHost}/#view/${EXTENSION}/ApplicationsListBlade`,
  overview: (cloud: Cloud, clientId: ClientId) => appLink(cloud, 'Overview', clientId),
  secrets: (cloud: Cloud, clientId: ClientId) => appLink(cloud, 'Credentials', clientId),
  authentication: (cloud: Cloud, clientId: ClientId) => appLink(cloud, 'Authentication', clientId),
  permissions: (cloud: Cloud, clientId: ClientId) => appLink(cloud, 'CallAnAPI', clientId),
};

function appLink(cloud: Cloud, menu: string, clientId: ClientId): string {
  return `https://${cloud.portalHost}/#view/${EXTENSION}/ApplicationMenuBlade/~/${menu}/appId/${clientId}/isMSAApp~/false`;
}
