/** What SSO Courier says in the vendor console. Each message: what happened, what was not done, the next step. */
import type { Instant } from '../handoff/model';
import type {
  Cancelled,
  CarryAnswer,
  FieldOutcome,
  FieldReport,
  FillAnswer,
  FillCandidate,
  OpenAnswer,
} from '../messages/protocol';
import type { FieldId, VendorProfile } from '../vendors/profile';
import { allOf, commas, oneOf, say, sentences, texts } from './messages';
import { notAllowedWords } from './settings';
import { ageWords } from './times';

/** Texts with nothing to put into them. */
export const vendorTexts = texts('vendor');
export const vendorLabels = texts('vendor.labels');

type NamedField = { readonly field: FieldId; readonly label?: string };
/** A label without the star or colon that consoles put behind it. */
const nameOf = ({ field, label }: NamedField) =>
  (label ?? '').replace(/[\s*:]+$/, '') || say(`fields.${field}`);
const namesOf = (fields: readonly NamedField[]) => commas(fields.map(nameOf));

/** The status after a fill, or `undefined` when no field holds its value. */
export function filledWords(reports: readonly FieldReport[]): string | undefined {
  const of = (outcome: FieldOutcome) => reports.filter((report) => report.outcome === outcome);
  const filled = of('filled');
  const equal = of('alreadyEqual');
  // A renewal writes this one field.
  if (reports.length === 1 && reports[0]?.field === 'secretValue' && filled.length === 1) {
    return vendorTexts.replaced;
  }
  if (filled.length + equal.length === 0) return undefined;
  const kept = of('kept').filter(({ field }) => field === 'connectionName');
  return sentences(
    filled.length > 0 && say('vendor.filled', { fields: namesOf(filled) }),
    equal.length > 0 &&
      say(filled.length > 0 ? 'vendor.alreadyRight' : 'vendor.filledBefore', { fields: namesOf(equal) }),
    kept.length > 0 && say('vendor.leftAsItWas', { fields: namesOf(kept) }),
    vendorTexts.pressSave,
  );
}

/** The alert after a fill: one sentence for every field that did not take its value; `undefined` when all did. */
export function notTakenWords(fields: readonly FieldReport[]): string | undefined {
  const clientIdStands = fields.some(
    ({ field, outcome }) => field === 'clientId' && outcome !== 'filled' && outcome !== 'alreadyEqual',
  );
  const problems = fields.flatMap((report) => notTaken(report, clientIdStands) ?? []);
  return problems.length > 0 ? problems.join('\n') : undefined;
}

function notTaken(report: FieldReport, clientIdStands: boolean): string | undefined {
  const field = nameOf(report);
  switch (report.outcome) {
    case 'filled':
    case 'alreadyEqual':
      return undefined;
    case 'kept':
      if (report.field === 'connectionName') return undefined;
      return report.field === 'secretValue' && clientIdStands
        ? say('vendor.notTaken.otherClientId', { field })
        : say('vendor.notTaken.kept', { field });
    case 'notHeld':
      return report.field === 'directoryDomain'
        ? say('vendor.notTaken.domainNotHeld', { field })
        : say('vendor.notTaken.notHeld', { field });
    default:
      return say(`vendor.notTaken.${report.outcome}`, { field });
  }
}

/** A held app registration as a button: name, client ID, age. */
export function candidateWords(candidate: FillCandidate, now: Instant): string {
  return [candidate.appName, candidate.clientId, ageWords(candidate.capturedAt, now)]
    .filter(Boolean)
    .join(' · ');
}

type Unfilled = Exclude<FillAnswer, { kind: 'filled' | 'holdsSecret' | 'choose' }>;

/** Why nothing was filled, and the next step. */
export function notFilledWords(answer: Unfilled, vendor: string): string {
  switch (answer.kind) {
    case 'nothingHeld':
      return nothingHeldWords(answer, vendor);
    case 'noForm':
      return vendorTexts.noForm;
    case 'wrongPage':
      return say('vendor.wrongPage', { vendor });
    case 'otherDirectory':
      return say('vendor.otherDirectory', { domain: answer.domain });
    case 'notAllowed':
      return notAllowedWords(answer);
    case 'blocked':
      return say('vendor.blocked', { host: answer.host });
    default:
      return answer satisfies never;
  }
}

function nothingHeldWords(
  { missing, wiped }: Extract<FillAnswer, { kind: 'nothingHeld' }>,
  vendor: string,
): string {
  const what = missing.length > 1 ? 'both' : (missing[0] ?? 'secretValue');
  return sentences(wiped && say(`vendor.wiped.${wiped}`), say(`vendor.nothingHeld.${what}`, { vendor }));
}

/** What is wrong with the value of a field. */
export function mistakeWords(kind: 'secretId' | 'masked' | 'clientId', label: string): string {
  const field = nameOf({ field: kind === 'clientId' ? 'clientId' : 'secretValue', label });
  return say(`vendor.mistake.${kind}`, { field });
}

/** How the secret's value gets into its field. */
export const remedyWords = (isHeld: boolean, vendor: string) =>
  isHeld ? say('vendor.remedy.held') : say('vendor.remedy.notHeld', { vendor });

/** Why Save was held back: what was changed since it was filled, and what cannot be right. */
export function objectionWords(changed: readonly NamedField[], wrong: string | undefined): string {
  return [
    say('vendor.objection.notSaved'),
    changed.length > 0 && say('vendor.objection.changed', { fields: namesOf(changed) }),
    wrong,
    say('vendor.objection.again'),
  ]
    .filter(Boolean)
    .join('\n');
}

export const consentWords = texts('vendor.consent');

/** Why the consent link was not opened, or that it was. */
export function openedWords(answer: OpenAnswer | Cancelled): string {
  switch (answer.kind) {
    case 'opened':
    case 'cancelled':
    case 'notKnown':
      return consentWords[answer.kind];
    case 'refused':
      return say('vendor.consent.refused', { host: answer.host });
    default:
      return answer satisfies never;
  }
}

/** Whether the redirect URI that the vendor shows is held now. */
export const carriedWords = (answer: CarryAnswer | undefined) =>
  answer
    ? say(`vendor.carry.${answer.kind === 'carried' ? 'carried' : answer.reason}`)
    : say('portal.notUnderstood');

/** The form is another connection's. @param choice the kind of connection that the held values are for */
export const otherFormWords = (other: string, choice: string) =>
  say('vendor.lookAlike.otherForm', { other, choice });

/** The user directory's integration. @param way where the connection for sign-in is */
export const userDirectoryWords = (vendor: string, way: string) =>
  say('vendor.lookAlike.userDirectory', { vendor, way });

/** The Access page has no part for connections. */
export const notEnabledWords = ({ name }: Pick<VendorProfile, 'name'>) =>
  say('vendor.notEnabled', { vendor: name });

type EndingThing =
  | { readonly kind: 'standard' }
  | { readonly kind: 'connection'; readonly connectionName?: string };
type Vendor = Pick<VendorProfile, 'name' | 'standardSignIns' | 'console'>;

/** Why a press that ends a way to sign in was held back, and what to do first. */
export function endingWords(ending: EndingThing, { name, standardSignIns, console }: Vendor): string {
  const signIns = standardSignIns.map((way) => say(`signIns.${way}`));
  return [
    ...(ending.kind === 'standard'
      ? [
          say('vendor.ending.standard', {
            standard: console.words.standardAuthentication[0] ?? '',
            ways: allOf(signIns),
            vendor: name,
          }),
          say('vendor.ending.standardFirst', { vendor: name }),
        ]
      : [
          ending.connectionName
            ? say('vendor.ending.connectionNamed', {
                connection: ending.connectionName,
                ways: oneOf(signIns),
              })
            : say('vendor.ending.connection', { ways: oneOf(signIns) }),
          say('vendor.ending.connectionFirst'),
        ]),
    say('vendor.ending.again'),
  ].join('\n');
}
