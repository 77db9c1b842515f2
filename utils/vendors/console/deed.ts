/** What a button in the console asks the background to do, where that may take long or come to no end. */
import type { DataOf } from '../../messages/protocol';
import type { OnPageButton } from '../../page/button';
import { copyDetails } from '../../page/copy-details';
import type { NoticeAction } from '../../page/notice';
import { whileWaiting } from '../../page/waiting';
import type { ConsolePage } from './console-page';

/** What a deed asks for: before the link is opened, the background must have been told of it. */
const MESSAGES = {
  fillForm: ['requestFill'],
  openConsentLink: ['consentLinkSeen', 'openConsentLink'],
} as const;

/** A press whose answer is on its way. */
export interface Deed<Answer> {
  /** What *Cancel* ends. */
  name: DataOf<'cancelInPage'>['deed'];
  /** The button that was pressed. */
  button: OnPageButton | undefined;
  /** What is going on, while it takes long. */
  text: string;
  coming: Promise<Answer | undefined>;
  /** Says that no answer came, with what can be done about it. */
  alertInterrupted: (actions: readonly NoticeAction[]) => void;
}

/**
 * Waits for the answer, with a way out once that takes long.
 * @returns `undefined` where none came, which the admin was told then, and where our UI has left the page
 */
export async function answerTo<Answer>(page: ConsolePage, deed: Deed<Answer>): Promise<Answer | undefined> {
  const { name, button, text, coming } = deed;
  const onCancel = () => void page.ask('cancelInPage', { deed: name });
  const answer = await whileWaiting(page.window, button, { text, onCancel }, coming);
  if (page.signal.aborted) return undefined;
  if (!answer) {
    button?.setStatus('');
    deed.alertInterrupted(copyDetails(page.window, ...MESSAGES[name]));
  }
  return answer;
}
