import { describe, expect, it } from 'vitest';
import { handoverRecord } from '../../../utils/handoff/handover';
import type { ConnectionRecord } from '../../../utils/handoff/model';
import { recordOf } from '../../../utils/handoff/record';
import { vendorTenantOf } from '../../../utils/vendors/registry';
import { handoff, heldSecret, NOW, otherSecretId, otherSecretValue, secretValue } from './samples';

const host = 'acme.kandji.io';
const seen = { how: 'seen', at: NOW } as const;
const saved = (before?: ConnectionRecord, change = {}) =>
  recordOf(
    before,
    handoff({ evidence: { save: seen }, connectionName: 'Entra' }),
    host,
    heldSecret(change),
    NOW,
  );
const tested = (): ConnectionRecord => ({
  ...saved(undefined, { expiresOn: '2028-11-20' }),
  evidence: { save: seen, enable: seen, test: seen },
  lastVerdict: { verdict: { kind: 'passed' }, at: NOW },
});

describe('the connection record', () => {
  it('says nothing of a secret that is only filled, not saved', () => {
    const record = recordOf(undefined, handoff({ secret: heldSecret() }), host, undefined, NOW);
    expect(record.secretId).toBeUndefined();
    expect(JSON.stringify(record)).not.toContain(secretValue);
  });

  it('moves the replaced secret aside and asks for a new test', () => {
    const renewed = saved(tested(), {
      secretId: otherSecretId,
      secretValue: otherSecretValue,
      expiresOn: '2030-11-20',
    });
    expect(renewed).toMatchObject({
      secretId: otherSecretId,
      expiresOn: '2030-11-20',
      previousSecret: { secretId: heldSecret().secretId, expiresOn: '2028-11-20' },
      evidence: { save: seen, enable: seen },
    });
    expect(renewed.lastVerdict).toBeUndefined();
    expect(renewed.evidence.test).toBeUndefined();
  });

  it('keeps the verdict when the same secret is saved again', () => {
    expect(saved(tested()).lastVerdict?.verdict.kind).toBe('passed');
  });

  it('a fill alone changes nothing of a connection that works', () => {
    const filled = recordOf(
      tested(),
      handoff({ secret: heldSecret({ secretId: otherSecretId }) }),
      host,
      undefined,
      NOW + 1,
    );
    expect(filled).toMatchObject({
      secretId: heldSecret().secretId,
      lastVerdict: { verdict: { kind: 'passed' } },
    });
  });
});

describe('the hand-over record', () => {
  const text = handoverRecord(
    { ...tested(), appName: 'Kandji\n  Secret ID: forged' },
    vendorTenantOf(`https://${host}/`),
    NOW,
    { stepTitle: ({ id }) => id, verdict: ({ kind }) => kind },
  );

  it('names what was made where, who can find it, and the outcome', () => {
    for (const fact of [
      handoff().clientId,
      'contoso.onmicrosoft.com',
      'https://auth.kandji.io/login/callback',
      heldSecret().secretId ?? '',
      '2028-11-20',
      host,
      'Outcome: passed',
      '2026-11-20 12:00 UTC',
      '/~/Credentials/appId/',
    ]) {
      expect(text).toContain(fact);
    }
  });

  it('contains no secret, and no name can pretend to be another fact', () => {
    expect(text).not.toContain(secretValue);
    expect(text.match(/^ {2}Secret ID:/gm)).toHaveLength(1);
  });
});
