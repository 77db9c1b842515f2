/**
 * What SSO Courier says in the portal's forms and of what was registered there. Button names are a contract
 * (DESIGN §3). Names in quotation marks are the page's own, in the page's language.
 */
import type { TextOutcome } from '../entra/fill-text';
import type { RegistrationProblem } from '../messages/protocol';
import { commas, say, sentences, texts } from './messages';

/** Texts with nothing to put into them. */
export const registrationTexts = texts('registration');

export const fillFor = (vendor: string) => say('registration.fillFor', { vendor });

export type FormField = 'name' | 'redirectUri' | 'description';
export type Outcomes = ReadonlyMap<FormField, TextOutcome>;

/** The status beside the button: `Filled: Name, Redirect URI.` Empty while nothing stands in the form. */
export function filled(outcomes: Outcomes): string {
  const list = (
    key: 'registration.filled' | 'registration.alreadyRight' | 'registration.leftAsItWas',
    wanted: TextOutcome,
  ) => {
    const fields = [...outcomes]
      .filter(([field, outcome]) => outcome === wanted && !(outcome === 'kept' && field === 'redirectUri'))
      .map(([field]) => say(`registration.field.${field}`));
    return fields.length > 0 && say(key, { fields: commas(fields) });
  };
  return sentences(
    list('registration.filled', 'filled'),
    list('registration.alreadyRight', 'alreadyEqual'),
    list('registration.leftAsItWas', 'kept'),
  );
}

/** What did not take its value, or `undefined` where all is well. */
export function notTaken(name: FormField, outcome: TextOutcome, value: string): string | undefined {
  const field = say(`registration.field.${name}`);
  switch (outcome) {
    case 'filled':
    case 'alreadyEqual':
      return undefined;
    case 'kept':
      return name === 'redirectUri' ? say('registration.holdsAnother', { value }) : undefined;
    case 'reverted':
      return say('registration.reverted', { field, value });
    case 'notFound':
      return say('registration.notFound', { field, value });
    case 'notEditable':
      return say('registration.notEditable', { field });
    default:
      return outcome satisfies never;
  }
}

type DropDown = 'platform' | 'accountTypes' | 'expires';
/** A drop-down's own name, or what the portal calls it. */
const nameOf = (dropDownName: string, usual: DropDown) =>
  dropDownName || say(`registration.dropDown.${usual}`);

const done = (text: string) => `✓ ${text}`;
const todo = (text: string) => `→ ${text}`;

export const chooseWeb = (dropDownName: string, willFill: boolean) =>
  todo(
    say(willFill ? 'registration.chooseWebThenFilled' : 'registration.chooseWeb', {
      dropDown: nameOf(dropDownName, 'platform'),
    }),
  );
export const webChosen = () => done(say('registration.webChosen'));
export const checkWeb = (shown: string) =>
  todo(shown ? say('registration.checkWebShown', { shown }) : say('registration.checkWeb'));
export const wrongPlatform = (shown: string, dropDownName: string, vendor: string) =>
  say('registration.wrongPlatform', { shown, vendor, dropDown: nameOf(dropDownName, 'platform') });

export const singleTenant = () => done(say('registration.singleTenant'));
export const leaveSingleTenant = (dropDownName: string) =>
  todo(say('registration.leaveSingleTenant', { dropDown: nameOf(dropDownName, 'accountTypes') }));
export const notSingleTenant = (dropDownName: string) =>
  say('registration.notSingleTenant', { dropDown: nameOf(dropDownName, 'accountTypes') });

export const noRedirectUri = (why: 'noTenant' | 'notCarried', vendor: string) =>
  todo(say(`registration.noRedirectUri.${why}`, { vendor }));

/** The longest lifetime the portal offers (facts/entra.md §3.3). */
export const choose24Months = (dropDownName: string) =>
  todo(say('registration.choose24Months', { dropDown: nameOf(dropDownName, 'expires') }));
export const months24Chosen = () => done(say('registration.months24Chosen'));

/** One sentence a problem, with its way out. */
export function problem(found: RegistrationProblem, vendor: string): string {
  switch (found.kind) {
    case 'redirectUriMissing':
      return say('registration.problem.redirectUriMissing', { expected: found.expected });
    case 'wrongPlatform':
      return say(`registration.problem.${found.platform}`, { expected: found.expected });
    case 'wrongRegion':
      return say('registration.problem.wrongRegion', {
        vendor,
        found: found.found,
        expected: found.expected,
      });
    case 'wrongRedirectUri':
      return say('registration.problem.wrongRedirectUri', {
        vendor,
        found: found.found,
        expected: found.expected,
      });
    case 'notSingleTenant':
      return say('registration.problem.notSingleTenant');
    case 'passport':
      return say('registration.problem.passport', { vendor });
    default:
      return found satisfies never;
  }
}

/** The alert on Overview and Authentication. Empty = nothing is wrong. */
export function problems(found: readonly RegistrationProblem[], vendor: string): string {
  if (found.length === 0) return '';
  const each = found.map((one) => `• ${problem(one, vendor)}`);
  return [say('registration.cannotUse', { vendor }), ...each].join('\n');
}
