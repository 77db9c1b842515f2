/** The dialogues of the Access page: authorise, and are-you-sure. */
import { type ReactNode, useId } from 'react';
import type { ConnectionView } from '../model';
import overlay from '../overlay.module.css';
import ui from '../ui.module.css';

function Dialog({ title, children }: { title: string; children: ReactNode }) {
  const titleId = useId();
  return (
    <div className={overlay.veil}>
      <div className={overlay.dialog} role="dialog" aria-modal="true" aria-labelledby={titleId}>
        <h2 id={titleId}>{title}</h2>
        {children}
      </div>
    </div>
  );
}

/** Stays until it is closed, whether or not anybody has authorised (facts/kandji.md §6). */
export function AuthorizeDialog({ connection, onClose }: { connection: ConnectionView; onClose(): void }) {
  return (
    <Dialog title="Authorize connection">
      <p>
        An administrator of your Microsoft Entra ID directory has to authorize{' '}
        <strong>{connection.name}</strong> before it can be enabled. Open this link, or send it to them:
      </p>
      <div className={overlay.linkBox}>
        <a href={connection.authorizeUrl} target="_blank" rel="noopener noreferrer">
          {connection.authorizeUrl}
        </a>
      </div>
      <p>This window does not close by itself after the authorization.</p>
      <div className={overlay.actions}>
        <button type="button" className={`${ui.button} ${ui.primary}`} onClick={onClose}>
          Done
        </button>
      </div>
    </Dialog>
  );
}

interface ConfirmDialogProps {
  title: string;
  text: string;
  action: string;
  problem?: string | undefined;
  onConfirm(): void;
  onCancel(): void;
}

export function ConfirmDialog({ title, text, action, problem, onConfirm, onCancel }: ConfirmDialogProps) {
  return (
    <Dialog title={title}>
      <p>{text}</p>
      {problem && (
        <p className={overlay.problem} role="alert">
          {problem}
        </p>
      )}
      <div className={overlay.actions}>
        <button type="button" className={ui.button} onClick={onCancel}>
          Cancel
        </button>
        <button type="button" className={`${ui.button} ${ui.danger}`} onClick={onConfirm}>
          {action}
        </button>
      </div>
    </Dialog>
  );
}
