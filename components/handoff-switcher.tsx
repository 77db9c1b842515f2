import { useId } from 'react';
import type { Instant } from '../utils/handoff/model';
import type { ProjectedHandoff } from '../utils/handoff/projection';
import { headerWords, heldWords } from '../utils/words/popup';
import { ageWords, shortId } from '../utils/words/times';

export interface HandoffSwitcherProps {
  /** Newest first. Nothing is shown where there is no choice. */
  handoffs: readonly ProjectedHandoff[];
  current: ProjectedHandoff | undefined;
  now: Instant;
  onChoose: (clientId: string) => void;
}

/** Which app registration the view is about, where several are held. */
export function HandoffSwitcher({ handoffs, current, now, onChoose }: HandoffSwitcherProps) {
  const id = useId();
  if (handoffs.length < 2) return null;
  return (
    <div className="switcher">
      <label htmlFor={id}>{headerWords.switcher}</label>
      <select
        id={id}
        value={current?.clientId ?? ''}
        onChange={(event) => onChoose(event.currentTarget.value)}
      >
        {!current && <option value="" />}
        {handoffs.map((handoff) => (
          <option key={handoff.clientId} value={handoff.clientId}>
            {handoff.appName ?? heldWords.unnamedApp} · {shortId(handoff.clientId)} ·{' '}
            {ageWords(handoff.touchedAt, now)}
          </option>
        ))}
      </select>
    </div>
  );
}
