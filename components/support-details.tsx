import { useMemo, useState } from 'react';
import { supportWords } from '../utils/words/faults';
import type { Ask, Copy, Unanswered } from './ask';
import { Button } from './button';

/** The line that support asks for, folded away, with a button to copy it. */
export function SupportDetails({ line, copy }: { line: string; copy: Copy }) {
  const [copied, setCopied] = useState(false);
  return (
    <details>
      <summary>{supportWords.details}</summary>
      <code className="whole">{line}</code>
      <div className="choices">
        <Button onPress={async () => setCopied(await copy(line))}>{supportWords.copy}</Button>
        <span role="status">{copied && supportWords.copied}</span>
      </div>
    </details>
  );
}

/** The line for support beneath what is said of a request that was not carried out; nothing where there is no line. */
export const detailsOf = ({ details }: Pick<Unanswered, 'details'>, copy: Copy) =>
  details === undefined ? null : <SupportDetails line={details} copy={copy} />;

/**
 * An `ask` for forms that say beside their field what was not carried out. The line for support stands in one place of
 * the view: that of the last request which was not, until one is.
 */
export function useNotedAsk(ask: Ask): Pick<Unanswered, 'details'> & { ask: Ask } {
  const [details, setDetails] = useState<string>();
  const noted = useMemo<Ask>(
    () =>
      async (type, ...data) => {
        const answer = await ask(type, ...data);
        setDetails('details' in answer && typeof answer.details === 'string' ? answer.details : undefined);
        return answer;
      },
    [ask],
  );
  return { ask: noted, ...(details !== undefined && { details }) };
}
