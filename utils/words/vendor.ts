/** What SSO Courier says in the vendor console. Each message: what happened, what was not done, the next step. */
import type { Instant, WipeReason } from '../handoff/model';
import type {
  CarryAnswer,
  FieldOutcome,
  FieldReport,
  FillAnswer,
  FillCandidate,
  OpenAnswer,
} from '../messages/protocol';
import type { FieldId, VendorProfile } from '../vendors/profile';
import { ageWords } from './times';

export const vendorLabels = {
  fill: 'Fill from Entra',
  overwrite: 'Overwrite',
  keep: 'Keep',
  openConsentLink: 'Open consent link',
  copyConsentLink: 'Copy consent link',
  carryRedirectUri: 'Carry redirect URL to Entra',
  dismiss: 'Dismiss',
  hidePointer: 'Hide these hints',
} as const;

const fieldNames: Readonly<Record<FieldId, string>> = {
  connectionName: 'Name',
  directoryDomain: 'Directory domain',
  clientId: 'Client ID',
  secretValue: 'Client secret',
};

type NamedField = { readonly field: FieldId; readonly label?: string };
/** A label without the star or colon that consoles put behind it. */
const nameOf = ({ field, label }: NamedField) => (label ?? '').replace(/[\s*:]+$/, '') || fieldNames[field];
const namesOf = (fields: readonly NamedField[]) => fields.map(nameOf).join(', ');

/** The status after a fill, or `undefined` when no field holds its value. */
export function filledWords(fields: readonly FieldReport[]): string | undefined {
  const of = (outcome: FieldOutcome) => fields.filter((field) => field.outcome === outcome);
  const filled = of('filled');
  const equal = of('alreadyEqual');
  // A renewal writes this one field.
  if (fields.length === 1 && fields[0]?.field === 'secretValue' && filled.length === 1) return replacedWords;
  if (filled.length + equal.length === 0) return undefined;
  const kept = of('kept').filter(({ field }) => field === 'connectionName');
  return [
    filled.length > 0 && `Filled: ${namesOf(filled)}.`,
    equal.length > 0 &&
      `${filled.length > 0 ? 'Already right' : 'Filled before, already right'}: ${namesOf(equal)}.`,
    kept.length > 0 && `Left as it was: ${namesOf(kept)}.`,
    'Look it over, then press Save.',
  ]
    .filter(Boolean)
    .join(' ');
}

const replacedWords =
  'Client secret replaced. The other fields were left as they are. Look it over, then press Save.';

/** The alert after a fill: one sentence for every field that did not take its value; `undefined` when all did. */
export function notTakenWords(fields: readonly FieldReport[]): string | undefined {
  const clientIdStands = fields.some(
    ({ field, outcome }) => field === 'clientId' && outcome !== 'filled' && outcome !== 'alreadyEqual',
  );
  const problems = fields.flatMap((report) => {
    const words = notTaken(report, clientIdStands);
    return words ? [`${nameOf(report)}: ${words}`] : [];
  });
  return problems.length > 0 ? problems.join('\n') : undefined;
}

function notTaken({ field, outcome }: FieldReport, clientIdStands: boolean): string | undefined {
  switch (outcome) {
    case 'filled':
    case 'alreadyEqual':
      return undefined;
    case 'kept':
      if (field === 'connectionName') return undefined;
      return field === 'secretValue' && clientIdStands
        ? 'not filled, because the form does not hold the client ID this secret belongs to. Put the client ID right, then fill again.'
        : 'left as it was. Nothing was written there.';
    case 'reverted':
      return 'the page changed it back, twice. It does not hold the value. Reload the page and fill again.';
    case 'notFound':
      return 'no such field was found, so nothing was written. Type it in yourself.';
    case 'ambiguous':
      return 'several fields could be meant, so none was filled. Close other open forms, then fill again.';
    case 'notEditable':
      return 'the field is locked or covered, so nothing was written. Unlock or uncover it, then fill again.';
    case 'notHeld':
      return field === 'directoryDomain'
        ? 'not known, so nothing was written. Type your directory’s domain (such as contoso.onmicrosoft.com); Entra’s Overview names it as primary domain.'
        : 'not held, so nothing was written. Type it in yourself.';
    default:
      return outcome satisfies never;
  }
}

export const holdsSecretWords =
  'This form already holds another client secret. Nothing was filled. Overwrite it with the held values, or keep what is there?';
export const keptWords = 'Nothing was changed.';
export const chooseWords =
  'More than one app registration is held. Nothing was filled yet. Which one belongs to this connection?';
export const busyWords = 'Filling…';

/** A held app registration as a button: name, client ID, age. */
export function candidateWords(candidate: FillCandidate, now: Instant): string {
  return [candidate.appName, candidate.clientId, ageWords(candidate.capturedAt, now)]
    .filter(Boolean)
    .join(' · ');
}

const wiped: Readonly<Record<WipeReason, string>> = {
  deadline: 'The secret value’s time was up, so it was wiped from memory.',
  clockWentBack: 'The computer’s clock went back, so the secret value was wiped from memory.',
  locked: 'The screen was locked, so the secret value was wiped from memory.',
  saved: 'The secret value was wiped from memory when the connection was saved.',
  cleared: 'The secret value was cleared.',
  replaced: 'The secret value was replaced by another one.',
  updated: 'SSO Courier was updated, so the secret value was wiped from memory.',
  restarted: 'The browser or SSO Courier was restarted, so the secret value left memory.',
};

type Unfilled = Exclude<FillAnswer, { kind: 'filled' | 'holdsSecret' | 'choose' }>;

/** Why nothing was filled, and the next step. */
export function notFilledWords(answer: Unfilled, vendorName: string): string {
  switch (answer.kind) {
    case 'nothingHeld':
      return nothingHeldWords(answer, vendorName);
    case 'noForm':
      return `Nothing was filled: the connection’s fields were not found on this page. Open the connection’s form, then press ${vendorLabels.fill} again.`;
    case 'wrongPage':
      return `Nothing was filled: this page is not the ${vendorName} console that the held values are for. Open that console and fill there.`;
    case 'otherDirectory':
      return `Nothing was filled: ${answer.domain} belongs to another directory than the captured app registration. Open SSO Courier from the toolbar, enter the right domain, then fill again.`;
    case 'blocked':
      return `Nothing was filled: the browser or a company policy keeps SSO Courier out of ${answer.host}. Allow this site in the extension’s settings, or ask your administrator to add ${answer.host} to the policy runtime_allowed_hosts.`;
    default:
      return answer satisfies never;
  }
}

function nothingHeldWords(
  { missing, wiped: reason }: Extract<FillAnswer, { kind: 'nothingHeld' }>,
  vendorName: string,
): string {
  const why = reason ? `${wiped[reason]} ` : '';
  if (!missing.includes('secretValue')) {
    return `${why}Nothing was filled: the client ID is not held. In Entra, open the app registration’s Overview and press Copy client ID to ${vendorName}.`;
  }
  const what = missing.includes('clientId')
    ? 'neither a client ID nor a secret value is held'
    : 'no secret value is held';
  const first = missing.includes('clientId')
    ? `In Entra, open the app registration, press Copy client ID to ${vendorName}, then create a client secret under Certificates & secrets`
    : 'In Entra, create a new client secret under Certificates & secrets (an old one is not shown again)';
  return `${why}Nothing was filled: ${what}. ${first} and press Copy secret value to ${vendorName}.`;
}

const mistakes = {
  secretId: (label: string) =>
    `${label} holds a Secret ID, not the secret’s Value. The Secret ID only names the secret: sign-ins would fail.`,
  masked: (label: string) =>
    `${label} holds what Entra shows in place of a hidden secret, not the secret’s Value: sign-ins would fail.`,
  clientId: (label: string) =>
    `${label} does not hold an Application (client) ID, which is 32 letters and digits in five groups. The app registration’s Overview in Entra shows it.`,
} as const;

/** What is wrong with the value of a field. */
export function mistakeWords(kind: keyof typeof mistakes, label: string): string {
  return mistakes[kind](nameOf({ field: kind === 'clientId' ? 'clientId' : 'secretValue', label }));
}

/** How the secret's value gets into its field. */
export function remedyWords(isHeld: boolean, vendorName: string): string {
  return isHeld
    ? `Press ${vendorLabels.fill} to put the held Value in its place.`
    : `In Entra, create a new client secret, and press Copy secret value to ${vendorName} beside its Value.`;
}

/** Why Save was held back: what was changed since it was filled, and what cannot be right. */
export function objectionWords(changed: readonly NamedField[], wrong: string | undefined): string {
  return [
    'Nothing was saved.',
    changed.length > 0 &&
      `Changed since it was filled: ${namesOf(changed)}. A password manager, the browser or the page may have written over it.`,
    wrong,
    `Press ${vendorLabels.fill} to put it right, or press Save again to save it as it is.`,
  ]
    .filter(Boolean)
    .join('\n');
}

export const consentWords = {
  copied: 'Consent link copied',
  notCopied:
    'The browser did not let the link be copied. Copy it from the page’s own link (right click, copy link address).',
  opened: 'Opened in a new tab. Sign in there as an Entra administrator and press Accept.',
} as const;

/** Why the consent link was not opened, or that it was. */
export function openedWords(answer: OpenAnswer): string {
  switch (answer.kind) {
    case 'opened':
      return consentWords.opened;
    case 'notKnown':
      return 'Not opened: SSO Courier holds no connection for this console. Press the page’s own link.';
    case 'refused':
      return `Not opened: ${answer.host} is neither Microsoft’s nor the vendor’s sign-in. Do not open this link.`;
    default:
      return answer satisfies never;
  }
}

/** Whether the redirect URI that the vendor shows is held now. */
export function carriedWords(answer: CarryAnswer): string {
  if (answer.kind === 'carried') return 'Redirect URL held for Entra';
  switch (answer.reason) {
    case 'notTheVendors':
      return 'Not held: this is not an address of the vendor’s own sign-in. Copy the Redirect URL by hand.';
    case 'memoryRefused':
      return 'Not held: the browser’s memory refused it, and nothing was written to disk. Copy the Redirect URL by hand.';
    default:
      return answer.reason satisfies never;
  }
}

/** Names the next control on the way. */
export const nextWords = (control: string) => `Next step: ${control}`;

/** The Access page has no part for connections. */
export const notEnabledWords = ({ name, supportName }: Pick<VendorProfile, 'name' | 'supportName'>) =>
  `Single sign-on is not enabled for this ${name} tenant: this page has no Authentication section, so no connection can be added. Nothing was changed. Ask ${supportName} to enable single sign-on, then come back to this page.`;

type EndingThing =
  | { readonly kind: 'standard' }
  | { readonly kind: 'connection'; readonly connectionName?: string };
type Vendor = Pick<VendorProfile, 'name' | 'standardSignIns' | 'console'>;

/** Why a press that ends a way to sign in was held back, and what to do first. */
export function endingWords(ending: EndingThing, { name, standardSignIns, console }: Vendor): string {
  const ways = listOf(standardSignIns, 'and');
  const standard = console.words.standardAuthentication[0] ?? '';
  const first =
    ending.kind === 'standard'
      ? [
          `Nothing was changed. Switching off ${standard} ends every sign-in with ${ways}. No passed sign-in test of your connection is on record: if it does not work, nobody can get into ${name} any more, you included.`,
          `First open SSO Courier from the toolbar and run Test sign-in in a private window. ${name} also wants you to be signed in through single sign-on before you switch it off.`,
        ]
      : [
          `Nothing was changed. ${ending.connectionName ? `“${ending.connectionName}”` : 'This'} is the last active connection: without it nobody signs in through single sign-on, and whoever cannot use ${listOf(standardSignIns, 'or')} is locked out. No passed sign-in test of it is on record.`,
          `First make sure that an administrator is signed in and has another way in. To find out whether this connection works, open SSO Courier from the toolbar and run Test sign-in in a private window.`,
        ];
  return [...first, 'To go on all the same, press again.'].join('\n');
}

const listOf = (items: readonly string[], joint: 'and' | 'or') =>
  `${items.slice(0, -1).join(', ')} ${joint} ${items.at(-1) ?? ''}`;
