/** The settings in force, read anew whenever a store or the policy changes. */
import { useCallback, useEffect, useState } from 'react';
import browser from 'webextension-polyfill';
import type { OptionsAnswer } from '../../utils/messages/protocol';
import { tell } from '../popup/tell';

export function useOptions(): OptionsAnswer | undefined {
  const [options, setOptions] = useState<OptionsAnswer>();

  const refresh = useCallback(async () => {
    const answer = await tell('readOptions');
    if (answer.kind === 'options') setOptions(answer);
  }, []);

  useEffect(() => {
    void refresh();
    const onStored = (_changes: unknown, area: string) => {
      if (area === 'local' || area === 'managed') void refresh();
    };
    browser.storage.onChanged.addListener(onStored);
    // Firefox tells nobody of a policy that changed.
    window.addEventListener('focus', refresh);
    return () => {
      browser.storage.onChanged.removeListener(onStored);
      window.removeEventListener('focus', refresh);
    };
  }, [refresh]);

  return options;
}
