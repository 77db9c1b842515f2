import { useId } from 'react';
import type { OptionsAnswer } from '../../utils/messages/protocol';
import { reminderDayWords, settingsTexts } from '../../utils/words/settings';
import type { ChangeSettings } from './settings';

const offered: readonly number[] = [180, 90, 60, 30, 14, 7, 3, 1, 0];

/** On which days before the expiry the admin is reminded. */
export function ReminderDays({ options, onChange }: { options: OptionsAnswer; onChange: ChangeSettings }) {
  const id = useId();
  const chosen = options.settings.reminderDays;
  const days = [...new Set([...offered, ...chosen, ...(options.managed.reminderDays ?? [])])].sort(
    (one, other) => other - one,
  );
  const toggle = (day: number) =>
    onChange({
      reminderDays: chosen.includes(day) ? chosen.filter((other) => other !== day) : [...chosen, day],
    });
  return (
    <fieldset aria-describedby={`${id}-hint`}>
      <legend>{settingsTexts.reminders.legend}</legend>
      <div className="days">
        {days.map((day) => (
          <label key={day} className="choice">
            <input type="checkbox" checked={chosen.includes(day)} onChange={() => toggle(day)} />
            {reminderDayWords(day)}
          </label>
        ))}
      </div>
      <small id={`${id}-hint`} className="hint">
        {options.managed.reminderDays && <>{settingsTexts.organisationDefault} </>}
        {settingsTexts.reminders.hint}
      </small>
    </fieldset>
  );
}
