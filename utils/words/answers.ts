/** What came of a button in the popup or side panel, in words: filled, opened, started, and every way they fail. */
import type { StepId } from '../handoff/model';
import type {
  FieldOutcome,
  FieldReport,
  FillAnswer,
  OpenAnswer,
  PrivateWindowsFault,
  StartTestAnswer,
} from '../messages/protocol';
import type { VendorId } from '../vendors/profile';
import { commas, say, sentences, texts } from './messages';
import { notAllowedWords } from './settings';
import { vendorPlaces } from './vendor-places';

export interface AnswerWords {
  tone: 'success' | 'info' | 'warning' | 'error';
  text: string;
}

/** The vendor as buttons name it, and whose console texts name places in. */
export interface NamedVendor {
  id: VendorId;
  name: string;
}

const outcomes = [
  'filled',
  'alreadyEqual',
  'kept',
  'reverted',
  'notFound',
  'ambiguous',
  'notEditable',
  'notHeld',
] as const satisfies readonly FieldOutcome[];

const wentWell: readonly FieldOutcome[] = ['filled', 'alreadyEqual', 'kept'];

/** One sentence an outcome: `Filled: Name, Client ID.` */
const fieldWords = (reports: readonly FieldReport[]) =>
  outcomes.map((wanted) => {
    const names = reports
      .filter(({ outcome }) => outcome === wanted)
      .map(({ field, label }) => label ?? say(`fields.${field}`));
    return names.length > 0 && say(`answer.field.${wanted}`, { fields: commas(names) });
  });

export function fillWords(answer: FillAnswer, { id, name: vendor }: NamedVendor): AnswerWords {
  const { accessPage } = vendorPlaces(id);
  switch (answer.kind) {
    case 'filled': {
      const complete = answer.fields.every(({ outcome }) => wentWell.includes(outcome));
      return {
        tone: complete ? 'success' : 'warning',
        text: sentences(...fieldWords(answer.fields), say('answer.pressSave', { vendor })),
      };
    }
    case 'holdsSecret':
      return { tone: 'warning', text: say('answer.holdsSecret') };
    case 'choose':
      return { tone: 'info', text: say('answer.choose') };
    case 'nothingHeld': {
      const what = answer.missing.length > 1 ? 'both' : (answer.missing[0] ?? 'secretValue');
      return { tone: 'warning', text: say(`answer.nothingHeld.${what}`) };
    }
    case 'noForm':
      return {
        tone: 'info',
        text: say(answer.opened ? 'answer.opened' : 'answer.noForm', { vendor, accessPage }),
      };
    case 'wrongPage':
      return { tone: 'warning', text: say('answer.wrongPage', { vendor }) };
    case 'otherDirectory':
      return { tone: 'error', text: say('answer.otherDirectory', { domain: answer.domain }) };
    case 'notAllowed':
      return { tone: 'error', text: notAllowedWords(answer) };
    case 'blocked':
      return { tone: 'error', text: say('answer.blocked', { host: answer.host }) };
    default:
      return answer satisfies never;
  }
}

/** `undefined` where there is nothing to say: the page that was opened speaks for itself. */
export function openWords(answer: OpenAnswer, step: StepId, vendor: NamedVendor): AnswerWords | undefined {
  switch (answer.kind) {
    case 'opened':
      return undefined;
    case 'notKnown':
      return { tone: 'info', text: notKnownWords(step, vendor) };
    case 'refused':
      return { tone: 'error', text: say('answer.refused', { host: answer.host, vendor: vendor.name }) };
    default:
      return answer satisfies never;
  }
}

const vendorSteps: readonly StepId[] = ['carryRedirectUri', 'fill', 'save', 'enable', 'enforce'];

function notKnownWords(step: StepId, { id, name: vendor }: NamedVendor): string {
  const { accessPage, consent } = vendorPlaces(id);
  if (step === 'authorise' && consent === 'vendorLink') return say('answer.noConsentLink', { vendor });
  return vendorSteps.includes(step)
    ? say('answer.vendorPageNotKnown', { vendor, accessPage })
    : say('answer.portalPageNotKnown');
}

export function startTestWords(answer: StartTestAnswer, vendor: string): AnswerWords | undefined {
  switch (answer.kind) {
    case 'started':
      return undefined;
    case 'noTenant':
      return { tone: 'warning', text: say('answer.noTenant', { vendor }) };
    case 'privateWindowsOff':
      return { tone: 'warning', text: say(privateWindowsKeys[answer.why]) };
    default:
      return answer satisfies never;
  }
}

const privateWindowsKeys = {
  off: 'answer.privateWindowsOff',
  notAllowed: 'answer.privateWindowsNotAllowed',
  forced: 'answer.privateWindowsForced',
} as const satisfies Record<PrivateWindowsFault, string>;

export const answerChoices = texts('answer');

/** The sign-in test before and while it runs. */
export const testWords = texts('test', {
  before: (host: string) => say('test.before', { host }),
  press: (button: string, vendor: string) => say('test.press', { button, vendor }),
  who: (vendor: string) => say('test.who', { vendor }),
  running: (time: string) => say('test.running', { time }),
});
