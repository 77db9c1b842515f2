/**
 * The message contract: one entry a message, with who may send it, the shape of its data and of its answer.
 * The background's door (`door.ts`) enforces all three. Content scripts import this file's types only.
 *
 * No answer carries a held secret value, to anyone.
 */
import * as z from 'zod/mini';
import type { ProjectedState } from '../handoff/projection';
import { MOST_CHARACTERS } from '../reminders/exchange';
import { optionsShape } from '../settings/settings';
import type {
  Cancelled,
  CaptureAnswer,
  CarryAnswer,
  ChooseTenantAnswer,
  ConnectionList,
  Done,
  Dropped,
  EnforceContext,
  ExportAnswer,
  FillAnswer,
  FrameRoute,
  HandoverAnswer,
  ImportAnswer,
  OpenAnswer,
  OptionsAnswer,
  PageReportAnswer,
  PasteAnswer,
  PortalContext,
  RegistrationAnswer,
  RegistrationValues,
  SetExpiryAnswer,
  SigninAnswer,
  StartReportAnswer,
  StartTestAnswer,
  VendorContext,
} from './answers';
import {
  appFacts,
  cancellables,
  connectionKey,
  count,
  guid,
  name,
  nothing,
  secretName,
  stepIds,
  text,
} from './shapes';

/** Contexts that may speak to the background; `senders.ts` decides which one a message came from. */
export type SenderKind = 'extensionPage' | 'portalFrame' | 'vendorConsole' | 'signinPage';

interface Entry<Kind extends SenderKind, Schema extends z.ZodMiniType, Answer> {
  readonly from: readonly Kind[];
  readonly data: Schema;
  /** Phantom: the type of the answer. */
  readonly answer?: Answer;
}

const entry =
  <Answer>() =>
  <Kind extends SenderKind, Schema extends z.ZodMiniType>(
    from: readonly Kind[],
    data: Schema,
  ): Entry<Kind, Schema, Answer> => ({
    from,
    data,
  });

/** A report of 5000 nodes has about half of this. */
const MOST_REPORT = 2_000_000;

export const protocol = {
  // From the gates of all pages. ---------------------------------------------------------------------------------------
  /** A page that may be ours came up, or shows something of ours: puts the script that works on it into that document. */
  bringPart: entry<Done>()(
    ['portalFrame', 'vendorConsole', 'signinPage'],
    z.strictObject({ because: z.enum(['opened', 'seen']) }),
  ),

  // From the portal. -------------------------------------------------------------------------------------------------
  /** A page of ours came up: what should its buttons say? */
  portalContext: entry<PortalContext>()(['portalFrame'], z.strictObject({ clientId: z.optional(guid) })),
  /** Evidence without a value: an app's overview, or a row whose value can be read. */
  portalSeen: entry<Done>()(
    ['portalFrame'],
    z.strictObject({ ...appFacts, seen: z.enum(['overview', 'readableSecret']) }),
  ),
  /** A frame of the portal asks for the top page's route: its own address says nothing. */
  frameRoute: entry<FrameRoute>()(['portalFrame'], nothing),
  /** The top page went to another page of ours, or left it: its frames ask again. */
  routeChanged: entry<Done>()(['portalFrame'], nothing),
  /** *Fill for …* was pressed on the register form or in the add-a-secret pane. */
  registrationValues: entry<RegistrationValues>()(['portalFrame'], nothing),
  /** What a page shows of the registration: is it what the vendor needs? */
  registrationSeen: entry<RegistrationAnswer>()(
    ['portalFrame'],
    z.strictObject({
      ...appFacts,
      audience: z.optional(z.enum(['singleTenant', 'other'])),
      counts: z.optional(z.strictObject({ web: count, spa: count, publicClient: count })),
      redirectUris: z.optional(
        z
          .array(z.strictObject({ platform: z.enum(['web', 'spa', 'publicClient']), uri: text(1024) }))
          .check(z.maxLength(256)),
      ),
    }),
  ),
  captureClientId: entry<CaptureAnswer>()(['portalFrame'], z.strictObject(appFacts)),
  captureSecretValue: entry<CaptureAnswer>()(
    ['portalFrame'],
    z.strictObject({
      ...appFacts,
      ...secretName,
      secretValue: text(4096),
      /** The admin's answer when another secret of the same registration is held. */
      whenHeld: z.enum(['ask', 'replace']),
    }),
  ),

  // Page reports. -----------------------------------------------------------------------------------------------------
  /** The admin pointed at a value, or would not: the page's skeleton, without any value of it. */
  pageReported: entry<Done>()(['portalFrame', 'vendorConsole'], z.strictObject({ text: text(MOST_REPORT) })),
  /** *Report this page* was pressed: lets the admin point at the value in the tab that is shown. */
  startPageReport: entry<StartReportAnswer>()(['extensionPage'], nothing),
  readPageReport: entry<PageReportAnswer>()(['extensionPage'], nothing),
  discardPageReport: entry<Done>()(['extensionPage'], nothing),

  // From the vendor console. -------------------------------------------------------------------------------------------
  /** A console page came up, or its form appeared: what can be filled here? */
  vendorContext: entry<VendorContext>()(['vendorConsole'], nothing),
  requestFill: entry<FillAnswer | Cancelled>()(
    ['vendorConsole'],
    z.strictObject({ clientId: z.optional(guid), whenFilled: z.enum(['ask', 'overwrite']) }),
  ),
  vendorSeen: entry<Done>()(
    ['vendorConsole'],
    z.strictObject({
      seen: z.enum(['saved', 'active', 'inactive']),
      connectionName: z.optional(name(256)),
      /** For `saved`: the client ID the form held, and whether the secret field held what was filled. */
      clientId: z.optional(guid),
      secretIsFilled: z.optional(z.boolean()),
    }),
  ),
  /** *Carry redirect URL to Entra* was pressed in the vendor's dialog. */
  carryRedirectUri: entry<CarryAnswer>()(['vendorConsole'], z.strictObject({ redirectUri: text(1024) })),
  /** The admin is about to end a way to sign in: is there a passed test of the connection? */
  enforceContext: entry<EnforceContext>()(
    ['vendorConsole'],
    z.strictObject({ connectionName: z.optional(name(256)) }),
  ),
  /** The Access page came up without the section for connections, or with it. */
  accessSeen: entry<Done>()(['vendorConsole'], z.strictObject({ hasAuthentication: z.boolean() })),
  consentLinkSeen: entry<Done>()(['vendorConsole'], z.strictObject({ href: text(2048) })),
  openConsentLink: entry<OpenAnswer | Cancelled>()(['vendorConsole', 'extensionPage'], nothing),
  /** *Cancel* was pressed beside a button of the page that takes long: ends what this document began, and nothing else. */
  cancelInPage: entry<Done>()(
    ['vendorConsole'],
    z.strictObject({ deed: z.enum(['fillForm', 'openConsentLink']) }),
  ),
  /** The console is shown to a signed-in user, or its address carries a sign-in error. */
  consoleSeen: entry<Done>()(
    ['vendorConsole'],
    z.strictObject({
      signedIn: z.boolean(),
      error: z.optional(name(256)),
      description: z.optional(name(512)),
    }),
  ),

  // From sign-in pages. ------------------------------------------------------------------------------------------------
  signinSeen: entry<SigninAnswer>()(
    ['signinPage'],
    z.discriminatedUnion('page', [
      z.strictObject({
        page: z.literal('microsoft'),
        clientId: z.optional(guid),
        redirectUri: z.optional(text(1024)),
        consent: z.boolean(),
        /** Digits of `AADSTS…`, where the page shows an error. */
        code: z.optional(z.string().check(z.regex(/^\d{4,9}$/))),
        traceId: z.optional(guid),
      }),
      z.strictObject({
        page: z.literal('vendor'),
        at: z.enum(['login', 'callback', 'other']),
        error: z.optional(name(256)),
        description: z.optional(name(512)),
      }),
    ]),
  ),

  /** The button of an explained error: opens the place where it is put right, in an ordinary window. */
  openFix: entry<OpenAnswer>()(
    ['signinPage'],
    z.strictObject({
      place: z.enum(['secrets', 'overview', 'authentication', 'permissions', 'console']),
      clientId: z.optional(guid),
    }),
  ),

  // From the popup and the side panel. ---------------------------------------------------------------------------------
  getState: entry<ProjectedState>()(['extensionPage'], nothing),
  chooseVendorTenant: entry<ChooseTenantAnswer>()(['extensionPage'], z.strictObject({ address: text(2048) })),
  chooseHandoff: entry<Done>()(['extensionPage'], z.strictObject({ clientId: guid })),
  pasteValue: entry<PasteAnswer>()(
    ['extensionPage'],
    z.strictObject({
      kind: z.enum(['clientId', 'secretValue', 'directoryDomain', 'expiresOn']),
      text: text(1_100_000),
      whenHeld: z.enum(['ask', 'replace']),
    }),
  ),
  runCheck: entry<Done | Cancelled>()(['extensionPage'], nothing),
  /** Tries the held values at Microsoft's token endpoint; the answer shows in the state. `notAllowed`: nothing was sent. */
  askMicrosoft: entry<Done | { kind: 'notAllowed' } | Cancelled>()(['extensionPage'], nothing),
  startRenewal: entry<OpenAnswer>()(['extensionPage'], z.strictObject(connectionKey)),
  handoverRecord: entry<HandoverAnswer>()(['extensionPage'], z.strictObject(connectionKey)),
  /** The vendor tenant has moved to another address: should the handoff follow? */
  moveTenant: entry<Done>()(['extensionPage'], z.strictObject({ accept: z.boolean() })),
  /** The note that the vendor recommends SAML was read: it is shown once. */
  dismissSamlNote: entry<Done>()(['extensionPage'], nothing),
  fillForm: entry<FillAnswer | Cancelled>()(
    ['extensionPage'],
    z.strictObject({ whenFilled: z.enum(['ask', 'overwrite']) }),
  ),
  takeMeThere: entry<OpenAnswer | Cancelled>()(['extensionPage'], z.strictObject({ step: z.enum(stepIds) })),
  tick: entry<Done>()(['extensionPage'], z.strictObject({ step: z.enum(stepIds), done: z.boolean() })),
  startTest: entry<StartTestAnswer | Cancelled>()(['extensionPage'], nothing),
  /** Ends the wait: the request is aborted, and a test under way ends without an outcome. */
  cancel: entry<Done>()(['extensionPage'], z.strictObject({ deed: z.enum(cancellables) })),
  reportOutcome: entry<Done>()(['extensionPage'], z.strictObject({ worked: z.boolean() })),
  closeTestWindow: entry<Done>()(['extensionPage'], nothing),
  extendHold: entry<Done>()(['extensionPage'], nothing),
  clear: entry<Done>()(['extensionPage'], nothing),

  // Settings. ----------------------------------------------------------------------------------------------------------
  readOptions: entry<OptionsAnswer>()(['extensionPage'], nothing),
  /** The admin's own settings: what is named changes, the rest stays. */
  changeOptions: entry<Done>()(['extensionPage'], optionsShape),

  // Reminders. ---------------------------------------------------------------------------------------------------------
  /** An app's list of secrets came up: names and days, no values. `complete`: all of it, after loading. */
  secretsSeen: entry<Done>()(
    ['portalFrame'],
    z.strictObject({
      clientId: guid,
      complete: z.boolean(),
      rows: z.array(z.strictObject({ ...secretName, secretId: guid })).check(z.maxLength(500)),
    }),
  ),
  listConnections: entry<ConnectionList>()(['extensionPage'], nothing),
  /** Without a day: none is known. */
  setExpiry: entry<SetExpiryAnswer>()(
    ['extensionPage'],
    z.strictObject({ ...connectionKey, expiresOn: z.optional(text(64)) }),
  ),
  forgetConnection: entry<Done>()(['extensionPage'], z.strictObject(connectionKey)),
  exportConnections: entry<ExportAnswer>()(['extensionPage'], nothing),
  importConnections: entry<ImportAnswer>()(
    ['extensionPage'],
    z.strictObject({ text: text(MOST_CHARACTERS) }),
  ),
};

export type Protocol = typeof protocol;
export type MessageType = keyof Protocol;
export type DataOf<T extends MessageType> = z.output<Protocol[T]['data']>;
export type AnswerOf<T extends MessageType> = NonNullable<Protocol[T]['answer']>;

/** The contract in the form that @webext-core/messaging types its senders with. */
export type ProtocolMap = {
  [T in MessageType]: (data: DataOf<T>) => AnswerOf<T> | Dropped;
};

export type * from './answers';
