import { type ReactNode, useId, useState } from 'react';

export interface ButtonProps {
  children: ReactNode;
  /** `primary` is the one next thing to do; there is at most one in a view. */
  look?: 'primary' | 'secondary' | 'subtle';
  /** May take a while: further presses count for nothing until it has settled. */
  onPress?: () => void | Promise<void>;
  /** Why the button cannot work now. It stays reachable by keyboard, and the reason is shown below it. */
  disabledReason?: string | undefined;
  type?: 'button' | 'submit';
}

/** A button that says why it is disabled, and is pressed once at a time. */
export function Button({
  children,
  look = 'secondary',
  onPress,
  disabledReason,
  type = 'button',
}: ButtonProps) {
  const reasonId = useId();
  const [busy, setBusy] = useState(false);

  async function press() {
    if (disabledReason !== undefined || busy) return;
    setBusy(true);
    try {
      await onPress?.();
    } finally {
      setBusy(false);
    }
  }

  return (
    <span className="button-place">
      <button
        type={type}
        className={`button ${look}`}
        aria-disabled={disabledReason === undefined ? undefined : true}
        aria-describedby={disabledReason === undefined ? undefined : reasonId}
        aria-busy={busy || undefined}
        onClick={press}
      >
        {children}
      </button>
      {disabledReason !== undefined && (
        <small id={reasonId} className="reason">
          {disabledReason}
        </small>
      )}
    </span>
  );
}
