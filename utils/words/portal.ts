/**
 * What SSO Courier says on the portal's pages. Every message says what happened, what was not done, and the next step.
 * Button names are a contract (DESIGN §3).
 */

import type { SecretValueFault } from '../entra/values';
import type { CaptureRefusal } from '../messages/protocol';

export const copyClientId = (vendorName: string) => `Copy client ID to ${vendorName}`;
export const copySecretValue = (vendorName: string) => `Copy secret value to ${vendorName}`;
export const dismiss = 'Dismiss';
export const replace = 'Replace';
export const keepHeld = 'Keep the held one';

export const clientIdHeld = (vendorName: string) => `Client ID held for ${vendorName}.`;

/** `held for Kandji · 9:55 left`. @param leftMs until the deadline, in milliseconds */
export function secretValueHeld(vendorName: string, leftMs: number): string {
  const seconds = Math.max(0, Math.ceil(leftMs / 1000));
  return `Secret value held for ${vendorName} · ${Math.floor(seconds / 60)}:${`${seconds % 60}`.padStart(2, '0')} left`;
}

export const secretValueGone =
  'No longer held: the time was up. Copy it again while the portal still shows it.';

interface NamedSecret {
  hint: string;
  description?: string | undefined;
}

const nameOf = ({ hint, description }: NamedSecret) =>
  description ? `“${description}” (starts with ${hint})` : `the one that starts with ${hint}`;

export const askReplace = (vendorName: string, held: NamedSecret, shown: NamedSecret) =>
  `Another secret value of this app is already held for ${vendorName}: ${nameOf(held)}. ` +
  `${capital(nameOf(shown))} was not copied yet. Replace the held one with it?`;

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Shown when the admin copied the Secret ID, which looks like a credential and is none. */
export function secretIdCopied(
  vendorName: string,
  description: string | undefined,
  isReadable: boolean,
): string {
  const row = description ? ` of “${description}”` : '';
  const start = `You copied the Secret ID${row}. ${vendorName} needs the Value: with the Secret ID every sign-in fails.\n`;
  return isReadable
    ? `${start}The Value is still readable in this row. Copy it now; the portal shows it only once.`
    : `${start}The Value is shown only once, right after it is created, and is hidden now. ` +
        'Create a new secret with New client secret above the table, and copy its Value.';
}

export const rowUnreadable =
  'SSO Courier could not read a row: more than one text in it could be the secret’s Value. Nothing was copied. ' +
  'Copy the Value yourself and paste it into the SSO Courier popup.';

export const pageUnreadable =
  'SSO Courier could not read this page: it changed while being read. Nothing was copied. ' +
  'Press again, or paste the value into the SSO Courier popup.';

export const notUnderstood =
  'SSO Courier could not take the value. Nothing was copied. Reload this page and press again.';

const CREATE_NEW = 'Create a new secret with New client secret, and copy its Value while it is shown.';

const faultWords: Readonly<Record<SecretValueFault, string>> = {
  empty: `The Value is empty. Nothing was copied. ${CREATE_NEW}`,
  secretId: 'This is the Secret ID, not the Value. Nothing was copied. Use the text in the Value column.',
  masked: `The portal hides this Value: it is shown only once. Nothing was copied. ${CREATE_NEW}`,
  cut: 'The page shows only a part of the Value. Nothing was copied. Widen the column or paste the whole Value into the SSO Courier popup.',
  tooShort: `The Value is shorter than any client secret. Nothing was copied. ${CREATE_NEW}`,
  tooLong:
    'The text is longer than any client secret. Nothing was copied. Paste only the Value into the SSO Courier popup.',
  severalValues:
    'The text holds more than one value. Nothing was copied. Paste only the Value into the SSO Courier popup.',
  unprintable:
    'The text has characters that no client secret has. Nothing was copied. Paste the Value into the SSO Courier popup.',
};

const notClientIdWords: Readonly<Record<'objectId' | 'tenantId' | 'otherText', string>> = {
  objectId: 'This is the Object ID, not the Application (client) ID.',
  tenantId: 'This is the Directory (tenant) ID, not the Application (client) ID.',
  otherText: 'This is not an Application (client) ID.',
};

export function refusal(reason: CaptureRefusal): string {
  switch (reason.kind) {
    case 'notASecretValue':
      return faultWords[reason.fault];
    case 'notAClientId':
      return `${notClientIdWords[reason.is]} Nothing was copied. Reload the app’s Overview and press again.`;
    case 'otherDirectory':
      return (
        `This page belongs to the directory ${reason.page}, but this app’s values were taken in ${reason.held}. ` +
        'Nothing was copied. Clear the held values in the SSO Courier popup, or go back to the first directory.'
      );
    case 'otherPage':
      return (
        'The portal went to another page while this one was read. Nothing was copied. ' +
        'Reload the page of the app whose values you need, and press again.'
      );
    case 'memoryRefused':
      return (
        'The browser’s session memory refused the value. Nothing was copied, and nothing was written to disk. ' +
        'Close some tabs or restart the browser, then press again.'
      );
    default:
      return unknownReason(reason);
  }
}

function unknownReason(_: never): string {
  return notUnderstood;
}
