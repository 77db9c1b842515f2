/**
 * The lab's state: what exists in Microsoft's directories and in the vendor's tenants. Everything the consoles show and
 * every sign-in decision comes from here; a test builds a world and changes it to bring a fault about.
 */
import { randomUUID } from 'node:crypto';
import { socialRedirectUrlOf } from './iru/hosts';
import { type IruOptions, type IruTenant, newIruOptions, newIruTenant } from './iru/model';
import { mintSecretValue } from './secret-value';

export interface LabSecret {
  secretId: string;
  description: string;
  value: string;
  createdAt: Date;
  expiresAt: Date;
}

export type Platform = 'web' | 'spa' | 'publicClient';

export interface LabApp {
  clientId: string;
  objectId: string;
  displayName: string;
  audience: 'single' | 'multiple' | 'any' | 'personal';
  redirectUris: { platform: Platform; uri: string }[];
  secrets: LabSecret[];
  /** An administrator accepted the permissions for the whole directory. */
  adminConsent: boolean;
  activated: boolean;
  /** Users have to be assigned in the enterprise application (AADSTS50105 otherwise). */
  assignmentRequired: boolean;
  /** User principal names assigned in the enterprise application; counts where assignment is required. */
  assignedUsers?: string[];
  /** User principal names that accepted the permissions for themselves. */
  userConsents?: string[];
}

export interface LabUser {
  upn: string;
  password: string;
  displayName: string;
  isAdministrator: boolean;
}

export interface LabDirectory {
  tenantId: string;
  /** Shown in the portal's account menu beside the domain. */
  name: string;
  domain: string;
  otherDomains: string[];
  users: LabUser[];
  apps: LabApp[];
  /** The cloud whose sign-in host knows this directory; `global` when absent. */
  cloud?: 'global' | 'usGov' | 'china';
}

export type ConnectionKind = 'azure' | 'google' | 'saml';

/** What the vendor saved: exactly what the form said, right or wrong. */
export interface VendorConnection {
  id: string;
  kind: ConnectionKind;
  name: string;
  domain: string;
  clientId: string;
  clientSecret: string;
  enabled: boolean;
  /** Path segment of the authorisation link `/p/waad/<ticket>`. */
  ticket: string;
}

export interface LabVendorTenant {
  subdomain: string;
  region: 'us' | 'eu';
  /** Team members, by email in lower case: nobody else may sign in. */
  members: string[];
  /** The administrator who sets the connection up, signed in with email and password. */
  owner: { email: string; password: string; name: string };
  connections: VendorConnection[];
  standardAuthentication: boolean;
  /** Absent: the Access page has no Authentication section. */
  ssoAvailable: boolean;
  /** Every address of the console leads to the same path of the Iru tenant with this subdomain. */
  migratedTo?: 'iru';
}

/** How the portal draws itself: faults and renderings a test asks for. */
export interface PortalOptions {
  /**
   * What draws Overview, Certificates & secrets and Register: Knockout in the shell's own document, or Fluent UI inside
   * a frame of `sandbox-1.reactblade.portal.azure.net`. Global cloud only: elsewhere the frames' hosts are not known.
   */
  rendering: 'knockout' | 'fluent';
  /** Which of the three recorded layouts Fluent's *Essentials* have (facts/entra.md §3.1). */
  essentials: 'items' | 'propertyFields' | 'inputs';
  /** Rebuild the blade's DOM from scratch at this interval, in milliseconds; 0 = never. */
  rebuildEveryMs: number;
  /** Draw the blade this late after a route change, in milliseconds. */
  renderDelayMs: number;
  theme: 'light' | 'dark';
  /** Make of the copy controls. */
  copyMake: 'asyncClipboard' | 'execCommand';
  /** *Register an application* of 2026 (drop-down of account types) or the form before it (radio buttons). */
  registerForm: 'dropdown' | 'radio';
  /** Order of the columns in the grid of client secrets. */
  secretColumns: readonly SecretColumn[];
  /** How many older secrets a newly registered app already has: masked rows above the new one. */
  pastSecrets: number;
  /** Display language where the address has no `?l=`: `en`, `de`, …, `qps-ploc` (made up). */
  language: string;
}

export type SecretColumn = 'description' | 'expires' | 'value' | 'secretId';

/** How the vendor console draws itself. */
export interface VendorOptions {
  secretFieldType: 'text' | 'password';
  theme: 'light' | 'dark';
  /** Overwrite the secret field this long after it was filled, as password managers do; 0 = never. */
  passwordManagerAfterMs: number;
  /** The framework takes back the first value written into the secret field. */
  revertFirstWrite: boolean;
  /** How a form field and its label belong together. */
  labels: 'for' | 'wrapped' | 'aria' | 'sibling';
  /** How long a sign-in page stays good: `?state=` is single-use and expires (facts/kandji.md §4). */
  loginStateSeconds: number;
  /** Where a user who is no team member is told so: on the sign-in host, or back at the console's address. */
  refusalShownAt: 'identityHost' | 'console';
}

/** How Microsoft's sign-in behaves. */
export interface MicrosoftOptions {
  /** Ask "Stay signed in?" after the password. */
  staySignedInPage: boolean;
  /**
   * What happens to a user whose app registration no administrator has consented to: they may accept for themselves,
   * see "Need admin approval" (AADSTS90094), or are refused outright (AADSTS65001).
   */
  userConsent: 'allowed' | 'needsAdministrator' | 'refused';
  /** A new secret is refused for this long after its creation (facts/entra.md §8: 7000215 shortly after creation). */
  secretPropagationSeconds: number;
  /** What stands between the browser and Microsoft: nothing, a guest network that answers with its own page, or a cut line. */
  line: 'open' | 'guestPage' | 'cut' | 'silent';
}

export interface World {
  directories: LabDirectory[];
  vendorTenants: LabVendorTenant[];
  iruTenants: IruTenant[];
  portal: PortalOptions;
  vendor: VendorOptions;
  iru: IruOptions;
  microsoft: MicrosoftOptions;
  /**
   * The vendor's own multi-tenant app behind the stock "Continue with Microsoft Account" button: a sign-in through it
   * proves nothing about a connection (facts/kandji.md §4).
   */
  stockApp: LabApp;
  /** The directory and user that the portal is signed in with. */
  portalAccount: { tenantId: string; upn: string };
  /** Every HTTP request the lab answered, for the tests' assertions. Bodies are kept where they are forms or JSON. */
  log: { host: string; method: string; path: string; headers: Record<string, string>; body: string }[];
}

/** A world with one directory, no app registration, and the vendor tenants of both regions, unconnected. */
export function newWorld(): World {
  const tenantId = randomUUID();
  const admin: LabUser = {
    upn: 'ada@contoso.onmicrosoft.com',
    password: 'lab-password-1',
    displayName: 'Ada Administrator',
    isAdministrator: true,
  };
  const tester: LabUser = {
    upn: 'tess@contoso.onmicrosoft.com',
    password: 'lab-password-2',
    displayName: 'Tess Tester',
    isAdministrator: false,
  };
  const stranger: LabUser = {
    upn: 'stan@contoso.onmicrosoft.com',
    password: 'lab-password-3',
    displayName: 'Stan Stranger',
    isAdministrator: false,
  };
  const vendorTenant = (subdomain: string, region: 'us' | 'eu'): LabVendorTenant => ({
    subdomain,
    region,
    members: [admin.upn, tester.upn],
    owner: { email: 'owner@contoso.example', password: 'lab-password-0', name: 'Olive Owner' },
    connections: [],
    standardAuthentication: true,
    ssoAvailable: true,
  });
  const iruTenant = newIruTenant({ members: [admin.upn, tester.upn] });
  return {
    directories: [
      {
        tenantId,
        name: 'Contoso',
        domain: 'contoso.onmicrosoft.com',
        otherDomains: ['contoso.example'],
        users: [admin, tester, stranger],
        apps: [],
      },
    ],
    vendorTenants: [vendorTenant('acme', 'us'), vendorTenant('acme', 'eu'), vendorTenant('globex', 'us')],
    iruTenants: [iruTenant],
    portal: {
      rendering: 'knockout',
      essentials: 'items',
      rebuildEveryMs: 0,
      renderDelayMs: 0,
      theme: 'light',
      copyMake: 'asyncClipboard',
      registerForm: 'dropdown',
      secretColumns: ['description', 'expires', 'value', 'secretId'],
      pastSecrets: 0,
      language: 'en',
    },
    vendor: {
      secretFieldType: 'text',
      theme: 'light',
      passwordManagerAfterMs: 0,
      revertFirstWrite: false,
      labels: 'for',
      loginStateSeconds: 600,
      refusalShownAt: 'identityHost',
    },
    iru: newIruOptions(),
    microsoft: {
      staySignedInPage: false,
      userConsent: 'needsAdministrator',
      secretPropagationSeconds: 0,
      line: 'open',
    },
    stockApp: newApp({
      displayName: 'Kandji',
      audience: 'any',
      adminConsent: true,
      redirectUris: [
        { platform: 'web', uri: 'https://auth.kandji.io/login/callback' },
        { platform: 'web', uri: 'https://auth.eu.kandji.io/login/callback' },
        { platform: 'web', uri: socialRedirectUrlOf(iruTenant) },
      ],
      secrets: [newSecret()],
    }),
    portalAccount: { tenantId, upn: admin.upn },
    log: [],
  };
}

/** An app registration as the portal's *Register* leaves it: single tenant, no secret, nothing consented. */
export function newApp(differences: Partial<LabApp> = {}): LabApp {
  return {
    clientId: randomUUID(),
    objectId: randomUUID(),
    displayName: 'Kandji',
    audience: 'single',
    redirectUris: [],
    secrets: [],
    adminConsent: false,
    activated: true,
    assignmentRequired: false,
    ...differences,
  };
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** A client secret as the portal's *Add* makes it: 24 months, a value that passes Microsoft's checksum. */
export function newSecret(differences: Partial<LabSecret> = {}): LabSecret {
  const createdAt = differences.createdAt ?? new Date();
  return {
    secretId: randomUUID(),
    description: 'Kandji SSO',
    value: mintSecretValue(),
    createdAt,
    expiresAt: new Date(createdAt.getTime() + 730 * DAY_MS),
    ...differences,
  };
}

/** The directory that a tenant ID or one of its domains names. */
export function directoryOf(world: World, tenant: string): LabDirectory | undefined {
  const name = tenant.toLowerCase();
  return world.directories.find(
    (directory) =>
      directory.tenantId === name || directory.domain === name || directory.otherDomains.includes(name),
  );
}
