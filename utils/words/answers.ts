/** What came of a button in the popup or side panel, in words: filled, opened, started, and every way they fail. */
import type { StepId } from '../handoff/model';
import type {
  FieldOutcome,
  FieldReport,
  FillAnswer,
  OpenAnswer,
  StartTestAnswer,
} from '../messages/protocol';
import type { FieldId, VendorId } from '../vendors/profile';
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

const fieldNames: Readonly<Record<FieldId, string>> = {
  connectionName: 'Name',
  directoryDomain: 'Directory domain',
  clientId: 'Client ID',
  secretValue: 'Client secret',
};

const fieldOutcomes: Readonly<Record<FieldOutcome, string>> = {
  filled: 'Filled',
  alreadyEqual: 'Already right',
  kept: 'Left as it was',
  reverted: 'Not taken by the page, type it yourself',
  notFound: 'Not found',
  ambiguous: 'Found more than once, not filled',
  notEditable: 'Cannot be edited',
  notHeld: 'Not held, type it yourself',
};

const wentWell: readonly FieldOutcome[] = ['filled', 'alreadyEqual', 'kept'];

function fieldWords(fields: readonly FieldReport[]): string {
  const outcomes = Object.keys(fieldOutcomes) as FieldOutcome[];
  return outcomes
    .flatMap((outcome) => {
      const names = fields
        .filter((field) => field.outcome === outcome)
        .map((field) => field.label ?? fieldNames[field.field]);
      return names.length > 0 ? [`${fieldOutcomes[outcome]}: ${names.join(', ')}.`] : [];
    })
    .join(' ');
}

export function fillWords(answer: FillAnswer, vendor: NamedVendor): AnswerWords {
  const { name: vendorName } = vendor;
  const { accessPage } = vendorPlaces(vendor.id);
  switch (answer.kind) {
    case 'filled': {
      const complete = answer.fields.every(({ outcome }) => wentWell.includes(outcome));
      return {
        tone: complete ? 'success' : 'warning',
        text: `${fieldWords(answer.fields)} Look it over, then press **Save** in ${vendorName}.`,
      };
    }
    case 'holdsSecret':
      return { tone: 'warning', text: 'The form already holds a secret. Nothing was filled.' };
    case 'choose':
      return { tone: 'info', text: 'Several app registrations are held. Which one belongs in this form?' };
    case 'nothingHeld':
      return {
        tone: 'warning',
        text: `Nothing was filled: ${missingWords(answer.missing)} not held. Copy it in the portal first.`,
      };
    case 'noForm':
      return {
        tone: 'info',
        text: answer.opened
          ? `Opened ${vendorName}. Go to ${accessPage}, open the connection’s form, then press **Fill from Entra** there.`
          : `No connection form is open. In ${vendorName}, go to ${accessPage}, open the form, then fill again.`,
      };
    case 'wrongPage':
      return {
        tone: 'warning',
        text: `Nothing was filled: the form belongs to another ${vendorName} tenant than the one chosen above.`,
      };
    case 'otherDirectory':
      return {
        tone: 'error',
        text: `Nothing was filled: ${answer.domain} belongs to another directory than the app. Enter the right domain first.`,
      };
    case 'blocked':
      return {
        tone: 'error',
        text: `Nothing was filled: the browser or a company policy keeps SSO Courier out of ${answer.host}. Allow the site in the extension’s settings, or have this line added to the policy ExtensionSettings for SSO Courier: "runtime_allowed_hosts": ["https://${answer.host}"]`,
      };
    default:
      return answer satisfies never;
  }
}

function missingWords(missing: readonly ('clientId' | 'secretValue')[]): string {
  const names = missing.map((value) => (value === 'clientId' ? 'the client ID' : 'the secret value'));
  return `${names.join(' and ')} ${names.length > 1 ? 'are' : 'is'}`;
}

/** `undefined` where there is nothing to say: the page that was opened speaks for itself. */
export function openWords(answer: OpenAnswer, step: StepId, vendor: NamedVendor): AnswerWords | undefined {
  switch (answer.kind) {
    case 'opened':
      return undefined;
    case 'notKnown':
      return { tone: 'info', text: notKnownWords(step, vendor) };
    case 'refused':
      return {
        tone: 'error',
        text: `Not opened: ${answer.host} is neither Microsoft’s nor ${vendor.name}’s sign-in. Do not open this link by hand.`,
      };
    default:
      return answer satisfies never;
  }
}

const vendorSteps: readonly StepId[] = ['carryRedirectUri', 'fill', 'save', 'enable', 'enforce'];

function notKnownWords(step: StepId, { id, name: vendorName }: NamedVendor): string {
  const { accessPage, consent } = vendorPlaces(id);
  if (step === 'authorise' && consent === 'vendorLink') {
    return `No consent link is known yet. ${vendorName} shows it after **Save**.`;
  }
  if (vendorSteps.includes(step)) {
    return `That page’s address is not known yet. In ${vendorName}, open ${accessPage}; it is remembered from then on.`;
  }
  return 'That page’s address is not known yet. Open the app registration in the portal; it is remembered from then on.';
}

export function startTestWords(answer: StartTestAnswer, vendorName: string): AnswerWords | undefined {
  switch (answer.kind) {
    case 'started':
      return undefined;
    case 'noTenant':
      return { tone: 'warning', text: `No test was started: choose the ${vendorName} tenant first.` };
    case 'privateWindowsOff':
      return {
        tone: 'warning',
        text: 'The browser or a company policy did not let SSO Courier open a private window. Open one yourself, or use another browser, and go to:',
      };
    default:
      return answer satisfies never;
  }
}

export const answerChoices = {
  overwrite: 'Overwrite',
  leave: 'Leave as it is',
  cleared: 'Cleared. Nothing is held for this app registration any more.',
} as const;

/** The sign-in test before and while it runs. */
export const testWords = {
  heading: 'Sign-in test',
  before: (host: string) => `Opens ${host} in a private window.`,
  beforeNoTenant: 'Opens the tenant in a private window.',
  press: (button: string, vendorName: string) =>
    `There, press ${button}. The other Microsoft button belongs to ${vendorName}’s own app and proves nothing.`,
  who: (vendorName: string) => `Sign in as an invited Team Member of ${vendorName}.`,
  privateWindowOpen:
    'A private window is already open. Close all private windows first: a session in them would spoil the test.',
  notAllowed:
    'SSO Courier cannot watch private windows, so you will be asked for the outcome. To change that, open the extension’s details in the browser: **Allow in Incognito** (Chrome), **Allow in InPrivate** (Edge), **Run in Private Windows** (Firefox).',
  running: (since: string) => `Running since ${since}. Waiting for Microsoft’s page, then for the console.`,
  runningUnseen: 'SSO Courier cannot watch this window. Did the sign-in end in the console?',
  worked: 'It worked',
  failed: 'It failed',
  close: 'Close the private window',
} as const;
