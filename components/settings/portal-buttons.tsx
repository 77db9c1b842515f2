import { useId } from 'react';
import type { OptionsAnswer } from '../../utils/messages/protocol';
import { settingsTexts } from '../../utils/words/settings';
import type { ChangeSettings } from './settings';

const choices = ['always', 'duringJourney'] as const;

/** Whether our buttons stand on every app registration in the portal, or during a journey only. */
export function PortalButtons({ options, onChange }: { options: OptionsAnswer; onChange: ChangeSettings }) {
  const id = useId();
  const locked = options.managed.portalButtons === 'duringJourney';
  return (
    <fieldset aria-describedby={`${id}-hint`} disabled={locked}>
      <legend>{settingsTexts.portal.legend}</legend>
      {choices.map((choice) => (
        <label key={choice} className="choice">
          <input
            type="radio"
            name={id}
            checked={options.settings.portalButtons === choice}
            onChange={() => onChange({ portalButtons: choice })}
          />
          {settingsTexts.portal[choice]}
        </label>
      ))}
      <small id={`${id}-hint`} className="hint">
        {locked && <strong>{settingsTexts.byOrganisation} </strong>}
        {settingsTexts.portal.hint}
      </small>
    </fieldset>
  );
}
