/**
 * One OpenID provider a directory: real codes, real ID tokens, real client authentication. Its clients are the world's
 * app registrations, so what the portal changes counts at once.
 */
import { createHash, generateKeyPairSync, type JsonWebKey } from 'node:crypto';
import Provider, { type AdapterPayload, type Configuration, errors, type JWK } from 'oidc-provider';
import type { LabApp, LabDirectory, LabUser, World } from '../world';
import { memoryAdapter } from './adapter';
import { findApp, loginHostOf, usableSecrets } from './apps';
import { inject } from './inject';

export const SCOPES = ['openid', 'profile', 'email', 'offline_access', 'User.Read'];

let signingKey: JWK | undefined;

/** One key a process: nothing about it differs between labs, and making it is the slowest part of the start. */
function signingKeyOf(): JWK {
  if (!signingKey) {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const jwk: JsonWebKey = privateKey.export({ format: 'jwk' });
    signingKey = { ...jwk, kid: 'lab-key-1', use: 'sig', alg: 'RS256' } as JWK;
  }
  return signingKey;
}

export class DirectoryProvider {
  readonly #provider: Provider;
  readonly #directory: LabDirectory;
  readonly #loginHost: string;

  constructor(world: World, directory: LabDirectory) {
    this.#directory = directory;
    this.#loginHost = loginHostOf(directory);
    this.#provider = new Provider(
      `https://${this.#loginHost}/${directory.tenantId}/v2.0`,
      configuration(world, directory),
    );
    // Any secret that has not expired is as good as another; which one it is, is the app registration's business.
    Object.assign(this.#provider.Client.prototype, {
      compareClientSecret(this: { clientId: string }, actual: string) {
        const app = findApp(world, directory, this.clientId);
        return app !== undefined && usableSecrets(world, app).some((secret) => secret.value === actual);
      },
    });
    this.#provider.on('server_error', (_context, error) => console.error('lab: provider failed', error));
  }

  /** Runs the whole authorisation for a user who has signed in and consented, and gives the address to go back to. */
  async authorize(query: URLSearchParams, user: LabUser): Promise<string> {
    const asked = new URLSearchParams(query);
    // Microsoft's own parameters, and the ones that the sign-in pages have dealt with already.
    for (const name of ['prompt', 'login_hint', 'domain_hint', 'resource', 'sso_reload']) asked.delete(name);
    asked.set('scope', scopesOf(asked.get('scope')));
    const begun = await this.#inject('GET', `/oauth2/v2.0/authorize?${asked}`);
    const interactionId = /^\/interaction\/([^/?]+)$/.exec(begun.location ?? '')?.[1];
    const interaction = interactionId ? await this.#provider.Interaction.find(interactionId) : undefined;
    if (!interaction)
      throw new Error(`The provider did not ask for a sign-in: ${begun.status} ${begun.body}`);
    interaction.result = { login: { accountId: accountIdOf(this.#directory, user) } };
    await interaction.save(60);
    const { pathname, search } = new URL(interaction.returnTo);
    const path = pathname.slice(`/${this.#directory.tenantId}`.length) + search;
    const cookies = begun.cookies.map((cookie) => cookie.split(';', 1)[0]).join('; ');
    const finished = await this.#inject('GET', path, { cookie: cookies });
    if (!finished.location)
      throw new Error(`The provider did not finish: ${finished.status} ${finished.body}`);
    const destination = new URL(finished.location);
    // Microsoft sends no `iss`, and its metadata does not promise one.
    destination.searchParams.delete('iss');
    return destination.href;
  }

  /** The provider's answer to a token request; the body is a form, the client authenticated in it. */
  token(form: URLSearchParams) {
    return this.#inject(
      'POST',
      '/oauth2/v2.0/token',
      { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
      form.toString(),
    );
  }

  keys() {
    return this.#inject('GET', '/discovery/v2.0/keys');
  }

  #inject(method: 'GET' | 'POST', path: string, headers: Record<string, string> = {}, body = '') {
    return inject(this.#provider.callback(), {
      method,
      mount: `/${this.#directory.tenantId}`,
      path,
      headers: { host: this.#loginHost, ...headers },
      body,
    });
  }
}

function configuration(world: World, directory: LabDirectory): Configuration {
  return {
    adapter: memoryAdapter((clientId) => {
      const app = findApp(world, directory, clientId);
      return app && clientMetadata(app);
    }),
    jwks: { keys: [signingKeyOf()] },
    cookies: { keys: ['lab'] },
    scopes: SCOPES,
    claims: { openid: ['sub', 'oid', 'tid', 'preferred_username', 'upn', 'name', 'email'] },
    conformIdTokenClaims: false,
    responseTypes: ['code'],
    pkce: { required: () => false },
    routes: {
      authorization: '/oauth2/v2.0/authorize',
      token: '/oauth2/v2.0/token',
      jwks: '/discovery/v2.0/keys',
    },
    interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
    features: { devInteractions: { enabled: false }, clientCredentials: { enabled: true } },
    // Explicit lifetimes: the defaults print a notice for each.
    ttl: {
      AccessToken: 3600,
      AuthorizationCode: 600,
      ClientCredentials: 3600,
      Grant: 3600,
      IdToken: 3600,
      Interaction: 600,
      RefreshToken: 3600,
      Session: 3600,
    },
    findAccount: (_context, accountId) => {
      const user = directory.users.find((candidate) => accountIdOf(directory, candidate) === accountId);
      return user && { accountId, claims: () => claimsOf(directory, user) };
    },
    // Consent is decided on the consent page, before the provider is asked.
    loadExistingGrant: async (context) => {
      const { provider, client, session } = context.oidc;
      if (!client || !session?.accountId) throw new errors.InvalidRequest('no client or account');
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope(SCOPES.join(' '));
      await grant.save();
      return grant;
    },
    renderError: (context, out) => {
      context.type = 'json';
      context.body = out;
    },
  };
}

function clientMetadata(app: LabApp): AdapterPayload {
  return {
    client_id: app.clientId,
    client_name: app.displayName,
    // Never compared: see compareClientSecret above. The provider only wants a confidential client to have one.
    client_secret: 'unused',
    token_endpoint_auth_method: 'client_secret_post',
    grant_types: ['authorization_code', 'refresh_token', 'client_credentials'],
    response_types: ['code'],
    redirect_uris: app.redirectUris.map((redirect) => redirect.uri).filter((uri) => URL.canParse(uri)),
    id_token_signed_response_alg: 'RS256',
  };
}

function scopesOf(scope: string | null): string {
  const asked = (scope ?? '').split(/\s+/).filter((name) => SCOPES.includes(name));
  return [...new Set(['openid', ...asked])].join(' ');
}

/** Object ID of a user: stable, and different in every directory. */
function accountIdOf(directory: LabDirectory, user: LabUser): string {
  const hex = createHash('sha256').update(`${directory.tenantId}/${user.upn}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function claimsOf(directory: LabDirectory, user: LabUser) {
  const objectId = accountIdOf(directory, user);
  return {
    sub: objectId,
    oid: objectId,
    tid: directory.tenantId,
    preferred_username: user.upn,
    upn: user.upn,
    name: user.displayName,
    email: user.upn,
  };
}
