/** What SSO Courier says on sign-in pages: the code in plain words, its usual cause in this set-up, and the fix. */
import { type FixPlace, type SigninErrorId, signinErrorAddress, signinErrorOf } from '../entra/signin-errors';
import type { SigninAnswer } from '../messages/protocol';

export interface SigninErrorWords {
  readonly meaning: string;
  /** Why it happens when a vendor's connection is set up. */
  readonly cause: string;
  readonly fix: string;
}

/** `{vendor}` stands for the vendor's name. */
const words: Readonly<Record<SigninErrorId, SigninErrorWords>> = {
  wrongSecret: {
    meaning: 'The client secret is wrong.',
    cause:
      'Usually the Secret ID was saved in place of the secret Value, or the secret belongs to another app registration. A secret that was created a moment ago can take a minute to work.',
    fix: 'In Entra, create a new client secret, copy its Value to {vendor}, and save the connection again.',
  },
  expiredSecret: {
    meaning: 'The client secret has expired.',
    cause: 'The secret saved in {vendor} is past its end date.',
    fix: 'In Entra, create a new client secret, copy its Value to {vendor}, and save the connection again.',
  },
  noSecretSent: {
    meaning: 'No client secret was sent.',
    cause: 'The connection in {vendor} was saved without a secret.',
    fix: 'Fill the connection’s form in {vendor} again and save it.',
  },
  appNotFound: {
    meaning: 'There is no app registration with this client ID in this directory.',
    cause: 'The client ID (often the Object ID was copied) or the directory domain in {vendor} is wrong.',
    fix: 'Copy the Application (client) ID from the app’s Overview, check the domain, and save the connection again.',
  },
  appUnavailable: {
    meaning: 'The app registration was deleted or is deactivated.',
    cause: 'Somebody removed or deactivated the app registration that {vendor} uses.',
    fix: 'In Entra, restore or activate the app registration, or connect a new one.',
  },
  publicClient: {
    meaning: 'The app registration is a public client and may not use a secret.',
    cause: 'The redirect URI was added under Mobile and desktop applications.',
    fix: 'In Entra, under Authentication, add the redirect URI under the platform Web, and remove it from the other one.',
  },
  redirectUriMismatch: {
    meaning: 'The redirect URI in the request is not registered in the app registration.',
    cause:
      'The redirect URI of the other region was registered, it stands under another platform than Web, or it differs in a slash or in case.',
    fix: 'In Entra, open the app registration, Authentication, and add the redirect URI under the platform Web.',
  },
  noRedirectUri: {
    meaning: 'The app registration has no redirect URI.',
    cause: 'It was registered without one.',
    fix: 'In Entra, open the app registration, Authentication, and add the redirect URI under the platform Web.',
  },
  singleTenant: {
    meaning: 'The app registration is for one directory, and the sign-in did not name it.',
    cause: 'The directory domain in {vendor} is missing or wrong.',
    fix: 'Correct the domain in {vendor} and save the connection again. Leave the app registration single tenant.',
  },
  consentMissing: {
    meaning: 'Nobody has consented to the app yet.',
    cause: 'Nobody with the right to do so has accepted the app’s permissions for the directory yet.',
    fix: 'As an Entra administrator, open the consent link that {vendor} shows after Save and press Accept, or in Entra, under API permissions, press Grant admin consent.',
  },
  consentDeclined: {
    meaning: 'Consent was declined.',
    cause: 'Cancel was pressed on the consent page.',
    fix: 'Open the consent link again and press Accept, or in Entra, under API permissions, press Grant admin consent.',
  },
  adminConsentNeeded: {
    meaning: 'An administrator has to consent.',
    cause: 'The account that opened the consent link may not consent for the directory.',
    fix: 'Send the consent link to an Entra administrator, or ask one to press Grant admin consent under API permissions.',
  },
  permissionMissing: {
    meaning: 'The app registration lacks a permission that was asked for.',
    cause: 'The delegated permission User.Read was removed, or was never consented to.',
    fix: 'In Entra, under API permissions, add Microsoft Graph User.Read (delegated), and grant admin consent.',
  },
  userNotAssigned: {
    meaning: 'This user is not assigned to the app.',
    cause: 'The enterprise application requires assignment.',
    fix: 'In Entra, Enterprise applications, the app, Users and groups: assign the user, or switch Assignment required off.',
  },
  accountNotInDirectory: {
    meaning: 'This account is not in the directory.',
    cause: 'The sign-in used an account of another organisation, or a personal one.',
    fix: 'Sign in with an account of the directory the app is registered in. In a private window no other account is remembered.',
  },
  directoryNotFound: {
    meaning: 'Microsoft does not know this directory.',
    cause: 'The directory domain in {vendor} has a typing error, or belongs to another Microsoft cloud.',
    fix: 'Correct the domain in {vendor} and save the connection again.',
  },
  noDirectoryNamed: {
    meaning: 'The sign-in did not name a directory.',
    cause: 'The directory domain in {vendor} is empty or not a domain.',
    fix: 'Enter the domain in {vendor} and save the connection again.',
  },
  otherCloud: {
    meaning: 'The directory belongs to another Microsoft cloud.',
    cause: 'The app registration is in a national cloud, and {vendor} asked the global one.',
    fix: 'Ask {vendor} whether it supports your cloud, or register the app in a directory of the global cloud.',
  },
  blockedByPolicy: {
    meaning: 'A Conditional Access policy blocks this sign-in.',
    cause: 'The policy covers this app, device or place. The connection itself may be right.',
    fix: 'Test from a device that the policy allows, or have the policy changed for this app.',
  },
  multiFactor: {
    meaning: 'Microsoft asks for multifactor authentication.',
    cause: 'Your directory demands it for this sign-in. The connection itself may be right.',
    fix: 'Complete it, or set it up for this account, and test again.',
  },
  signInExpired: {
    meaning: 'This sign-in was already used or took too long.',
    cause: 'The page was reloaded, or an address was opened a second time.',
    fix: 'Start again at the address of your {vendor} tenant.',
  },
  wrongRequest: {
    meaning: 'Microsoft did not understand the request.',
    cause: 'The address was cut or changed on its way.',
    fix: 'Start again at the address of your {vendor} tenant.',
  },
  originNotAllowed: {
    meaning: 'Microsoft refused a check of the secret because of how the browser sent it.',
    cause: 'SSO Courier could not remove the Origin header. This says nothing about your secret.',
    fix: 'Check again. If it stays, report it to SSO Courier; the sign-in test in a private window is not affected.',
  },
  registeredAsSpa: {
    meaning: 'The redirect URI is registered for a single-page application.',
    cause: 'It was added under the platform Single-page application in place of Web.',
    fix: 'In Entra, under Authentication, remove it there and add it under the platform Web.',
  },
};

/**
 * A code of Microsoft in words.
 * @param code digits of `AADSTS…`
 * @returns `undefined` for a code that is not known here
 */
export function signinErrorWords(code: string, vendorName: string): SigninErrorWords | undefined {
  const id = signinErrorOf(code);
  if (!id) return undefined;
  const named = (text: string) => text.replaceAll('{vendor}', vendorName);
  const { meaning, cause, fix } = words[id];
  return { meaning: named(meaning), cause: named(cause), fix: named(fix) };
}

type Told = Exclude<SigninAnswer, { kind: 'nothing' }>;
/** What the page itself shows, to be named beside what was expected. */
export interface ShownOnPage {
  readonly clientId?: string | undefined;
  readonly traceId?: string | undefined;
}

/** The alert on a sign-in page. */
export function signinAlertWords(answer: Told, page: ShownOnPage): string {
  switch (answer.kind) {
    case 'otherClientId': {
      const expected = answer.appName ? `${answer.appName} (${answer.expected})` : answer.expected;
      const shown = page.clientId ? ` (client ID ${page.clientId})` : '';
      return (
        `This page is for another app registration${shown} than the one you captured: ${expected}. Do not accept. ` +
        'Close this page, check the client ID in the connection’s form, save it again, and use the new consent link.'
      );
    }
    case 'explainMicrosoft':
      return microsoftWords(answer, page);
    case 'explainVendor':
      return vendorWords(answer.reason, answer.vendorName);
    default:
      return answer satisfies never;
  }
}

function microsoftWords(answer: Extract<Told, { kind: 'explainMicrosoft' }>, page: ShownOnPage): string {
  const { code, vendorName } = answer;
  const known = signinErrorWords(code, vendorName);
  const trace = page.traceId ? ` Trace ID for Microsoft’s support: ${page.traceId}.` : '';
  if (!known) {
    return (
      `AADSTS${code}: SSO Courier does not know this code. Nobody was signed in to ${vendorName}. ` +
      `Microsoft explains it at ${signinErrorAddress(code)}.${trace}`
    );
  }
  return [`AADSTS${code}: ${known.meaning}`, known.cause, known.fix + redirectUriWords(answer)].join('\n');
}

/** For errors about the redirect URI: the exact one, and the one that was sent where it is another. */
function redirectUriWords(answer: Extract<Told, { kind: 'explainMicrosoft' }>): string {
  const { code, redirectUri, expectedRedirectUri } = answer;
  const concerned: readonly (SigninErrorId | undefined)[] = [
    'redirectUriMismatch',
    'noRedirectUri',
    'registeredAsSpa',
    'publicClient',
  ];
  if (!concerned.includes(signinErrorOf(code)) || !expectedRedirectUri) return '';
  const right = ` It has to be exactly ${expectedRedirectUri}`;
  return redirectUri && redirectUri !== expectedRedirectUri
    ? `${right} (the request carried ${redirectUri}, which is not this tenant’s).`
    : `${right} (no slash at the end).`;
}

function vendorWords(reason: 'tokenExchangeFailed' | 'userNotInvited' | 'other', vendorName: string): string {
  switch (reason) {
    case 'tokenExchangeFailed':
      return (
        `Microsoft signed the user in, but did not accept the secret that ${vendorName} holds. Nobody was signed in to ${vendorName}. ` +
        'Usual causes: the Secret ID was saved in place of the secret Value (wrong column), the secret has expired or was deleted, or the client ID is wrong. ' +
        `In Entra, create a new client secret, copy its Value to ${vendorName}, save the connection, and test again.`
      );
    case 'userNotInvited':
      return (
        `Microsoft signed the user in, but ${vendorName} does not know this user. The connection itself works. ` +
        `In ${vendorName}, invite the user as a Team Member with the same email address (an invitation lasts 24 hours), or test with somebody who is one.`
      );
    case 'other':
      return (
        `${vendorName} refused this sign-in with an error that SSO Courier does not know. Nobody was signed in. ` +
        'Read the page’s own message, check that the connection is enabled, and test again.'
      );
    default:
      return reason satisfies never;
  }
}

export const signinLabels = { dismiss: 'Dismiss' } as const;

/** Label of the button that opens the place where an error is put right. */
export function openFixLabel(place: FixPlace, vendorName: string): string {
  const labels: Readonly<Record<FixPlace, string>> = {
    secrets: 'Open Certificates & secrets',
    overview: 'Open the app’s Overview',
    authentication: 'Open Authentication',
    permissions: 'Open API permissions',
    console: `Open ${vendorName}`,
  };
  return labels[place];
}
