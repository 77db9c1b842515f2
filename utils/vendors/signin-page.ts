/** What a page of the vendor's own sign-in shows (facts, kandji §4 and §8). */
import { isShown } from '../page/find';
import { attributeOf, queryAll, textOf } from '../page/tree';
import type { VendorProfile } from './profile';
import { readSigninError } from './signin-error';

export interface VendorSigninPage {
  readonly page: 'vendor';
  readonly at: 'login' | 'callback' | 'other';
  readonly error?: string;
  readonly description?: string;
}

const ERROR_LENGTH = 256;

/** Reads the page. Of its address only the path and the OAuth error are taken. */
export function readVendorSigninPage(
  document: Document,
  address: string,
  profile: VendorProfile,
): VendorSigninPage {
  const path = URL.canParse(address) ? new URL(address).pathname : '';
  const { loginPath, callbackPath } = profile.signIn;
  const at = callbackPath.test(path)
    ? 'callback'
    : loginPath.test(path) || asksWhoItIs(document, profile)
      ? 'login'
      : 'other';
  const error = readSigninError(address) ?? errorOnPage(document, profile, at);
  return { page: 'vendor', at, ...error };
}

const CREDENTIALS = 'input[type="password"], input[type="email"], input[autocomplete~="username"]';
const BUTTONS = 'button, input[type="submit"], a[href], [role="button"]';

/** Where the paths are not published: a field for an email or a password, or a button that signs in. */
function asksWhoItIs(document: Document, { signIn: { loginButtons } }: VendorProfile): boolean {
  if (!loginButtons) return false;
  if (queryAll(document, CREDENTIALS).some(isShown)) return true;
  return queryAll(document, BUTTONS).some(
    (button) => loginButtons.test(attributeOf(button, 'aria-label') ?? textOf(button)) && isShown(button),
  );
}

/** The words by which the vendor reports a failed code exchange or a stranger, where its address does not. */
function errorOnPage(
  document: Document,
  profile: VendorProfile,
  at: VendorSigninPage['at'],
): { error: string } | undefined {
  const text = queryAll(document, 'body').map(textOf).join(' ');
  const { tokenExchangeFailed, userNotInvited } = profile.signIn;
  // A login page asks strangers to sign up: *No account?* is no error there.
  const found = tokenExchangeFailed.exec(text) ?? (at === 'login' ? null : userNotInvited.exec(text));
  return found ? { error: found[0].slice(0, ERROR_LENGTH) } : undefined;
}
