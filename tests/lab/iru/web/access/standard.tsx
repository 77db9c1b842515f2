/** The ways in that every tenant starts with. Who turns them off must have come through single sign-on. */
import { useState } from 'react';
import { Confirm } from '../parts/confirm';
import parts from '../parts/parts.module.css';
import { useTenant } from '../tenant';

export function StandardAuthentication() {
  const { view, switchStandardAuthentication } = useTenant();
  const [isAsking, setAsking] = useState(false);
  const isOn = view.standardAuthentication;
  return (
    <section className={parts.sheet}>
      <header className={`${parts.sheetHead} ${parts.spread}`}>
        <div>
          <h2 id="standard">Standard authentication</h2>
          <p>Passkeys, Google Social, Microsoft Social</p>
        </div>
        <input
          type="checkbox"
          role="switch"
          className={parts.toggle}
          aria-labelledby="standard"
          aria-checked={isOn}
          checked={isOn}
          onChange={() => (isOn ? setAsking(true) : void switchStandardAuthentication(true))}
        />
      </header>
      {isAsking && (
        <Confirm
          title="Turn off standard authentication?"
          text="People will only be able to sign in with an authentication method that you have allowed."
          action="Turn off"
          onClose={() => setAsking(false)}
          onConfirm={() => switchStandardAuthentication(false)}
        />
      )}
    </section>
  );
}
