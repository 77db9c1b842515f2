/** A valid message of every type, and the senders that may send them: what forgeries start from. */
import type { DataOf, MessageType, SenderKind } from '../../../utils/messages/protocol';
import type { RawSender } from '../../../utils/messages/senders';
import { clientId, objectId, secretId, secretValue, tenantId } from '../handoff/samples';

export const self = { id: 'courier', origin: 'chrome-extension://courier' };

const facts = { clientId, objectId, tenantId, directoryDomain: 'contoso.example', appName: 'Kandji' };
const key = { vendorHost: 'acme.kandji.io', clientId };

/** The compiler asks for the missing one. */
export const samples: { readonly [T in MessageType]: DataOf<T> } = {
  bringPart: { because: 'opened' },
  portalContext: { clientId },
  portalSeen: { ...facts, seen: 'overview' },
  readOptions: undefined,
  changeOptions: { portalButtons: 'duringJourney', holdMinutes: 5, reminderDays: [30] },
  frameRoute: undefined,
  routeChanged: undefined,
  registrationValues: undefined,
  registrationSeen: { ...facts, counts: { web: 1, spa: 0, publicClient: 0 } },
  captureClientId: facts,
  captureSecretValue: { ...facts, secretId, secretValue, whenHeld: 'ask' },
  pageReported: { text: 'html' },
  startPageReport: undefined,
  readPageReport: undefined,
  discardPageReport: undefined,
  vendorContext: undefined,
  cancelInPage: { deed: 'fillForm' },
  requestFill: { clientId, whenFilled: 'overwrite' },
  vendorSeen: { seen: 'saved', connectionName: 'Entra', clientId, secretIsFilled: true },
  carryRedirectUri: { redirectUri: 'https://auth.kandji.io/login/callback' },
  enforceContext: { connectionName: 'Entra' },
  accessSeen: { hasAuthentication: true },
  consentLinkSeen: { href: 'https://auth.kandji.io/p/waad/CBIQ6Xfb' },
  openConsentLink: undefined,
  consoleSeen: { signedIn: true },
  signinSeen: { page: 'microsoft', clientId, consent: false, code: '50011' },
  openFix: { place: 'secrets', clientId },
  getState: undefined,
  chooseVendorTenant: { address: 'acme.kandji.io' },
  chooseHandoff: { clientId },
  pasteValue: { kind: 'secretValue', text: secretValue, whenHeld: 'ask' },
  runCheck: undefined,
  askMicrosoft: undefined,
  startRenewal: key,
  handoverRecord: key,
  moveTenant: { accept: false },
  dismissSamlNote: undefined,
  fillForm: { whenFilled: 'ask' },
  takeMeThere: { step: 'clientId' },
  tick: { step: 'enable', done: true },
  startTest: undefined,
  cancel: { deed: 'askMicrosoft' },
  reportOutcome: { worked: false },
  closeTestWindow: undefined,
  extendHold: undefined,
  clear: undefined,
  secretsSeen: { clientId, complete: false, rows: [{ secretId, description: 'Kandji SSO' }] },
  listConnections: undefined,
  setExpiry: { ...key, expiresOn: '2028-11-20' },
  forgetConnection: key,
  exportConnections: undefined,
  importConnections: { text: '{}' },
};

export const pageAt = (url: string, change: Partial<RawSender> = {}): RawSender => ({
  id: self.id,
  url,
  origin: new URL(url).origin,
  frameId: 0,
  documentId: 'D',
  documentLifecycle: 'active',
  tab: { id: 1, windowId: 1, incognito: false } as NonNullable<RawSender['tab']>,
  ...change,
});

export const senders: Readonly<Record<SenderKind, RawSender>> = {
  extensionPage: { id: self.id, url: `${self.origin}/popup.html`, origin: self.origin },
  portalFrame: pageAt('https://entra.microsoft.com/'),
  vendorConsole: pageAt('https://acme.kandji.io/devices'),
  signinPage: pageAt('https://login.microsoftonline.com/common'),
};

export const envelope = (type: string, data?: unknown) => ({ id: 1, type, data, timestamp: 1 });
