/** Which step is the next thing to do, and so stands open. Pure. */
import { nextStep } from '../utils/handoff/journey';
import type { StepId } from '../utils/handoff/model';
import type { ProjectedState } from '../utils/handoff/projection';
import type { Verdict } from '../utils/handoff/verdict';

/** A sign-in test that runs, failed, or left its window open comes before what the journey says. */
export function nextStepOf({ steps, test }: Pick<ProjectedState, 'steps' | 'test'>): StepId | undefined {
  // A verdict that is no problem of the step is one on a secret that is being replaced.
  const hasFailed = steps.some(({ id, state }) => id === 'test' && state === 'problem');
  // Whether a window that is not seen is still open, nobody knows.
  const isInWindow = test?.windowOpen === true && test.observed;
  if (test && (isInWindow || !test.verdict || hasFailed)) return 'test';
  return (nextStep(steps) ?? steps.find(({ state }) => state === 'todo'))?.id;
}

/** Whether the test ended well, by what was seen or by the admin's word. */
export function hasPassed(verdict: Verdict | undefined): boolean {
  return verdict?.kind === 'passed' || (verdict?.kind === 'reported' && verdict.worked);
}
