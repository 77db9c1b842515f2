/** Email and password, Google, Microsoft: on unless an administrator who came through SSO turns them off. */
import { useState } from 'react';
import { useStore } from '../store';
import ui from '../ui.module.css';
import { ConfirmDialog } from './dialogs';

export function StandardAuthentication() {
  const { view, setStandardAuthentication } = useStore();
  const [isAsking, setAsking] = useState(false);
  const [problem, setProblem] = useState<string>();
  const isOn = view.standardAuthentication;
  const close = () => {
    setAsking(false);
    setProblem(undefined);
  };
  const disable = () => {
    setStandardAuthentication(false).then(close, (error: Error) => setProblem(error.message));
  };
  return (
    <div className={ui.switchRow}>
      <div>
        <strong id="standard-authentication">Standard Authentication</strong>
        <p>Email and password, Google, and Microsoft accounts</p>
      </div>
      <button
        type="button"
        role="switch"
        className={ui.switch}
        aria-checked={isOn}
        aria-labelledby="standard-authentication"
        disabled={isOn && view.connections.length === 0}
        onClick={() => (isOn ? setAsking(true) : void setStandardAuthentication(true))}
      />
      {isAsking && (
        <ConfirmDialog
          title="Disable Standard Authentication?"
          text="Team members will only be able to log in through a single sign-on connection."
          action="Disable"
          problem={problem}
          onCancel={close}
          onConfirm={disable}
        />
      )}
    </div>
  );
}
