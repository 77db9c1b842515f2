/** OpenID Connect discovery as Microsoft answers it: readable from any origin, errors too (facts/entra.md §11). */
import { sendJson } from '../respond';
import type { LabRequest } from '../serve';
import type { World } from '../world';
import { problemJson, Refusal } from './problems';
import { resolveTenant } from './tenants';

const HEADERS = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Methods': 'GET, OPTIONS',
  'Cache-Control': 'max-age=86400, private',
};

const CLOUD_INSTANCES: Record<string, { name: string; graph: string }> = {
  'login.microsoftonline.com': { name: 'microsoftonline.com', graph: 'graph.microsoft.com' },
  'login.microsoftonline.us': { name: 'microsoftonline.us', graph: 'graph.microsoft.us' },
  'login.partner.microsoftonline.cn': {
    name: 'partner.microsoftonline.cn',
    graph: 'microsoftgraph.chinacloudapi.cn',
  },
};

export function answerDiscovery(world: World, exchange: LabRequest, segment: string): true {
  const { hostname } = exchange.url;
  try {
    const tenant = resolveTenant(world, hostname, segment);
    // For "any directory" the issuer is a template, and relying parties put the token's `tid` in.
    const tenantId = tenant.kind === 'directory' ? tenant.directory.tenantId : '{tenantid}';
    const base = `https://${hostname}/${tenant.kind === 'directory' ? tenantId : tenant.segment}`;
    const cloud = CLOUD_INSTANCES[hostname];
    return sendJson(
      exchange,
      {
        token_endpoint: `${base}/oauth2/v2.0/token`,
        token_endpoint_auth_methods_supported: [
          'client_secret_post',
          'private_key_jwt',
          'client_secret_basic',
        ],
        jwks_uri: `${base}/discovery/v2.0/keys`,
        response_modes_supported: ['query', 'fragment', 'form_post'],
        subject_types_supported: ['pairwise'],
        id_token_signing_alg_values_supported: ['RS256'],
        response_types_supported: ['code', 'id_token', 'code id_token', 'id_token token'],
        scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
        issuer: `https://${hostname}/${tenantId}/v2.0`,
        request_uri_parameter_supported: false,
        userinfo_endpoint: `https://${cloud?.graph}/oidc/userinfo`,
        authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
        http_logout_supported: true,
        end_session_endpoint: `${base}/oauth2/v2.0/logout`,
        tenant_region_scope: tenant.kind === 'directory' ? 'EU' : null,
        cloud_instance_name: cloud?.name,
        msgraph_host: cloud?.graph,
      },
      200,
      HEADERS,
    );
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return sendJson(exchange, problemJson(error.problem), 400, HEADERS);
  }
}
