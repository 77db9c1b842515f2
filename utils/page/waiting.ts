/** What a button in a page says while its deed takes long, and what ends the wait; as the views' buttons do it. */
import { cancelTexts } from '../words/cancelled';
import type { OnPageButton } from './button';

/** After this long the admin is told that something happens, in milliseconds. */
const TOLD_MS = 1_000;
/** After this long the wait can be ended. */
const LONG_MS = 3_000;

export interface Wait {
  /** What is going on. */
  text: string;
  /** Ends what was begun; its answer then says that it was cancelled. */
  onCancel: () => void;
}

/** Waits for the answer to a press of `button`. What the button says afterwards is the caller's. */
export async function whileWaiting<Answer>(
  window: Window,
  button: OnPageButton | undefined,
  { text, onCancel }: Wait,
  coming: Promise<Answer>,
): Promise<Answer> {
  const telling = window.setTimeout(() => button?.setStatus(text), TOLD_MS);
  const offering = window.setTimeout(() => {
    button?.offer({ label: cancelTexts.cancel, onPress: onCancel });
  }, LONG_MS);
  try {
    return await coming;
  } finally {
    window.clearTimeout(telling);
    window.clearTimeout(offering);
    button?.offer(undefined);
  }
}
