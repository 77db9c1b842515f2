/** The journey in words. Names of controls stand between `**`; the views set them in bold. */
import type { Step, StepAction, StepProblem } from '../handoff/journey';
import type { Evidence, Instant, JourneyId, SecretName, StepId } from '../handoff/model';
import type { VendorId } from '../vendors/profile';
import { say, texts } from './messages';
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
  chooseTenant: ({ vendorName: vendor, vendorId }) => ({
    title: say('step.chooseTenant.title', { vendor }),
    text: say(`step.chooseTenant.${vendorPlaces(vendorId).order}`),
  }),
  carryRedirectUri: ({ vendorName: vendor, vendorId }) => ({
    title: say('step.carryRedirectUri.title'),
    text: say('step.carryRedirectUri.text', { vendor, accessPage: vendorPlaces(vendorId).accessPage }),
  }),
  registerApp: ({ vendorName: vendor, vendorId, redirectUri }) => ({
    title: say('step.registerApp.title'),
    text: redirectUri
      ? say('step.registerApp.uriKnown', { vendor, redirectUri })
      : say(`step.registerApp.${vendorPlaces(vendorId).order}`, { vendor }),
  }),
  clientId: ({ vendorName: vendor }) => ({
    title: say('step.clientId.title'),
    text: say('step.clientId.text', { vendor }),
  }),
  newSecret: ({ vendorName: vendor }) => ({
    title: say('step.newSecret.title'),
    text: say('step.newSecret.text', { vendor }),
  }),
  secretValue: ({ vendorName: vendor }) => ({
    title: say('step.secretValue.title'),
    text: say('step.secretValue.text', { vendor }),
  }),
  check: () => ({ title: say('step.check.title'), text: say('step.check.text') }),
  fill: ({ vendorName: vendor, vendorId }) => {
    const { accessPage, order } = vendorPlaces(vendorId);
    return { title: say('step.fill.title'), text: say(`step.fill.${order}`, { vendor, accessPage }) };
  },
  save: ({ vendorName: vendor }) => ({
    title: say('step.save.title'),
    text: say('step.save.text', { vendor }),
  }),
  authorise: ({ vendorName: vendor, vendorId }) => ({
    title: say('step.authorise.title'),
    text: say(`step.authorise.${vendorPlaces(vendorId).consent}`, { vendor }),
  }),
  enable: ({ vendorName: vendor, vendorId }) => {
    const { accessPage, enable, enableTitle } = vendorPlaces(vendorId);
    return { title: enableTitle, text: say('step.enable.text', { vendor, accessPage, enable }) };
  },
  test: () => ({ title: say('step.test.title'), text: '' }),
  reminder: () => ({ title: say('step.reminder.title'), text: say('step.reminder.text') }),
  enforce: ({ vendorName: vendor, vendorId }) => {
    const { order, otherSignIns } = vendorPlaces(vendorId);
    return {
      title: say('step.enforce.title'),
      text: say(`step.enforce.${order}`, { vendor, otherSignIns }),
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
export function stepActionWords(action: StepAction): string | undefined {
  switch (action) {
    case 'takeMeThere':
      return journeyWords.takeMeThere;
    case 'check':
      return journeyWords.checkValues;
    default:
      return undefined;
  }
}

export interface ProblemWords {
  reason: string;
  wayOut: string;
}

/** Why a step cannot count as done, and the way out. */
export const problemWords = (problem: StepProblem, { vendorName: vendor }: JourneyContext): ProblemWords => ({
  reason: say(`problem.${problem}.reason`, { vendor }),
  wayOut: say(`problem.${problem}.wayOut`, { vendor }),
});

/** State of a step as a screen reader should hear it beside the title. */
export const stepStateWords = ({ optional, state }: Step) =>
  optional && state !== 'done' ? say(`journey.optionalState.${state}`) : say(`journey.state.${state}`);

/** `seen 10:42`, or `ticked by you`: the extension's own eyes and the admin's word are not the same. */
export function evidenceWords(evidence: Evidence, now: Instant): string {
  switch (evidence.how) {
    case 'seen':
      return say('journey.seen', { time: clockWords(evidence.at, now) });
    case 'ticked':
      return journeyWords.ticked;
    default:
      return evidence.how satisfies never;
  }
}

export const journeyWords = texts('journey', {
  heading: (journey: JourneyId) => say(`journey.${journey}`),
  progress: (done: number, all: number) =>
    done === all ? say('journey.allDone') : say('journey.progress', { done, all }),
});
