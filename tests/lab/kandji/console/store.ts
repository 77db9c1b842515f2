/** The console's state: whatever the API answered last. */
import { createContext, useCallback, useContext, useEffect, useState } from 'react';
import type { ConnectionKind } from '../../world';
import type { ConsoleView } from './model';

export interface ConnectionValues {
  kind: ConnectionKind;
  name: string;
  domain: string;
  clientId: string;
  clientSecret: string;
}

export interface ConsoleStore {
  view: ConsoleView;
  add(values: ConnectionValues): Promise<ConsoleView>;
  change(id: string, values: Partial<ConnectionValues> & { enabled?: boolean }): Promise<ConsoleView>;
  remove(id: string): Promise<ConsoleView>;
  setStandardAuthentication(on: boolean): Promise<ConsoleView>;
  invite(email: string): Promise<ConsoleView>;
}

const StoreContext = createContext<ConsoleStore | undefined>(undefined);
export const StoreProvider = StoreContext.Provider;

export function useStore(): ConsoleStore {
  const store = useContext(StoreContext);
  if (!store) throw new Error('The console has not loaded.');
  return store;
}

/** Loads the console; `undefined` until then. A lost session leads back to the sign-in. */
export function useLoadedStore(): ConsoleStore | undefined {
  const [view, setView] = useState<ConsoleView>();
  const call = useCallback(async (method: string, path: string, body?: unknown): Promise<ConsoleView> => {
    const answer = await fetch(`/api/${path}`, {
      method,
      ...(body === undefined
        ? {}
        : { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
    });
    if (answer.status === 401) location.assign('/');
    const result: ConsoleView & { error?: string } = await answer.json();
    if (!answer.ok) throw new Error(result.error ?? 'Something went wrong.');
    setView(result);
    return result;
  }, []);
  useEffect(() => {
    void call('GET', 'console');
  }, [call]);
  return (
    view && {
      view,
      add: (values) => call('POST', 'connections', values),
      change: (id, values) => call('PATCH', `connections/${id}`, values),
      remove: (id) => call('DELETE', `connections/${id}`),
      setStandardAuthentication: (on) => call('PUT', 'standard-authentication', { on }),
      invite: (email) => call('POST', 'members', { email }),
    }
  );
}
