/** Are you sure? */
import { useState } from 'react';
import floating from './floating.module.css';
import { Modal } from './modal';
import css from './parts.module.css';

interface ConfirmProps {
  title: string;
  text: string;
  action: string;
  onClose(): void;
  /** A rejection's message is shown, and the question stays. */
  onConfirm(): Promise<unknown>;
}

export function Confirm({ title, text, action, onClose, onConfirm }: ConfirmProps) {
  const [problem, setProblem] = useState('');
  return (
    <Modal title={title} width="narrow" onClose={onClose}>
      <div className={floating.modalBody}>
        <p>{text}</p>
        {problem && (
          <p className={css.problem} role="alert">
            {problem}
          </p>
        )}
      </div>
      <footer className={floating.modalFoot}>
        <button type="button" className={css.plain} onClick={onClose}>
          Cancel
        </button>
        <button
          type="button"
          className={css.danger}
          onClick={() => void onConfirm().then(onClose, (error: Error) => setProblem(error.message))}
        >
          {action}
        </button>
      </footer>
    </Modal>
  );
}
