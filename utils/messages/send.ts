import { defineExtensionMessaging } from '@webext-core/messaging';
import type { ProtocolMap } from './protocol';

/**
 * Sends a message to the background. Rejects when the extension has been updated or removed under the page
 * (*Extension context invalidated*): content scripts then fall silent.
 */
export const { sendMessage: send } = defineExtensionMessaging<ProtocolMap>();
