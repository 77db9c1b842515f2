import { useEffect, useState } from 'react';
import { reportWords } from '../utils/words/report';
import type { Ask, Copy } from './ask';
import { Button } from './button';

type Said = 'started' | 'notHere' | 'copied' | 'notCopied';

/** A page that could not be read: one press shows its skeleton, a second copies it. Folded away until it is needed. */
export function PageReport({ ask, copy }: { ask: Ask; copy: Copy }) {
  const [text, setText] = useState<string>();
  const [said, setSaid] = useState<Said>();

  useEffect(() => {
    let isCurrent = true;
    void ask('readPageReport').then((answer) => {
      if (isCurrent && answer.kind === 'report') setText(answer.text);
    });
    return () => {
      isCurrent = false;
    };
  }, [ask]);

  const start = async () => {
    const answer = await ask('startPageReport');
    setSaid(answer.kind === 'started' ? 'started' : 'notHere');
  };
  const discard = async () => {
    await ask('discardPageReport');
    setText(undefined);
    setSaid(undefined);
  };

  return (
    <details className="page-report" open={text !== undefined || undefined}>
      <summary>{reportWords.heading}</summary>
      <p>{reportWords.explain}</p>
      {text === undefined ? (
        <Button onPress={start}>{reportWords.start}</Button>
      ) : (
        <>
          <textarea aria-label={reportWords.label} readOnly rows={6} value={text} spellCheck={false} />
          <Button onPress={async () => setSaid((await copy(text)) ? 'copied' : 'notCopied')}>
            {reportWords.copy}
          </Button>
          <Button look="subtle" onPress={discard}>
            {reportWords.discard}
          </Button>
        </>
      )}
      <p role="status">{said && reportWords[said]}</p>
    </details>
  );
}
