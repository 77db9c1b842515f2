/** The journey in words. Names of controls stand between `**`; the views set them in bold. */
import type { Step, StepAction, StepProblem } from '../handoff/journey';
import type { Evidence, Instant, JourneyId, SecretName, StepId } from '../handoff/model';
import type { VendorId } from '../vendors/profile';
import { renewalStepWords } from './renewal';
import { clockWords } from './times';
import { vendorPlaces } from './vendor-places';

/** What the words need to know of the journey. */
export interface JourneyContext {
  /** As the admin knows it: `Kandji`. */
  vendorName: string;
  /** Whose console the steps name places in; Kandji's where it is not known. */
  vendorId?: VendorId;
  /** What the app registration must carry, once the vendor tenant, or what its dialog shows, is known. */
  redirectUri?: string;
  /** *Set up* where it is not said. */
  journey?: JourneyId;
  /** The secret that is replaced in a renewal. */
  renews?: SecretName;
}

export interface StepWords {
  title: string;
  /** What to do, where the step is not done. */
  text: string;
}

/** Title and instruction of each step of *set up*, in the order of the journey (DESIGN §2). */
export const stepWords: Readonly<Record<StepId, (context: JourneyContext) => StepWords>> = {
  chooseTenant: ({ vendorName, vendorId }) => ({
    title: `Choose the ${vendorName} tenant`,
    text:
      vendorPlaces(vendorId).order === 'vendorFirst'
        ? 'Pick the tenant above. Its console shows the redirect URL that belongs to it.'
        : 'Pick the tenant above. Its address says which region it is in, and the region decides the redirect URI.',
  }),
  carryRedirectUri: ({ vendorName, vendorId }) => ({
    title: 'Carry the redirect URL',
    text:
      `In ${vendorName}, open ${vendorPlaces(vendorId).accessPage}, add an authentication method with ` +
      `**Microsoft Entra ID**, press **Create**, then **Carry redirect URL to Entra**. Leave that dialog open.`,
  }),
  registerApp: ({ vendorName, vendorId, redirectUri }) => ({
    title: 'Register the app',
    text:
      `Under **Register an application**, press **Fill for ${vendorName}**, look it over, press **Register**. ` +
      `It has to be single tenant, platform **Web**, ` +
      (redirectUri
        ? `redirect URI ${redirectUri}`
        : vendorPlaces(vendorId).order === 'vendorFirst'
          ? `with the redirect URL that ${vendorName} shows.`
          : 'with the redirect URI of your region.'),
  }),
  clientId: ({ vendorName }) => ({
    title: 'Copy the client ID',
    text: `On the app’s **Overview**, press **Copy client ID to ${vendorName}** beside Application (client) ID.`,
  }),
  newSecret: ({ vendorName }) => ({
    title: 'Create a client secret',
    text:
      `Under **Certificates & secrets**, press **New client secret**, then **Fill for ${vendorName}** ` +
      `(24 months), then **Add**.`,
  }),
  secretValue: ({ vendorName }) => ({
    title: 'Copy the secret value',
    text:
      `In the new row, press **Copy secret value to ${vendorName}**. The portal hides the value for good when you ` +
      `leave the page.`,
  }),
  check: () => ({
    title: 'Check the values',
    text: `Checks their format and that the directory domain belongs to the app’s directory. It asks Microsoft’s public discovery document, without the secret.`,
  }),
  fill: ({ vendorName, vendorId }) => ({
    title: 'Fill the connection',
    text:
      vendorPlaces(vendorId).order === 'vendorFirst'
        ? `Go back to the dialog in ${vendorName} that you left open, or open the method again under ` +
          `${vendorPlaces(vendorId).accessPage}. With its form open, press **Fill ${vendorName} form** below.`
        : `In ${vendorName}, open ${vendorPlaces(vendorId).accessPage} and add a Microsoft Entra (Azure AD) connection. ` +
          `With its form open, press **Fill ${vendorName} form** below.`,
  }),
  save: ({ vendorName }) => ({
    title: 'Save the connection',
    text: `Look the form over and press **Save**. ${vendorName} does not test the values when it saves: the sign-in test does.`,
  }),
  authorise: ({ vendorName, vendorId }) => ({
    title: 'Authorise',
    text:
      vendorPlaces(vendorId).consent === 'portal'
        ? `In Entra, open the app’s **API permissions**, press **Grant admin consent** as an Entra administrator and ` +
          `confirm. ${vendorName} shows no link for it.`
        : `${vendorName} shows a link after Save. Press **Open consent link** below, sign in as an Entra administrator, ` +
          `press **Accept**.`,
  }),
  enable: ({ vendorName, vendorId }) => ({
    title: vendorPlaces(vendorId).enableTitle,
    text:
      `In ${vendorName} under ${vendorPlaces(vendorId).accessPage}, open the connection’s **…** menu and press ` +
      `${vendorPlaces(vendorId).enable}.`,
  }),
  test: () => ({
    title: 'Test the sign-in',
    text: '',
  }),
  reminder: () => ({
    title: 'Set a reminder',
    text: `Records the day the secret expires. After that day nobody can sign in through the connection.`,
  }),
  enforce: ({ vendorName, vendorId }) => {
    const { order, otherSignIns } = vendorPlaces(vendorId);
    const ending =
      order === 'entraFirst'
        ? `disable **Standard Authentication** in ${vendorName} (${otherSignIns})`
        : `end the other ways to sign in to ${vendorName} (${otherSignIns})`;
    return {
      title: 'Require single sign-on',
      text: `Optional: ${ending}. Do it after a passed test only, or a mistake locks everybody out.`,
    };
  },
  deleteOldSecret: (context) => renewalStepWords.deleteOldSecret(context),
};

/** Title and instruction of a step in the journey at hand. */
export function wordsOfStep(id: StepId, context: JourneyContext): StepWords {
  const inRenewal: Partial<typeof stepWords> = renewalStepWords;
  const words = context.journey === 'renew' ? (inRenewal[id] ?? stepWords[id]) : stepWords[id];
  return words(context);
}

/** Label of the button that a step shows in itself; `undefined` where the action bar holds the button. */
export const stepActionWords: Readonly<Record<StepAction, string | undefined>> = {
  chooseTenant: undefined,
  takeMeThere: 'Take me there',
  paste: undefined,
  check: 'Check the values',
  fill: undefined,
  openConsentLink: undefined,
  test: undefined,
  none: undefined,
};

export interface ProblemWords {
  reason: string;
  wayOut: string;
}

/** Why a step cannot count as done, and the way out. */
export const problemWords: Readonly<Record<StepProblem, (context: JourneyContext) => ProblemWords>> = {
  secretExpired: () => ({
    reason: 'The time to hold the secret value ran out before it was saved.',
    wayOut: 'Nobody can read it again: create a new client secret and copy its value.',
  }),
  secretLost: () => ({
    reason: 'The secret value left memory before it was saved.',
    wayOut: 'Nobody can read it again: create a new client secret and copy its value.',
  }),
  checkFailed: () => ({
    reason: 'Something has to be put right before the form is filled.',
    wayOut: 'It is marked below.',
  }),
  otherTenantDomain: ({ vendorName }) => ({
    reason: 'The directory domain is not one of the app’s directory.',
    wayOut: `Enter the right one. Until then nothing is filled into ${vendorName}.`,
  }),
  testFailed: () => ({
    reason: 'The last sign-in test did not pass.',
    wayOut: 'Put right what is named below, then test again.',
  }),
  consentOtherApp: ({ vendorName }) => ({
    reason: 'The consent page was for another app than the one held here.',
    wayOut: `Do not press Accept. Compare the client ID in ${vendorName}’s form with the one above, save again and open the new link.`,
  }),
  registrationWrong: ({ vendorName }) => ({
    reason: `The app registration is not what ${vendorName} needs.`,
    wayOut: 'Until it is changed, the sign-in fails.',
  }),
  ssoNotEnabled: ({ vendorName }) => ({
    reason: `${vendorName}’s Access page has no section for connections.`,
    wayOut:
      `Single sign-on is not enabled for this tenant, or your role does not show it. Ask ` +
      `${vendorName} support to enable it, then open the page again.`,
  }),
  microsoftRefused: ({ vendorName }) => ({
    reason: 'Microsoft does not accept the held values.',
    wayOut: `With them, nobody can sign in to ${vendorName}. What to do is named below.`,
  }),
};

const stateNames: Readonly<Record<Step['state'], string>> = {
  todo: 'to do',
  ready: 'ready',
  done: 'done',
  problem: 'problem',
};

/** State of a step as a screen reader should hear it beside the title. */
export function stepStateWords(step: Step): string {
  return step.optional && step.state !== 'done'
    ? `${stateNames[step.state]}, optional`
    : stateNames[step.state];
}

/** `seen 10:42`, or `ticked by you`: the extension's own eyes and the admin's word are not the same. */
export function evidenceWords(evidence: Evidence, now: Instant): string {
  switch (evidence.how) {
    case 'seen':
      return `seen ${clockWords(evidence.at, now)}`;
    case 'ticked':
      return 'ticked by you';
    default:
      return evidence.how satisfies never;
  }
}

export const journeyWords = {
  heading: { setUp: 'Set up', renew: 'Renew' } satisfies Record<JourneyId, string>,
  secretId: 'Secret ID',
  progress: (done: number, all: number) => (done === all ? 'All done' : `${done} of ${all} done`),
  tick: 'I have done this',
  optional: 'optional',
  paste: 'Paste it here instead',
} as const;
