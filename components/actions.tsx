import type { StepId } from '../utils/handoff/model';
import type { ProjectedState } from '../utils/handoff/projection';
import { actionWords } from '../utils/words/popup';
import { Button } from './button';
import type { Deeds } from './deeds';
import { hasPassed } from './next-step';

export interface ActionsProps {
  state: ProjectedState;
  nextStep: StepId | undefined;
  deeds: Pick<Deeds, 'fill' | 'openConsentLink' | 'startTest' | 'clear' | 'cancel'>;
}

/**
 * The things that can be done with what is held; the next one stands out. After *Clear* or a restart a connection
 * that was made earlier can still be tested.
 */
export function Actions({ state, nextStep, deeds }: ActionsProps) {
  const { current, vendor } = state;
  const isTestable = state.steps.some((step) => step.id === 'test' && step.state !== 'todo');
  if (!current && !isTestable) return null;
  const look = (step: StepId) => (nextStep === step ? 'primary' : 'secondary');
  const test = (
    <Button
      look={hasPassed(state.test?.verdict) ? 'secondary' : look('test')}
      onPress={deeds.startTest}
      onCancel={() => deeds.cancel('startTest')}
      disabledReason={whyNoTest(state)}
    >
      {actionWords.test}
    </Button>
  );
  if (!current) return <div className="actions">{test}</div>;
  return (
    <div className="actions">
      <Button
        look={isKeptOut(state) ? 'secondary' : look('fill')}
        onPress={deeds.fill}
        onCancel={() => deeds.cancel('fillForm')}
        disabledReason={current.secret ? undefined : actionWords.fillNeedsSecret}
      >
        {actionWords.fill(vendor.name)}
      </Button>
      {hasConsentLink(state) && (
        <Button
          look={look('authorise')}
          onPress={deeds.openConsentLink}
          onCancel={() => deeds.cancel('openConsentLink')}
          disabledReason={current.consentLinkKnown ? undefined : actionWords.consentNeedsLink(vendor.name)}
        >
          {actionWords.openConsentLink}
        </Button>
      )}
      {test}
      <Button look="subtle" onPress={deeds.clear}>
        {actionWords.clear}
      </Button>
    </div>
  );
}

/** The vendor tenant has no place for a connection: filling is not the next thing to do. */
function isKeptOut({ steps }: ProjectedState): boolean {
  return steps.some(({ problem }) => problem === 'ssoNotEnabled');
}

/** A renewal needs no new consent, and some vendors show no link for it. */
function hasConsentLink({ current, steps }: ProjectedState): boolean {
  return current?.consentLinkKnown === true || steps.some(({ action }) => action === 'openConsentLink');
}

function whyNoTest({ tenant, test }: ProjectedState): string | undefined {
  if (!tenant) return actionWords.testNeedsTenant;
  return test && !test.verdict ? actionWords.testRunning : undefined;
}
