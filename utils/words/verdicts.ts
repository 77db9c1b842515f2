/** Outcomes of the sign-in test in words, with the fix. */
import { signinErrorAddress } from '../entra/signin-errors';
import type { Verdict } from '../handoff/verdict';
import type { VendorId } from '../vendors/profile';
import { say, sentences } from './messages';
import { isAboutRedirectUri, signinErrorWords } from './signin';
import { vendorPlaces } from './vendor-places';

export interface VerdictContext {
  vendorName: string;
  /** Whose console the fix names places in; Kandji's where it is not known. */
  vendorId?: VendorId;
  /** Absent where nobody has seen its name yet. */
  connectionName?: string;
  /** The redirect URI the app registration must carry. */
  redirectUri?: string;
}

export interface VerdictWords {
  tone: 'success' | 'warning' | 'error';
  title: string;
  text: string;
  fix: string;
}

/** The button a tester has to press on the vendor's sign-in page. */
export const continueWith = ({ connectionName }: Pick<VerdictContext, 'connectionName'>) =>
  connectionName
    ? say('verdict.continueWith', { connection: connectionName })
    : say('verdict.continueWithYours');

/** What the admin reads after a test. */
export function verdictWords(verdict: Verdict, context: VerdictContext): VerdictWords {
  switch (verdict.kind) {
    case 'passed':
      return { tone: 'success', ...plain('passed', context) };
    case 'anotherApp':
      return {
        tone: 'warning',
        title: say('verdict.anotherApp.title'),
        text: verdict.seenClientId
          ? say('verdict.anotherApp.seen', { clientId: verdict.seenClientId, vendor: context.vendorName })
          : say('verdict.anotherApp.unseen'),
        fix: say('verdict.anotherApp.fix', { button: continueWith(context) }),
      };
    case 'microsoftRefused':
      return { tone: 'error', ...microsoftRefusal(verdict, context) };
    case 'vendorRefused':
      return { tone: 'error', ...plain(verdict.reason, context) };
    case 'cannotTell':
    case 'notFinished':
      return { tone: 'warning', ...plain(verdict.kind, context) };
    case 'reported':
      return verdict.worked
        ? { tone: 'success', ...plain('reportedWorked', context) }
        : { tone: 'error', ...plain('reportedFailed', context) };
    default:
      return verdict satisfies never;
  }
}

type RefusalWords = Omit<VerdictWords, 'tone'>;

type Plain =
  | 'passed'
  | 'cannotTell'
  | 'notFinished'
  | 'reportedWorked'
  | 'reportedFailed'
  | 'tokenExchangeFailed'
  | 'userNotInvited'
  | 'other';

/** A verdict that reads the same whatever was seen. */
function plain(kind: Plain, { vendorName: vendor, vendorId }: VerdictContext): RefusalWords {
  const { accessPage } = vendorPlaces(vendorId);
  return {
    title: say(`verdict.${kind}.title`, { vendor }),
    text: say(`verdict.${kind}.text`, { vendor }),
    fix: say(`verdict.${kind}.fix`, { vendor, accessPage }),
  };
}

function microsoftRefusal(
  { code, redirectUri: seen, traceId: trace }: Extract<Verdict, { kind: 'microsoftRefused' }>,
  context: VerdictContext,
): RefusalWords {
  const title = say('verdict.microsoftRefused.title', { code });
  const known = signinErrorWords(code, context.vendorName);
  if (!known) {
    const address = signinErrorAddress(code);
    return {
      title,
      text: say('verdict.microsoftRefused.unknown'),
      fix: trace
        ? say('verdict.microsoftRefused.explainedTrace', { address, trace })
        : say('verdict.microsoftRefused.explained', { address }),
    };
  }
  const redirectUri = isAboutRedirectUri(code) ? (context.redirectUri ?? seen) : undefined;
  return {
    title,
    text: sentences(known.meaning, known.cause),
    fix: sentences(known.fix, redirectUri && say('verdict.microsoftRefused.exactly', { redirectUri })),
  };
}
