import { useEffect, useState } from 'react';
import { api } from '../browser/api';
import type { AppView } from '../contract';

/** The app registration, once fetched; fetched anew with each `visit`. */
export function useApp(clientId: string, visit = 0): AppView | undefined {
  const [app, setApp] = useState<AppView>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new visit of the same app fetches it again
  useEffect(() => {
    let isLeft = false;
    void api.app(clientId).then((fetched) => {
      if (!isLeft) setApp(fetched);
    });
    return () => {
      isLeft = true;
    };
  }, [clientId, visit]);
  return app;
}
