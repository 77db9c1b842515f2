/**
 * The Iru generation's part of the world: tenants with their own sign-in host, authentication methods, and how console
 * and sign-in draw themselves. What is known of the real thing: facts/kandji.md §1, §2, §5.2.
 */
import { randomBytes } from 'node:crypto';
import type { VendorOptions } from '../world';

export type IruMethodKind = 'entra' | 'google' | 'saml';

/** An authentication method, from *Create* on: empty until the first *Save*, then exactly what the form said. */
export interface IruConnection {
  /** Part of the method's Redirect URL. */
  id: string;
  kind: IruMethodKind;
  displayName: string;
  /** Entra ID or Google Workspace domain; of a SAML method the identity provider's entity ID. */
  domain: string;
  /** Of a SAML method the sign-in address. */
  clientId: string;
  /** Of a SAML method the certificate. */
  clientSecret: string;
  /** *Allow for tenant authentication*: the sign-in page shows a button for it. */
  allowed: boolean;
  /** *Limit authentication to domain*, optional; empty means anybody of the directory. */
  limitedToDomains: string[];
}

export interface IruTenant {
  /** Of the console's address, `<subdomain>.iru.com`. */
  subdomain: string;
  /** First label of the tenant's own sign-in host; not readable, so nobody can guess it (facts/kandji.md §2). */
  identityId: string;
  /** Users of the tenant, by user principal name in lower case: nobody else may sign in (facts/kandji.md §5.2). */
  members: string[];
  owner: { email: string; password: string; name: string };
  connections: IruConnection[];
  /** Passkeys, Google Social, Microsoft Social. */
  standardAuthentication: boolean;
}

export interface IruOptions
  extends Pick<
    VendorOptions,
    'secretFieldType' | 'theme' | 'passwordManagerAfterMs' | 'revertFirstWrite' | 'labels'
  > {
  /** Path of the Redirect URL; `{connection}` is the method's id. The real one is not known (facts/kandji.md §14). */
  redirectPath: string;
  /** How the modal shows the Redirect URL: a read-only field, or text that can be selected. */
  redirectUrlMake: 'field' | 'text';
  /** Label of the domain field: *Entra ID domain* in Iru Identity's article; others are possible. */
  domainLabel: string;
  /** How a saved secret shows under *Configure*: an empty field with a placeholder, or bullets as its value. */
  savedSecret: 'placeholder' | 'bullets';
  /** The modal: a portal at the end of the body, or a `<dialog>` in the top layer, which makes all else inert. */
  modal: 'portal' | 'dialogElement';
  /** A press outside the modal closes it, as some component libraries do. */
  closesOnOutsidePress: boolean;
  /** Show an authorisation link after *Save*. The vendor's text has no such step (facts/kandji.md §5.2). */
  showsConsentLink: boolean;
  /** Test ids of the signed-in console known from the Kandji generation (facts/kandji.md §4). */
  signedInMarkers: boolean;
  /** What a stranger meets at the tenant's address: the sign-in host at once, or a page with *Log In*. */
  arrival: 'redirect' | 'logInButton';
  /** What the sign-in button of a method says; `{name}` is its display name. */
  buttonText: string;
  /** Email and password on the sign-in page: gone in the newest text, still in others (facts/kandji.md §1). */
  passwordSignIn: boolean;
  /** How long a sign-in may take, in seconds. */
  signInSeconds: number;
  /** Where somebody who is no user of the tenant is told so. */
  refusalShownAt: 'noAccessPage' | 'errorPage' | 'console';
  /** Whose words `error_description` has when the exchange fails. */
  errorWords: 'iru' | 'microsoft';
}

export function newIruOptions(): IruOptions {
  return {
    secretFieldType: 'password',
    theme: 'light',
    passwordManagerAfterMs: 0,
    revertFirstWrite: false,
    labels: 'for',
    redirectPath: '/api/federation/callback/{connection}',
    redirectUrlMake: 'field',
    domainLabel: 'Entra ID domain',
    savedSecret: 'placeholder',
    modal: 'portal',
    closesOnOutsidePress: false,
    showsConsentLink: false,
    signedInMarkers: true,
    arrival: 'redirect',
    buttonText: 'Continue with {name}',
    passwordSignIn: true,
    signInSeconds: 600,
    refusalShownAt: 'noAccessPage',
    errorWords: 'iru',
  };
}

/** `vpriix` is the vendor's own example of a sign-in host (facts/kandji.md §2). */
export function newIruTenant(differences: Partial<IruTenant> = {}): IruTenant {
  return {
    subdomain: 'acme',
    identityId: 'vpriix',
    members: [],
    owner: { email: 'owner@contoso.example', password: 'lab-password-0', name: 'Olive Owner' },
    connections: [],
    standardAuthentication: true,
    ...differences,
  };
}

/** An authentication method as *Create* leaves it. */
export function newIruConnection(differences: Partial<IruConnection> = {}): IruConnection {
  return {
    id: randomBytes(6).toString('hex'),
    kind: 'entra',
    displayName: 'Entra ID SSO',
    domain: '',
    clientId: '',
    clientSecret: '',
    allowed: false,
    limitedToDomains: [],
    ...differences,
  };
}
