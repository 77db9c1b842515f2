import { useState } from 'react';
import { supportWords } from '../utils/words/faults';
import type { Copy, Unanswered } from './ask';
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
