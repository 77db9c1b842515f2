import { describe, expect, it } from 'vitest';
import {
  captureClientId,
  captureSecretValue,
  noteFacts,
  type SecretReading,
} from '../../../utils/handoff/capture';
import type { Handoff } from '../../../utils/handoff/model';
import {
  clientId,
  handoff,
  heldSecret,
  kandji,
  MINUTE,
  NOW,
  objectId,
  otherClientId,
  otherSecretValue,
  otherTenantId,
  secretId,
  secretValue,
  tenantId,
} from './samples';

const context = { now: NOW, vendor: kandji, hold: { minutes: 10, mostMinutes: 60 } };
const app = { clientId, cloudId: 'global', objectId, tenantId, appName: 'Kandji' } as const;
const reading = (change: Partial<SecretReading> = {}): SecretReading => ({
  ...app,
  secretText: secretValue,
  secretId,
  description: 'Kandji SSO',
  source: 'portal',
  whenHeld: 'ask',
  ...change,
});
const captureFirst = (change?: Partial<SecretReading>) => captureSecretValue([], reading(change), context);

describe('capturing the client ID', () => {
  it('makes a handoff for the chosen vendor tenant', () => {
    const { handoffs, answer } = captureClientId([], app, { ...context, vendorHost: 'acme.kandji.io' });
    expect(answer).toEqual({ kind: 'held', what: 'clientId', vendorName: 'Kandji' });
    expect(handoffs).toMatchObject([
      { clientId, tenantId, vendorHost: 'acme.kandji.io', clientIdHeldAt: NOW },
    ]);
  });

  it('never waits for a vendor tenant to be chosen', () => {
    expect(captureClientId([], app, context).handoffs[0]).not.toHaveProperty('vendorHost');
  });

  it.each([
    ['object ID', { ...app, objectId: clientId as unknown as typeof objectId }, 'objectId'],
    ['tenant ID', { ...app, tenantId: clientId as unknown as typeof tenantId }, 'tenantId'],
  ])('refuses the %s in its place', (_what, swapped, is) => {
    const { handoffs, answer } = captureClientId([], swapped, context);
    expect(answer).toEqual({ kind: 'refused', reason: { kind: 'notAClientId', is } });
    expect(handoffs).toEqual([]);
  });

  it('keeps two registrations apart, whichever tabs they come from', () => {
    const first = captureFirst().handoffs;
    const second = captureClientId(
      first,
      { ...app, clientId: otherClientId, appName: 'Other' },
      { ...context, now: NOW + 1 },
    );
    expect(second.handoffs.map((one) => [one.clientId, one.secret?.secretValue])).toEqual([
      [otherClientId, undefined],
      [clientId, secretValue],
    ]);
  });
});

describe('capturing the secret value', () => {
  it('holds the value with its name, hint and deadline, and the client ID of the page address', () => {
    const { handoffs, answer } = captureFirst({ expiresOn: '2028-11-20' });
    expect(answer).toEqual({
      kind: 'held',
      what: 'secretValue',
      vendorName: 'Kandji',
      deadline: NOW + 10 * MINUTE,
    });
    expect(handoffs[0]?.secret).toEqual(heldSecret({ expiresOn: '2028-11-20' }));
    expect(handoffs[0]?.clientIdHeldAt).toBe(NOW);
  });

  it.each([
    ['the Secret ID', secretId as string, 'secretId'],
    ['a masked value', 'PC4******************', 'masked'],
    ['a masked value with dots', 'PC4•••••••••', 'masked'],
    ['a cut value', 'PC48Q~abcdefghijk…', 'cut'],
    ['two values', `${secretValue} ${secretValue}`, 'severalValues'],
    [
      'a value with a newline in it',
      `${secretValue.slice(0, 20)}\n${secretValue.slice(20)}`,
      'severalValues',
    ],
    ['a value with NUL', `${secretValue.slice(0, 20)}\0${secretValue.slice(20)}`, 'unprintable'],
    ['nothing', '  ', 'empty'],
    ['a word', 'secret', 'tooShort'],
    ['a megabyte', 'x'.repeat(1_000_000), 'tooLong'],
  ])('refuses %s and changes nothing', (_what, secretText, fault) => {
    const before = captureFirst().handoffs;
    const { handoffs, answer } = captureSecretValue(before, reading({ secretText }), context);
    expect(answer).toEqual({ kind: 'refused', reason: { kind: 'notASecretValue', fault } });
    expect(handoffs).toBe(before);
  });

  it.each([
    ['quotes around it', `"${secretValue}"`],
    ['white space and a right-to-left mark', ` \u200f${secretValue}\u200e\n`],
    ['an older 32-character secret', 'A[b]@c+d:e-F1g2H3i4J5k6L7m8N9o0='],
  ])('takes a value with %s', (_what, secretText) => {
    expect(captureFirst({ secretText }).answer.kind).toBe('held');
  });

  it('asks before another secret of the same registration replaces the held one', () => {
    const before = captureFirst().handoffs;
    const asked = captureSecretValue(before, reading({ secretText: otherSecretValue }), context);
    expect(asked.answer).toEqual({
      kind: 'askReplace',
      vendorName: 'Kandji',
      held: { hint: 'zzz', description: 'Kandji SSO', secretId },
    });
    expect(asked.handoffs).toBe(before);
    const replaced = captureSecretValue(
      before,
      reading({ secretText: otherSecretValue, whenHeld: 'replace' }),
      context,
    );
    expect(replaced.answer.kind).toBe('held');
    expect(replaced.handoffs[0]?.secret?.secretValue).toBe(otherSecretValue);
    expect(replaced.handoffs[0]?.orphan).toMatchObject({ hint: 'zzz', reason: 'replaced' });
    expect(JSON.stringify(replaced.handoffs)).not.toContain(secretValue);
  });

  it('does not stretch the cap when the same value is copied again', () => {
    const before = captureFirst().handoffs;
    const again = captureSecretValue(before, reading(), { ...context, now: NOW + 55 * MINUTE });
    expect(again.handoffs[0]?.secret).toMatchObject({
      deadline: NOW + 60 * MINUTE,
      latestDeadline: NOW + 60 * MINUTE,
    });
  });

  it('blocks a mix of two directories and shows both', () => {
    const before = captureFirst().handoffs;
    const { answer, handoffs } = captureSecretValue(before, reading({ tenantId: otherTenantId }), context);
    expect(answer).toEqual({
      kind: 'refused',
      reason: { kind: 'otherDirectory', held: tenantId, page: otherTenantId },
    });
    expect(handoffs).toBe(before);
  });
});

it('learns what a page shows for a handoff that is there, and makes none without a click', () => {
  expect(noteFacts([], app, context)).toEqual([]);
  const { tenantId: _unknown, ...bare } = handoff() as Handoff & { tenantId: typeof tenantId };
  expect(noteFacts([bare], app, context)[0]?.tenantId).toBe(tenantId);
});
