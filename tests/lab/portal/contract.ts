/** What the portal's server and its page say to each other. */
import type { LabApp, Platform, PortalOptions } from '../world';
import type { Labels } from './languages/en';

/** Handed to the page with the document. */
export interface PortalSettings {
  options: PortalOptions;
  /** BCP 47 tag of the display language, and of the format of dates (`?l=<language>.<format>`). */
  language: string;
  formatLanguage: string;
  labels: Labels;
  /** `Microsoft Entra admin center` or `Microsoft Azure`. */
  shell: 'entra' | 'azure';
  directory: { tenantId: string; name: string; domain: string };
  user: { upn: string; displayName: string };
  /** Address of the frames that draw React blades; absent in clouds whose host is not known. */
  reactFrame: string | null;
}

export interface AppListItem {
  clientId: string;
  displayName: string;
  createdOn: string;
}

/** A secret as the directory tells it afterwards: never its value. Graph `passwordCredential`, facts §5. */
export interface SecretView {
  secretId: string;
  description: string;
  /** First three characters of the value. */
  hint: string;
  expiresAt: string;
}

/** The answer to *Add*, the only one with the value. Graph `application: addPassword`, facts §12. */
export interface NewSecretView extends SecretView {
  value: string;
}

export interface AppView {
  clientId: string;
  objectId: string;
  servicePrincipalId: string;
  displayName: string;
  audience: LabApp['audience'];
  redirectUris: { platform: Platform; uri: string }[];
  secrets: SecretView[];
  adminConsent: boolean;
  activated: boolean;
}

export interface RegisterRequest {
  displayName: string;
  audience: LabApp['audience'];
  redirectUris: { platform: Platform; uri: string }[];
}

export interface AddSecretRequest {
  description: string;
  expiresAt: string;
}

/** Blades that have a second rendering inside a frame: *Overview*, *Certificates & secrets*, *Register*. */
export type ReactViewName = 'Overview' | 'Credentials' | 'CreateApplication';

/**
 * What the shell tells a frame: which view to draw, for which app. The frame's own address says neither. Told again
 * when the shell changed the app.
 */
export interface ShowView {
  kind: 'show';
  view: ReactViewName;
  /** Empty where the view belongs to no app. */
  clientId: string;
  settings: PortalSettings;
}

/** What a frame tells the shell. `ready` comes first and is answered with {@link ShowView}. */
export type FrameMessage =
  | { kind: 'ready' }
  | { kind: 'navigate'; href: string }
  | { kind: 'toast'; title: string; text: string };
