import { type SubmitEvent, useEffect, useId, useRef, useState } from 'react';
import type { ConnectionRow } from '../../utils/reminders/listing';
import { unansweredWords } from '../../utils/words/faults';
import { expiryFaultWords, expiryWords, listWords } from '../../utils/words/reminders';
import type { Ask } from '../ask';
import { Button } from '../button';

export interface ExpiryFormProps {
  row: ConnectionRow;
  ask: Ask;
  onClose: () => void;
}

/** The day a secret expires, by hand: where it was not seen, or read wrongly. */
export function ExpiryForm({ row, ask, onClose }: ExpiryFormProps) {
  const { vendorHost, clientId, expiresOn, secretDeleted } = row;
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [fault, setFault] = useState<string>();

  useEffect(() => field.current?.focus(), []);

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const input = field.current;
    if (!input) return;
    // A half-typed date reads as empty: it must not count as *no date known*.
    if (input.validity.badInput) return setFault(expiryFaultWords('notADay'));
    const day = input.value.trim();
    const answer = await ask('setExpiry', { vendorHost, clientId, ...(day !== '' && { expiresOn: day }) });
    switch (answer.kind) {
      case 'done':
        return onClose();
      case 'notADay':
      case 'notKnown':
      case 'storageRefused':
        return setFault(expiryFaultWords(answer.kind));
      case 'dropped':
        return setFault(unansweredWords(answer));
      case 'unreachable':
        return setFault(`${listWords.unreachableTitle}. ${listWords.unreachable}`);
      default:
        return answer satisfies never;
    }
  }

  return (
    <form
      className="under expiry-form"
      onSubmit={submit}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
      noValidate
    >
      <label htmlFor={`${id}-day`}>{expiryWords.label(vendorHost)}</label>
      <div className="paste-row">
        <input
          ref={field}
          id={`${id}-day`}
          type="date"
          min="2000-01-01"
          max="9999-12-31"
          // The date of a deleted secret is not the one of the secret in use.
          defaultValue={secretDeleted ? '' : expiresOn}
          aria-describedby={`${id}-hint ${id}-fault`}
          aria-invalid={fault !== undefined || undefined}
        />
        <Button type="submit">{expiryWords.save}</Button>
        <Button onPress={onClose}>{expiryWords.cancel}</Button>
      </div>
      <small id={`${id}-hint`} className="hint">
        {expiryWords.hint}
      </small>
      <div id={`${id}-fault`} role="alert" className="outcome refused">
        {fault}
      </div>
    </form>
  );
}
