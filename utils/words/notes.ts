/** Notes and questions that stand above the journey: SAML, a moved vendor tenant, the hand-over record. */
import type { ProjectedState } from '../handoff/projection';

/** Shown once, before there is anything to lose. */
export const samlWords = {
  title: (vendorName: string) => `${vendorName} recommends SAML`,
  text: (vendorName: string) =>
    `Client secrets live 24 months at most; a SAML connection has a certificate instead. ` +
    `But SSO Courier does not cover it: you set up an enterprise application and ${vendorName}’s form by hand, ` +
    `and renew the certificate yourself.`,
  link: (vendorName: string) => `${vendorName} on SAML`,
  read: 'Got it',
} as const;

export const moveWords = {
  title: ({ from, to }: NonNullable<ProjectedState['moveOffer']>) => `${from} now opens ${to}.`,
  text: 'Use the new address? Its redirect URI is another one, so the app registration is looked at again.',
  accept: (to: string) => `Use ${to}`,
  keep: (from: string) => `Keep ${from}`,
} as const;

/** The hand-over record, in the popup and in the list of connections. */
export const recordWords = {
  copy: 'Copy hand-over record',
  copied: 'Copied: the hand-over record. It contains no secret.',
  saved: 'Saved: the hand-over record. It contains no secret.',
  notKnown: 'This connection is not on record any more. Nothing was copied.',
  clipboardRefused:
    'The browser did not let SSO Courier write to the clipboard. Nothing was copied. Use **Save record** in the list of connections.',
} as const;

export const openConnections = 'Connections and reminders';

/** Where to begin while nothing is held: at the vendor, where its redirect URI has to be carried first. */
export const beginWords = {
  entra: (vendorName: string) =>
    `Open your app registration in Entra and press **Copy client ID to ${vendorName}** beside Application (client) ID.`,
  vendor: (vendorName: string) =>
    `Begin in ${vendorName}: create the authentication method and press **Carry redirect URL to Entra** in its dialog.`,
} as const;
