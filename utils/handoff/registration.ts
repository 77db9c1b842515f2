/** Is the app registration what the vendor needs? Pure: what its pages showed in, problems out. */
import type { RegistrationProblem } from '../messages/protocol';
import { isRedirectUriOf, type VendorTenant, vendors } from '../vendors/registry';
import type { Handoff, Registration } from './model';

/**
 * The redirect URI that the registration must carry, or `undefined` while it is not known: no vendor tenant, or one
 * whose own dialog has not been read yet.
 */
export function expectedRedirectUri(
  tenant: VendorTenant | undefined,
  known: Pick<Handoff, 'redirectUri'> | undefined,
): string | undefined {
  const source = tenant?.region.redirectUri;
  return source?.kind === 'fixed' ? source.uri : known?.redirectUri;
}

/** Names of registrations that serve another feature of the vendor's (facts, kandji §9). */
const PASSPORT_NAME = /\bpassport\b/i;
const PASSPORT_URIS = [
  'https://localhost.redirect',
  'https://login.microsoftonline.com/common/oauth2/nativeclient',
];

/**
 * What is wrong with a registration, as far as it was seen. Counts alone (Overview) say which platforms have redirect
 * URIs; the URIs themselves (Authentication) are compared to the letter, as Microsoft does.
 */
export function registrationProblems(
  registration: Registration | undefined,
  expected: string | undefined,
  appName: string | undefined,
): RegistrationProblem[] {
  if (!registration) return [];
  const problems: RegistrationProblem[] = [];
  const { counts, redirectUris, audience } = registration;
  const isPassport =
    (appName !== undefined && PASSPORT_NAME.test(appName)) ||
    (redirectUris !== undefined &&
      redirectUris.length > 0 &&
      redirectUris.every(({ uri }) => PASSPORT_URIS.includes(uri)));
  if (isPassport) problems.push({ kind: 'passport' });
  if (audience === 'other') problems.push({ kind: 'notSingleTenant' });
  if (expected === undefined || isPassport) return problems;
  const uri = redirectUris ? uriProblem(redirectUris, expected) : counts && countProblem(counts, expected);
  return uri ? [...problems, uri] : problems;
}

function uriProblem(
  uris: NonNullable<Registration['redirectUris']>,
  expected: string,
): RegistrationProblem | undefined {
  const exact = uris.filter(({ uri }) => uri === expected);
  if (exact.some(({ platform }) => platform === 'web')) return undefined;
  const [misplaced] = exact;
  if (misplaced && misplaced.platform !== 'web') {
    return { kind: 'wrongPlatform', platform: misplaced.platform, expected };
  }
  const otherRegion = uris.find(({ uri }) => isAnyFixedUri(uri));
  if (otherRegion) return { kind: 'wrongRegion', found: otherRegion.uri, expected };
  // A slash too many, upper case, http: near enough to be meant, and refused by Microsoft all the same.
  const near = uris.find(({ uri }) => bareUri(uri) === bareUri(expected));
  if (near) return { kind: 'wrongRedirectUri', found: near.uri, expected };
  return { kind: 'redirectUriMissing', expected };
}

function countProblem(
  counts: NonNullable<Registration['counts']>,
  expected: string,
): RegistrationProblem | undefined {
  if (counts.web > 0) return undefined;
  if (counts.spa > 0) return { kind: 'wrongPlatform', platform: 'spa', expected };
  if (counts.publicClient > 0) return { kind: 'wrongPlatform', platform: 'publicClient', expected };
  return { kind: 'redirectUriMissing', expected };
}

function isAnyFixedUri(uri: string): boolean {
  return Object.values(vendors).some((vendor) =>
    vendor.regions.some((region) => region.redirectUri.kind === 'fixed' && isRedirectUriOf({ region }, uri)),
  );
}

function bareUri(uri: string): string {
  return uri
    .trim()
    .toLowerCase()
    .replace(/^http:/, 'https:')
    .replace(/\/+$/, '');
}
