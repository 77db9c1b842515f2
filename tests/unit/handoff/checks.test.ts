import { describe, expect, it } from 'vitest';
import type { SecretValue } from '../../../utils/entra/values';
import { checkHandoff } from '../../../utils/handoff/checks';
import type { DomainCheck, Handoff } from '../../../utils/handoff/model';
import { clientId, handoff, heldSecret, NOW, type objectId, otherTenantId, tenantId } from './samples';

const outcomes = (one: Handoff) => checkHandoff(one).map(({ id, outcome }) => `${id}: ${outcome}`);
const domain = 'contoso.onmicrosoft.com';
const withDomain = (domainCheck: DomainCheck) => outcomes(handoff({ domainCheck })).at(-1);

describe('checks before the values reach the vendor', () => {
  it('finds nothing wrong with what was captured well, and says that the domain was not asked for yet', () => {
    expect(outcomes(handoff({ secret: heldSecret() }))).toEqual([
      'clientIdShape: passed',
      'secretChecksum: passed',
      'domainMatches: notDone',
    ]);
  });

  it.each([
    ['object ID', { objectId: clientId as unknown as typeof objectId }, 'clientIdIsObjectId: problem'],
    ['tenant ID', { tenantId: clientId as unknown as typeof tenantId }, 'clientIdIsTenantId: problem'],
  ])('names the %s in place of the client ID', (_what, change, finding) => {
    expect(outcomes(handoff(change))[0]).toBe(finding);
  });

  it.each([
    ['a wrong checksum', `zzz8Q~${'z'.repeat(31)}blQ`, 'secretChecksum: hint'],
    ['an older secret without one', 'abc7Q~aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'secretShape: hint'],
  ])('%s is a hint and never blocks', (_what, value, finding) => {
    expect(outcomes(handoff({ secret: heldSecret({ secretValue: value as SecretValue }) }))[1]).toBe(finding);
  });

  it.each([
    [{ kind: 'matches', domain, at: NOW }, 'domainMatches: passed'],
    [{ kind: 'exists', domain, tenantId, at: NOW }, 'domainMatches: passed'],
    [{ kind: 'otherTenant', domain, tenantId: otherTenantId, at: NOW }, 'domainMatches: problem'],
    [{ kind: 'unknownDomain', domain, at: NOW }, 'domainMatches: problem'],
    [{ kind: 'unreachable', domain, at: NOW }, 'domainMatches: hint'],
    [{ kind: 'matches', domain: 'an.older.example', at: NOW }, 'domainMatches: notDone'],
  ] as const)('the domain: %j', (domainCheck, finding) => {
    expect(withDomain(domainCheck)).toBe(finding);
  });

  it('misses the domain when none was read', () => {
    const { directoryDomain: _none, ...bare } = handoff();
    expect(outcomes(bare).at(-1)).toBe('domainMissing: problem');
  });
});
