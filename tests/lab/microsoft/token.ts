/** The token endpoint: Microsoft's own checks and words around the provider's decision. */
import { formOf, sendJson } from '../respond';
import type { LabRequest } from '../serve';
import type { LabApp, LabDirectory, Platform, World } from '../world';
import { findApp } from './apps';
import type { DirectoryProvider } from './directory-provider';
import { problemJson, problems, Refusal } from './problems';
import { resolveTenant } from './tenants';

/** What the token endpoint has to remember about a code it did not issue itself. */
export interface IssuedCode {
  tenantId: string;
  /** Platform under which the redirect URI is registered: it decides how the code may be redeemed. */
  platform: Platform;
}

export interface TokenContext {
  world: World;
  codes: Map<string, IssuedCode>;
  providerOf(directory: LabDirectory): DirectoryProvider;
}

export async function answerToken(
  context: TokenContext,
  exchange: LabRequest,
  segment: string,
): Promise<true> {
  try {
    const body = await redeem(context, exchange, segment);
    return sendJson(exchange, body, 200, { Pragma: 'no-cache' });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { problem } = error;
    // Discovery says invalid_tenant, the token endpoint invalid_request for the same code.
    const worded = problem.error === 'invalid_tenant' ? { ...problem, error: 'invalid_request' } : problem;
    return sendJson(exchange, problemJson(worded), worded.status);
  }
}

async function redeem(context: TokenContext, exchange: LabRequest, segment: string): Promise<unknown> {
  const { world } = context;
  const form = withBasicCredentials(formOf(exchange), exchange.request.headers.authorization);
  const grantType = form.get('grant_type');
  if (!grantType) throw new Refusal(problems.parameterMissing('grant_type'));
  const clientId = form.get('client_id');
  if (!clientId) throw new Refusal(problems.parameterMissing('client_id'));
  const code = context.codes.get(form.get('code') ?? '');
  const directory = directoryFor(context, exchange, segment, code);
  const app = findApp(world, directory, clientId);
  if (!app) throw new Refusal(problems.appNotFound(clientId, directory.name));
  if (!app.activated) throw new Refusal(problems.appDisabled(app));

  const { origin } = exchange.request.headers;
  if (origin !== undefined && code?.platform !== 'spa') throw new Refusal(problems.crossOriginToken(origin));
  if (origin === undefined && code?.platform === 'spa') throw new Refusal(problems.spaCodeNeedsOrigin());
  const secret = form.get('client_secret');
  if (code?.platform === 'publicClient' && secret) throw new Refusal(problems.publicClientWithSecret());
  if (!secret) throw new Refusal(problems.secretMissing());

  // `https://graph.microsoft.com/.default`: which permissions the token carries is nobody's concern here.
  form.delete('scope');
  const answer = await context.providerOf(directory).token(form);
  if (answer.status === 200) return { ...parse(answer.body), ext_expires_in: 3600 };
  throw new Refusal(explain(app, secret, parse(answer.body).error));
}

/** The provider says that it refuses; Microsoft says why. */
function explain(app: LabApp, presented: string, error: unknown) {
  if (error !== 'invalid_client') return problems.codeInvalid();
  const match = app.secrets.find((secret) => secret.value === presented);
  return match && match.expiresAt <= new Date() ? problems.secretExpired(app) : problems.secretInvalid(app);
}

function directoryFor(
  { world }: TokenContext,
  exchange: LabRequest,
  segment: string,
  code: IssuedCode | undefined,
): LabDirectory {
  const tenant = resolveTenant(world, exchange.url.hostname, segment);
  if (tenant.kind === 'directory') return tenant.directory;
  const directory = world.directories.find((candidate) => candidate.tenantId === code?.tenantId);
  if (!directory) throw new Refusal(problems.codeInvalid());
  return directory;
}

function withBasicCredentials(form: URLSearchParams, authorization: string | undefined): URLSearchParams {
  const basic = /^Basic (.+)$/i.exec(authorization ?? '')?.[1];
  if (!basic) return form;
  const [id = '', ...rest] = Buffer.from(basic, 'base64').toString('utf8').split(':');
  const decode = (text: string) => decodeURIComponent(text.replace(/\+/g, '%20'));
  form.set('client_id', decode(id));
  form.set('client_secret', decode(rest.join(':')));
  return form;
}

function parse(body: string): Record<string, unknown> {
  const value: unknown = JSON.parse(body);
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
