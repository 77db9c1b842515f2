/** The properties of an app registration's *Essentials*, in their order: facts/entra.md §3.1. */
import type { AppView, PortalSettings } from '../contract';
import { links } from './route';
import { fill } from './settings';

export interface EssentialsItem {
  label: string;
  text: string;
  /** A link in place of plain text. */
  href?: string;
  canBeCopied?: boolean;
  isState?: boolean;
}

export function leftEssentials(app: AppView, settings: PortalSettings): EssentialsItem[] {
  const { labels: t, directory } = settings;
  const audience = {
    single: t.myOrganizationOnly,
    multiple: t.multipleOrganizations,
    any: t.allAccounts,
    personal: t.personalAccounts,
  };
  return [
    { label: t.displayName, text: app.displayName, href: links.app('Branding', app.clientId) },
    { label: t.clientId, text: app.clientId, canBeCopied: true },
    { label: t.objectId, text: app.objectId, canBeCopied: true },
    { label: t.tenantId, text: directory.tenantId, canBeCopied: true },
    {
      label: t.accountTypes,
      text: audience[app.audience],
      href: links.app('Authentication', app.clientId),
    },
  ];
}

export function rightEssentials(app: AppView, { labels: t }: PortalSettings): EssentialsItem[] {
  const count = (platform: string) => app.redirectUris.filter((entry) => entry.platform === platform).length;
  const credentials = app.secrets.length
    ? fill(t.credentialCounts, { secrets: app.secrets.length })
    : t.addCredential;
  const redirectUris = app.redirectUris.length
    ? fill(t.redirectUriCounts, {
        web: count('web'),
        spa: count('spa'),
        publicClient: count('publicClient'),
      })
    : t.addRedirectUri;
  return [
    { label: t.clientCredentials, text: credentials, href: links.app('Credentials', app.clientId) },
    { label: t.redirectUris, text: redirectUris, href: links.app('Authentication', app.clientId) },
    {
      label: t.applicationIdUri,
      text: t.addApplicationIdUri,
      href: links.app('ProtectAnAPI', app.clientId),
    },
    {
      label: t.managedApplication,
      text: app.displayName,
      href: links.enterpriseApp(app.servicePrincipalId, app.clientId),
    },
    { label: t.state, text: app.activated ? t.activated : t.deactivated, isState: app.activated },
  ];
}
