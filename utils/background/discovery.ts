/**
 * Asks the directory's own login host whose domain this is: the public OpenID configuration, no credentials.
 * Source: facts on unauthenticated discovery (entra §11): the issuer's path holds the tenant ID; an unknown tenant is
 * answered with HTTP 400.
 */
import { type CloudId, clouds } from '../entra/clouds';
import { asTenantId, type TenantId } from '../entra/values';
import type { DomainCheck, Instant } from '../handoff/model';

/** A captive portal or a proxy may swallow requests: after this long Microsoft counts as not reached. */
const TIMEOUT_MS = 10_000;

/**
 * @param domain a domain name of the directory, in lower case
 * @param tenantId the tenant ID that was captured with it, where one was
 * @throws the reason of `cancelled`, and nothing else
 */
export async function checkDomain(
  cloudId: CloudId,
  domain: string,
  tenantId: TenantId | undefined,
  now: Instant,
  cancelled: AbortSignal,
): Promise<DomainCheck> {
  const address = `https://${clouds[cloudId].loginHost}/${encodeURIComponent(domain)}/v2.0/.well-known/openid-configuration`;
  try {
    const response = await fetch(address, {
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.any([cancelled, AbortSignal.timeout(TIMEOUT_MS)]),
    });
    const answer: unknown = await response.json();
    if (response.status === 400 && saysUnknownTenant(answer))
      return { kind: 'unknownDomain', domain, at: now };
    const found = response.ok ? tenantOfIssuer(answer) : undefined;
    // A proxy's page, a login of a guest network: an answer, but not Microsoft's.
    if (!found) return { kind: 'unreachable', domain, at: now };
    if (tenantId === undefined) return { kind: 'exists', domain, tenantId: found, at: now };
    return found === tenantId
      ? { kind: 'matches', domain, at: now }
      : { kind: 'otherTenant', domain, tenantId: found, at: now };
  } catch {
    cancelled.throwIfAborted();
    return { kind: 'unreachable', domain, at: now };
  }
}

/** AADSTS90002 *tenant not found*, AADSTS900023 *neither a domain nor an ID* (facts, entra §11). */
function saysUnknownTenant(answer: unknown): boolean {
  if (typeof answer !== 'object' || answer === null || !('error_codes' in answer)) return false;
  const { error_codes: codes } = answer;
  return Array.isArray(codes) && (codes.includes(90002) || codes.includes(900023));
}

function tenantOfIssuer(configuration: unknown): TenantId | undefined {
  if (typeof configuration !== 'object' || configuration === null || !('issuer' in configuration))
    return undefined;
  const { issuer } = configuration;
  if (typeof issuer !== 'string' || !URL.canParse(issuer)) return undefined;
  return asTenantId(new URL(issuer).pathname.split('/')[1] ?? '');
}
