/** Outcome of a sign-in test, and the reasons it can have. Words are chosen where they are shown. */
import type { ClientId } from '../entra/values';

export type VendorRefusal =
  /** "Failed to obtain access token": wrong or expired secret, or the secret ID was saved. */
  'tokenExchangeFailed' | 'userNotInvited' | 'other';

export type Verdict =
  /** Microsoft's page with this client ID, then the console signed in without an error. */
  | { kind: 'passed' }
  /** Signed in through another Microsoft app: the stock button. */
  | { kind: 'anotherApp'; seenClientId?: ClientId }
  /** Microsoft showed an error page. `code` is the digits of `AADSTS…`. */
  | { kind: 'microsoftRefused'; code: string; redirectUri?: string; traceId?: string }
  | { kind: 'vendorRefused'; reason: VendorRefusal; errorCode?: string }
  /** No Microsoft page was seen: the private session was still signed in. */
  | { kind: 'cannotTell' }
  /** The window was closed before an outcome. */
  | { kind: 'notFinished' }
  /** The admin said so: private windows are hidden from the extension. */
  | { kind: 'reported'; worked: boolean };
