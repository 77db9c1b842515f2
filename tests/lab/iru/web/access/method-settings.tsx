/** The second half of the modal: what to give the identity provider, and what it gave in return. */
import { type FormEvent, useState } from 'react';
import floating from '../parts/floating.module.css';
import parts from '../parts/parts.module.css';
import { SecretField } from '../parts/secret-field';
import { TextField } from '../parts/text-field';
import { useTenant } from '../tenant';
import type { MethodView } from '../views';
import type { MethodKind } from './kinds';
import { ReadOnlyValue } from './read-only-value';

interface MethodSettingsFormProps {
  kind: MethodKind;
  method: MethodView;
  onCancel(): void;
  onSaved(method: MethodView): void;
}

const BULLETS = '••••••••••••••••••••';

export function MethodSettingsForm({ kind, method, onCancel, onSaved }: MethodSettingsFormProps) {
  const { view, saveMethod } = useTenant();
  const keptSecret = method.hasSecret && view.rendering.savedSecret === 'bullets' ? BULLETS : '';
  const [displayName, setDisplayName] = useState(method.displayName);
  const [domain, setDomain] = useState(method.domain);
  const [clientId, setClientId] = useState(method.clientId);
  const [clientSecret, setClientSecret] = useState(keptSecret);
  const [limit, setLimit] = useState(method.limitedToDomains.join(', '));
  const isNewSecret = clientSecret !== keptSecret;
  const canSave = displayName && domain && clientId && (isNewSecret || method.hasSecret);
  const save = (event: FormEvent) => {
    event.preventDefault();
    const limitedToDomains = limit.split(/[\s,]+/).filter(Boolean);
    const settings = { displayName, domain, clientId, limitedToDomains };
    void saveMethod(method.id, isNewSecret ? { ...settings, clientSecret } : settings).then(onSaved);
  };
  return (
    <form onSubmit={save} autoComplete="off">
      <div className={floating.modalBody}>
        <section className={parts.inset}>
          <h3>{kind.kind === 'saml' ? 'Configuration information' : 'For your identity provider'}</h3>
          {kind.kind === 'saml' ? (
            <>
              <ReadOnlyValue label="Service provider entity ID" value={method.entityId} />
              <ReadOnlyValue label="Assertion consumer service (ACS) URL" value={method.redirectUrl} />
            </>
          ) : (
            <ReadOnlyValue label="Redirect URL" value={method.redirectUrl} />
          )}
        </section>
        <TextField label="Display name" required value={displayName} onText={setDisplayName} />
        <TextField
          label={kind.labels.domain}
          placeholder={kind.domainExample}
          required
          value={domain}
          onText={setDomain}
        />
        <TextField label={kind.labels.clientId} required value={clientId} onText={setClientId} />
        <SecretField
          label={kind.labels.clientSecret}
          required={!method.hasSecret}
          placeholder={method.hasSecret ? 'Saved. Enter a new one to replace it.' : undefined}
          value={clientSecret}
          onText={setClientSecret}
        />
        <TextField
          label="Limit authentication to domain"
          help="Optional. Only people of these email domains can use this method."
          value={limit}
          onText={setLimit}
        />
      </div>
      <footer className={floating.modalFoot}>
        <button type="button" className={parts.plain} onClick={onCancel}>
          Cancel
        </button>
        <button type="submit" className={parts.main} disabled={!canSave}>
          Save
        </button>
      </footer>
    </form>
  );
}
