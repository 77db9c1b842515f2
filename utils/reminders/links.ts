import { clouds } from '../entra/clouds';
import { portalLinks } from '../entra/routes';
import type { ConnectionRecord } from '../handoff/model';

/**
 * Address of an app's *Certificates & secrets*, in its own directory where that is known: who looks after many tenants
 * is usually signed in to another one. `#@<directory>/view/…` (facts, entra §2: seen in public code, not documented).
 */
export function secretsLink({
  clientId,
  cloudId,
  tenantId,
  directoryDomain,
}: Pick<ConnectionRecord, 'clientId' | 'cloudId' | 'tenantId' | 'directoryDomain'>): string {
  const link = portalLinks.secrets(clouds[cloudId], clientId);
  const directory = tenantId ?? directoryDomain;
  return directory === undefined
    ? link
    : link.replace('/#view/', `/#@${encodeURIComponent(directory)}/view/`);
}
