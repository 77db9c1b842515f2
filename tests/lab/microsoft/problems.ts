/**
 * Microsoft's refusals: code, text, and how the token endpoint and discovery word them in JSON.
 * Codes and texts: facts/entra.md §8, from Microsoft's reference-error-codes and public issue reports.
 */
import { randomUUID } from 'node:crypto';
import type { LabApp, LabUser } from '../world';

export interface Problem {
  /** Digits of `AADSTS…`. */
  code: string;
  /** Without the code in front. */
  text: string;
  /** OAuth error of the JSON answers. */
  error: string;
  /** HTTP status of the JSON answers. */
  status: number;
}

/** Thrown while a request is looked at; the handler shows it as a page or as JSON. */
export class Refusal extends Error {
  constructor(readonly problem: Problem) {
    super(`AADSTS${problem.code}: ${problem.text}`);
  }
}

const problem = (code: number, text: string, error = 'invalid_request', status = 400): Problem => ({
  code: String(code),
  text,
  error,
  status,
});

export const problems = {
  tenantNotFound: (tenant: string) =>
    problem(
      90002,
      `Tenant '${tenant}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud. Check with your subscription administrator, this may happen if there are no active subscriptions for the tenant.`,
      'invalid_tenant',
    ),
  tenantMalformed: (tenant: string) =>
    problem(
      900023,
      `Specified tenant identifier '${tenant}' is neither a valid DNS name, nor a valid external domain.`,
      'invalid_tenant',
    ),
  parameterMissing: (name: string) =>
    problem(900144, `The request body must contain the following parameter: '${name}'.`),
  noRedirectUri: () => problem(900971, 'No reply address provided.'),
  noRedirectUriRegistered: () => problem(500113, 'No reply address is registered for the application.'),
  redirectUriMismatch: (app: LabApp, redirectUri: string) =>
    problem(
      50011,
      `The redirect URI '${redirectUri}' specified in the request does not match the redirect URIs configured for the application '${app.clientId}'. Make sure the redirect URI sent in the request matches one added to your application in the Azure portal. Navigate to https://aka.ms/redirectUriMismatchError to learn more about how to troubleshoot this error.`,
    ),
  appNotFound: (clientId: string, directoryName: string) =>
    problem(
      700016,
      `Application with identifier '${clientId}' was not found in the directory '${directoryName}'. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You may have sent your authentication request to the wrong tenant.`,
      'unauthorized_client',
    ),
  appDisabled: (app: LabApp) =>
    problem(
      7000112,
      `Application '${app.clientId}'(${app.displayName}) is disabled.`,
      'unauthorized_client',
      401,
    ),
  singleTenantOnCommon: (app: LabApp) =>
    problem(
      50194,
      `Application '${app.clientId}'(${app.displayName}) is not configured as a multi-tenant application. Usage of the /common endpoint is not supported for such apps created after '10/15/2018'. Use a tenant-specific endpoint or configure the application to be multi-tenant.`,
    ),
  userNotAssigned: (app: LabApp, user: LabUser) =>
    problem(
      50105,
      `Your administrator has configured the application ${app.displayName} ('${app.clientId}') to block users unless they are specifically granted ('assigned') access to the application. The signed in user '${user.upn}' is blocked because they are not a direct member of a group with access, nor had access directly assigned by an administrator. Please contact your administrator to assign access to this application.`,
    ),
  accountElsewhere: (upn: string, directoryName: string, app: LabApp) =>
    problem(
      50020,
      `User account '${upn}' from identity provider 'https://sts.windows.net/' does not exist in tenant '${directoryName}' and cannot access the application '${app.clientId}'(${app.displayName}) in that tenant. The account needs to be added as an external user in the tenant first. Sign out and sign in again with a different Azure Active Directory user account.`,
    ),
  accountUnknown: (directoryDomain: string) =>
    problem(
      50034,
      `The user account {EUII Hidden} does not exist in the ${directoryDomain} directory. To sign into this application, the account must be added to the directory.`,
    ),
  notConsented: (app: LabApp) =>
    problem(
      65001,
      `The user or administrator has not consented to use the application with ID '${app.clientId}' named '${app.displayName}'. Send an interactive authorization request for this user and resource.`,
      'invalid_grant',
    ),
  consentDeclined: () => problem(65004, 'User declined to consent to access the app.', 'access_denied'),
  administratorNeeded: (app: LabApp) =>
    problem(
      90094,
      `${app.displayName} needs permission to access resources in your organization that only an admin can grant. Please ask an admin to grant permission to this app before you can use it.`,
      'access_denied',
    ),
  crossOriginToken: (origin: string) =>
    problem(
      9002326,
      `Cross-origin token redemption is permitted only for the 'Single-Page Application' client-type. Request origin: '${origin}'.`,
    ),
  spaCodeNeedsOrigin: () =>
    problem(
      9002327,
      "Tokens issued for the 'Single-Page Application' client-type may only be redeemed via cross-origin requests.",
    ),
  secretMissing: () =>
    problem(
      7000218,
      "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
      'invalid_client',
      401,
    ),
  secretInvalid: (app: LabApp) =>
    problem(
      7000215,
      `Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${app.clientId}'.`,
      'invalid_client',
      401,
    ),
  secretExpired: (app: LabApp) =>
    problem(
      7000222,
      `The provided client secret keys for app '${app.clientId}' are expired. Visit the Azure portal to create new keys for your app: https://aka.ms/NewClientSecret, or consider using certificate credentials for added security: https://aka.ms/certCreds.`,
      'invalid_client',
      401,
    ),
  publicClientWithSecret: () =>
    problem(
      700025,
      "Client is public so neither 'client_assertion' nor 'client_secret' should be presented.",
      'invalid_client',
      401,
    ),
  codeInvalid: () =>
    problem(
      70008,
      'The provided authorization code or refresh token has expired due to inactivity. Send a new interactive authorization request for this user and resource.',
      'invalid_grant',
    ),
};

/** The identifiers Microsoft puts on every refusal, for its support. */
export interface Trace {
  traceId: string;
  correlationId: string;
  timestamp: string;
}

export function newTrace(): Trace {
  const timestamp = `${new Date().toISOString().slice(0, 19).replace('T', ' ')}Z`;
  return { traceId: randomUUID(), correlationId: randomUUID(), timestamp };
}

/** `error_description` as it stands in JSON and in redirects. */
export function descriptionOf({ code, text }: Problem, trace: Trace): string {
  return `AADSTS${code}: ${text} Trace ID: ${trace.traceId} Correlation ID: ${trace.correlationId} Timestamp: ${trace.timestamp}`;
}

/** The JSON body of a refusal. */
export function problemJson(refused: Problem) {
  const trace = newTrace();
  return {
    error: refused.error,
    error_description: descriptionOf(refused, trace),
    error_codes: [Number(refused.code)],
    timestamp: trace.timestamp,
    trace_id: trace.traceId,
    correlation_id: trace.correlationId,
    error_uri: `https://login.microsoftonline.com/error?code=${refused.code}`,
  };
}
