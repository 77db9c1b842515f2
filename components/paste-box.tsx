import { type SubmitEvent, useEffect, useId, useRef, useState } from 'react';
import { unansweredWords } from '../utils/words/faults';
import { type PasteKind, pasteWords, refusalWords, replaceWords } from '../utils/words/popup';
import type { Ask } from './ask';
import { Button } from './button';
import { Words } from './words';

/** A pasted secret waits this long at most for the answer to *Replace it?*. */
const ANSWER_SECONDS = 60;

type Outcome =
  | { kind: 'held' | 'kept' }
  | { kind: 'refused'; text: string }
  | { kind: 'ask'; hint: string; description?: string };

export interface PasteBoxProps {
  kind: PasteKind;
  /** `primary` where pasting is the next thing to do. */
  look?: 'primary' | 'secondary';
  ask: Ask;
}

/**
 * The way out where a page cannot be read: the value by hand, with the same checks as a capture.
 *
 * The field is uncontrolled and the secret value never enters React's state: the box is emptied as it is read. While
 * *Replace it?* is open, the text waits in a closure, which the answer, a minute, or closing the view drops.
 */
export function PasteBox({ kind, look = 'secondary', ask }: PasteBoxProps) {
  const words = pasteWords(kind);
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const replace = useRef<(() => Promise<void>) | undefined>(undefined);
  const [outcome, setOutcome] = useState<Outcome>();

  useEffect(() => () => drop(replace), []);
  // The answer comes up below the field, perhaps below the edge.
  useEffect(() => {
    if (outcome) form.current?.scrollIntoView({ block: 'nearest' });
  }, [outcome]);
  useEffect(() => {
    if (outcome?.kind !== 'ask') return;
    const timer = setTimeout(() => {
      drop(replace);
      setOutcome({ kind: 'kept' });
    }, ANSWER_SECONDS * 1_000);
    return () => clearTimeout(timer);
    // The view is drawn anew every second for its countdown: the minute must not start over with it.
  }, [outcome]);

  function keep() {
    drop(replace);
    setOutcome({ kind: 'kept' });
  }

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const input = field.current;
    if (!input) return;
    const text = input.value;
    if (kind === 'secretValue') input.value = '';
    await offer(text, 'ask');
  }

  async function offer(text: string, whenHeld: 'ask' | 'replace') {
    drop(replace);
    const answer = await ask('pasteValue', { kind, text, whenHeld });
    switch (answer.kind) {
      case 'held':
        if (field.current) field.current.value = '';
        return setOutcome({ kind: 'held' });
      case 'askReplace':
        replace.current = () => offer(text, 'replace');
        return setOutcome(
          answer.description === undefined
            ? { kind: 'ask', hint: answer.hint }
            : { kind: 'ask', hint: answer.hint, description: answer.description },
        );
      case 'refused':
        return setOutcome({ kind: 'refused', text: refusalWords(answer.reason) });
      case 'dropped':
      case 'unreachable':
        return setOutcome({ kind: 'refused', text: unansweredWords(answer) });
      default:
        return answer satisfies never;
    }
  }

  const refused = outcome?.kind === 'refused';
  return (
    <form ref={form} className="paste" onSubmit={submit} noValidate>
      <label htmlFor={`${id}-field`}>{words.label}</label>
      <div className="paste-row">
        <input
          ref={field}
          id={`${id}-field`}
          type={inputTypes[kind]}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          aria-describedby={`${id}-hint ${id}-outcome`}
          aria-invalid={refused || undefined}
        />
        <Button type="submit" look={look}>
          {words.submit}
        </Button>
      </div>
      <small id={`${id}-hint`} className="hint">
        {words.hint}
      </small>
      <div id={`${id}-outcome`} role="status" className={refused ? 'outcome refused' : 'outcome'}>
        {outcome && <OutcomeWords outcome={outcome} />}
      </div>
      {outcome?.kind === 'ask' && (
        <div className="choices">
          <Button onPress={() => replace.current?.()}>{replaceWords.replace}</Button>
          <Button onPress={keep}>{replaceWords.keep}</Button>
        </div>
      )}
    </form>
  );
}

function OutcomeWords({ outcome }: { outcome: Outcome }) {
  switch (outcome.kind) {
    case 'held':
      return replaceWords.held;
    case 'kept':
      return replaceWords.kept;
    case 'refused':
      return <Words text={outcome.text} />;
    case 'ask':
      return replaceWords.question(outcome.hint, outcome.description);
    default:
      return outcome satisfies never;
  }
}

function drop(reference: { current: (() => Promise<void>) | undefined }) {
  reference.current = undefined;
}

const inputTypes: Readonly<Record<PasteKind, 'text' | 'password' | 'date'>> = {
  clientId: 'text',
  secretValue: 'password',
  directoryDomain: 'text',
  expiresOn: 'date',
};
