/**
 * What SSO Courier says on the portal's pages. Every message says what happened, what was not done, and the next step.
 * Button names are a contract (DESIGN §3).
 */

import type { CaptureRefusal } from '../messages/protocol';
import { say, texts } from './messages';
import { timeLeftWords } from './times';

/** Texts with nothing to put into them. */
export const portalTexts = texts('portal');

export const copyClientId = (vendor: string) => say('portal.copyClientId', { vendor });
export const copySecretValue = (vendor: string) => say('portal.copySecretValue', { vendor });

export const clientIdHeld = (vendor: string) => say('portal.clientIdHeld', { vendor });

/** `held for Kandji · 9:55 left`. @param leftMs until the deadline, in milliseconds */
export const secretValueHeld = (vendor: string, leftMs: number) =>
  say('portal.secretValueHeld', { vendor, time: timeLeftWords(leftMs) });

interface NamedSecret {
  hint: string;
  description?: string | undefined;
}

const nameOf = ({ hint, description }: NamedSecret) =>
  description ? say('portal.secret.named', { description, hint }) : say('portal.secret.unnamed', { hint });

export const askReplace = (vendor: string, held: NamedSecret, shown: NamedSecret) =>
  say('portal.askReplace', { vendor, held: nameOf(held), shown: nameOf(shown) });

/** Shown when the admin copied the Secret ID, which looks like a credential and is none. */
export function secretIdCopied(vendor: string, description: string | undefined, isReadable: boolean): string {
  const what = description
    ? say('portal.secretId.copiedOf', { description, vendor })
    : say('portal.secretId.copied', { vendor });
  return `${what}\n${isReadable ? say('portal.secretId.valueReadable') : say('portal.secretId.valueHidden')}`;
}

export function refusal(reason: CaptureRefusal): string {
  switch (reason.kind) {
    case 'notASecretValue':
      return say(`portal.fault.${reason.fault}`);
    case 'notAClientId':
      return say(`portal.notAClientId.${reason.is}`);
    case 'otherDirectory':
      return say('portal.otherDirectory', { page: reason.page, held: reason.held });
    case 'otherPage':
      return say('portal.otherPage');
    case 'memoryRefused':
      return say('portal.memoryRefused');
    default:
      return reason satisfies never;
  }
}
