/** Sample states of renewal, the check with Microsoft, Iru's way, and the notes above the journey. */

import type { MicrosoftAnswer } from '../../../utils/entra/token-answer';
import type { ProjectedHandoff, ProjectedState } from '../../../utils/handoff/projection';
import type { RegistrationProblem } from '../../../utils/messages/protocol';
import {
  ago,
  allPassed,
  bothHeld,
  CLIENT_ID,
  clientIdHeld,
  emptyState,
  firstSteps,
  iru,
  renewSteps,
  SECRET_ID,
  saved,
  seen,
  stateOf,
  stepsAfter,
  tenant,
  vendorFirstSteps,
} from './parts';

const URI = tenant.redirectUri;
const connection = { vendorHost: tenant.host, clientId: CLIENT_ID };

const renewing: ProjectedHandoff = {
  ...clientIdHeld,
  connectionName: 'Entra ID SSO',
  renews: { ...(SECRET_ID && { secretId: SECRET_ID }), description: 'Kandji SSO', expiresOn: '2026-12-07' },
};
const renewingHeld: ProjectedHandoff = { ...renewing, ...(bothHeld.secret && { secret: bothHeld.secret }) };

/** A renewal with as many of its steps done. */
export function renewalOf(
  current: ProjectedHandoff,
  doneSteps: number,
  changes: Partial<ProjectedState> = {},
): ProjectedState {
  return stateOf(current, 0, {
    journey: 'renew',
    connection,
    steps: stepsAfter(firstSteps(doneSteps, renewSteps), {}, renewSteps),
    ...changes,
  });
}

/** Every answer of Microsoft's. */
export const microsoftAnswers: readonly MicrosoftAnswer[] = [
  { kind: 'works' },
  { kind: 'wrongSecret' },
  { kind: 'expired' },
  { kind: 'appNotFound' },
  { kind: 'directoryNotFound' },
  { kind: 'appDisabled' },
  { kind: 'otherCloud' },
  { kind: 'policy', code: '53003' },
  { kind: 'headerFault' },
  { kind: 'cannotTell', code: '7000229', traceId: '11111111-2222-4333-8444-555555555555' },
  { kind: 'cannotTell' },
  { kind: 'unreachable' },
  { kind: 'keptOut', host: 'login.microsoftonline.com' },
];
const refusals: readonly MicrosoftAnswer['kind'][] = [
  'wrongSecret',
  'expired',
  'appNotFound',
  'directoryNotFound',
  'appDisabled',
  'otherCloud',
];

/** The check step after Microsoft was asked. */
export function asked(answer: MicrosoftAnswer, pending = false): ProjectedState {
  const isRefusal = refusals.includes(answer.kind);
  const outcome = answer.kind === 'works' ? 'passed' : isRefusal ? 'problem' : 'hint';
  return stateOf({ ...bothHeld, microsoft: { answer, at: ago(0), pending } }, 5, {
    checks: [...allPassed, { id: 'microsoft', outcome, detail: answer.kind }],
    ...(isRefusal && {
      steps: stepsAfter(firstSteps(5), { check: { state: 'problem', problem: 'microsoftRefused' } }),
    }),
  });
}

export const registrationProblems: readonly RegistrationProblem[] = [
  { kind: 'redirectUriMissing', expected: URI },
  { kind: 'wrongPlatform', platform: 'spa', expected: URI },
  { kind: 'wrongPlatform', platform: 'publicClient', expected: URI },
  { kind: 'wrongRegion', found: 'https://auth.kandji.io/login/callback', expected: URI },
  { kind: 'wrongRedirectUri', found: `${URI}/`, expected: URI },
  { kind: 'notSingleTenant' },
  { kind: 'passport' },
];

/** An app registration that the vendor does not accept. */
export function wrongRegistration(...problems: RegistrationProblem[]): ProjectedState {
  return stateOf(clientIdHeld, 3, {
    registrationProblems: problems,
    steps: stepsAfter(firstSteps(3), { registerApp: { state: 'problem', problem: 'registrationWrong' } }),
  });
}

const iruTenant = { host: 'acme.iru.com', region: 'All regions' };
const iruUri = 'https://vpriix.id.iru.com/callback/entra';
const iruHeld: ProjectedHandoff = { ...clientIdHeld, appName: 'Iru', vendorHost: iruTenant.host };

/** Iru's journey, with as many of its steps done. */
function iruState(doneSteps: number, changes: Partial<ProjectedState> = {}): ProjectedState {
  return {
    ...emptyState,
    vendor: iru,
    tenant: doneSteps > 1 ? { ...iruTenant, redirectUri: iruUri } : iruTenant,
    steps: stepsAfter(
      firstSteps(doneSteps, vendorFirstSteps),
      { authorise: { action: 'takeMeThere' } },
      vendorFirstSteps,
    ),
    ...changes,
  };
}

const renewable = { ...connection, appName: 'Kandji', expiresOn: '2026-12-07' };
const oldTest = {
  vendorHost: tenant.host,
  startedAt: ago(4_000),
  observed: true,
  windowOpen: false,
  verdict: { kind: 'vendorRefused', reason: 'tokenExchangeFailed' },
} as const;

/** One of each view, by a name that says what is shown. */
export const laterViews: Readonly<Record<string, ProjectedState>> = {
  samlNote: { ...emptyState, showSamlNote: true },
  samlNoteOneTab: { ...emptyState, showSamlNote: true, openTenants: ['acme.kandji.io'] },
  samlNoteTenantChosen: stateOf(clientIdHeld, 3, { showSamlNote: true }),
  moveOffer: stateOf(bothHeld, 6, {
    moveOffer: { from: 'acme.kandji.io', to: 'acme.iru.com' },
    checks: allPassed,
  }),
  renewable: { ...emptyState, tenant, connection, renewable, steps: stepsAfter(firstSteps(12)) },
  renewableUndated: {
    ...emptyState,
    renewable: { vendorHost: tenant.host, clientId: CLIENT_ID },
  },
  renewStart: renewalOf(renewing, 0, { renewable }),
  renewStartOldTest: renewalOf(renewing, 0, { test: oldTest }),
  renewFill: renewalOf(renewingHeld, 3, { checks: allPassed }),
  renewSave: renewalOf(renewingHeld, 4, { checks: allPassed }),
  renewTest: renewalOf(renewing, 5),
  renewTestOldVerdict: renewalOf(renewing, 5, { test: oldTest }),
  renewDelete: renewalOf(renewing, 6),
  renewDone: renewalOf(renewing, 8),
  microsoftPending: asked({ kind: 'wrongSecret' }, true),
  ...Object.fromEntries(
    microsoftAnswers.map((answer) => {
      const coded = 'code' in answer && answer.code !== undefined ? 'WithCode' : '';
      return [`microsoft-${answer.kind}${coded}`, asked(answer)];
    }),
  ),
  ...Object.fromEntries(
    registrationProblems.map((problem) => [`registration-${problem.kind}`, wrongRegistration(problem)]),
  ),
  ssoNotEnabled: stateOf(bothHeld, 6, {
    checks: allPassed,
    ssoNotEnabled: true,
    steps: stepsAfter(firstSteps(6), { fill: { state: 'problem', problem: 'ssoNotEnabled' } }),
  }),
  recordAfterTest: stateOf(saved, 13, { connection }),
  iruCarry: iruState(1),
  iruRegister: iruState(2),
  iruFill: iruState(7, { handoffs: [iruHeld], current: iruHeld, checks: allPassed }),
  iruAuthorise: iruState(9, { handoffs: [iruHeld], current: iruHeld }),
  iruEnable: iruState(10, { handoffs: [iruHeld], current: iruHeld }),
  iruEnforce: iruState(13, { handoffs: [iruHeld], current: iruHeld }),
  noTenantRenew: renewalOf({ ...renewing, renews: {} }, 0, {
    steps: stepsAfter({ newSecret: seen(1) }, {}, renewSteps),
  }),
};
