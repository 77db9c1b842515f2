/** The ordered steps of *set up* and *renew*, each with a state derived from evidence. Pure. */

import type { RegistrationProblem } from '../messages/protocol';
import type { VendorProfile } from '../vendors/profile';
import type { CheckResult } from './checks';
import type {
  ConnectionRecord,
  Evidence,
  EvidenceByStep,
  Handoff,
  Instant,
  JourneyId,
  StepId,
} from './model';
import type { Verdict } from './verdict';

export type StepProblem =
  | 'secretExpired'
  | 'secretLost'
  | 'checkFailed'
  | 'otherTenantDomain'
  | 'testFailed'
  | 'consentOtherApp'
  | 'registrationWrong'
  | 'ssoNotEnabled'
  | 'microsoftRefused';

/** What the step's button does. */
export type StepAction =
  | 'chooseTenant'
  | 'takeMeThere'
  | 'paste'
  | 'check'
  | 'fill'
  | 'openConsentLink'
  | 'test'
  | 'none';

export interface Step {
  id: StepId;
  state: 'todo' | 'ready' | 'done' | 'problem';
  /** For `done`. */
  evidence?: Evidence;
  /** For `problem`. */
  problem?: StepProblem;
  action: StepAction;
  /** The admin may tick this step: the extension cannot always see it. */
  tickable: boolean;
  optional: boolean;
}

export interface JourneyInput {
  now: Instant;
  /** Which console comes first, and where consent is given. */
  vendor: Pick<VendorProfile, 'order' | 'consent'>;
  tenantChosenAt?: Instant;
  tenantKnown: boolean;
  handoff?: Handoff;
  record?: ConnectionRecord;
  checks: readonly CheckResult[];
  verdict?: { verdict: Verdict; at: Instant };
  /** Ticks made before there was a handoff to keep them. */
  ticks: EvidenceByStep;
  consentOtherApp: boolean;
  registrationProblems: readonly RegistrationProblem[];
  ssoNotEnabled: boolean;
}

interface StepShape {
  id: StepId;
  action: StepAction;
  tickable: boolean;
  optional?: true;
  /** Steps that have to be done before this one can be. */
  needs: readonly StepId[];
}

/** Both generations; what only one of them has is left out for the other (DESIGN §2). */
const setUp: readonly StepShape[] = [
  { id: 'chooseTenant', action: 'chooseTenant', tickable: false, needs: [] },
  { id: 'carryRedirectUri', action: 'takeMeThere', tickable: true, needs: [] },
  { id: 'registerApp', action: 'takeMeThere', tickable: true, needs: [] },
  { id: 'clientId', action: 'takeMeThere', tickable: false, needs: [] },
  { id: 'newSecret', action: 'takeMeThere', tickable: true, needs: ['registerApp'] },
  { id: 'secretValue', action: 'takeMeThere', tickable: false, needs: ['registerApp'] },
  { id: 'check', action: 'check', tickable: false, needs: ['clientId', 'secretValue'] },
  { id: 'fill', action: 'fill', tickable: true, needs: ['clientId', 'secretValue'] },
  { id: 'save', action: 'takeMeThere', tickable: true, needs: ['fill'] },
  { id: 'authorise', action: 'openConsentLink', tickable: true, needs: ['save'] },
  { id: 'enable', action: 'takeMeThere', tickable: true, needs: ['save'] },
  { id: 'test', action: 'test', tickable: false, needs: ['enable'] },
  { id: 'reminder', action: 'paste', tickable: true, needs: ['secretValue'] },
  { id: 'enforce', action: 'takeMeThere', tickable: true, optional: true, needs: ['test'] },
];

/** DESIGN §2, *Renew*: the connection stays as it is but for its secret. */
const renew: readonly StepShape[] = [
  { id: 'newSecret', action: 'takeMeThere', tickable: true, needs: [] },
  { id: 'secretValue', action: 'takeMeThere', tickable: false, needs: [] },
  { id: 'check', action: 'check', tickable: false, needs: ['secretValue'] },
  { id: 'fill', action: 'fill', tickable: true, needs: ['secretValue'] },
  { id: 'save', action: 'takeMeThere', tickable: true, needs: ['fill'] },
  { id: 'test', action: 'test', tickable: false, needs: ['save'] },
  { id: 'deleteOldSecret', action: 'takeMeThere', tickable: true, needs: ['test'] },
  { id: 'reminder', action: 'paste', tickable: true, needs: ['secretValue'] },
];

/** A later step that has been seen proves these: nobody saves a connection that was not filled. */
const proves: Partial<Record<StepId, readonly StepId[]>> = {
  clientId: ['registerApp'],
  newSecret: ['registerApp'],
  secretValue: ['registerApp', 'newSecret'],
  save: ['fill', 'clientId', 'newSecret', 'secretValue', 'registerApp'],
  enable: ['save', 'fill', 'clientId', 'newSecret', 'secretValue', 'registerApp'],
  test: [
    'authorise',
    'enable',
    'save',
    'fill',
    'check',
    'clientId',
    'newSecret',
    'secretValue',
    'registerApp',
  ],
};

/** A handoff with a secret to be replaced is a renewal. */
export function journeyOf(handoff: Handoff | undefined): JourneyId {
  return handoff?.renews ? 'renew' : 'setUp';
}

/** The steps in order. Steps can be done in any order and by hand: the state follows the evidence, not the order. */
export function journey(input: JourneyInput): Step[] {
  const isRenewal = journeyOf(input.handoff) === 'renew';
  const evidence = isRenewal ? renewalEvidence(input) : collectEvidence(input);
  return shapesOf(input, isRenewal).map((shape) => stepOf(shape, evidence, input));
}

function shapesOf({ vendor, handoff }: JourneyInput, isRenewal: boolean): readonly StepShape[] {
  // Where the old secret is not known by its key ID, nobody could say which row to delete.
  if (isRenewal)
    return renew.filter(({ id }) => id !== 'deleteOldSecret' || handoff?.renews?.secretId !== undefined);
  const consented: StepShape['action'] = vendor.consent === 'portal' ? 'takeMeThere' : 'openConsentLink';
  return setUp
    .filter(({ id }) => id !== 'carryRedirectUri' || vendor.order === 'vendorFirst')
    .map((shape) => (shape.id === 'authorise' ? { ...shape, action: consented } : shape));
}

/** The step to do next: the first problem, else the first that is ready and not optional. */
export function nextStep(steps: readonly Step[]): Step | undefined {
  return (
    steps.find((step) => step.state === 'problem') ??
    steps.find((step) => step.state === 'ready' && !step.optional) ??
    steps.find((step) => step.state === 'ready')
  );
}

function collectEvidence(input: JourneyInput): EvidenceByStep {
  const evidence: EvidenceByStep = { ...input.ticks, ...input.record?.evidence, ...input.handoff?.evidence };
  if (input.tenantKnown) evidence.chooseTenant ??= { how: 'seen', at: input.tenantChosenAt ?? input.now };
  delete evidence.test;
  if (input.verdict) addTest(evidence, input.verdict);
  if (input.record?.expiresOn) evidence.reminder ??= { how: 'seen', at: input.record.updatedAt };
  return withProofs(evidence);
}

/** What is on record of the old secret proves nothing of the new one. */
function renewalEvidence({ handoff, record, verdict }: JourneyInput): EvidenceByStep {
  const { test: _old, ...own } = handoff?.evidence ?? {};
  const evidence: EvidenceByStep = own;
  const savedAt = evidence.save?.at;
  if (savedAt !== undefined) {
    if (verdict && verdict.at >= savedAt) addTest(evidence, verdict);
    if (record?.expiresOn) evidence.reminder ??= { how: 'seen', at: record.updatedAt };
    const deleted = record?.evidence.deleteOldSecret;
    if (deleted) evidence.deleteOldSecret = deleted;
  }
  return withProofs(evidence);
}

/** An outcome that the admin reported counts as ticked: the extension has not seen it. */
function addTest(evidence: EvidenceByStep, { verdict, at }: NonNullable<JourneyInput['verdict']>): void {
  if (verdict.kind === 'passed') evidence.test = { how: 'seen', at };
  else if (verdict.kind === 'reported' && verdict.worked) evidence.test = { how: 'ticked', at };
}

function withProofs(evidence: EvidenceByStep): EvidenceByStep {
  for (const [step, proven] of Object.entries(proves)) {
    const proof = evidence[step as StepId];
    if (proof) for (const earlier of proven) evidence[earlier] ??= proof;
  }
  return evidence;
}

function stepOf(shape: StepShape, evidence: EvidenceByStep, input: JourneyInput): Step {
  const { needs, optional, ...step } = shape;
  const found = { ...step, optional: optional ?? false };
  const problem = problemOf(shape.id, evidence, input);
  if (problem) return { ...found, state: 'problem', problem };
  const done = shape.id === 'check' ? checkEvidence(evidence, input) : evidence[shape.id];
  if (done) return { ...found, state: 'done', evidence: done };
  // What was saved unchecked cannot be checked any more: the secret has left memory.
  const isOver = shape.id === 'check' && evidence.save !== undefined && !input.handoff?.secret;
  return { ...found, state: needs.every((need) => evidence[need]) && !isOver ? 'ready' : 'todo' };
}

function checkEvidence(evidence: EvidenceByStep, input: JourneyInput): Evidence | undefined {
  if (evidence.check) return evidence.check;
  const at = input.handoff?.domainCheck?.at;
  const finished =
    input.checks.length > 0 &&
    input.handoff?.secret !== undefined &&
    input.checks.every((check) => check.outcome === 'passed' || check.outcome === 'hint');
  return finished && at !== undefined ? { how: 'seen', at } : undefined;
}

function problemOf(id: StepId, evidence: EvidenceByStep, input: JourneyInput): StepProblem | undefined {
  const { handoff, checks, verdict } = input;
  const saved = evidence.save !== undefined;
  switch (id) {
    case 'secretValue':
      if (saved || handoff?.secret || !handoff?.orphan) return undefined;
      return handoff.orphan.reason === 'deadline' ? 'secretExpired' : 'secretLost';
    case 'check': {
      if (saved) return undefined;
      const problem = checks.find((check) => check.outcome === 'problem');
      if (!problem) return undefined;
      if (problem.id === 'microsoft') return 'microsoftRefused';
      // Without the domain the form cannot be filled; before both values are held it is merely not known yet.
      if (problem.id === 'domainMissing' && !handoff?.secret) return undefined;
      return problem.id === 'domainMatches' ? 'otherTenantDomain' : 'checkFailed';
    }
    case 'registerApp':
      return saved || input.registrationProblems.length === 0 ? undefined : 'registrationWrong';
    case 'fill':
      return input.ssoNotEnabled && !saved ? 'ssoNotEnabled' : undefined;
    case 'authorise':
      return input.consentOtherApp && !evidence.authorise ? 'consentOtherApp' : undefined;
    case 'test': {
      if (!verdict || verdict.verdict.kind === 'passed') return undefined;
      // A verdict from before the new secret was saved is about the old one.
      if (handoff?.renews && verdict.at < (handoff.evidence.save?.at ?? Number.POSITIVE_INFINITY))
        return undefined;
      return verdict.verdict.kind === 'reported' && verdict.verdict.worked ? undefined : 'testFailed';
    }
    default:
      return undefined;
  }
}
