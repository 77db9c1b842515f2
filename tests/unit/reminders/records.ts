/** Connection records for tests. */
import type { ConnectionRecord } from '../../../utils/handoff/model';
import { clientId, NOW, secretId, tenantId } from '../handoff/samples';

export function record(change: Partial<ConnectionRecord> = {}): ConnectionRecord {
  return {
    version: 2,
    vendorId: 'kandji',
    vendorHost: 'acme.kandji.io',
    clientId,
    cloudId: 'global',
    connectionName: 'Acme Entra',
    appName: 'Kandji',
    tenantId,
    directoryDomain: 'contoso.onmicrosoft.com',
    secretId,
    description: 'Kandji SSO',
    expiresOn: '2028-11-20',
    evidence: { save: { how: 'seen', at: NOW } },
    lastVerdict: { verdict: { kind: 'passed' }, at: NOW },
    createdAt: NOW,
    updatedAt: NOW,
    ...change,
  };
}

/** The day that lies this many days after another. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
