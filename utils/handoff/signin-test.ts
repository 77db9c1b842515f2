/**
 * The sign-in test as a pure machine: what was seen in the private window, in order, gives a verdict (DESIGN §4).
 *
 * The vendor's callback answers with redirects only, which no content script sees: it is passed when the console of
 * this vendor tenant comes up signed in, straight after Microsoft's page, with no page of the vendor's sign-in between.
 */
import { asClientId, type ClientId } from '../entra/values';
import type { Instant } from './model';
import type { VendorRefusal, Verdict } from './verdict';

export interface SigninTest {
  clientId: ClientId;
  vendorHost: string;
  connectionName?: string;
  startedAt: Instant;
  /** The private window, where the browser told its number. */
  windowId?: number;
  observed: boolean;
  windowOpen: boolean;
  /** Client ID of the Microsoft page seen last since the vendor's sign-in page. */
  microsoftClientId?: ClientId;
  /** The vendor's sign-in page was shown: this private session was not signed in. */
  loginSeen: boolean;
  verdict?: Verdict;
}

export type SigninEvent =
  | { kind: 'microsoftPage'; clientId?: string; code?: string; redirectUri?: string; traceId?: string }
  | { kind: 'vendorLogin' }
  | { kind: 'vendorError'; reason: VendorRefusal; errorCode?: string }
  | { kind: 'console'; host: string }
  | { kind: 'windowClosed' }
  | { kind: 'reported'; worked: boolean };

/** The test after one more thing was seen. A passed test stays passed; anything else may be tried again in the window. */
export function advance(test: SigninTest, event: SigninEvent): SigninTest {
  if (event.kind === 'windowClosed') {
    return { ...test, windowOpen: false, verdict: test.verdict ?? { kind: 'notFinished' } };
  }
  if (test.verdict?.kind === 'passed') return test;
  switch (event.kind) {
    case 'microsoftPage': {
      const clientId = event.clientId === undefined ? undefined : asClientId(event.clientId);
      const seen = clientId ? { ...test, microsoftClientId: clientId } : test;
      // A refusal on another app's page says nothing of this connection.
      const isOurs = seen.microsoftClientId === undefined || seen.microsoftClientId === test.clientId;
      if (event.code === undefined || !isOurs) return seen;
      return {
        ...seen,
        verdict: {
          kind: 'microsoftRefused',
          code: event.code,
          ...(event.redirectUri !== undefined && { redirectUri: event.redirectUri }),
          ...(event.traceId !== undefined && { traceId: event.traceId }),
        },
      };
    }
    case 'vendorLogin': {
      const { microsoftClientId: _left, ...rest } = test;
      return { ...rest, loginSeen: true };
    }
    case 'vendorError':
      return {
        ...test,
        verdict: {
          kind: 'vendorRefused',
          reason: event.reason,
          ...(event.errorCode !== undefined && { errorCode: event.errorCode }),
        },
      };
    case 'console':
      return event.host === test.vendorHost ? { ...test, verdict: arrived(test) } : test;
    case 'reported':
      return { ...test, verdict: { kind: 'reported', worked: event.worked } };
    default:
      return event satisfies never;
  }
}

function arrived(test: SigninTest): Verdict {
  if (test.microsoftClientId === test.clientId) return { kind: 'passed' };
  if (test.microsoftClientId) return { kind: 'anotherApp', seenClientId: test.microsoftClientId };
  // Password or Google: signed in, but not through Microsoft at all.
  return test.loginSeen ? { kind: 'anotherApp' } : { kind: 'cannotTell' };
}

export interface SigninTestView {
  vendorHost: string;
  connectionName?: string;
  startedAt: Instant;
  /** False where the browser hides private windows: the admin is asked for the outcome. */
  observed: boolean;
  windowOpen: boolean;
  verdict?: Verdict;
}

export function viewOf(test: SigninTest): SigninTestView {
  const { vendorHost, connectionName, startedAt, observed, windowOpen, verdict } = test;
  return {
    vendorHost,
    startedAt,
    observed,
    windowOpen,
    ...(connectionName !== undefined && { connectionName }),
    ...(verdict && { verdict }),
  };
}
