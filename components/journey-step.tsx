import { useEffect, useId, useRef } from 'react';
import type { MicrosoftAnswer } from '../utils/entra/token-answer';
import type { Step, StepProblem } from '../utils/handoff/journey';
import type { Instant, StepId } from '../utils/handoff/model';
import type { ProjectedState } from '../utils/handoff/projection';
import {
  evidenceWords,
  type JourneyContext,
  journeyWords,
  type ProblemWords,
  problemWords,
  stepActionWords,
  stepStateWords,
  wordsOfStep,
} from '../utils/words/journey';
import type { PasteKind } from '../utils/words/popup';
import type { Ask } from './ask';
import { AskMicrosoft } from './ask-microsoft';
import { Button } from './button';
import { CheckList } from './check-list';
import type { Deeds } from './deeds';
import { HelpLink } from './help-link';
import { Icon, type IconName } from './icons';
import { hasNotes } from './notes';
import { OrphanNotice } from './orphan-notice';
import { PasteBox } from './paste-box';
import { RegistrationProblems } from './registration-problems';
import { SigninTest } from './signin-test';
import { Words } from './words';

export interface StepProps {
  step: Step;
  state: ProjectedState;
  now: Instant;
  isNext: boolean;
  isOpen: boolean;
  onToggle: () => void;
  ask: Ask;
  deeds: Deeds;
}

/** One step: a line that says how it stands, and below it, when open, what to do. */
export function JourneyStep(props: StepProps) {
  const { state, now, isNext, isOpen, onToggle } = props;
  const step = withoutOpenQuestion(props.step, state);
  const id = useId();
  const place = useRef<HTMLLIElement>(null);
  const mayReveal = isNext && isOpen && !hasWarnings(state);
  const { title } = wordsOfStep(step.id, contextOf(state));

  useEffect(() => {
    if (mayReveal) place.current?.scrollIntoView({ block: 'nearest' });
  }, [mayReveal]);

  return (
    <li ref={place} className={`step ${step.state}`} aria-current={isNext ? 'step' : undefined}>
      <button
        type="button"
        className="step-line"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={onToggle}
      >
        <Icon name={iconOf(step)} />
        <span className="step-title">{title}</span>
        <span className="for-readers">({stepStateWords(step)})</span>
        <span className="step-note">
          {step.evidence && step.state === 'done'
            ? evidenceWords(step.evidence, now)
            : step.optional && journeyWords.optional}
        </span>
        <Icon name="chevron" />
      </button>
      {isOpen && (
        <div id={id} className="step-body">
          <StepBody {...props} step={step} />
        </div>
      )}
    </li>
  );
}

/** These stand above the journey, ask for something first, and must not be scrolled away. */
function hasWarnings(state: ProjectedState): boolean {
  return state.reloadNeeded || state.storageFault !== undefined || hasNotes(state);
}

/** A refusal that Microsoft is asked about again is no problem yet: a new secret is refused for a while. */
function withoutOpenQuestion(step: Step, { current }: ProjectedState): Step {
  if (step.problem !== 'microsoftRefused' || !current?.microsoft?.pending) return step;
  const { problem: _notYet, ...rest } = step;
  return { ...rest, state: 'ready' };
}

function contextOf({ vendor, tenant, journey, current }: ProjectedState): JourneyContext {
  const redirectUri = tenant?.redirectUri;
  const renews = current?.renews;
  return {
    vendorName: vendor.name,
    vendorId: vendor.id,
    journey,
    ...(redirectUri !== undefined && { redirectUri }),
    ...(renews && { renews }),
  };
}

function iconOf(step: Step): IconName {
  if (step.state !== 'done') return step.state;
  return step.evidence?.how === 'ticked' ? 'ticked' : 'seen';
}

function StepBody({ step, state, now, isNext, ask, deeds }: StepProps) {
  const context = contextOf(state);
  const { text } = wordsOfStep(step.id, context);
  const problem = problemOf(step, state);
  const pasted = pasteKindOf(step, state);
  const entersDomain = pasted === 'directoryDomain';

  const place = placeOf(step, state);
  const actionLabel = stepActionWords(place ? 'takeMeThere' : step.action);
  const isCheck = step.action === 'check' && !place;
  const act = () => (isCheck ? deeds.runCheck() : deeds.takeMeThere(place ?? step.id));
  return (
    <>
      {step.id === 'secretValue' && isNext && state.current && (
        <OrphanNotice handoff={state.current} now={now} />
      )}
      {problem && (
        <p>
          <strong>{problem.reason}</strong> <Words text={problem.wayOut} /> <HelpLink />
        </p>
      )}
      {text && !problem && !(step.id === 'check' && state.checks.length > 0) && (
        <p>
          <Words text={text} />
        </p>
      )}
      {step.problem === 'registrationWrong' && (
        <RegistrationProblems problems={state.registrationProblems} vendorName={state.vendor.name} />
      )}
      {step.id === 'test' && <SigninTest state={forTest(step, state)} now={now} deeds={deeds} />}
      {step.id === 'check' && <CheckList checks={state.checks} microsoft={state.current?.microsoft} />}
      {entersDomain && <PasteBox kind={pasted} look={isNext ? 'primary' : 'secondary'} ask={ask} />}
      {actionLabel && (
        <Button
          look={isNext && !entersDomain ? 'primary' : 'secondary'}
          onPress={act}
          onCancel={() => deeds.cancel(isCheck ? 'runCheck' : 'takeMeThere')}
        >
          {actionLabel}
        </Button>
      )}
      {step.id === 'check' && state.current && (
        <AskMicrosoft
          handoff={state.current}
          allowed={state.askMicrosoft}
          onAsk={deeds.askMicrosoft}
          onCancel={() => deeds.cancel('askMicrosoft')}
        />
      )}
      {pasted && !entersDomain && (
        <Paste kind={pasted} isOpen={step.action === 'paste'} isNext={isNext} ask={ask} />
      )}
      <TickBox step={step} onTick={(done) => deeds.tick(step.id, done)} />
    </>
  );
}

/** A verdict says more than *the test failed*, and says it by itself. */
function problemOf(step: Step, state: ProjectedState): ProblemWords | undefined {
  if (step.state !== 'problem' || !step.problem) return undefined;
  if (step.id === 'test' && state.test?.verdict) return undefined;
  return problemWords(step.problem, contextOf(state));
}

/** Where a problem is put right, when that is not where the step is done; a place makes the step show its button. */
function placeOf(step: Step, { registrationProblems, current }: ProjectedState): StepId | undefined {
  switch (step.problem) {
    case 'ssoNotEnabled':
      return step.id;
    case 'registrationWrong':
      // The app that is wrong, and not the form for another one; but a look-alike is left as it is.
      return registrationProblems.some(({ kind }) => kind === 'passport') ? undefined : 'clientId';
    case 'microsoftRefused':
      return placeOfAnswer(current?.microsoft?.answer.kind);
    default:
      return undefined;
  }
}

function placeOfAnswer(kind: MicrosoftAnswer['kind'] | undefined): StepId | undefined {
  switch (kind) {
    case 'wrongSecret':
    case 'expired':
      return 'newSecret';
    case 'appNotFound':
    case 'appDisabled':
      return 'clientId';
    default:
      return undefined;
  }
}

/** In a renewal a verdict from before says nothing of the new secret. */
function forTest(step: Step, state: ProjectedState): ProjectedState {
  const isOld = state.journey === 'renew' && (step.state === 'todo' || step.state === 'ready');
  if (!isOld || !state.test?.verdict) return state;
  const { test: _old, ...rest } = state;
  return rest;
}

/** The value that can be entered by hand in this step, if any. */
function pasteKindOf(step: Step, { current, checks }: ProjectedState): PasteKind | undefined {
  switch (step.id) {
    case 'clientId':
      return 'clientId';
    case 'secretValue':
      return 'secretValue';
    case 'check': {
      const isWrong = checks.some(
        ({ id, outcome }) => (id === 'domainMissing' || id === 'domainMatches') && outcome === 'problem',
      );
      const isUnknown = current?.microsoft?.answer.kind === 'directoryNotFound';
      return current && (isWrong || isUnknown) ? 'directoryDomain' : undefined;
    }
    case 'reminder':
      return (step.state === 'ready' || step.state === 'problem') && !current?.secret?.expiresOn
        ? 'expiresOn'
        : undefined;
    default:
      return undefined;
  }
}

interface PasteProps {
  kind: PasteKind;
  isOpen: boolean;
  isNext: boolean;
  ask: Ask;
}

/** A paste box: open where it is the way on, else folded away. */
function Paste({ kind, isOpen, isNext, ask }: PasteProps) {
  const isFolded = !isOpen && (kind === 'clientId' || kind === 'secretValue');
  if (!isFolded) return <PasteBox kind={kind} look={isNext ? 'primary' : 'secondary'} ask={ask} />;
  return (
    <details onToggle={(event) => event.currentTarget.scrollIntoView({ block: 'nearest' })}>
      <summary>{journeyWords.paste}</summary>
      <PasteBox kind={kind} ask={ask} />
    </details>
  );
}

/** What pages show counts for more than the admin's word: a tick would change nothing. */
const outlastsTick: readonly StepProblem[] = ['registrationWrong', 'ssoNotEnabled'];

/** The admin's own word. What was seen needs no tick, and a tick can be taken back. */
function TickBox({ step, onTick }: { step: Step; onTick: (done: boolean) => void }) {
  const isTicked = step.state === 'done' && step.evidence?.how === 'ticked';
  if (!step.tickable && !isTicked) return null;
  if (step.state === 'done' && !isTicked) return null;
  if (step.problem && outlastsTick.includes(step.problem)) return null;
  return (
    <label className="tick">
      <input type="checkbox" checked={isTicked} onChange={(event) => onTick(event.currentTarget.checked)} />
      {journeyWords.tick}
    </label>
  );
}
