import { useEffect, useRef } from 'react';
import { forgetWords } from '../../utils/words/reminders';
import { Button } from '../button';

export interface ForgetQuestionProps {
  host: string;
  onForget: () => Promise<void>;
  onKeep: () => void;
}

/** Asked before a record goes: it cannot be brought back but by an import. */
export function ForgetQuestion({ host, onForget, onKeep }: ForgetQuestionProps) {
  const place = useRef<HTMLFieldSetElement>(null);
  useEffect(() => place.current?.focus(), []);
  return (
    <fieldset
      className="under forget-question"
      ref={place}
      tabIndex={-1}
      onKeyDown={(event) => event.key === 'Escape' && onKeep()}
    >
      <legend>{forgetWords.question(host)}</legend>
      <div className="choices">
        <Button onPress={onForget}>{forgetWords.forget}</Button>
        <Button onPress={onKeep}>{forgetWords.keep}</Button>
      </div>
    </fieldset>
  );
}
