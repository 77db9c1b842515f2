/**
 * One modal from the first question to the last: *Create* makes the method, and the modal stays open with its Redirect
 * URL while the administrator sees to the identity provider (facts/kandji.md §1, §5.2).
 */
import { type FormEvent, useState } from 'react';
import type { IruMethodKind } from '../../model';
import floating from '../parts/floating.module.css';
import { Modal } from '../parts/modal';
import parts from '../parts/parts.module.css';
import { TextField } from '../parts/text-field';
import { useTenant } from '../tenant';
import type { MethodView } from '../views';
import { kindNamed, methodKinds } from './kinds';
import { MethodSettingsForm } from './method-settings';

interface MethodModalProps {
  /** Absent for a new method. */
  existing?: MethodView;
  onClose(): void;
}

export function MethodModal({ existing, onClose }: MethodModalProps) {
  const { domainLabel } = useTenant().view.rendering;
  const [method, setMethod] = useState(existing);
  const [consentUrl, setConsentUrl] = useState<string>();
  if (!method) {
    return (
      <Modal title="Add authentication method" onClose={onClose}>
        <NewMethod onCancel={onClose} onCreated={setMethod} />
      </Modal>
    );
  }
  const kind = kindNamed(domainLabel, method.kind);
  return (
    <Modal title={kind.title} onClose={onClose}>
      {consentUrl ? (
        <ConsentLink href={consentUrl} onDone={onClose} />
      ) : (
        <MethodSettingsForm
          kind={kind}
          method={method}
          onCancel={onClose}
          onSaved={(saved) => (saved.consentUrl ? setConsentUrl(saved.consentUrl) : onClose())}
        />
      )}
    </Modal>
  );
}

interface NewMethodProps {
  onCancel(): void;
  onCreated(method: MethodView): void;
}

function NewMethod({ onCancel, onCreated }: NewMethodProps) {
  const { view, createMethod } = useTenant();
  const [displayName, setDisplayName] = useState('');
  const [kind, setKind] = useState<IruMethodKind | ''>('');
  const create = (event: FormEvent) => {
    event.preventDefault();
    if (kind) void createMethod(displayName, kind).then(onCreated);
  };
  return (
    <form onSubmit={create}>
      <div className={floating.modalBody}>
        <TextField
          label="Display name"
          help="People see it on the sign-in page."
          required
          value={displayName}
          onText={setDisplayName}
        />
        <div className={parts.field}>
          <label htmlFor="method">Authentication method</label>
          <select
            id="method"
            value={kind}
            onChange={({ target }) => setKind(kindOf(view.rendering.domainLabel, target.value))}
          >
            <option value="">Select a method</option>
            {methodKinds(view.rendering.domainLabel).map(({ kind: value, name }) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </select>
        </div>
      </div>
      <footer className={floating.modalFoot}>
        <button type="button" className={parts.plain} onClick={onCancel}>
          Cancel
        </button>
        <button type="submit" className={parts.main} disabled={!displayName || !kind}>
          Create
        </button>
      </footer>
    </form>
  );
}

function kindOf(domainLabel: string, value: string): IruMethodKind | '' {
  return methodKinds(domainLabel).find(({ kind }) => kind === value)?.kind ?? '';
}

function ConsentLink({ href, onDone }: { href: string; onDone(): void }) {
  return (
    <>
      <div className={floating.modalBody}>
        <p>
          An administrator of your Microsoft Entra ID directory has to consent before people can sign in. Open
          this link, or send it to them:
        </p>
        <a className={parts.link} href={href} target="_blank" rel="noopener noreferrer">
          Grant consent in Microsoft Entra ID
        </a>
      </div>
      <footer className={floating.modalFoot}>
        <button type="button" className={parts.main} onClick={onDone}>
          Done
        </button>
      </footer>
    </>
  );
}
