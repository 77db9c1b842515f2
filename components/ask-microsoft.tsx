import { useState } from 'react';
import type { ProjectedHandoff, ProjectedState } from '../utils/handoff/projection';
import { askedAgainWords, askMicrosoftWords, microsoftWords } from '../utils/words/microsoft';
import { settingsTexts } from '../utils/words/settings';
import { Button } from './button';
import type { Deeds } from './deeds';

export interface AskMicrosoftProps {
  handoff: ProjectedHandoff;
  /** `off`: the organisation does not want it. */
  allowed: ProjectedState['askMicrosoft'];
  onAsk: Deeds['askMicrosoft'];
  onCancel: () => void;
}

/** The only check that sends the secret value anywhere: on request, after saying where to. The answer stands in the list. */
export function AskMicrosoft({ handoff, allowed, onAsk, onCancel }: AskMicrosoftProps) {
  const [progress, setProgress] = useState<'idle' | 'asking' | 'asked'>('idle');

  async function ask() {
    setProgress('asking');
    await onAsk();
    setProgress('asked');
  }

  return (
    <div className="ask-microsoft">
      <Button
        onPress={ask}
        onCancel={onCancel}
        disabledReason={allowed === 'off' ? settingsTexts.askMicrosoftOff : whyNot(handoff)}
      >
        {askMicrosoftWords.ask}
      </Button>
      {progress !== 'asking' && <small className="hint">{askMicrosoftWords.hint}</small>}
      <span role="status" className={progress === 'asking' ? 'hint' : 'for-readers'}>
        {progress === 'asking' && askMicrosoftWords.asking}
        {progress === 'asked' && answerOf(handoff)}
      </span>
    </div>
  );
}

function whyNot({ secret, tenantId, directoryDomain }: ProjectedHandoff): string | undefined {
  if (!secret) return askMicrosoftWords.needsSecret;
  return tenantId === undefined && directoryDomain === undefined
    ? askMicrosoftWords.needsDirectory
    : undefined;
}

/** Read out once it is there; seen in the list. */
function answerOf({ microsoft }: ProjectedHandoff): string | undefined {
  if (!microsoft) return undefined;
  return (microsoft.pending ? askedAgainWords() : microsoftWords(microsoft.answer)).text;
}
