/** The form of a connection, new or existing. *Save* takes whatever is in it. */
import { type FormEvent, useState } from 'react';
import type { ConnectionView } from '../model';
import overlay from '../overlay.module.css';
import { type ConnectionValues, useStore } from '../store';
import ui from '../ui.module.css';
import { Field } from './field';
import type { KindSpec } from './kinds';
import { SecretField } from './secret-field';

interface ConnectionFormProps {
  spec: KindSpec;
  /** Absent for a new one. */
  existing?: ConnectionView | undefined;
  onSave(values: ConnectionValues): Promise<void>;
  onCancel(): void;
}

const KEPT_SECRET = '••••••••••••••••';

export function ConnectionForm({ spec, existing, onSave, onCancel }: ConnectionFormProps) {
  const { form } = useStore().view;
  const [isSaving, setSaving] = useState(false);
  const [values, setValues] = useState<ConnectionValues>({
    kind: spec.kind,
    name: existing?.name ?? spec.defaultName,
    domain: existing?.domain ?? '',
    clientId: existing?.clientId ?? '',
    // Never sent back to the browser: a new value replaces it, none keeps it.
    clientSecret: '',
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setSaving(true);
    void onSave(values).finally(() => setSaving(false));
  };
  return (
    <form onSubmit={submit} className={overlay.bladeForm} autoComplete="off">
      <div className={overlay.bladeBody}>
        {spec.fields.map(({ value, label, hint }) => {
          const set = (text: string) => setValues((previous) => ({ ...previous, [value]: text }));
          return value === 'clientSecret' && spec.kind !== 'saml' ? (
            <SecretField
              key={value}
              form={form}
              label={label}
              value={values.clientSecret}
              placeholder={existing && KEPT_SECRET}
              hint={existing && 'Leave empty to keep the current secret.'}
              onValue={set}
            />
          ) : (
            <Field
              key={value}
              label={label}
              labels={form.labels}
              type="text"
              hint={hint}
              value={values[value]}
              onChange={(event) => set(event.target.value)}
            />
          );
        })}
      </div>
      <div className={overlay.bladeFoot}>
        <button type="button" className={ui.button} onClick={onCancel}>
          Cancel
        </button>
        <button type="submit" className={`${ui.button} ${ui.primary}`} disabled={isSaving}>
          Save
        </button>
      </div>
    </form>
  );
}
