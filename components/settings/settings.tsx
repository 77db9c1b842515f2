import { useState } from 'react';
import type { OptionsAnswer } from '../../utils/messages/protocol';
import type { OwnSettings } from '../../utils/settings/settings';
import { settingsTexts } from '../../utils/words/settings';
import type { Ask, Copy } from '../ask';
import { Notice, type NoticeProps } from '../notice';
import { detailsOf } from '../support-details';
import { HoldMinutes } from './hold-minutes';
import { ManagedList } from './managed-list';
import { PortalButtons } from './portal-buttons';
import { ReminderDays } from './reminder-days';

export interface SettingsProps {
  /** Absent until the background has answered. */
  options: OptionsAnswer | undefined;
  ask: Ask;
  copy: Copy;
}

/** Changes one setting. It counts from the next step on. */
export type ChangeSettings = (change: OwnSettings) => Promise<void>;

/** The admin's own settings; what the organisation has set is shown, and locked where it is the stricter. */
export function Settings({ options, ask, copy }: SettingsProps) {
  const [notice, setNotice] = useState<NoticeProps>();

  const change: ChangeSettings = async ({ reminderDays, portalButtons, holdMinutes }) => {
    const answer = await ask('changeOptions', {
      ...(reminderDays && { reminderDays: [...reminderDays] }),
      ...(portalButtons && { portalButtons }),
      ...(holdMinutes !== undefined && { holdMinutes }),
    });
    setNotice(
      answer.kind === 'done'
        ? { tone: 'success', text: settingsTexts.saved }
        : { tone: 'error', text: settingsTexts.notSaved, children: detailsOf(answer, copy) },
    );
  };

  return (
    <section className="settings card" aria-labelledby="settings-heading">
      <h2 id="settings-heading">{settingsTexts.heading}</h2>
      {options === undefined ? (
        <p role="status">{settingsTexts.loading}</p>
      ) : (
        <>
          <p className="quiet">{settingsTexts.intro}</p>
          <ManagedList managed={options.managed} ignored={options.ignored} />
          <PortalButtons options={options} onChange={change} />
          <HoldMinutes options={options} onChange={change} />
          <ReminderDays options={options} onChange={change} />
          <div role="status">{notice && <Notice {...notice} onDismiss={() => setNotice(undefined)} />}</div>
        </>
      )}
    </section>
  );
}
