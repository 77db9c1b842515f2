/** The table of authentication methods, with a menu in each row. */
import { useCallback, useState } from 'react';
import { Confirm } from '../parts/confirm';
import { Glyph } from '../parts/glyph';
import { Menu, type MenuItem } from '../parts/menu';
import parts from '../parts/parts.module.css';
import { useTenant } from '../tenant';
import type { MethodView } from '../views';
import { kindNamed } from './kinds';
import { MethodModal } from './method-modal';

type Open = { what: 'create' } | { what: 'configure' | 'disallow' | 'delete'; method: MethodView };

export function Methods() {
  const { view } = useTenant();
  const [open, setOpen] = useState<Open>();
  const close = useCallback(() => setOpen(undefined), []);
  return (
    <section className={parts.sheet} aria-labelledby="methods">
      <header className={`${parts.sheetHead} ${parts.spread}`}>
        <div>
          <h2 id="methods">Authentication methods</h2>
          <p>Let people sign in with your identity provider.</p>
        </div>
        <button type="button" className={parts.plain} onClick={() => setOpen({ what: 'create' })}>
          <Glyph name="plus" /> Authentication method
        </button>
      </header>
      <table className={parts.list} aria-labelledby="methods">
        <thead>
          <tr>
            <th>Display name</th>
            <th>Method</th>
            <th>Tenant authentication</th>
            <th aria-label="Actions" />
          </tr>
        </thead>
        <tbody>
          {view.methods.map((method) => (
            <Row key={method.id} method={method} onOpen={setOpen} />
          ))}
        </tbody>
      </table>
      {view.methods.length === 0 && <p className={parts.nothing}>No authentication methods yet</p>}
      {open && <Opened open={open} onClose={close} />}
    </section>
  );
}

function Row({ method, onOpen }: { method: MethodView; onOpen(open: Open): void }) {
  const { view, allowMethod } = useTenant();
  const { displayName, kind, allowed, isComplete } = method;
  const first: MenuItem = allowed
    ? {
        text: 'Disallow for tenant authentication',
        choose: () => onOpen({ what: 'disallow', method }),
      }
    : {
        text: 'Allow for tenant authentication',
        disabled: !isComplete,
        choose: () => void allowMethod(method.id, true),
      };
  return (
    <tr>
      <td>
        <b>{displayName}</b>
      </td>
      <td>{kindNamed(view.rendering.domainLabel, kind).name}</td>
      <td>
        <span className={parts.state} data-state={allowed ? 'good' : 'off'}>
          {allowed ? 'Allowed' : isComplete ? 'Not allowed' : 'Setup incomplete'}
        </span>
      </td>
      <td className={parts.last}>
        <Menu
          label={`More options for ${displayName}`}
          trigger={<Glyph name="dots" />}
          items={[
            first,
            { text: 'Configure', choose: () => onOpen({ what: 'configure', method }) },
            { text: 'Delete', tone: 'danger', choose: () => onOpen({ what: 'delete', method }) },
          ]}
        />
      </td>
    </tr>
  );
}

function Opened({ open, onClose }: { open: Open; onClose(): void }) {
  const { allowMethod, deleteMethod } = useTenant();
  switch (open.what) {
    case 'create':
      return <MethodModal onClose={onClose} />;
    case 'configure':
      return <MethodModal existing={open.method} onClose={onClose} />;
    case 'disallow':
      return (
        <Confirm
          title={`Disallow ${open.method.displayName}?`}
          text="Nobody will be able to sign in to this tenant with it until you allow it again."
          action="Disallow"
          onClose={onClose}
          onConfirm={() => allowMethod(open.method.id, false)}
        />
      );
    case 'delete':
      return (
        <Confirm
          title={`Delete ${open.method.displayName}?`}
          text="The method and its configuration will be removed for good."
          action="Delete"
          onClose={onClose}
          onConfirm={() => deleteMethod(open.method.id)}
        />
      );
  }
}
