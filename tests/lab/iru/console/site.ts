/** `<subdomain>.iru.com`: the console, for whoever the tenant's sign-in host vouches for. */
import { cookieOf, redirect, send, sendHtml, sessionCookie } from '../../respond';
import type { LabRequest } from '../../serve';
import type { World } from '../../world';
import { consoleHostOf, identityHostOf } from '../hosts';
import { errorPage, welcomePage } from '../identity/pages';
import type { IruTenant } from '../model';
import type { IruState, Person } from '../state';
import { ConsoleApi } from './api';
import { webBundle } from './bundle';

const SESSION_COOKIE = 'iru_session';
/** First page of the console; the route is known from the product's public test suites (facts/kandji.md §4). */
const HOME = '/devices';

export class ConsoleSite {
  readonly #api: ConsoleApi;

  constructor(
    readonly world: World,
    readonly state: IruState,
  ) {
    this.#api = new ConsoleApi(world);
  }

  async answer(exchange: LabRequest, tenant: IruTenant): Promise<boolean> {
    const { pathname, searchParams } = exchange.url;
    const person = this.#personOf(exchange, tenant);
    if (pathname.startsWith('/static/')) return this.#file(exchange);
    if (pathname === '/oauth2/return') return this.#arrive(exchange, tenant);
    if (pathname === '/oauth2/start') return this.#depart(exchange, tenant, searchParams.get('to') ?? HOME);
    if (pathname === '/sign-out') {
      this.state.consoleSessions.take(cookieOf(exchange, SESSION_COOKIE));
      return redirect(exchange, `https://${identityHostOf(tenant)}/sign-out`);
    }
    if (pathname.startsWith('/gateway/')) {
      return person
        ? this.#api.answer(exchange, tenant, person)
        : send(exchange, 401, 'application/json', '{"message":"Sign in first."}');
    }
    if (exchange.request.method !== 'GET') return false;
    const wanted = pathname === '/' ? HOME : pathname + exchange.url.search;
    if (!person) return this.#meet(exchange, tenant, wanted);
    return pathname === '/' ? redirect(exchange, HOME) : sendHtml(exchange, this.#shell());
  }

  #personOf(exchange: LabRequest, { subdomain }: IruTenant): Person | undefined {
    const person = this.state.consoleSessions.look(cookieOf(exchange, SESSION_COOKIE));
    return person?.subdomain === subdomain ? person : undefined;
  }

  #meet(exchange: LabRequest, tenant: IruTenant, wanted: string): true {
    const { arrival, theme } = this.world.iru;
    if (arrival === 'redirect') return this.#depart(exchange, tenant, wanted);
    const logIn = `/oauth2/start?to=${encodeURIComponent(wanted)}`;
    return sendHtml(exchange, welcomePage(theme, tenant.subdomain, logIn));
  }

  #depart(exchange: LabRequest, tenant: IruTenant, wanted: string): true {
    const { subdomain } = tenant;
    const path = wanted.startsWith('/') && !wanted.startsWith('//') ? wanted : HOME;
    const query = new URLSearchParams({
      client_id: 'iru-console',
      response_type: 'code',
      redirect_uri: `https://${consoleHostOf(tenant)}/oauth2/return`,
      state: this.state.departures.put({ subdomain, path }),
    });
    return redirect(exchange, `https://${identityHostOf(tenant)}/oauth2/authorize?${query}`);
  }

  #arrive(exchange: LabRequest, tenant: IruTenant): true {
    const { searchParams } = exchange.url;
    const departure = this.state.departures.take(searchParams.get('state'));
    const error = searchParams.get('error');
    if (error) {
      const description = searchParams.get('error_description') ?? '';
      return sendHtml(exchange, errorPage(this.world.iru.theme, error, description, '/'), 403);
    }
    const person = this.state.codes.take(searchParams.get('code'));
    if (person?.subdomain !== tenant.subdomain || departure?.subdomain !== tenant.subdomain) {
      return redirect(exchange, '/');
    }
    const session = this.state.consoleSessions.put(person);
    return redirect(exchange, departure.path, { 'Set-Cookie': sessionCookie(SESSION_COOKIE, session) });
  }

  async #file(exchange: LabRequest): Promise<boolean> {
    const { script, style } = await webBundle();
    const { pathname } = exchange.url;
    if (pathname === '/static/web.js') return send(exchange, 200, 'text/javascript', script);
    if (pathname === '/static/web.css') return send(exchange, 200, 'text/css', style);
    return false;
  }

  #shell(): string {
    return `<!DOCTYPE html>
<html lang="en" class="${this.world.iru.theme}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>Iru</title>
  <link rel="stylesheet" href="/static/web.css">
</head>
<body>
  <div id="app"></div>
  <script src="/static/web.js" defer></script>
</body>
</html>`;
  }
}
