/** *Add SSO Connection*: choose the type, *Next*, fill the form. */
import { useState } from 'react';
import type { ConnectionKind } from '../../../world';
import type { ConnectionView } from '../model';
import overlay from '../overlay.module.css';
import { useStore } from '../store';
import ui from '../ui.module.css';
import { Blade } from './blade';
import { ConnectionForm } from './connection-form';
import { KINDS, specOf } from './kinds';

export function AddBlade({ onClose, onAdded }: { onClose(): void; onAdded(added: ConnectionView): void }) {
  const { add, view } = useStore();
  const [kind, setKind] = useState<ConnectionKind>();
  const [isChosen, setChosen] = useState(false);
  if (isChosen && kind) {
    return (
      <Blade title="Add SSO Connection" onClose={onClose}>
        <ConnectionForm
          spec={specOf(kind)}
          onCancel={onClose}
          onSave={async (values) => {
            const known = new Set(view.connections.map(({ id }) => id));
            const after = await add(values);
            const added = after.connections.find(({ id }) => !known.has(id));
            if (added) onAdded(added);
          }}
        />
      </Blade>
    );
  }
  return (
    <Blade title="Add SSO Connection" onClose={onClose}>
      <div className={overlay.bladeBody} role="radiogroup" aria-label="Connection type">
        {KINDS.map((spec) => (
          <label key={spec.kind} className={overlay.choice}>
            <input
              type="radio"
              name="kind"
              value={spec.kind}
              checked={kind === spec.kind}
              onChange={() => setKind(spec.kind)}
            />
            <span>
              <strong>{spec.option}</strong>
              <small>{spec.about}</small>
            </span>
          </label>
        ))}
      </div>
      <div className={overlay.bladeFoot}>
        <button type="button" className={ui.button} onClick={onClose}>
          Cancel
        </button>
        <button
          type="button"
          className={`${ui.button} ${ui.primary}`}
          disabled={!kind}
          onClick={() => setChosen(true)}
        >
          Next
        </button>
      </div>
    </Blade>
  );
}
