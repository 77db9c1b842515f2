/** What the popup and the side panel know, kept up to date, and the way to ask the background for something. */
import { useCallback, useEffect, useMemo, useState } from 'react';
import browser from 'webextension-polyfill';
import type { Ask } from '../../components/ask';
import type { ProjectedState } from '../../utils/handoff/projection';
import { tell } from './tell';

const SECOND_MS = 1_000;
/** Open tabs and private windows change without a word from storage. */
const REFRESH_SECONDS = 15;

export interface CourierState {
  state: ProjectedState | undefined;
  unreachable: boolean;
  now: number;
  ask: Ask;
}

export function useCourierState(): CourierState {
  const [state, setState] = useState<ProjectedState>();
  const [unreachable, setUnreachable] = useState(false);

  const refresh = useMemo(
    () =>
      oneAtATime(async () => {
        const answer = await tell('getState');
        // A background that answers with a fault has no state to show either.
        setUnreachable(answer.kind !== 'state');
        if (answer.kind === 'state') setState(answer);
      }),
    [],
  );

  const ask: Ask = useCallback(
    async (type, ...data) => {
      const answer = await tell(type, ...data);
      if (answer.kind === 'unreachable') setUnreachable(true);
      else refresh();
      return answer;
    },
    [refresh],
  );

  useEffect(() => {
    refresh();
    // Whatever store it is: managed settings come a second after a forced installation.
    browser.storage.onChanged.addListener(refresh);
    window.addEventListener('focus', refresh);
    // The side panel stays while the admin goes to another tab, and says what can be done there.
    browser.tabs.onActivated.addListener(refresh);
    const timer = setInterval(refresh, REFRESH_SECONDS * SECOND_MS);
    return () => {
      browser.storage.onChanged.removeListener(refresh);
      window.removeEventListener('focus', refresh);
      browser.tabs.onActivated.removeListener(refresh);
      clearInterval(timer);
    };
  }, [refresh]);

  const deadline = state?.current?.secret?.deadline;
  const now = useNow(deadline === undefined ? 60 * SECOND_MS : SECOND_MS);
  const isOver = deadline !== undefined && now >= deadline;
  // Reading the state is what makes the background wipe a secret whose time is up.
  useEffect(() => {
    if (isOver) refresh();
  }, [isOver, refresh]);

  return { state, unreachable, now, ask };
}

/** The time, renewed at this pace. */
function useNow(everyMs: number): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}

/** Runs the task now; calls that come while it runs are answered by one more run after it. */
function oneAtATime(task: () => Promise<void>): () => void {
  let running = false;
  let again = false;
  return async function run() {
    again = true;
    if (running) return;
    running = true;
    while (again) {
      again = false;
      await task();
    }
    running = false;
  };
}
