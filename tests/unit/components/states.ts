/** Sample states of the popup and side panel: one of each kind of view, for tests and contact sheets. */

import { asClientId } from '../../../utils/entra/values';
import type { ProjectedState } from '../../../utils/handoff/projection';
import type { SigninTestView } from '../../../utils/handoff/signin-test';
import type { Verdict } from '../../../utils/handoff/verdict';
import { laterViews } from './later-states';
import {
  ago,
  allPassed,
  bothHeld,
  CLIENT_ID,
  checksumPassed,
  clientIdHeld,
  clientIdPassed,
  emptyState,
  firstSteps,
  NOW,
  OTHER_CLIENT_ID,
  orphaned,
  saved,
  seen,
  stateOf,
  stepsAfter,
  tenant,
  withoutDomain,
} from './parts';

export { bothHeld, CLIENT_ID, clientIdHeld, emptyState, iru, NOW, stateOf } from './parts';

/** A sign-in test that runs, or one with this verdict. */
export function testState(verdict?: Verdict, changes: Partial<SigninTestView> = {}): ProjectedState {
  const passed = verdict?.kind === 'passed' || (verdict?.kind === 'reported' && verdict.worked);
  const failed = verdict && !passed;
  return stateOf(saved, passed ? 11 : 10, {
    ...(failed && {
      steps: stepsAfter(firstSteps(10), { test: { state: 'problem', problem: 'testFailed' } }),
    }),
    test: {
      vendorHost: tenant.host,
      connectionName: 'Entra ID SSO',
      startedAt: ago(1),
      observed: true,
      windowOpen: verdict?.kind !== 'notFinished',
      ...(verdict && { verdict }),
      ...changes,
    },
  });
}

const otherClientId = asClientId(OTHER_CLIENT_ID);

/** Every verdict there is. */
export const verdicts: Readonly<Record<string, Verdict>> = {
  passed: { kind: 'passed' },
  anotherApp: { kind: 'anotherApp', ...(otherClientId && { seenClientId: otherClientId }) },
  withoutMicrosoft: { kind: 'anotherApp' },
  redirectUri: {
    kind: 'microsoftRefused',
    code: '50011',
    redirectUri: 'https://auth.kandji.io/login/callback',
  },
  unknownCode: { kind: 'microsoftRefused', code: '1234567' },
  wrongSecret: { kind: 'vendorRefused', reason: 'tokenExchangeFailed' },
  userNotInvited: { kind: 'vendorRefused', reason: 'userNotInvited' },
  vendorOther: { kind: 'vendorRefused', reason: 'other' },
  cannotTell: { kind: 'cannotTell' },
  notFinished: { kind: 'notFinished' },
  reportedWorked: { kind: 'reported', worked: true },
  reportedFailed: { kind: 'reported', worked: false },
};

/** One of each view, by a name that says what is shown. */
export const views: Readonly<Record<string, ProjectedState>> = {
  empty: emptyState,
  ...laterViews,
  emptyOneTab: { ...emptyState, openTenants: ['acme.kandji.io'] },
  emptySeveralTabs: { ...emptyState, openTenants: ['acme.kandji.io', 'globex.eu.kandji.io'] },
  tenantChosen: { ...emptyState, tenant, steps: stepsAfter(firstSteps(1)) },
  clientIdHeld: stateOf(clientIdHeld, 3),
  clientIdWithoutTenant: {
    ...emptyState,
    handoffs: [clientIdHeld],
    current: clientIdHeld,
    steps: stepsAfter({ registerApp: seen(4), clientId: seen(3) }),
  },
  secretStep: stateOf(clientIdHeld, 4),
  bothHeld: stateOf(bothHeld, 5, { checks: allPassed }),
  lastMinute: stateOf(
    {
      ...bothHeld,
      secret: {
        ...bothHeld.secret,
        hint: 'PC4',
        capturedAt: ago(59),
        deadline: NOW + 41_000,
        extendable: false,
      },
    },
    6,
    { checks: allPassed },
  ),
  readyToFill: stateOf(bothHeld, 6, { checks: allPassed }),
  checkProblem: stateOf({ ...bothHeld, directoryDomain: 'fabrikam.com' }, 5, {
    steps: stepsAfter(firstSteps(5), { check: { state: 'problem', problem: 'otherTenantDomain' } }),
    checks: [
      clientIdPassed,
      { id: 'secretChecksum', outcome: 'hint' },
      { id: 'domainMatches', outcome: 'problem', detail: 'fabrikam.com' },
    ],
  }),
  domainMissing: stateOf(withoutDomain, 5, {
    steps: stepsAfter(firstSteps(5), { check: { state: 'problem', problem: 'checkFailed' } }),
    checks: [clientIdPassed, checksumPassed, { id: 'domainMissing', outcome: 'problem' }],
  }),
  offline: stateOf(bothHeld, 5, {
    checks: [
      clientIdPassed,
      { id: 'secretShape', outcome: 'hint' },
      { id: 'domainMatches', outcome: 'hint', detail: 'contoso.onmicrosoft.com' },
    ],
  }),
  notLookedUp: stateOf(bothHeld, 5, {
    checks: [
      clientIdPassed,
      checksumPassed,
      { id: 'domainMatches', outcome: 'notDone', detail: 'contoso.onmicrosoft.com' },
    ],
  }),
  reminder: stateOf(saved, 11),
  cleared: { ...emptyState, tenant, steps: stepsAfter(firstSteps(11)) },
  orphan: stateOf(orphaned, 3, {
    steps: stepsAfter(firstSteps(3), { secretValue: { state: 'problem', problem: 'secretExpired' } }),
  }),
  saved: stateOf(saved, 8),
  enable: stateOf(saved, 9),
  beforeTest: stateOf(saved, 10),
  beforeTestWarned: stateOf(saved, 10, { privateWindowOpen: true, privateWindowsAllowed: false }),
  testRunning: testState(),
  testRunningUnseen: testState(undefined, { observed: false }),
  allDone: stateOf(saved, 13),
  severalHandoffs: stateOf(bothHeld, 6, {
    handoffs: [
      bothHeld,
      { ...clientIdHeld, clientId: OTHER_CLIENT_ID, appName: 'Kandji (pilot)', touchedAt: ago(44) },
    ],
  }),
  reloadNeeded: stateOf(clientIdHeld, 3, { reloadNeeded: true }),
  blockedByPolicy: stateOf(clientIdHeld, 3, { blockedByPolicy: true, helpLink: 'https://intranet.example/' }),
  memoryRefused: { ...emptyState, tenant, storageFault: 'memoryRefused', steps: stepsAfter(firstSteps(1)) },
  memoryMissing: { ...emptyState, tenant, storageFault: 'memoryMissing', steps: stepsAfter(firstSteps(1)) },
  unnamedApp: stateOf(
    { clientId: CLIENT_ID, cloudId: 'global', consentLinkKnown: false, touchedAt: ago(1) },
    1,
  ),
  ...Object.fromEntries(
    Object.entries(verdicts).map(([name, verdict]) => [`verdict-${name}`, testState(verdict)]),
  ),
};

/** @throws when there is no such view */
export function viewNamed(name: string): ProjectedState {
  const state = views[name];
  if (!state) throw new Error(`no view named ${name}`);
  return state;
}
