/** The popup and the side panel in words: header, held values, actions, paste boxes. `**` marks names of controls. */
import type { SecretValueFault } from '../entra/values';
import type { SecretName, WipeReason } from '../handoff/model';
import type { ProjectedState } from '../handoff/projection';
import type { CaptureRefusal, PasteAnswer, TenantAddressFault } from '../messages/protocol';
import { dayWords } from './times';

export const headerWords = {
  product: 'SSO Courier',
  keepOpen: 'Keep open',
  keepOpenHint: 'Shows the journey beside the page, where it stays while you move between the consoles.',
  chooseHeading: (vendorName: string) => `Which ${vendorName} tenant?`,
  openTabs: 'Open in this browser',
  address: (vendorName: string) => `Address of your ${vendorName} tenant`,
  addressExample: 'acme.kandji.io',
  useAddress: 'Use this tenant',
  change: 'Change',
  cancel: 'Cancel',
  article: (vendorName: string) => `${vendorName}’s article on this connection`,
  switcher: 'App registration',
} as const;

/** Why a typed address was not taken, and what to type. */
export const tenantFaultWords: Readonly<Record<TenantAddressFault, (vendorName: string) => string>> = {
  empty: (vendorName) => `Type the address you open ${vendorName} with, for example acme.kandji.io.`,
  notAnAddress: () => 'This is not a web address. Type it as in acme.kandji.io or acme.eu.kandji.io.',
  notHttps: () => 'The address has to begin with https://. Nothing was changed.',
  hasPort: () => 'The address carries a port or a user name. Type the host only, as in acme.kandji.io.',
  notAConsole: (vendorName) =>
    `This host belongs to ${vendorName} but is not a tenant’s console. Type the address you see after signing in.`,
  unknownVendor: (vendorName) =>
    `This is not a ${vendorName} address. Values only ever go to a ${vendorName} console.`,
};

export const heldWords = {
  heading: (vendorName: string) => `Held for ${vendorName}`,
  clientId: 'Client ID',
  clientIdNotCopied: 'known from the portal’s address',
  domain: 'Domain',
  domainUnknown: 'not known yet',
  secretValue: 'Secret value',
  secretNotHeld: 'not held',
  secretName: ({ description, expiresOn }: SecretName) =>
    [description, expiresOn && `expires ${dayWords(expiresOn)}`].filter(Boolean).join(' · '),
  timeLeft: (time: string) => `${time} left`,
  lastMinute: 'The secret value is wiped in less than a minute.',
  extend: 'Keep ten minutes longer',
  unnamedApp: 'App registration',
} as const;

export const emptyWords = {
  heading: 'Nothing is held',
  takeMeThere: 'Take me there',
} as const;

/** Buttons of the action bar, and why one of them cannot work now. */
export const actionWords = {
  fill: (vendorName: string) => `Fill ${vendorName} form`,
  openConsentLink: 'Open consent link',
  test: 'Test sign-in in a private window',
  clear: 'Clear',
  fillNeedsSecret: 'Needs the secret value',
  consentNeedsLink: (vendorName: string) => `${vendorName} shows it after Save`,
  testNeedsTenant: 'Choose the tenant first',
  testRunning: 'A test is running',
} as const;

/** Why a secret value is no longer held, as a half sentence. */
const wipeWords: Readonly<Record<WipeReason, string>> = {
  deadline: 'its time ran out',
  clockWentBack: 'the computer’s clock was set back',
  locked: 'the screen was locked',
  saved: 'the connection was saved',
  cleared: 'you pressed Clear',
  replaced: 'you replaced it with another',
  updated: 'SSO Courier was updated',
  restarted: 'the browser or SSO Courier was restarted',
};

/** A secret that nobody can read any more and that still exists in the directory. */
export function orphanWords(
  orphan: SecretName & { reason: WipeReason },
  at: string,
  appName: string | undefined,
): { title: string; text: string } {
  const byHint = orphan.hint ? `the secret that begins with ${orphan.hint}` : 'the secret you created last';
  const name = orphan.description ? `“${orphan.description}”` : byHint;
  const secretId = orphan.secretId ? ` (Secret ID ${orphan.secretId})` : '';
  return {
    title: `A secret is left over in ${appName ?? 'Entra'}`,
    text:
      `Its value left memory at ${at}, unsaved: ${wipeWords[orphan.reason]}. ` +
      `Delete ${name}${secretId} under **Certificates & secrets**.`,
  };
}

export const storageFaultWords: Readonly<
  Record<NonNullable<ProjectedState['storageFault']>, { title: string; text: string }>
> = {
  memoryRefused: {
    title: 'The browser’s session memory is full',
    text: 'The last value was not kept, and nothing was written to disk. Press **Clear** or restart the browser, then copy it again.',
  },
  memoryMissing: {
    title: 'This browser offers no session memory',
    text: 'Nothing is held, and nothing was written to disk. Update the browser, then copy the values again.',
  },
  diskRefused: {
    title: 'The browser could not write the connection’s record to its disk',
    text: 'No reminder was set. Free some disk space, then fill the form again, or note the day the secret expires elsewhere.',
  },
};

export const statusWords = {
  loading: 'Loading…',
  unreachableTitle: 'SSO Courier did not answer',
  unreachable: 'It may have been updated just now. Close this view and open it again.',
  reloadTitle: 'Reload this page',
  reload: 'It still runs an earlier version of SSO Courier, whose buttons do nothing. Reload it, then go on.',
  dismiss: 'Dismiss',
} as const;

export type PasteKind = 'clientId' | 'secretValue' | 'directoryDomain' | 'expiresOn';

interface PasteWords {
  label: string;
  hint: string;
  submit: string;
}

/** Label, hint and button of each paste box. */
export const pasteWords: Readonly<Record<PasteKind, PasteWords>> = {
  clientId: {
    label: 'Application (client) ID',
    hint: 'From the app’s Overview.',
    submit: 'Hold client ID',
  },
  secretValue: {
    label: 'Secret value',
    hint: 'The Value column, not Secret ID. The box empties when you press the button.',
    submit: 'Hold secret value',
  },
  directoryDomain: {
    label: 'Directory domain',
    hint: 'From the portal’s account menu, for example contoso.onmicrosoft.com.',
    submit: 'Use this domain',
  },
  expiresOn: {
    label: 'Secret expires on',
    hint: 'The Expires column in Certificates & secrets.',
    submit: 'Use this day',
  },
};

export const replaceWords = {
  question: (hint: string, description: string | undefined) =>
    `Another secret of this app is held: ${hint}…${description ? ` (${description})` : ''}. Replace it?`,
  replace: 'Replace',
  keep: 'Keep the held one',
  kept: 'The held one was kept. What you pasted was dropped.',
  held: 'Held.',
} as const;

/** Why a text cannot be a secret value, with the next step. */
const secretFaultWords: Readonly<Record<SecretValueFault, string>> = {
  empty: 'The box was empty. Paste the secret value first.',
  secretId:
    'This is the Secret ID. Copy Value, the column before it; if that is hidden by now, create a new client secret.',
  masked: 'This value is masked. The portal shows it once only: create a new client secret.',
  cut: 'The value was cut off (…). Copy it with the portal’s copy button.',
  tooShort: 'This is too short for a secret value (16 characters at least). Copy the whole value.',
  tooLong: 'This is too long for a secret value (64 characters at most). Copy the value only.',
  severalValues: 'This is more than one value. Copy the value only.',
  unprintable: 'This holds characters that no secret value has. Copy it again with the portal’s copy button.',
};

type PasteRefusal = Extract<PasteAnswer, { kind: 'refused' }>['reason'];

const notAClientIdWords: Readonly<Record<Extract<CaptureRefusal, { kind: 'notAClientId' }>['is'], string>> = {
  objectId: 'This is the object ID. Copy Application (client) ID from the app’s Overview.',
  tenantId: 'This is the directory (tenant) ID. Copy Application (client) ID from the app’s Overview.',
  otherText:
    'This is not a client ID (five groups of digits and letters a–f). Copy it from the app’s Overview.',
};

/** Why a pasted text was not held. Always ends with what to do. */
export function refusalWords(reason: PasteRefusal): string {
  switch (reason.kind) {
    case 'notASecretValue':
      return `Not held. ${secretFaultWords[reason.fault]}`;
    case 'notAClientId':
      return `Not held. ${notAClientIdWords[reason.is]}`;
    case 'otherDirectory':
      return `Not held. It belongs to another directory (${reason.page}) than the app held here (${reason.held}). Clear what is held, or switch the portal’s directory.`;
    case 'otherPage':
      return 'Not held. The portal went to another page. Go back to the app’s page, then try again.';
    case 'memoryRefused':
      return 'Not held. The browser’s session memory refused it, and nothing was written to disk. Clear or restart the browser, then try again.';
    case 'notADomain':
      return 'Not used. This is not a domain name. Type it as in contoso.onmicrosoft.com.';
    case 'notADay':
      return 'Not used. Choose the day from the Expires column.';
    case 'noClientId':
      return 'Not held. Copy or paste the client ID first: the value has to belong to an app registration.';
    default:
      return reason satisfies never;
  }
}
