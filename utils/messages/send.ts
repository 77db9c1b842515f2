import { defineExtensionMessaging } from '@webext-core/messaging';
import type { ProtocolMap } from './protocol';

type Messenger = ReturnType<typeof defineExtensionMessaging<ProtocolMap>>;

let messenger: Messenger | undefined;

/**
 * Sends a message to the background. Rejects when the extension has been updated or removed under the page
 * (*Extension context invalidated*): content scripts then fall silent.
 */
export const send: Messenger['sendMessage'] = (...given) => {
  // Made for the first message: most pages that a content script runs in send none.
  messenger ??= defineExtensionMessaging<ProtocolMap>();
  return Reflect.apply(messenger.sendMessage, messenger, given);
};
