/** Outcomes of the sign-in test in words, with the fix. */
import { type SigninErrorId, signinErrorAddress, signinErrorOf } from '../entra/signin-errors';
import type { VendorRefusal, Verdict } from '../handoff/verdict';
import type { VendorId } from '../vendors/profile';
import { signinErrorWords } from './signin';
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
export function continueWith({ connectionName }: Pick<VerdictContext, 'connectionName'>): string {
  return connectionName
    ? `**Continue with ${connectionName}**`
    : '**Continue with** and your connection’s name';
}

/** What the admin reads after a test. */
export function verdictWords(verdict: Verdict, context: VerdictContext): VerdictWords {
  const { vendorName } = context;
  switch (verdict.kind) {
    case 'passed':
      return {
        tone: 'success',
        title: 'Passed',
        text: `Microsoft signed the user in with this app’s client ID, and ${vendorName} let them in.`,
        fix: 'The connection is ready to use.',
      };
    case 'anotherApp':
      return {
        tone: 'warning',
        title: 'Not a test of your connection',
        text: verdict.seenClientId
          ? `The sign-in went through another Microsoft app (${verdict.seenClientId}), most likely ${vendorName}’s own Microsoft button.`
          : 'The user was signed in without your connection: with a password or another button.',
        fix: `Test again and press ${continueWith(context)}.`,
      };
    case 'microsoftRefused':
      return { tone: 'error', ...microsoftRefusal(verdict, context) };
    case 'vendorRefused':
      return { tone: 'error', ...vendorRefusals[verdict.reason](context) };
    case 'cannotTell':
      return {
        tone: 'warning',
        title: 'Cannot tell',
        text: `${vendorName} let the user in without asking Microsoft: the private session was still signed in.`,
        fix: 'Close all private windows and test again.',
      };
    case 'notFinished':
      return {
        tone: 'warning',
        title: 'Not finished',
        text: `The private window was closed before ${vendorName} came up. This says nothing about the connection.`,
        fix: 'Test again and stay in the window until the console or an error shows.',
      };
    case 'reported':
      return verdict.worked ? reportedWorked(context) : reportedFailed(context);
    default:
      return verdict satisfies never;
  }
}

const reportedWorked = ({ vendorName }: VerdictContext): VerdictWords => ({
  tone: 'success',
  title: 'Passed, as you report',
  text: `SSO Courier could not watch the private window and goes by your word.`,
  fix: `Make sure the sign-in went through Microsoft and your own connection, not ${vendorName}’s Microsoft button.`,
});

const reportedFailed = (context: VerdictContext): VerdictWords => ({
  tone: 'error',
  title: 'Failed, as you report',
  text: 'SSO Courier could not watch the private window, so it does not know why.',
  fix:
    `Look at the page in the private window. **Failed to obtain access token** means that the saved secret is ` +
    `wrong: fill and save ${context.vendorName}’s form again. A code that begins with AADSTS comes from Microsoft. ` +
    `Otherwise, check that the tester is an invited Team Member.`,
});

type RefusalWords = Omit<VerdictWords, 'tone'>;

const vendorRefusals: Readonly<Record<VendorRefusal, (context: VerdictContext) => RefusalWords>> = {
  tokenExchangeFailed: ({ vendorName }) => ({
    title: 'The saved secret is wrong or expired',
    text: `Microsoft signed the user in, then ${vendorName} could not redeem the sign-in (Failed to obtain access token).`,
    fix: `The Secret ID may have been saved in place of the secret value. Create a new client secret, fill ${vendorName}’s form again, save, test again. Right after creation a secret can take 30 seconds to work.`,
  }),
  userNotInvited: ({ vendorName, vendorId }) => ({
    title: `${vendorName} does not know this user`,
    text: `Microsoft signed the user in; the connection works. ${vendorName} lets in invited Team Members only.`,
    fix: `Invite the user under ${vendorPlaces(vendorId).accessPage} (an invitation lasts 24 hours), or test with a Team Member.`,
  }),
  other: ({ vendorName }) => ({
    title: `${vendorName} refused the sign-in`,
    text: `Microsoft signed the user in; ${vendorName} showed an error that SSO Courier does not know.`,
    fix: `Read the page in the private window. Check that the connection is enabled and that the tester is an invited Team Member.`,
  }),
};

function microsoftRefusal(
  { code, redirectUri, traceId }: Extract<Verdict, { kind: 'microsoftRefused' }>,
  context: VerdictContext,
): RefusalWords {
  const title = `Microsoft refused the sign-in (AADSTS${code})`;
  const known = signinErrorWords(code, context.vendorName);
  if (!known) {
    return {
      title,
      text: 'SSO Courier does not know this code. Nobody was signed in.',
      fix: `Microsoft explains it at ${signinErrorAddress(code)}${traceId ? ` (trace ID for its support: ${traceId})` : ''}`,
    };
  }
  const id = signinErrorOf(code);
  const exact = id && aboutRedirectUri.includes(id) ? (context.redirectUri ?? redirectUri) : undefined;
  return {
    title,
    text: `${known.meaning} ${known.cause}`,
    fix: exact ? `${known.fix} It has to be exactly ${exact}` : known.fix,
  };
}

/** Errors whose fix is to register the redirect URI as it should be. */
const aboutRedirectUri: readonly SigninErrorId[] = [
  'redirectUriMismatch',
  'noRedirectUri',
  'registeredAsSpa',
  'publicClient',
];
