import { useId } from 'react';
import type { OptionsAnswer } from '../../utils/messages/protocol';
import { minutesWords, mostMinutesWords, settingsTexts } from '../../utils/words/settings';
import type { ChangeSettings } from './settings';

const offered: readonly number[] = [1, 2, 5, 10, 15, 20, 30, 45, 60];

/** How long a secret value is held. More than the organisation allows is not offered. */
export function HoldMinutes({ options, onChange }: { options: OptionsAnswer; onChange: ChangeSettings }) {
  const id = useId();
  const { minutes, mostMinutes } = options.settings.hold;
  const isLimited = options.managed.maxHoldMinutes !== undefined;
  const choices = [...new Set([...offered, minutes, mostMinutes])]
    .filter((choice) => choice <= mostMinutes)
    .sort((one, other) => one - other);
  return (
    <div className="setting">
      <label htmlFor={id}>{settingsTexts.hold.label}</label>
      <select
        id={id}
        value={minutes}
        disabled={choices.length === 1}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onChange({ holdMinutes: Number(event.currentTarget.value) })}
      >
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {minutesWords(choice)}
          </option>
        ))}
      </select>
      <small id={`${id}-hint`} className="hint">
        {isLimited && <strong>{settingsTexts.byOrganisation} </strong>}
        {mostMinutesWords(mostMinutes)} {settingsTexts.hold.hint}
      </small>
    </div>
  );
}
