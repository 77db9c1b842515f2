/** Settings > Access: who may sign in, and how. */
import { useState } from 'react';
import { icons } from '../icons';
import type { ConnectionView } from '../model';
import { useStore } from '../store';
import ui from '../ui.module.css';
import { AddBlade } from './add-blade';
import { Blade } from './blade';
import { ConnectionForm } from './connection-form';
import { AuthorizeDialog, ConfirmDialog } from './dialogs';
import { specOf } from './kinds';
import { RowMenu } from './row-menu';
import { StandardAuthentication } from './standard-authentication';

type Open =
  | { kind: 'add' }
  | { kind: 'configure'; connection: ConnectionView }
  | { kind: 'authorize'; connection: ConnectionView }
  | { kind: 'disable'; connection: ConnectionView }
  | { kind: 'delete'; connection: ConnectionView };

export function AccessPage() {
  const { view } = useStore();
  const [open, setOpen] = useState<Open>();
  return (
    <>
      {view.ssoAvailable && (
        <section className={ui.card} aria-labelledby="authentication">
          <div className={ui.cardHead}>
            <h2 id="authentication">Authentication</h2>
            <p>How team members log in to the Kandji web app.</p>
          </div>
          <StandardAuthentication />
          <ConnectionTable onOpen={setOpen} />
          <div className={ui.cardFoot}>
            <button type="button" className={ui.button} onClick={() => setOpen({ kind: 'add' })}>
              {icons.plus} Add
            </button>
          </div>
        </section>
      )}
      <section className={ui.card}>
        <div className={ui.cardHead}>
          <h2>API Token</h2>
          <p>Tokens give other systems access to this tenant.</p>
        </div>
      </section>
      {open && <Overlay open={open} onOpen={setOpen} />}
    </>
  );
}

function ConnectionTable({ onOpen }: { onOpen(open: Open): void }) {
  const { view, change } = useStore();
  return (
    <table className={ui.table} aria-label="Connections">
      <thead>
        <tr>
          <th>Name</th>
          <th>Type</th>
          <th>Status</th>
          <th aria-label="Actions" />
        </tr>
      </thead>
      <tbody>
        {view.connections.length === 0 && (
          <tr>
            <td className={ui.empty} colSpan={4}>
              No single sign-on connection yet
            </td>
          </tr>
        )}
        {view.connections.map((connection) => (
          <tr key={connection.id}>
            <td>
              <strong>{connection.name}</strong>
            </td>
            <td>{specOf(connection.kind).type}</td>
            <td>
              <span className={`${ui.pill} ${connection.enabled ? ui.pillOn : ''}`}>
                {connection.enabled ? 'Active' : 'Inactive'}
              </span>
            </td>
            <td className={ui.actionsCell}>
              <RowMenu
                label={`Actions for ${connection.name}`}
                entries={[
                  connection.enabled
                    ? { name: 'Disable', run: () => onOpen({ kind: 'disable', connection }) }
                    : { name: 'Enable', run: () => void change(connection.id, { enabled: true }) },
                  { name: 'Configure', run: () => onOpen({ kind: 'configure', connection }) },
                  { name: 'Delete', destructive: true, run: () => onOpen({ kind: 'delete', connection }) },
                ]}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Overlay({ open, onOpen }: { open: Open; onOpen(open: Open | undefined): void }) {
  const { change, remove } = useStore();
  const close = () => onOpen(undefined);
  switch (open.kind) {
    case 'add':
      return (
        <AddBlade
          onClose={close}
          onAdded={(connection) =>
            connection.kind === 'azure' ? onOpen({ kind: 'authorize', connection }) : close()
          }
        />
      );
    case 'configure':
      return (
        <Blade title="Configure SSO Connection" onClose={close}>
          <ConnectionForm
            spec={specOf(open.connection.kind)}
            existing={open.connection}
            onCancel={close}
            onSave={async ({ kind: _kind, ...values }) => {
              await change(open.connection.id, values);
              close();
            }}
          />
        </Blade>
      );
    case 'authorize':
      return <AuthorizeDialog connection={open.connection} onClose={close} />;
    case 'disable':
      return (
        <ConfirmDialog
          title="Disable connection?"
          text={`Team members can no longer log in with ${open.connection.name}.`}
          action="Disable"
          onCancel={close}
          onConfirm={() => void change(open.connection.id, { enabled: false }).then(close)}
        />
      );
    case 'delete':
      return (
        <ConfirmDialog
          title="Delete connection?"
          text={`${open.connection.name} and its configuration will be removed.`}
          action="Delete"
          onCancel={close}
          onConfirm={() => void remove(open.connection.id).then(close)}
        />
      );
  }
}
