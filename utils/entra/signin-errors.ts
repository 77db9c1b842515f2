/**
 * Microsoft's sign-in errors as far as they concern this set-up: which code means what. The words are in
 * `utils/words/signin.ts`. Source: entra-docs `reference-error-codes.md`; Microsoft says that codes may change, so they
 * give guidance only and nothing is decided by them.
 */

export type SigninErrorId =
  | 'wrongSecret'
  | 'expiredSecret'
  | 'noSecretSent'
  | 'appNotFound'
  | 'appUnavailable'
  | 'publicClient'
  | 'redirectUriMismatch'
  | 'noRedirectUri'
  | 'singleTenant'
  | 'consentMissing'
  | 'consentDeclined'
  | 'adminConsentNeeded'
  | 'permissionMissing'
  | 'userNotAssigned'
  | 'accountNotInDirectory'
  | 'directoryNotFound'
  | 'noDirectoryNamed'
  | 'otherCloud'
  | 'blockedByPolicy'
  | 'multiFactor'
  | 'signInExpired'
  | 'wrongRequest'
  | 'originNotAllowed'
  | 'registeredAsSpa';

const codesOf: Readonly<Record<SigninErrorId, readonly string[]>> = {
  wrongSecret: ['7000215'],
  expiredSecret: ['7000222'],
  noSecretSent: ['7000218'],
  appNotFound: ['700016'],
  appUnavailable: ['700011', '7000112', '70001'],
  publicClient: ['700025'],
  redirectUriMismatch: ['50011'],
  noRedirectUri: ['500113', '900971'],
  singleTenant: ['50194', '9001023'],
  consentMissing: ['65001'],
  consentDeclined: ['65004'],
  adminConsentNeeded: ['90094', '90095'],
  permissionMissing: ['90008', '650056', '650057', '65005'],
  userNotAssigned: ['50105'],
  accountNotInDirectory: ['50020', '50034', '51004', '16000'],
  directoryNotFound: ['90002', '900023'],
  noDirectoryNamed: ['90019', '50059', '50128'],
  otherCloud: ['90038', '900382', '900432'],
  blockedByPolicy: ['53003', '53000', '53001', '530034', '530035'],
  multiFactor: ['50076', '50079', '50074'],
  signInExpired: ['54005', '70008', '700082'],
  wrongRequest: ['700054', '70005', '9002313'],
  originNotAllowed: ['9002326'],
  registeredAsSpa: ['9002327'],
};

/** Where an error is put right. */
export type FixPlace = 'secrets' | 'overview' | 'authentication' | 'permissions' | 'console';

const placeOf: Readonly<Record<SigninErrorId, FixPlace | undefined>> = {
  wrongSecret: 'secrets',
  expiredSecret: 'secrets',
  noSecretSent: 'console',
  appNotFound: 'overview',
  appUnavailable: 'overview',
  publicClient: 'authentication',
  redirectUriMismatch: 'authentication',
  noRedirectUri: 'authentication',
  singleTenant: 'console',
  consentMissing: 'permissions',
  consentDeclined: 'permissions',
  adminConsentNeeded: 'permissions',
  permissionMissing: 'permissions',
  userNotAssigned: 'overview',
  // Another account, another device, another try: nothing to be opened.
  accountNotInDirectory: undefined,
  directoryNotFound: 'console',
  noDirectoryNamed: 'console',
  otherCloud: undefined,
  blockedByPolicy: undefined,
  multiFactor: undefined,
  signInExpired: undefined,
  wrongRequest: undefined,
  originNotAllowed: 'authentication',
  registeredAsSpa: 'authentication',
};

/** Where the error of this code is put right; `undefined` where no page of the consoles does. */
export function fixPlaceOf(code: string): FixPlace | undefined {
  const id = idByCode.get(code);
  return id && placeOf[id];
}

const idByCode: ReadonlyMap<string, SigninErrorId> = new Map(
  (Object.entries(codesOf) as [SigninErrorId, readonly string[]][]).flatMap(([id, codes]) =>
    codes.map((code) => [code, id] as const),
  ),
);

/** Every code with an explanation, digits only. */
export const knownSigninCodes: readonly string[] = [...idByCode.keys()];

/** @param code digits of `AADSTS…` */
export function signinErrorOf(code: string): SigninErrorId | undefined {
  return idByCode.get(code);
}

/** Microsoft's own page on a code. */
export function signinErrorAddress(code: string): string {
  return `https://login.microsoftonline.com/error?code=${encodeURIComponent(code)}`;
}
