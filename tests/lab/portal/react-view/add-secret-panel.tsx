/** *Add a client secret*: facts/entra.md §3.3. */
import {
  DefaultButton,
  Dropdown,
  mergeStyleSets,
  Panel,
  PanelType,
  PrimaryButton,
  ResponsiveMode,
  TextField,
} from '@fluentui/react';
import { useState } from 'react';
import { api } from '../browser/api';
import {
  DEFAULT_LIFETIME,
  expiryOf,
  isWithinMaximum,
  type Lifetime,
  lifetimeChoices,
  today,
} from '../browser/choices';
import type { NewSecretView } from '../contract';
import { optionsOf } from './options';
import { useSettings } from './settings';

const styles = mergeStyleSets({
  fields: { display: 'flex', flexDirection: 'column', gap: 14, paddingTop: 8 },
  buttons: { display: 'flex', gap: 8 },
});

const blank = () => ({
  description: '',
  lifetime: DEFAULT_LIFETIME,
  startDate: today(),
  endDate: '',
  endDateFault: '',
  isAdding: false,
});

type AddSecretForm = ReturnType<typeof useAddSecretForm>;

/** State of the pane: outlives the pane's DOM. */
export function useAddSecretForm(clientId: string, onAdded: (secret: NewSecretView) => void) {
  const { labels: t } = useSettings();
  const [isOpen, setIsOpen] = useState(false);
  const [fields, setFields] = useState(blank);
  const change = (differences: Partial<typeof fields>) => setFields((all) => ({ ...all, ...differences }));
  const add = async () => {
    if (fields.isAdding) return;
    if (fields.lifetime === 'custom' && !isWithinMaximum(fields.endDate)) {
      change({ endDateFault: t.endDateInvalid });
      return;
    }
    change({ isAdding: true });
    const secret = await api.addSecret(clientId, {
      description: fields.description.trim(),
      expiresAt: expiryOf(fields.lifetime, fields.endDate).toISOString(),
    });
    setIsOpen(false);
    onAdded(secret);
  };
  return {
    isOpen,
    fields,
    change,
    add: () => void add(),
    open: () => {
      setFields(blank());
      setIsOpen(true);
    },
    close: () => setIsOpen(false),
  };
}

export function AddSecretPanel({ form }: { form: AddSecretForm }) {
  const { labels: t, options } = useSettings();
  const { fields, change } = form;
  return (
    <Panel
      isOpen={form.isOpen}
      onDismiss={form.close}
      headerText={t.addSecretTitle}
      closeButtonAriaLabel={t.close}
      type={PanelType.custom}
      customWidth="min(480px, 100vw)"
      isFooterAtBottom
      overlayProps={{ isDarkThemed: options.theme === 'dark' }}
      focusTrapZoneProps={{
        firstFocusableTarget: '.ms-TextField-field',
        disableFirstFocus: options.rebuildEveryMs > 0,
      }}
      onRenderFooterContent={() => (
        <div className={styles.buttons}>
          <PrimaryButton text={t.add} title={t.add} disabled={fields.isAdding} onClick={form.add} />
          <DefaultButton text={t.cancel} title={t.cancel} onClick={form.close} />
        </div>
      )}
    >
      <div className={styles.fields}>
        <TextField
          label={t.description}
          ariaLabel={t.description}
          placeholder={t.descriptionPlaceholder}
          autoComplete="off"
          value={fields.description}
          onChange={(_event, description = '') => change({ description })}
        />
        <Dropdown
          label={t.expires}
          ariaLabel={t.expires}
          responsiveMode={ResponsiveMode.large}
          options={optionsOf(lifetimeChoices(t))}
          selectedKey={fields.lifetime}
          onChange={(_event, option) => option && change({ lifetime: option.key as Lifetime })}
        />
        {fields.lifetime === 'custom' && (
          <>
            <TextField
              label={t.startDate}
              value={fields.startDate}
              onChange={(_event, startDate = '') => change({ startDate })}
            />
            <TextField
              label={t.endDate}
              required
              placeholder="YYYY-MM-DD"
              value={fields.endDate}
              errorMessage={fields.endDateFault}
              onChange={(_event, endDate = '') => change({ endDate, endDateFault: '' })}
            />
          </>
        )}
      </div>
    </Panel>
  );
}
