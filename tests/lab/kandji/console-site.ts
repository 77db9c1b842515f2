/** `acme.kandji.io`: sends strangers to the sign-in host, and serves the console and its API to who is signed in. */
import { cookieOf, redirect, send, sendHtml, sessionCookie } from '../respond';
import type { LabRequest } from '../serve';
import type { LabVendorTenant } from '../world';
import { consoleBundle } from './bundle';
import { ConsoleApi } from './console-api';
import { plainPage } from './identity-pages';
import { consoleHostOf, identityHostOf } from './sites';
import { type ConsoleSession, token, type VendorState } from './state';

const SESSION_COOKIE = 'kandji_session';

export class ConsoleSite {
  readonly #api: ConsoleApi;

  constructor(readonly state: VendorState) {
    this.#api = new ConsoleApi(state.world);
  }

  async answer(exchange: LabRequest, tenant: LabVendorTenant): Promise<boolean> {
    const { pathname, searchParams } = exchange.url;
    if (pathname === '/auth/callback') return this.#arrive(exchange, tenant, searchParams);
    if (pathname.startsWith('/assets/')) return this.#asset(exchange);
    const session = this.#sessionOf(exchange, tenant);
    if (pathname === '/logout') return this.#leave(exchange, tenant);
    if (!session) {
      if (pathname.startsWith('/api/'))
        return send(exchange, 401, 'application/json', '{"error":"unauthenticated"}');
      const { state } = this.state.beginLogin(tenant);
      return redirect(exchange, `https://${identityHostOf(tenant)}/u/login?state=${state}&ui_locales=en`);
    }
    if (pathname.startsWith('/api/')) return this.#api.answer(exchange, tenant, session);
    if (exchange.request.method !== 'GET') return false;
    if (pathname === '/') return redirect(exchange, '/devices');
    // Every other address is a route of the console's own.
    return sendHtml(exchange, this.#shell());
  }

  #sessionOf(exchange: LabRequest, tenant: LabVendorTenant): ConsoleSession | undefined {
    const session = this.state.sessions.get(cookieOf(exchange, SESSION_COOKIE) ?? '');
    return session?.tenant === tenant ? session : undefined;
  }

  /** The end of a login: one-time code in, session cookie out. */
  #arrive(exchange: LabRequest, tenant: LabVendorTenant, query: URLSearchParams): true {
    const error = query.get('error');
    if (error) {
      return sendHtml(
        exchange,
        plainPage('Access denied', `${error}: ${query.get('error_description') ?? ''}`),
        403,
      );
    }
    const code = query.get('code') ?? '';
    const session = this.state.codes.get(code);
    this.state.codes.delete(code);
    if (session?.tenant !== tenant) return redirect(exchange, '/');
    const name = token();
    this.state.sessions.set(name, session);
    return redirect(exchange, `https://${consoleHostOf(tenant)}/devices`, {
      'Set-Cookie': sessionCookie(SESSION_COOKIE, name),
    });
  }

  #leave(exchange: LabRequest, tenant: LabVendorTenant): true {
    this.state.sessions.delete(cookieOf(exchange, SESSION_COOKIE) ?? '');
    return redirect(exchange, `https://${consoleHostOf(tenant)}/`);
  }

  async #asset(exchange: LabRequest): Promise<boolean> {
    const { script, style } = await consoleBundle();
    const { pathname } = exchange.url;
    if (pathname === '/assets/console.js') return send(exchange, 200, 'text/javascript', script);
    if (pathname === '/assets/console.css') return send(exchange, 200, 'text/css', style);
    return false;
  }

  #shell(): string {
    return `<!DOCTYPE html>
<html lang="en" data-theme="${this.state.world.vendor.theme}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>Kandji</title>
  <link rel="stylesheet" href="/assets/console.css">
</head>
<body>
  <div id="root"></div>
  <script src="/assets/console.js" defer></script>
</body>
</html>`;
  }
}
