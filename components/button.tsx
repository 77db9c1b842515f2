import { type ReactNode, useEffect, useId, useState } from 'react';
import { cancelTexts } from '../utils/words/cancelled';

/** A wait as long as this can be cancelled, in milliseconds. */
const LONG_MS = 3_000;

export interface ButtonProps {
  children: ReactNode;
  /** `primary` is the one next thing to do; there is at most one in a view. */
  look?: 'primary' | 'secondary' | 'subtle';
  /** May take a while: further presses count for nothing until it has settled. */
  onPress?: () => void | Promise<void>;
  /** Why the button cannot work now. It stays reachable by keyboard, and the reason is shown below it. */
  disabledReason?: string | undefined;
  type?: 'button' | 'submit';
  /** Ends what was begun by the press; offered when it takes long. */
  onCancel?: () => void;
}

/** A button that says why it is disabled, and is pressed once at a time. */
export function Button({
  children,
  look = 'secondary',
  onPress,
  disabledReason,
  type = 'button',
  onCancel,
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
      {onCancel && <Waiting isBusy={busy} onCancel={onCancel} />}
    </span>
  );
}

/** What is read out and offered while a press has not settled for long. */
function Waiting({ isBusy, onCancel }: { isBusy: boolean; onCancel: () => void }) {
  const [isLong, setLong] = useState(false);

  useEffect(() => {
    setLong(false);
    if (!isBusy) return;
    const timer = setTimeout(() => setLong(true), LONG_MS);
    return () => clearTimeout(timer);
  }, [isBusy]);

  const isOffered = isBusy && isLong;
  return (
    <span className={isOffered ? 'waiting' : 'for-readers'}>
      <small aria-live="polite">{isOffered && cancelTexts.waiting}</small>
      {isOffered && (
        <button type="button" className="link" onClick={onCancel}>
          {cancelTexts.cancel}
        </button>
      )}
    </span>
  );
}
