/**
 * What a vendor generation looks like, as data. Adding a vendor is one file of this shape, a lab page and a row in the
 * tests; nothing outside `utils/vendors` knows a label, a host or a route of a vendor console.
 */

export type VendorId = 'kandji' | 'iru';
/** Iru's console addresses name no region. */
export type RegionId = 'us' | 'eu' | 'any';

/** What a connection form asks for. */
export type FieldId = 'connectionName' | 'directoryDomain' | 'clientId' | 'secretValue';

export interface Region {
  readonly id: RegionId;
  readonly name: string;
  /** Console hosts are `<subdomain>` + this suffix, with exactly one label in front. */
  readonly consoleSuffix: string;
  /** Host of the vendor's own sign-in, where Microsoft sends users back to: exact, or as `*.suffix` with one label. */
  readonly identityHost: string;
  readonly redirectUri: RedirectUriSource;
}

/** Where the redirect URI that the app registration must carry, to the letter, comes from. */
export type RedirectUriSource =
  | { readonly kind: 'fixed'; readonly uri: string }
  /** Unique per tenant: copied from the vendor's own dialog. It lives on the region's identity host. */
  | { readonly kind: 'shownByVendor' };

export interface FieldProfile {
  /** Label texts, current one first, compared in lower case without punctuation. */
  readonly labels: readonly string[];
  /** Words that identify the field in `name`, `id`, `autocomplete` or `data-*`, where labels are in another language. */
  readonly names: readonly RegExp[];
}

/** A control on the way to the form. */
export interface WayStep {
  /** What it says: synonyms, current one first. */
  readonly words: readonly string[];
  /** In the console's own navigation, in the part headed by `authentication`, or in the dialog that adds a connection. */
  readonly where: 'navigation' | 'section' | 'dialog';
}

/** A kind of connection whose form looks like ours. */
export interface OtherForm {
  /** The vendor's own name for it, the same in every language. */
  readonly name: string;
  readonly pattern: RegExp;
}

/** A way to sign in to a console without the connection. */
export type SignInWay =
  | 'emailAndPassword'
  | 'google'
  | 'office365'
  | 'passkeys'
  | 'googleSocial'
  | 'microsoftSocial';

export interface VendorProfile {
  readonly id: VendorId;
  /** The vendor's name as the admin knows it: it stands in every button. */
  readonly name: string;
  readonly order: 'entraFirst' | 'vendorFirst';
  readonly regions: readonly Region[];
  /** First labels of hosts that share the console's suffix and are not consoles. */
  readonly notConsoles: readonly string[];
  readonly fields: Readonly<Record<FieldId, FieldProfile>>;
  /** A form with one of these words in its labels or heading is another connection type: never filled. */
  readonly otherForms: readonly OtherForm[];
  /** Controls that connect the vendor's user directory to Entra: consent only, no value of ours belongs there. */
  readonly userDirectory: readonly string[];
  /** Where the administrator's consent is given: by a link that the vendor shows, or in the portal. */
  readonly consent: 'vendorLink' | 'portal';
  /** Hosts of a consent link, exact or as `*.suffix`. */
  readonly consentHosts: readonly string[];
  /** Hosts that share a suffix with `consentHosts` and only hold documentation. */
  readonly documentationHosts: readonly string[];
  readonly console: {
    /** Elements only a signed-in console shows. Source and date beside each in the profile. */
    readonly signedInMarkers: readonly string[];
    /** First path segments of a signed-in console. */
    readonly signedInRoutes: readonly string[];
    readonly words: {
      readonly save: readonly string[];
      readonly enable: readonly string[];
      /** Controls that end a way to sign in: objected to while no passed test is on record. */
      readonly disable: readonly string[];
      readonly delete: readonly string[];
      readonly standardAuthentication: readonly string[];
      /** Heading of the part of the Access page that is missing where SSO is not enabled for the tenant. */
      readonly authentication: readonly string[];
      /** Leave a question without answering yes. */
      readonly cancel: readonly string[];
      /** Opens the form of a connection that is there. */
      readonly configure: readonly string[];
      /**
       * The tab that holds the part headed by `authentication`. Empty where the vendor does not say what the absence of
       * that part means.
       */
      readonly accessTab: readonly string[];
      /** The way from the console's start to the empty form, in order. */
      readonly wayToForm: readonly WayStep[];
      /** Label of the field that shows the redirect URI, where the vendor shows one. */
      readonly redirectUri: readonly string[];
      readonly active: readonly string[];
      readonly inactive: readonly string[];
      readonly connectionTypes: readonly string[];
    };
  };
  readonly signIn: {
    /** Path of the vendor's own login page on the identity host. */
    readonly loginPath: RegExp;
    /** Path Microsoft sends users back to. */
    readonly callbackPath: RegExp;
    /** Texts of the buttons of a login page, where its paths are not published. */
    readonly loginButtons?: RegExp;
    /** Error text of a failed code exchange: the secret is wrong or expired. */
    readonly tokenExchangeFailed: RegExp;
    /** Error text or code when the user is not a member of the vendor tenant. */
    readonly userNotInvited: RegExp;
  };
  /** The sign-ins that end when standard authentication is switched off. */
  readonly standardSignIns: readonly SignInWay[];
  /** The vendor recommends SAML; this is where it says how. */
  readonly samlUrl: string;
  /** Name proposed for the connection: it becomes the button *Continue with …*. */
  readonly connectionName: string;
  readonly appName: string;
  readonly secretDescription: string;
  readonly articleUrl: string;
}
