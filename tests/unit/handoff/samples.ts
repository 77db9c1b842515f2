/** Values for tests: made up, of the right shapes. */

import type { SecretValue } from '../../../utils/entra/values';
import { asClientId, asObjectId, asSecretId, asTenantId } from '../../../utils/entra/values';
import type { Handoff, Instant } from '../../../utils/handoff/model';

function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the sample is not of its shape');
  return value;
}

export const NOW: Instant = Date.UTC(2026, 10, 20, 12, 0, 0);
export const MINUTE = 60_000;

export const clientId = must(asClientId('56f19d59-564d-4491-9cb3-76a71ac25fe1'));
export const otherClientId = must(asClientId('0b6a1f0e-58c1-4f0a-8a53-7e1a2a0d6b11'));
export const objectId = must(asObjectId('d7296c37-ee69-477e-87c0-446a104f803e'));
export const tenantId = must(asTenantId('caef3289-be91-4c51-bf6c-150df12201c6'));
export const otherTenantId = must(asTenantId('11111111-2222-4333-8444-555555555555'));
export const secretId = must(asSecretId('08e93f9a-4c24-4924-86bb-6405f8c2b6d1'));
export const otherSecretId = must(asSecretId('99e93f9a-4c24-4924-86bb-6405f8c2b6d1'));
/** The published example that passes the checksum (facts, entra §5). */
export const secretValue = `zzz8Q~${'z'.repeat(31)}blP` as SecretValue;
export const otherSecretValue = `abc8Q~${'y'.repeat(31)}blP` as SecretValue;

export const kandji = { id: 'kandji', name: 'Kandji' } as const;

export function handoff(change: Partial<Handoff> = {}): Handoff {
  return {
    clientId,
    cloudId: 'global',
    vendorId: 'kandji',
    tenantId,
    directoryDomain: 'contoso.onmicrosoft.com',
    appName: 'Kandji',
    clientIdHeldAt: NOW,
    evidence: {},
    touchedAt: NOW,
    ...change,
  };
}

export function heldSecret(
  change: Partial<NonNullable<Handoff['secret']>> = {},
): NonNullable<Handoff['secret']> {
  return {
    secretValue,
    hint: 'zzz',
    secretId,
    description: 'Kandji SSO',
    source: 'portal',
    capturedAt: NOW,
    deadline: NOW + 10 * MINUTE,
    latestDeadline: NOW + 60 * MINUTE,
    ...change,
  };
}
