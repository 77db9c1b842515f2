import { useEffect, useRef, useState } from 'react';
import type { SecretName, StepId } from '../utils/handoff/model';
import { journeyWords } from '../utils/words/journey';
import { replacesWords } from '../utils/words/renewal';
import { JourneyStep, type StepProps } from './journey-step';
import { hasNotes } from './notes';

export interface JourneyProps extends Pick<StepProps, 'state' | 'now' | 'ask' | 'deeds'> {
  nextStep: StepId | undefined;
}

/** The steps in order. The next one stands open; any other can be opened instead. */
export function Journey({ nextStep, ...rest }: JourneyProps) {
  const [open, setOpen] = useState(nextStep);
  const [shownNext, setShownNext] = useState(nextStep);
  const list = useRef<HTMLOListElement>(null);
  const isFirst = useRef(true);
  const isNoted = hasNotes(rest.state);

  // When the journey moves on, it opens at the new step, whatever was opened before. What the admin has just answered
  // stays open: it says what was made of the answer.
  if (shownNext !== nextStep) {
    const isAnswered = shownNext === 'test' && rest.state.test?.verdict?.kind === 'reported';
    setShownNext(nextStep);
    if (!isAnswered) setOpen(nextStep);
  }

  // A focus that was lost with the closing step, or with a note that was answered, goes to the step that is next: else
  // the keyboard starts again at the top.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the change that counts
  useEffect(() => {
    const page = list.current?.ownerDocument;
    if (!isFirst.current && page?.activeElement === page?.body) {
      list.current?.querySelector<HTMLElement>('[aria-current] > button')?.focus();
    }
    isFirst.current = false;
  }, [nextStep, isNoted]);

  const required = rest.state.steps.filter((step) => !step.optional);
  const done = required.filter((step) => step.state === 'done');
  return (
    <section className="journey" aria-labelledby="journey-heading">
      <h2 id="journey-heading">
        {journeyWords.heading(rest.state.journey)}
        <span className="quiet">{journeyWords.progress(done.length, required.length)}</span>
      </h2>
      {rest.state.journey === 'renew' && rest.state.current?.renews && (
        <Replaces secret={rest.state.current.renews} />
      )}
      <ol ref={list}>
        {rest.state.steps.map((step) => (
          <JourneyStep
            key={step.id}
            {...rest}
            step={step}
            isNext={step.id === nextStep}
            isOpen={step.id === open}
            onToggle={() => setOpen(step.id === open ? undefined : step.id)}
          />
        ))}
      </ol>
    </section>
  );
}

/** The secret that the renewal is about, named as the portal lists it. */
function Replaces({ secret }: { secret: SecretName }) {
  const { name, expiry } = replacesWords(secret);
  return (
    <p className="replaces">
      <span>{name}</span>
      {expiry && <span className="quiet">{expiry}</span>}
      {secret.secretId && (
        <span className="quiet">
          {journeyWords.secretId} <code className="whole">{secret.secretId}</code>
        </span>
      )}
    </p>
  );
}
