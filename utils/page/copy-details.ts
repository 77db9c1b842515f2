/** *Copy details* in an alert about a request that was not carried out: the line that support asks for. */
import type { MessageType } from '../messages/protocol';
import { supportLine, supportWords } from '../words/faults';
import { lastFault } from './ask';
import { copyText } from './copy';
import type { NoticeAction } from './notice';

/** No action where the background gave an answer whenever one of these was asked. */
export function copyDetails(window: Window, ...asked: readonly MessageType[]): NoticeAction[] {
  if (!lastFault(...asked)) return [];
  const onPress = async (say: (text: string) => void) => {
    // The alert may have stood while another request failed in the same way: the newest counts.
    const fault = lastFault(...asked);
    if (!fault) return;
    const extension = { version: versionOf(), browser: import.meta.env.BROWSER };
    const line = supportLine(extension, fault.asked, fault.answer, fault.at);
    if (await copyText(window, line)) say(supportWords.copied);
  };
  return [{ label: supportWords.copy, onPress: (say) => void onPress(say) }];
}

/** Content scripts have the manifest by the browser's own name for it (DESIGN §4: no polyfill). */
function versionOf(): string {
  const { runtime } =
    (globalThis as { chrome?: { runtime?: { getManifest?(): { version: string } } } }).chrome ?? {};
  return runtime?.getManifest?.().version ?? '';
}
