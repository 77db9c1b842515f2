/** `auth[.eu].kandji.io`: universal login, the way to Microsoft and back, and authorisation tickets. */
import { randomUUID } from 'node:crypto';
import { cookieOf, formOf, redirect, sendHtml, sessionCookie } from '../respond';
import type { LabRequest } from '../serve';
import type { LabVendorTenant, VendorConnection } from '../world';
import { exchangeCode, type LabFetch, type SavedValues } from './code-exchange';
import { authorizedPage, errorPage, type LoginPage, loginPage, plainPage } from './identity-pages';
import { callbackOf, consoleHostOf, identityHostOf, organizationOf } from './sites';
import {
  type ConsoleSession,
  connectionOf,
  type LoginTransaction,
  token,
  type Upstream,
  type VendorState,
} from './state';

const BROWSER_COOKIE = 'did';

export class IdentitySite {
  constructor(
    readonly state: VendorState,
    readonly fetchFromLab: LabFetch,
  ) {}

  async answer(exchange: LabRequest): Promise<boolean> {
    const { pathname, searchParams } = exchange.url;
    if (pathname === '/u/login') return this.#login(exchange, searchParams.get('state'));
    if (pathname === '/login/callback') return this.#callback(exchange);
    const ticket = /^\/p\/waad\/([A-Za-z0-9]+)$/.exec(pathname)?.[1];
    if (ticket) return this.#ticket(exchange, ticket);
    if (pathname === '/google') {
      return sendHtml(exchange, plainPage('Sign in with Google', 'The lab has no Google accounts.'));
    }
    return false;
  }

  #login(exchange: LabRequest, state: string | null): true {
    const browser = cookieOf(exchange, BROWSER_COOKIE) ?? token();
    const transaction = this.state.openLogin(state, browser);
    if (!transaction || identityHostOf(transaction.tenant) !== exchange.url.hostname) {
      return this.#error(
        exchange,
        'invalid_request',
        'the login session is no longer valid; start again from the address of your tenant',
      );
    }
    transaction.browser = browser;
    exchange.response.setHeader('Set-Cookie', sessionCookie(BROWSER_COOKIE, browser));
    if (exchange.request.method !== 'POST') return this.#loginPage(exchange, transaction);
    const form = formOf(exchange);
    const connection = form.get('connection');
    return connection === null
      ? this.#password(exchange, transaction, form)
      : this.#continueWith(exchange, transaction, connection);
  }

  #loginPage(exchange: LabRequest, transaction: LoginTransaction, again: Partial<LoginPage> = {}): true {
    const { tenant, state } = transaction;
    const page = loginPage({
      state,
      tenantName: tenant.subdomain,
      standardAuthentication: tenant.standardAuthentication,
      connections: tenant.connections.filter((connection) => connection.enabled),
      ...again,
    });
    return sendHtml(exchange, page, again.error ? 400 : 200);
  }

  #password(exchange: LabRequest, transaction: LoginTransaction, form: URLSearchParams): true {
    const { tenant } = transaction;
    const username = (form.get('username') ?? '').trim();
    const password = form.get('password') ?? '';
    const again = (error: NonNullable<LoginPage['error']>) =>
      this.#loginPage(exchange, transaction, { error, username });
    if (!tenant.standardAuthentication) return this.#loginPage(exchange, transaction);
    if (username === '') return again('usernameMissing');
    if (password === '') return again('passwordMissing');
    const { email, name } = tenant.owner;
    const isOwner = username.toLowerCase() === email.toLowerCase() && password === tenant.owner.password;
    if (!isOwner) return again('credentials');
    return this.#finish(exchange, transaction, { tenant, email, name, through: 'standard' });
  }

  #continueWith(exchange: LabRequest, transaction: LoginTransaction, name: string): true {
    const { tenant } = transaction;
    if (name === 'google-oauth2') return redirect(exchange, '/google');
    if (name === 'windowslive')
      return this.#toMicrosoft(exchange, tenant, this.#stock(), { kind: 'stock', transaction });
    const connection = connectionOf(tenant, name);
    if (!connection?.enabled) return this.#loginPage(exchange, transaction);
    if (connection.kind !== 'azure') return redirect(exchange, '/google');
    const upstream: Upstream = { kind: 'connection', transaction, connectionId: connection.id };
    return this.#toMicrosoft(exchange, tenant, savedIn(connection), upstream);
  }

  /** An administrator opens the authorisation link: Microsoft asks for the consent of the whole directory. */
  #ticket(exchange: LabRequest, ticket: string): true {
    for (const tenant of this.state.world.vendorTenants) {
      if (identityHostOf(tenant) !== exchange.url.hostname) continue;
      const connection = tenant.connections.find((candidate) => candidate.ticket === ticket);
      if (!connection) continue;
      const upstream: Upstream = { kind: 'ticket', tenant, connectionId: connection.id };
      return this.#toMicrosoft(exchange, tenant, savedIn(connection), upstream, { prompt: 'admin_consent' });
    }
    return sendHtml(exchange, plainPage('Not found', 'This ticket does not exist or has expired.'), 404);
  }

  #toMicrosoft(
    exchange: LabRequest,
    tenant: LabVendorTenant,
    { authority, clientId }: SavedValues,
    upstream: Upstream,
    extra: Record<string, string> = {},
  ): true {
    const query = new URLSearchParams({
      client_id: clientId,
      redirect_uri: callbackOf(tenant),
      response_type: 'code',
      scope: 'openid profile email User.Read',
      state: this.state.goUpstream(upstream),
      ...extra,
    });
    const path = `${encodeURIComponent(authority)}/oauth2/v2.0/authorize`;
    return redirect(exchange, `https://login.microsoftonline.com/${path}?${query}`);
  }

  async #callback(exchange: LabRequest): Promise<true> {
    const { searchParams } = exchange.url;
    const state = searchParams.get('state') ?? '';
    const upstream = this.state.comeBack(state);
    if (!upstream)
      return this.#error(exchange, 'invalid_request', 'Unable to verify authorization request state');
    const refused = searchParams.get('error');
    if (refused) return this.#error(exchange, refused, searchParams.get('error_description') ?? refused);
    const tenant = upstream.kind === 'ticket' ? upstream.tenant : upstream.transaction.tenant;
    const connection = upstream.kind === 'stock' ? undefined : connectionOf(tenant, upstream.connectionId);
    if (!connection && upstream.kind !== 'stock') {
      return this.#error(exchange, 'invalid_request', 'the connection was not found');
    }
    const saved = connection ? savedIn(connection) : this.#stock();
    const outcome = await exchangeCode(this.fetchFromLab, saved, exchange.url, state);
    if (outcome.kind === 'failed') {
      return this.#error(exchange, 'invalid_request', 'failed to obtain access token', outcome.cause);
    }
    if (upstream.kind === 'ticket') return sendHtml(exchange, authorizedPage(connection?.name ?? ''));
    const { email, name } = outcome;
    if (!tenant.members.includes(email)) return this.#refuseStranger(exchange, upstream.transaction, email);
    const through = upstream.kind === 'stock' ? 'standard' : 'sso';
    return this.#finish(exchange, upstream.transaction, { tenant, email, name, through });
  }

  #finish(exchange: LabRequest, transaction: LoginTransaction, session: ConsoleSession): true {
    transaction.finished = true;
    const code = this.state.finishLogin(session);
    return redirect(exchange, `https://${consoleHostOf(session.tenant)}/auth/callback?code=${code}`);
  }

  /** No user is made on the way in: who is not an invited team member stays out (facts/kandji.md §6). */
  #refuseStranger(exchange: LabRequest, transaction: LoginTransaction, email: string): true {
    transaction.finished = true;
    const { tenant } = transaction;
    const description = `user ${email} is not part of the ${organizationOf(tenant)} organization`;
    if (this.state.world.vendor.refusalShownAt === 'identityHost') {
      return this.#error(exchange, 'access_denied', description);
    }
    const query = new URLSearchParams({ error: 'access_denied', error_description: description });
    return redirect(exchange, `https://${consoleHostOf(tenant)}/auth/callback?${query}`);
  }

  /** `cause` stays in a header: the page says no more than the real one does. */
  #error(exchange: LabRequest, error: string, description: string, cause = ''): true {
    const status = error === 'access_denied' ? 403 : 400;
    const headers = cause ? { 'X-Lab-Cause': encodeURIComponent(cause) } : {};
    return sendHtml(exchange, errorPage(error, description, randomUUID().slice(0, 20)), status, headers);
  }

  #stock(): SavedValues {
    const { clientId, secrets } = this.state.world.stockApp;
    return { authority: 'common', clientId, clientSecret: secrets[0]?.value ?? '' };
  }
}

function savedIn({ domain, clientId, clientSecret }: VendorConnection): SavedValues {
  return { authority: domain, clientId, clientSecret };
}
