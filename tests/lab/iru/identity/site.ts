/** `<id>.id.iru.com`: the tenant's own sign-in host. Asks who it is, or Microsoft, and tells the console. */
import { cookieOf, formOf, redirect, sendHtml, sessionCookie } from '../../respond';
import type { LabRequest } from '../../serve';
import type { World } from '../../world';
import { consoleHostOf, redirectUrlOf, socialRedirectUrlOf } from '../hosts';
import type { IruConnection, IruTenant } from '../model';
import type { Errand, Flow, IruState, Person } from '../state';
import { authorizeUrl, type LabFetch, newProof, type Registration, redeem } from './federation';
import { consentedPage, errorPage, googlePage, noAccessPage, signInPage } from './pages';

const SESSION_COOKIE = 'iru_identity';

export class IdentitySite {
  constructor(
    readonly world: World,
    readonly state: IruState,
    readonly fetchFromLab: LabFetch,
  ) {}

  async answer(exchange: LabRequest, tenant: IruTenant): Promise<boolean> {
    const { pathname, searchParams } = exchange.url;
    const { theme } = this.world.iru;
    switch (pathname) {
      case '/oauth2/authorize':
        return this.#authorize(exchange, tenant);
      case '/sign-in':
        return this.#signIn(exchange, tenant);
      case '/sign-out':
        this.state.identitySessions.take(cookieOf(exchange, SESSION_COOKIE));
        return redirect(exchange, `https://${consoleHostOf(tenant)}/`);
      case '/google':
        return sendHtml(exchange, googlePage(theme));
      case '/no-access': {
        const user = searchParams.get('user') ?? '';
        return sendHtml(exchange, noAccessPage(theme, tenant.subdomain, user), 403);
      }
      case '/error': {
        const error = searchParams.get('error') ?? 'server_error';
        const description = searchParams.get('error_description') ?? '';
        return sendHtml(
          exchange,
          errorPage(theme, error, description, `https://${consoleHostOf(tenant)}/`),
          400,
        );
      }
      default:
        return this.#isCallback(tenant, pathname) ? this.#callback(exchange, tenant) : false;
    }
  }

  /** The console asks; who has a session here is sent back at once. */
  #authorize(exchange: LabRequest, tenant: IruTenant): true {
    const { subdomain } = tenant;
    const state = exchange.url.searchParams.get('state') ?? '';
    const person = this.state.identitySessions.look(cookieOf(exchange, SESSION_COOKIE));
    if (person?.subdomain === subdomain && this.#isUser(tenant, person.email)) {
      return this.#toConsole(exchange, person, state);
    }
    const flow = this.state.flows.put({ subdomain, state }, this.world.iru.signInSeconds);
    return redirect(exchange, `/sign-in?flow=${flow}`);
  }

  async #signIn(exchange: LabRequest, tenant: IruTenant): Promise<true> {
    const flowKey = exchange.url.searchParams.get('flow') ?? '';
    const flow = this.#flowOf(tenant, flowKey);
    if (!flow) return this.#expired(exchange);
    if (exchange.request.method !== 'POST') return this.#signInPage(exchange, tenant, flowKey);
    const form = formOf(exchange);
    const method = form.get('method') ?? '';
    const connection = tenant.connections.find(({ id, allowed }) => allowed && method === `connection:${id}`);
    if (connection?.kind === 'entra') return this.#toMicrosoft(exchange, tenant, flowKey, connection);
    if (connection) return redirect(exchange, '/google');
    if (!tenant.standardAuthentication) return this.#signInPage(exchange, tenant, flowKey);
    if (method === 'google') return redirect(exchange, '/google');
    if (method === 'microsoft') return this.#toMicrosoft(exchange, tenant, flowKey);
    const email = (form.get('email') ?? '').trim().toLowerCase();
    const { owner } = tenant;
    if (email !== owner.email.toLowerCase() || form.get('password') !== owner.password) {
      return this.#signInPage(exchange, tenant, flowKey, email);
    }
    const person: Person = {
      subdomain: tenant.subdomain,
      email: owner.email,
      name: owner.name,
      through: 'standard',
    };
    return this.#finish(exchange, flowKey, flow, person);
  }

  #signInPage(exchange: LabRequest, tenant: IruTenant, flowKey: string, rejected?: string): true {
    const { theme, buttonText, passwordSignIn } = this.world.iru;
    const html = signInPage({
      theme,
      flowKey,
      tenantName: tenant.subdomain,
      methods: tenant.connections
        .filter(({ allowed }) => allowed)
        .map(({ id, displayName }) => ({ id, text: buttonText.replace('{name}', displayName) })),
      standard: tenant.standardAuthentication,
      passwordSignIn,
      rejected,
    });
    return sendHtml(exchange, html, rejected === undefined ? 200 : 401);
  }

  /** Through a method of the tenant's, or through the vendor's own app where none is given. */
  async #toMicrosoft(
    exchange: LabRequest,
    tenant: IruTenant,
    flowKey: string,
    connection?: IruConnection,
  ): Promise<true> {
    const proof = newProof();
    const via: Errand['via'] = connection
      ? { kind: 'method', connectionId: connection.id }
      : { kind: 'social' };
    const state = this.state.errands.put({ flowKey, via, ...proof }, this.world.iru.signInSeconds);
    const redirectUrl = connection
      ? redirectUrlOf(this.world, tenant, connection)
      : socialRedirectUrlOf(tenant);
    const registration = connection ? registrationOf(connection) : this.#socialApp();
    return redirect(exchange, await authorizeUrl(registration, redirectUrl, state, proof));
  }

  #isCallback(tenant: IruTenant, pathname: string): boolean {
    const urls = tenant.connections.map((connection) => redirectUrlOf(this.world, tenant, connection));
    return [...urls, socialRedirectUrlOf(tenant)].some((url) => new URL(url).pathname === pathname);
  }

  async #callback(exchange: LabRequest, tenant: IruTenant): Promise<true> {
    const { url } = exchange;
    const error = url.searchParams.get('error');
    if (error) return this.#error(exchange, error, url.searchParams.get('error_description') ?? '');
    if (url.searchParams.has('admin_consent')) return sendHtml(exchange, consentedPage(this.world.iru.theme));
    const errand = this.state.errands.take(url.searchParams.get('state'));
    const flow = errand && this.#flowOf(tenant, errand.flowKey);
    if (!errand || !flow) return this.#expired(exchange);
    const connection = methodOf(tenant, errand);
    if (errand.via.kind === 'method' && !connection) return this.#expired(exchange);
    const registration = connection ? registrationOf(connection) : this.#socialApp();
    const redeemed = await redeem(this.fetchFromLab, registration, url, errand);
    if (redeemed.kind === 'refused') {
      const { errorWords } = this.world.iru;
      const words = errorWords === 'microsoft' ? redeemed.providerWords : ownWords(redeemed.error);
      return this.#error(exchange, redeemed.error, words, redeemed.providerWords);
    }
    const { upn, name } = redeemed;
    if (!this.#isUser(tenant, upn) || !isWithin(connection?.limitedToDomains ?? [], upn)) {
      return this.#refuse(exchange, tenant, flow, upn);
    }
    const { subdomain } = tenant;
    const through = connection ? 'sso' : 'standard';
    return this.#finish(exchange, errand.flowKey, flow, { subdomain, email: upn, name, through });
  }

  #finish(exchange: LabRequest, flowKey: string, flow: Flow, person: Person): true {
    this.state.flows.take(flowKey);
    const session = this.state.identitySessions.put(person);
    exchange.response.setHeader('Set-Cookie', sessionCookie(SESSION_COOKIE, session));
    return this.#toConsole(exchange, person, flow.state);
  }

  #toConsole(exchange: LabRequest, person: Person, state: string): true {
    const query = new URLSearchParams({ code: this.state.codes.put(person, 60), state });
    return redirect(exchange, `https://${consoleHostOf(person)}/oauth2/return?${query}`);
  }

  /** A sign-in resolves to a user who exists already; none is made (facts/kandji.md §5.2). */
  #refuse(exchange: LabRequest, tenant: IruTenant, flow: Flow, upn: string): true {
    const query = new URLSearchParams({
      error: 'access_denied',
      error_description: `No user in this tenant matches ${upn}.`,
    });
    switch (this.world.iru.refusalShownAt) {
      case 'noAccessPage':
        return redirect(exchange, `/no-access?user=${encodeURIComponent(upn)}`);
      case 'errorPage':
        return redirect(exchange, `/error?${query}`);
      case 'console':
        query.set('state', flow.state);
        return redirect(exchange, `https://${consoleHostOf(tenant)}/oauth2/return?${query}`);
    }
  }

  #expired(exchange: LabRequest): true {
    return this.#error(exchange, 'invalid_request', 'This sign-in has expired or was already used.');
  }

  /** `cause` stays in a header, for whoever debugs a lab. */
  #error(exchange: LabRequest, error: string, description: string, cause = ''): true {
    const query = new URLSearchParams({ error, error_description: description });
    return redirect(exchange, `/error?${query}`, cause ? { 'X-Lab-Cause': encodeURIComponent(cause) } : {});
  }

  #flowOf(tenant: IruTenant, key: string): Flow | undefined {
    const flow = this.state.flows.look(key);
    return flow?.subdomain === tenant.subdomain ? flow : undefined;
  }

  #isUser({ members, owner }: IruTenant, email: string): boolean {
    return [owner.email, ...members].some((member) => member.toLowerCase() === email.toLowerCase());
  }

  #socialApp(): Registration {
    const { clientId, secrets } = this.world.stockApp;
    return { authority: 'common', clientId, clientSecret: secrets[0]?.value ?? '' };
  }
}

function methodOf(tenant: IruTenant, { via }: Errand): IruConnection | undefined {
  return via.kind === 'method' ? tenant.connections.find(({ id }) => id === via.connectionId) : undefined;
}

function registrationOf({ domain, clientId, clientSecret }: IruConnection): Registration {
  return { authority: domain, clientId, clientSecret };
}

/** Iru's own wording is not known (facts/kandji.md §14): plain sentences, none of Auth0's. */
function ownWords(error: string): string {
  return error === 'invalid_client'
    ? 'The identity provider rejected the client credentials of this connection.'
    : 'The identity provider did not complete the request.';
}

function isWithin(domains: readonly string[], upn: string): boolean {
  return domains.length === 0 || domains.some((domain) => upn.endsWith(`@${domain.trim().toLowerCase()}`));
}
