/**
 * What SSO Courier says in the portal's forms and of what was registered there. Button names are a contract
 * (DESIGN §3). Names in quotation marks are the page's own, in the page's language.
 */
import type { TextOutcome } from '../entra/fill-text';
import type { RegistrationProblem } from '../messages/protocol';

export const fillFor = (vendorName: string) => `Fill for ${vendorName}`;
export const safeToDelete = 'Safe to delete';

export type FormField = 'name' | 'redirectUri' | 'description';
const fieldNames: Readonly<Record<FormField, string>> = {
  name: 'Name',
  redirectUri: 'Redirect URI',
  description: 'Description',
};

export type Outcomes = ReadonlyMap<FormField, TextOutcome>;

/** The status beside the button: `Filled: Name, Redirect URI.` Empty while nothing stands in the form. */
export function filled(outcomes: Outcomes): string {
  const of = (...kinds: TextOutcome[]) =>
    [...outcomes].filter(([, outcome]) => kinds.includes(outcome)).map(([field]) => fieldNames[field]);
  const list = (start: string, names: readonly string[]) =>
    names.length > 0 ? [`${start}: ${names.join(', ')}.`] : [];
  return [
    ...list('Filled', of('filled')),
    ...list('Already right', of('alreadyEqual')),
    ...list(
      'Left as it was',
      of('kept').filter((name) => name !== fieldNames.redirectUri),
    ),
  ].join(' ');
}

/** What did not take its value, or `undefined` where all is well. */
export function notTaken(field: FormField, outcome: TextOutcome, value: string): string | undefined {
  switch (outcome) {
    case 'filled':
    case 'alreadyEqual':
      return undefined;
    case 'kept':
      return field === 'redirectUri'
        ? `Redirect URI: it holds another address, which was left as it is. Put ${value} there instead.`
        : undefined;
    case 'reverted':
      return `${fieldNames[field]}: the page changed it back, twice. Type it in yourself: ${value}`;
    case 'notFound':
      return `${fieldNames[field]}: no such field was found, so nothing was written. Type it in yourself: ${value}`;
    case 'notEditable':
      return `${fieldNames[field]}: the field is locked or covered, so nothing was written. Uncover it, then press again.`;
    default:
      return unknown(outcome);
  }
}

const under = (dropDownName: string, usual: string) => `“${dropDownName || usual}”`;

export const done = (text: string) => `✓ ${text}`;
const todo = (text: string) => `→ ${text}`;

export const chooseWeb = (dropDownName: string, willFill: boolean) =>
  todo(
    `Choose Web under ${under(dropDownName, 'Select a platform')}.${willFill ? ' The redirect URI is filled then.' : ''}`,
  );
export const webChosen = done('Web chosen.');
export const checkWeb = (shown: string) =>
  todo(`Check that the platform is Web${shown ? `: “${shown}” is chosen` : ''}.`);
export const wrongPlatform = (shown: string, dropDownName: string, vendorName: string) =>
  `“${shown}” does not work with ${vendorName}: it signs users in through Web only. ` +
  `Choose Web under ${under(dropDownName, 'Select a platform')}.`;

export const singleTenant = done('Single tenant.');
export const leaveSingleTenant = (dropDownName: string) =>
  todo(
    `Leave ${under(dropDownName, 'Supported account types')} as the page proposes it: the first option, this directory only (single tenant).`,
  );
export const notSingleTenant = (dropDownName: string) =>
  `Accounts of other directories could sign in. Choose the first option, single tenant, under ${under(dropDownName, 'Supported account types')}.`;

export const noRedirectUri: Readonly<Record<'noTenant' | 'notCarried', (vendorName: string) => string>> = {
  noTenant: (vendorName) =>
    todo(
      `The redirect URI was not filled: it depends on your ${vendorName} tenant. Choose the tenant in the SSO Courier popup, and it is filled when you come back.`,
    ),
  notCarried: (vendorName) =>
    todo(
      `The redirect URI was not filled: ${vendorName} shows it. Carry it from ${vendorName}’s dialog with Carry redirect URL to Entra, and it is filled when you come back.`,
    ),
};

export const pressRegister = 'Look it over, then press Register.';

/** The longest lifetime the portal offers (facts/entra.md §3.3). */
export const choose24Months = (dropDownName: string) =>
  todo(`Choose 730 days (24 months) under ${under(dropDownName, 'Expires')}.`);
export const months24Chosen = done('24 months chosen.');
export const pressAdd = 'Look it over, then press Add.';

export const noValues =
  'SSO Courier could not get the values. Nothing was filled. Reload this page and press again.';

const platformNames: Readonly<Record<'spa' | 'publicClient', string>> = {
  spa: 'Single-page application',
  publicClient: 'Mobile and desktop applications',
};

/** One sentence a problem, with its way out. */
export function problem(found: RegistrationProblem, vendorName: string): string {
  switch (found.kind) {
    case 'redirectUriMissing':
      return `The redirect URI is missing. Add this one under Authentication, platform Web: ${found.expected}`;
    case 'wrongPlatform':
      return (
        `The redirect URI stands under ${platformNames[found.platform]}, and every sign-in would fail. ` +
        `Under Authentication, remove it there and add it under Web: ${found.expected}`
      );
    case 'wrongRegion':
      return (
        `The redirect URI is that of another ${vendorName} region: ${found.found}\n` +
        `Your tenant needs this one. Replace it under Authentication, platform Web: ${found.expected}`
      );
    case 'wrongRedirectUri':
      return (
        `The redirect URI differs from what ${vendorName} sends, and Microsoft compares every character: ${found.found}\n` +
        `Replace it under Authentication, platform Web: ${found.expected}`
      );
    case 'notSingleTenant':
      return 'The app is not single tenant: accounts of other directories could sign in. Under Authentication, set Supported account types to this directory only.';
    case 'passport':
      return `This looks like the app of ${vendorName} Passport, which signs users in to Macs: it has other values. Go to the app registration made for ${vendorName} SSO, or register one.`;
    default:
      return unknown(found) ?? '';
  }
}

/** The alert on Overview and Authentication. Empty = nothing is wrong. */
export function problems(found: readonly RegistrationProblem[], vendorName: string): string {
  if (found.length === 0) return '';
  const sentences = found.map((each) => `• ${problem(each, vendorName)}`);
  return [`Before you go on: ${vendorName} cannot use this app as it is.`, ...sentences].join('\n');
}

function unknown(_: never): undefined {
  return undefined;
}
