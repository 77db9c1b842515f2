import { describe, expect, it } from 'vitest';
import { checkHandoff } from '../../../utils/handoff/checks';
import { type JourneyInput, journey, nextStep } from '../../../utils/handoff/journey';
import type { ConnectionRecord, EvidenceByStep, Handoff, StepId } from '../../../utils/handoff/model';
import { vendors } from '../../../utils/vendors/registry';
import { clientId, handoff, heldSecret, NOW, type objectId, tenantId } from './samples';

const seen = { how: 'seen', at: NOW } as const;
const input = (change: Partial<JourneyInput> = {}): JourneyInput => ({
  now: NOW,
  vendor: vendors.kandji,
  tenantKnown: false,
  checks: [],
  ticks: {},
  consentOtherApp: false,
  registrationProblems: [],
  ssoNotEnabled: false,
  ...change,
});
const withHandoff = (one: Handoff, change: Partial<JourneyInput> = {}) =>
  input({ tenantKnown: true, handoff: one, checks: checkHandoff(one), ...change });
const states = (given: JourneyInput) =>
  Object.fromEntries(journey(given).map((step) => [step.id, step.problem ?? step.state])) as Record<
    StepId,
    string
  >;
const matches = { kind: 'matches', domain: 'contoso.onmicrosoft.com', at: NOW } as const;
const evidence = (...steps: StepId[]): EvidenceByStep =>
  Object.fromEntries(steps.map((step) => [step, seen]));
const record = (change: Partial<ConnectionRecord> = {}): ConnectionRecord => ({
  version: 2,
  vendorId: 'kandji',
  vendorHost: 'acme.kandji.io',
  clientId,
  cloudId: 'global',
  evidence: {},
  createdAt: NOW,
  updatedAt: NOW,
  ...change,
});

describe('the set-up journey', () => {
  it('starts with what can be done without anything known', () => {
    const steps = journey(input());
    expect(steps.map((step) => step.id)).toEqual([
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
    ]);
    expect(states(input())).toMatchObject({
      chooseTenant: 'ready',
      registerApp: 'ready',
      fill: 'todo',
      test: 'todo',
    });
    expect(nextStep(steps)?.id).toBe('chooseTenant');
  });

  const captured = handoff({ secret: heldSecret(), evidence: evidence('clientId', 'secretValue') });
  const rows: [string, JourneyInput, Partial<Record<StepId, string>>, StepId][] = [
    [
      'client ID held',
      withHandoff(handoff({ evidence: evidence('clientId') })),
      { chooseTenant: 'done', registerApp: 'done', clientId: 'done', newSecret: 'ready', fill: 'todo' },
      'newSecret',
    ],
    [
      'both held',
      withHandoff(captured),
      { newSecret: 'done', secretValue: 'done', check: 'ready', fill: 'ready', save: 'todo' },
      'check',
    ],
    [
      'domain confirmed',
      withHandoff({ ...captured, domainCheck: matches }),
      { check: 'done', fill: 'ready' },
      'fill',
    ],
    [
      'domain of another directory',
      withHandoff({
        ...captured,
        domainCheck: { kind: 'otherTenant', domain: 'contoso.onmicrosoft.com', tenantId, at: NOW },
      }),
      { check: 'otherTenantDomain' },
      'check',
    ],
    [
      'client ID equals the object ID',
      withHandoff({ ...captured, objectId: clientId as unknown as typeof objectId }),
      { check: 'checkFailed' },
      'check',
    ],
    [
      'secret expired before it was saved',
      withHandoff(
        handoff({
          evidence: evidence('clientId', 'secretValue'),
          orphan: { wipedAt: NOW, reason: 'deadline' },
        }),
      ),
      { secretValue: 'secretExpired' },
      'secretValue',
    ],
    [
      'secret lost to a locked screen',
      withHandoff(
        handoff({
          evidence: evidence('clientId', 'secretValue'),
          orphan: { wipedAt: NOW, reason: 'locked' },
        }),
      ),
      { secretValue: 'secretLost' },
      'secretValue',
    ],
    [
      'saved',
      withHandoff(handoff({ evidence: evidence('save') })),
      { secretValue: 'done', fill: 'done', save: 'done', authorise: 'ready', enable: 'ready', test: 'todo' },
      'authorise',
    ],
    [
      'consent page of another app',
      withHandoff(handoff({ evidence: evidence('save') }), { consentOtherApp: true }),
      { authorise: 'consentOtherApp' },
      'authorise',
    ],
    [
      'enabled',
      withHandoff(handoff({ evidence: evidence('save', 'enable', 'authorise') })),
      { test: 'ready' },
      'test',
    ],
    [
      'test failed',
      withHandoff(handoff({ evidence: evidence('enable') }), {
        verdict: { verdict: { kind: 'notFinished' }, at: NOW },
      }),
      { test: 'testFailed' },
      'test',
    ],
    [
      'after a restart, from the record alone',
      input({ tenantKnown: true, record: record({ evidence: evidence('save', 'enable', 'authorise') }) }),
      { clientId: 'done', save: 'done', test: 'ready' },
      'test',
    ],
  ];
  it.each(rows)('%s', (_when, given, expected, next) => {
    expect(states(given)).toMatchObject(expected);
    expect(nextStep(journey(given))?.id).toBe(next);
  });

  it('a passed test proves consent and activation, and is the last thing to do', () => {
    const steps = journey(
      withHandoff(handoff({ evidence: evidence('save') }), {
        record: record({ expiresOn: '2028-11-20' }),
        verdict: { verdict: { kind: 'passed' }, at: NOW },
      }),
    );
    expect(steps.filter((step) => !step.optional).map((step) => step.state)).toEqual(Array(12).fill('done'));
    expect(nextStep(steps)?.id).toBe('enforce');
  });

  it('Iru starts in its own console, and consent is given in the portal', () => {
    const steps = journey(input({ vendor: vendors.iru }));
    expect(steps.slice(0, 3).map(({ id }) => id)).toEqual([
      'chooseTenant',
      'carryRedirectUri',
      'registerApp',
    ]);
    expect(steps.find(({ id }) => id === 'authorise')?.action).toBe('takeMeThere');
    expect(journey(input()).find(({ id }) => id === 'authorise')?.action).toBe('openConsentLink');
  });

  it('a registration that the vendor will refuse is a problem before the admin goes on', () => {
    const wrong = { kind: 'redirectUriMissing', expected: 'https://auth.kandji.io/login/callback' } as const;
    const given = withHandoff(handoff({ evidence: evidence('registerApp') }), {
      registrationProblems: [wrong],
    });
    expect(states(given).registerApp).toBe('registrationWrong');
  });

  it('tells what was seen from what was ticked', () => {
    const steps = journey(
      withHandoff(handoff({ evidence: { save: seen, authorise: { how: 'ticked', at: NOW } } })),
    );
    expect(steps.find((step) => step.id === 'save')?.evidence?.how).toBe('seen');
    expect(steps.find((step) => step.id === 'authorise')?.evidence?.how).toBe('ticked');
  });

  it('an outcome reported by the admin counts as ticked, never as seen', () => {
    const given = withHandoff(handoff({ evidence: evidence('save', 'enable') }), {
      verdict: { verdict: { kind: 'reported', worked: true }, at: NOW },
    });
    expect(journey(given).find((step) => step.id === 'test')?.evidence?.how).toBe('ticked');
  });

  it('a test that failed after one that passed is not green', () => {
    const given = withHandoff(handoff({ evidence: evidence('save', 'enable', 'test') }), {
      verdict: { verdict: { kind: 'vendorRefused', reason: 'tokenExchangeFailed' }, at: NOW },
    });
    expect(states(given).test).toBe('testFailed');
  });
});

describe('the renewal journey', () => {
  const old = { secretId: heldSecret().secretId, description: 'Kandji SSO' };
  const renews = { ...(old.secretId && { secretId: old.secretId }), description: 'Kandji SSO' };
  const passedBefore = { verdict: { kind: 'passed' } as const, at: NOW - 1 };
  const onRecord = record({ evidence: evidence('save', 'enable', 'test'), expiresOn: '2028-11-20' });
  const renewal = (change: Partial<Handoff>, more: Partial<JourneyInput> = {}) =>
    withHandoff(handoff({ renews, ...change }), { record: onRecord, ...more });

  it('starts with a new secret: what is on record of the old one proves nothing', () => {
    const steps = journey(renewal({}, { verdict: passedBefore }));
    expect(steps.map(({ id }) => id)).toEqual([
      'newSecret',
      'secretValue',
      'check',
      'fill',
      'save',
      'test',
      'deleteOldSecret',
      'reminder',
    ]);
    expect(steps.filter(({ state }) => state === 'done')).toEqual([]);
    expect(nextStep(steps)?.id).toBe('newSecret');
  });

  it('a test from before the save is about the old secret', () => {
    const saved = renewal({ evidence: evidence('save') }, { verdict: passedBefore });
    expect(states(saved)).toMatchObject({ save: 'done', test: 'ready', deleteOldSecret: 'todo' });
  });

  it('the old secret is to be deleted after a passed test with the new one', () => {
    const verdict = { verdict: { kind: 'passed' } as const, at: NOW + 1 };
    const tested = renewal({ evidence: evidence('save') }, { verdict });
    expect(states(tested)).toMatchObject({ test: 'done', deleteOldSecret: 'ready', reminder: 'done' });
  });

  it('names no old row where its key ID is not known', () => {
    const steps = journey(renewal({ renews: { description: 'Kandji SSO' } }));
    expect(steps.some(({ id }) => id === 'deleteOldSecret')).toBe(false);
  });
});
