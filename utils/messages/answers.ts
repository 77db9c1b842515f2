/** What the background answers, a type a message. No answer carries a held secret value, to anyone. */
import type { SecretValueFault } from '../entra/values';
import type { Day, Instant, WipeReason } from '../handoff/model';
import type { FileFault, RowSetAside } from '../reminders/exchange';
import type { ConnectionRow } from '../reminders/listing';
import type { Ignored, ManagedSettings } from '../settings/managed';
import type { Settings } from '../settings/settings';
import type { FieldId } from '../vendors/profile';

/** Answer to a message that was not understood or whose sender may not send it. */
export interface Dropped {
  kind: 'dropped';
  reason?: DropReason;
  /** For support: the class of the exception behind `failed`. Never its text, which may quote anything. */
  cause?: string;
}

export type DropReason =
  | 'notAMessage'
  | 'unknownType'
  | 'unknownSender'
  | 'wrongSender'
  | 'malformed'
  | 'failed'
  | 'memoryRefused'
  | 'memoryMissing'
  | 'diskRefused';

export interface Done {
  kind: 'done';
}

/** What the admin may have to wait for: anything that asks Microsoft, or the browser for a tab or a window. */
export type Cancellable =
  | 'askMicrosoft'
  | 'runCheck'
  | 'fillForm'
  | 'openConsentLink'
  | 'takeMeThere'
  | 'startTest';

/** The admin cancelled it before it came to its end: nothing of it was stored, filled or left open. */
export interface Cancelled {
  kind: 'cancelled';
}

/** Why a page asks for its part: it came up, or it shows something that the part is for. */
export type PartReason = 'opened' | 'seen';

export interface PortalContext {
  kind: 'context';
  vendorName: string;
  /** Secret IDs of this app whose row may be marked *safe to delete*: replaced, and the new one passed a test. */
  safeToDelete: string[];
  /** Something of this app is held or on record: what its page shows of its secrets is of use. */
  isKnown: boolean;
  /** `hidden`: our controls appear during a journey only, and none is under way. */
  controls: 'shown' | 'hidden';
  /** The admin asked to be taken there: what the page's next control is for. */
  pointTo?: PortalGoal;
}

/** What the journey wants of the portal next. */
export type PortalGoal = 'register' | 'clientId' | 'secret';

export interface FrameRoute {
  kind: 'route';
  /** The top page's hash. */
  hash: string;
}

/** `notHere`: the tab shows no console, or its page has to be loaded anew first. */
export type StartReportAnswer = { kind: 'started' } | { kind: 'notHere' };
export type PageReportAnswer = { kind: 'report'; text: string } | { kind: 'none' };

export interface RegistrationValues {
  kind: 'values';
  vendorName: string;
  appName: string;
  secretDescription: string;
  /** Longest lifetime the portal offers. */
  secretMonths: 24;
  /** Absent while the vendor tenant, or the redirect URI that it shows, is not known: `why`. */
  redirectUri?: string;
  why?: 'noTenant' | 'notCarried';
}

export type RegistrationProblem =
  | { kind: 'redirectUriMissing'; expected: string }
  | { kind: 'wrongPlatform'; platform: 'spa' | 'publicClient'; expected: string }
  | { kind: 'wrongRegion'; found: string; expected: string }
  | { kind: 'wrongRedirectUri'; found: string; expected: string }
  | { kind: 'notSingleTenant' }
  /** A Kandji Passport registration: another feature, other values. */
  | { kind: 'passport' };

export interface RegistrationAnswer {
  kind: 'registration';
  vendorName: string;
  problems: RegistrationProblem[];
}

export type CarryAnswer =
  | { kind: 'carried'; vendorName: string }
  | { kind: 'refused'; reason: 'notTheVendors' | 'memoryRefused' | 'notAllowed' };

export interface EnforceContext {
  kind: 'enforce';
  vendorName: string;
  /** A passed test of this connection is on record, with the secret that is in use. */
  isTested: boolean;
}

export type HandoverAnswer = { kind: 'record'; text: string } | { kind: 'notKnown' };

export type CaptureAnswer =
  | { kind: 'held'; vendorName: string; what: 'clientId' }
  | { kind: 'held'; vendorName: string; what: 'secretValue'; deadline: Instant }
  | {
      kind: 'askReplace';
      vendorName: string;
      held: { hint: string; description?: string; secretId?: string };
    }
  | { kind: 'refused'; reason: CaptureRefusal };

export type CaptureRefusal =
  | { kind: 'notASecretValue'; fault: SecretValueFault }
  /** The client ID shown is the object ID or the tenant ID. */
  | { kind: 'notAClientId'; is: 'objectId' | 'tenantId' | 'otherText' }
  /** The page belongs to another directory than the one this app registration was captured in. */
  | { kind: 'otherDirectory'; held: string; page: string }
  /** The portal shows another app by now than the frame that the value was read in. */
  | { kind: 'otherPage' }
  /** Session memory refused to store. Nothing was kept, and nothing was written to disk. */
  | { kind: 'memoryRefused' };

/** A handoff that could be filled here, told apart without its secret. */
export interface FillCandidate {
  clientId: string;
  appName?: string;
  capturedAt: Instant;
}

export type VendorContext = FillOffer & {
  /** What the connection is called here, once it was filled or saved: its row is known by it, also after a reload. */
  connectionName?: string;
};

export type FillOffer =
  | { kind: 'ready'; candidate: FillCandidate; deadline: Instant }
  | { kind: 'choose'; candidates: FillCandidate[] }
  /** `missing` names what is not held for this vendor tenant. */
  | { kind: 'nothingHeld'; missing: ('clientId' | 'secretValue')[]; wiped?: WipeReason };

export type FieldOutcome =
  | 'filled'
  | 'alreadyEqual'
  /** The field held something and was left as it was. */
  | 'kept'
  | 'reverted'
  | 'notFound'
  | 'ambiguous'
  | 'notEditable'
  /** The value is not held. */
  | 'notHeld';

export interface FieldReport {
  field: FieldId;
  outcome: FieldOutcome;
  /** Label of the field as the page shows it. */
  label?: string;
}

export type FillAnswer =
  | { kind: 'filled'; fields: FieldReport[] }
  | { kind: 'holdsSecret' }
  | { kind: 'choose'; candidates: FillCandidate[] }
  | { kind: 'nothingHeld'; missing: ('clientId' | 'secretValue')[]; wiped?: WipeReason }
  | { kind: 'noForm'; opened: boolean }
  | { kind: 'wrongPage' }
  /** The captured domain belongs to another directory than the captured app registration. */
  | { kind: 'otherDirectory'; domain: string }
  /** The organisation allows values to go to these consoles only. */
  | { kind: 'notAllowed'; host: string; allowed: string[] }
  /** The browser or the company's policy keeps the extension out of this page. */
  | { kind: 'blocked'; host: string };

export type OpenAnswer = { kind: 'opened' } | { kind: 'notKnown' } | { kind: 'refused'; host: string };

export type SigninAnswer =
  | { kind: 'nothing' }
  | { kind: 'otherClientId'; appName?: string; expected: string }
  | {
      kind: 'explainMicrosoft';
      code: string;
      redirectUri?: string;
      expectedRedirectUri: string;
      vendorName: string;
    }
  | { kind: 'explainVendor'; reason: 'tokenExchangeFailed' | 'userNotInvited' | 'other'; vendorName: string };

export type ChooseTenantAnswer =
  | { kind: 'chosen'; host: string }
  | { kind: 'refused'; fault: TenantAddressFault };
export type TenantAddressFault =
  | 'empty'
  | 'notAnAddress'
  | 'notHttps'
  | 'hasPort'
  | 'notAConsole'
  | 'unknownVendor'
  /** The organisation allows other consoles only. */
  | 'notAllowed';

export type PasteAnswer =
  | { kind: 'held' }
  | { kind: 'askReplace'; hint: string; description?: string }
  | { kind: 'refused'; reason: CaptureRefusal }
  | { kind: 'refused'; reason: { kind: 'notADomain' } | { kind: 'notADay' } | { kind: 'noClientId' } };

export type StartTestAnswer =
  | { kind: 'started'; observed: boolean }
  | { kind: 'noTenant' }
  /** Private windows are switched off by policy, or this browser keeps the extension from opening one. */
  | { kind: 'privateWindowsOff'; why: PrivateWindowsFault; address: string };

/** Off for everybody, not allowed to the extension, or every window is private: the test would not be apart. */
export type PrivateWindowsFault = 'off' | 'notAllowed' | 'forced';

export interface ConnectionList {
  kind: 'connections';
  /** The day it is, by the background's clock. */
  today: Day;
  now: Instant;
  connections: ConnectionRow[];
  /** Records that cannot be read: left where they are. */
  setAside: number;
  /** Days before the expiry at which the admin is reminded, most first. */
  reminderDays: readonly number[];
}

/** The settings in force, those of the organisation's policy among them, and what of the policy does not count. */
export interface OptionsAnswer {
  kind: 'options';
  settings: Settings;
  managed: ManagedSettings;
  ignored: Ignored[];
}

export type SetExpiryAnswer =
  | { kind: 'done' }
  | { kind: 'notADay' }
  | { kind: 'notKnown' }
  | { kind: 'storageRefused' };

export type ExportAnswer = { kind: 'file'; text: string; connections: number };

export type ImportAnswer =
  | {
      kind: 'imported';
      added: number;
      updated: number;
      kept: number;
      duplicates: number;
      /** The first rows that were set aside, and how many there were. */
      setAside: RowSetAside[];
      setAsideCount: number;
    }
  | { kind: 'refused'; fault: FileFault | { kind: 'storageRefused' } };
