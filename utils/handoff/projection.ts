/** What views may know: the journey and the held values, without the secret value. */
import type { CloudId } from '../entra/clouds';
import type { MicrosoftAnswer } from '../entra/token-answer';
import type { RegistrationProblem } from '../messages/protocol';
import type { Region, VendorId } from '../vendors/profile';
import type { CheckResult } from './checks';
import type { Step } from './journey';
import type { Instant, JourneyId, SecretName, WipeReason } from './model';
import type { SigninTestView } from './signin-test';

export interface ProjectedSecret extends SecretName {
  hint: string;
  capturedAt: Instant;
  deadline: Instant;
  /** Whether the deadline can be moved further. */
  extendable: boolean;
}

export interface ProjectedHandoff {
  clientId: string;
  cloudId: CloudId;
  appName?: string;
  tenantId?: string;
  directoryDomain?: string;
  vendorHost?: string;
  /** Name of the connection as saved at the vendor: it stands on the button *Continue with …*. */
  connectionName?: string;
  clientIdHeldAt?: Instant;
  secret?: ProjectedSecret;
  orphan?: SecretName & { wipedAt: Instant; reason: WipeReason };
  consentLinkKnown: boolean;
  redirectUri?: string;
  /** Present where this handoff renews a secret: the one in use so far. */
  renews?: SecretName;
  /** Microsoft's answer to the held secret. `pending`: it will be asked again by itself. */
  microsoft?: { answer: MicrosoftAnswer; at: Instant; pending: boolean };
  touchedAt: Instant;
}

export interface ProjectedState {
  kind: 'state';
  now: Instant;
  vendor: { id: VendorId; name: string; articleUrl: string; samlUrl: string };
  /** The vendor tenant the journey is for, once known. */
  tenant?: { host: string; region: Region['name']; redirectUri?: string };
  /** Consoles to choose from: those the organisation allows, else those open in this browser. */
  openTenants: string[];
  /** `off`: the organisation does not want the held secret to be tried at Microsoft. */
  askMicrosoft: 'allowed' | 'off';
  /** The organisation's own help, https. */
  helpLink?: string;
  /** Which journey the steps are of. */
  journey: JourneyId;
  /** The connection on record that the journey is about, for renewal and the hand-over record. */
  connection?: { vendorHost: string; clientId: string };
  /** The app whose secrets page is in front has a connection on record: it can be renewed. */
  renewable?: { vendorHost: string; clientId: string; appName?: string; expiresOn?: string };
  /** The vendor tenant's console came up at another address. */
  moveOffer?: { from: string; to: string };
  /** The note that the vendor recommends SAML has not been read yet. */
  showSamlNote: boolean;
  /** What the app registration's pages show and the vendor does not accept. */
  registrationProblems: RegistrationProblem[];
  /** The Access page has no section for connections: SSO is not enabled for this vendor tenant. */
  ssoNotEnabled: boolean;
  /** Newest first. */
  handoffs: ProjectedHandoff[];
  /** The one the journey is about. */
  current?: ProjectedHandoff;
  steps: Step[];
  checks: CheckResult[];
  test?: SigninTestView;
  /** An ordinary private window is open: sign-ins in it would spoil the test. */
  privateWindowOpen: boolean;
  privateWindowsAllowed: boolean;
  /** Content scripts of an earlier version are in this tab: it has to be reloaded. */
  reloadNeeded: boolean;
  /** The browser keeps us out of the page in front, by a policy of the organisation. */
  blockedByPolicy: boolean;
  /** What session memory or the disk could not do, if anything. */
  storageFault?: 'memoryRefused' | 'memoryMissing' | 'diskRefused';
}
