/** The list of connections, kept up to date, and the way to ask the background for something. */
import { useCallback, useEffect, useState } from 'react';
import browser from 'webextension-polyfill';
import type { Ask } from '../../components/ask';
import type { ConnectionList } from '../../utils/messages/protocol';
import { tell } from '../popup/tell';

export interface ConnectionsState {
  list: ConnectionList | undefined;
  unreachable: boolean;
  ask: Ask;
}

export function useConnections(): ConnectionsState {
  const [list, setList] = useState<ConnectionList>();
  const [unreachable, setUnreachable] = useState(false);

  const refresh = useCallback(async () => {
    const answer = await tell('listConnections');
    setUnreachable(answer.kind === 'unreachable');
    if (answer.kind === 'connections') setList(answer);
  }, []);

  const ask: Ask = useCallback(
    async (type, ...data) => {
      const answer = await tell(type, ...data);
      if (answer.kind === 'unreachable') setUnreachable(true);
      else await refresh();
      return answer;
    },
    [refresh],
  );

  useEffect(() => {
    void refresh();
    const onStored = (_changes: unknown, area: string) => {
      if (area === 'local') void refresh();
    };
    browser.storage.onChanged.addListener(onStored);
    // A page that was left open overnight counts the days anew when it is looked at.
    window.addEventListener('focus', refresh);
    return () => {
      browser.storage.onChanged.removeListener(onStored);
      window.removeEventListener('focus', refresh);
    };
  }, [refresh]);

  return { list, unreachable, ask };
}
