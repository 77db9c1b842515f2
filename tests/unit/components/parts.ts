/** What sample states are put together from: the clock, the steps, handoffs, checks. */
import { asSecretId } from '../../../utils/entra/values';
import type { CheckResult } from '../../../utils/handoff/checks';
import type { Step, StepAction } from '../../../utils/handoff/journey';
import type { Evidence, Instant, StepId } from '../../../utils/handoff/model';
import type { ProjectedHandoff, ProjectedState } from '../../../utils/handoff/projection';
import type { VendorId } from '../../../utils/vendors/profile';
import { vendors } from '../../../utils/vendors/registry';

const MINUTE_MS = 60_000;

/** The moment all sample states show: 10:45 in whatever time zone the test runs. */
export const NOW: Instant = new Date(2026, 10, 23, 10, 45, 0).getTime();
export const ago = (minutes: number) => NOW - minutes * MINUTE_MS;

export const CLIENT_ID = '5b0d1a52-6c0f-4f0e-9f0e-0e3c1b2a7d11';
export const OTHER_CLIENT_ID = 'c2a1f7de-3b54-4a29-8d0c-91d7a1f00b42';
export const SECRET_ID = asSecretId('08e93f9a-4c24-4924-86bb-6405f8c2b6aa');

export const seen = (minutes: number): Evidence => ({ how: 'seen', at: ago(minutes) });
export const ticked = (minutes: number): Evidence => ({ how: 'ticked', at: ago(minutes) });

const actions: Readonly<Record<StepId, StepAction>> = {
  chooseTenant: 'chooseTenant',
  carryRedirectUri: 'takeMeThere',
  registerApp: 'takeMeThere',
  clientId: 'takeMeThere',
  newSecret: 'takeMeThere',
  secretValue: 'takeMeThere',
  check: 'check',
  fill: 'fill',
  save: 'takeMeThere',
  authorise: 'openConsentLink',
  enable: 'takeMeThere',
  test: 'test',
  deleteOldSecret: 'takeMeThere',
  reminder: 'paste',
  enforce: 'takeMeThere',
};

const setUpSteps: readonly StepId[] = [
  'chooseTenant',
  'registerApp',
  'clientId',
  'newSecret',
  'secretValue',
  'check',
  'fill',
  'save',
  'authorise',
  'enable',
  'test',
  'reminder',
  'enforce',
];
/** Steps of a vendor whose own dialog comes first. */
export const vendorFirstSteps: readonly StepId[] = [
  'chooseTenant',
  'carryRedirectUri',
  ...setUpSteps.slice(1),
];
export const renewSteps: readonly StepId[] = [
  'newSecret',
  'secretValue',
  'check',
  'fill',
  'save',
  'test',
  'deleteOldSecret',
  'reminder',
];
const notTickable: readonly StepId[] = ['chooseTenant', 'clientId', 'secretValue', 'check', 'test'];

/** The journey as far as `done` says; the step after it is ready. */
export function stepsAfter(
  done: Partial<Record<StepId, Evidence>>,
  changes: Partial<Record<StepId, Partial<Step>>> = {},
  stepIds = setUpSteps,
): Step[] {
  const next = stepIds.find((id) => !done[id]);
  return stepIds.map((id) => {
    const evidence = done[id];
    return {
      id,
      state: evidence ? 'done' : id === next ? 'ready' : 'todo',
      action: actions[id],
      tickable: !notTickable.includes(id),
      optional: id === 'enforce',
      ...(evidence && { evidence }),
      ...changes[id],
    };
  });
}

/** Evidence of the first `count` steps. */
export function firstSteps(count: number, stepIds = setUpSteps): Partial<Record<StepId, Evidence>> {
  return Object.fromEntries(
    stepIds.slice(0, count).map((id, index) => [id, id === 'save' ? ticked(4) : seen(14 - index)]),
  );
}

export const tenant = {
  host: 'acme.eu.kandji.io',
  region: 'Europe',
  redirectUri: 'https://auth.eu.kandji.io/login/callback',
};

export const clientIdHeld: ProjectedHandoff = {
  clientId: CLIENT_ID,
  cloudId: 'global',
  appName: 'Kandji',
  directoryDomain: 'contoso.onmicrosoft.com',
  vendorHost: tenant.host,
  clientIdHeldAt: ago(3),
  consentLinkKnown: false,
  touchedAt: ago(3),
};

export const bothHeld: ProjectedHandoff = {
  ...clientIdHeld,
  secret: {
    ...(SECRET_ID && { secretId: SECRET_ID }),
    description: 'Kandji SSO',
    expiresOn: '2028-07-27',
    hint: 'PC4',
    capturedAt: ago(1),
    deadline: NOW + 8 * MINUTE_MS + 42_000,
    extendable: true,
  },
};

export const { directoryDomain: _unknown, ...withoutDomain } = bothHeld;

/** After Save the secret value is gone and nothing is left over. */
export const saved: ProjectedHandoff = {
  ...clientIdHeld,
  connectionName: 'Entra ID SSO',
  consentLinkKnown: true,
};

export const orphaned: ProjectedHandoff = {
  ...clientIdHeld,
  orphan: {
    ...(SECRET_ID && { secretId: SECRET_ID }),
    description: 'Kandji SSO',
    hint: 'PC4',
    wipedAt: ago(2),
    reason: 'deadline',
  },
};

export const allPassed: CheckResult[] = [
  { id: 'clientIdShape', outcome: 'passed' },
  { id: 'secretChecksum', outcome: 'passed' },
  { id: 'domainMatches', outcome: 'passed', detail: 'contoso.onmicrosoft.com' },
];
export const [clientIdPassed, checksumPassed] = allPassed as [CheckResult, CheckResult];

function vendorOf(id: VendorId): ProjectedState['vendor'] {
  const { name, articleUrl, samlUrl } = vendors[id];
  return { id, name, articleUrl, samlUrl };
}
export const iru = vendorOf('iru');

export const emptyState: ProjectedState = {
  kind: 'state',
  now: NOW,
  vendor: vendorOf('kandji'),
  openTenants: [],
  askMicrosoft: 'allowed',
  journey: 'setUp',
  showSamlNote: false,
  registrationProblems: [],
  ssoNotEnabled: false,
  handoffs: [],
  steps: stepsAfter({}),
  checks: [],
  privateWindowOpen: false,
  privateWindowsAllowed: true,
  reloadNeeded: false,
  blockedByPolicy: false,
};

/** A state about one handoff, with as many steps done. */
export function stateOf(
  current: ProjectedHandoff,
  doneSteps: number,
  changes: Partial<ProjectedState> = {},
): ProjectedState {
  return {
    ...emptyState,
    tenant,
    handoffs: [current],
    current,
    steps: stepsAfter(firstSteps(doneSteps)),
    ...changes,
  };
}
