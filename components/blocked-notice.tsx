import { useState } from 'react';
import { hostPatterns, policyLine } from '../utils/settings/allowed-hosts';
import { blockedWords, settingsTexts } from '../utils/words/settings';
import type { Copy } from './ask';
import { Button } from './button';
import { Notice } from './notice';

/** A policy keeps us out of the page in front: which line lets us in. The browser does not say which page it is. */
export function BlockedNotice({ vendorName, copy }: { vendorName: string; copy: Copy }) {
  const [outcome, setOutcome] = useState('');
  const line = policyLine(hostPatterns);
  return (
    <Notice tone="error" role="alert" title={settingsTexts.blocked.title} text={blockedWords(vendorName)}>
      <code className="whole policy-line">{line}</code>
      <div className="choices">
        <Button
          onPress={async () =>
            setOutcome((await copy(line)) ? settingsTexts.blocked.copied : settingsTexts.blocked.notCopied)
          }
        >
          {settingsTexts.blocked.copy}
        </Button>
        <span role="status">{outcome}</span>
      </div>
    </Notice>
  );
}
