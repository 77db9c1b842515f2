/** `login.microsoftonline.com` and its sisters in the national clouds. */
import { randomBytes } from 'node:crypto';
import { cookieOf, formOf, redirect, send, sendHtml, sessionCookie } from '../respond';
import type { LabHandler, LabRequest } from '../serve';
import type { LabDirectory, World } from '../world';
import { cloudOf } from './apps';
import { DirectoryProvider } from './directory-provider';
import { answerDiscovery } from './discovery';
import { consentPage, errorPage, signInPage, staySignedInPage } from './pages';
import { problems, Refusal } from './problems';
import { type PendingSignIn, type Purpose, SignIns, type Step } from './sign-in';
import { answerToken, type IssuedCode } from './token';

const SESSION_COOKIE = 'ESTSAUTH';

const BEGINNINGS: [RegExp, Purpose][] = [
  [/^\/([^/]+)\/oauth2\/(?:v2\.0\/)?authorize$/, 'authorize'],
  [/^\/([^/]+)\/adminconsent$/, 'adminconsent'],
  [/^\/([^/]+)\/v2\.0\/adminconsent$/, 'adminconsentV2'],
];

/** Microsoft's sign-in for one lab: its sessions, sign-ins under way, and one provider a directory. */
export function microsoftHandler(world: World): LabHandler {
  const providers = new Map<string, DirectoryProvider>();
  const codes = new Map<string, IssuedCode>();
  const sessions = new Map<string, NonNullable<PendingSignIn['account']>>();

  const providerOf = (directory: LabDirectory) => {
    const known = providers.get(directory.tenantId) ?? new DirectoryProvider(world, directory);
    providers.set(directory.tenantId, known);
    return known;
  };
  const signIns = new SignIns(world, codes, providerOf);

  /** Puts a step on the wire, and the browser's session with it once somebody has signed in. */
  const show = (exchange: LabRequest, pending: PendingSignIn, step: Step): true => {
    const { segment: tenant, id: context, account } = pending;
    if (account && step.kind !== 'signIn') {
      const known = cookieOf(exchange, SESSION_COOKIE);
      const name = known && sessions.has(known) ? known : randomBytes(24).toString('base64url');
      sessions.set(name, account);
      exchange.response.setHeader('Set-Cookie', sessionCookie(SESSION_COOKIE, name));
    }
    switch (step.kind) {
      case 'signIn':
        return sendHtml(exchange, signInPage({ tenant, context, ...step }));
      case 'staySignedIn':
        return sendHtml(exchange, staySignedInPage(context, step.user));
      case 'consent':
        return sendHtml(exchange, consentPage({ tenant, context, ...step }));
      case 'redirect':
        return redirect(exchange, step.location);
    }
  };

  const begin = async (exchange: LabRequest, tenant: string, purpose: Purpose): Promise<true> => {
    const { hostname, searchParams } = exchange.url;
    const pending = signIns.begin(hostname, tenant, purpose, searchParams);
    const session = sessions.get(cookieOf(exchange, SESSION_COOKIE) ?? '');
    return show(exchange, pending, await signIns.first(pending, session));
  };

  const proceed = async (exchange: LabRequest): Promise<boolean> => {
    const { pathname } = exchange.url;
    const form = formOf(exchange);
    const pending = signIns.find(form.get('ctx'));
    if (!pending) throw new Refusal(problems.parameterMissing('ctx'));
    if (/^\/[^/]+\/login$/.test(pathname)) {
      const step = await signIns.password(pending, form.get('loginfmt') ?? '', form.get('passwd') ?? '');
      return show(exchange, pending, step);
    }
    if (!pending.account) throw new Refusal(problems.parameterMissing('passwd'));
    if (pathname === '/kmsi') return show(exchange, pending, await signIns.next(pending));
    if (/^\/[^/]+\/Consent\/Set$/.test(pathname)) {
      const accepted = form.get('decision') === 'Accept';
      return show(exchange, pending, await signIns.consent(pending, accepted, form.has('onBehalfOfAll')));
    }
    return false;
  };

  return async (exchange) => {
    const { hostname, pathname } = exchange.url;
    if (!cloudOf(hostname)) return false;
    const { line } = world.microsoft;
    if (line !== 'open') return answerInItsPlace(exchange, line);
    const { method } = exchange.request;
    const tenantIn = (pattern: RegExp) => decodeURIComponent(pattern.exec(pathname)?.[1] ?? '');
    try {
      const metadata = tenantIn(/^\/([^/]+)\/(?:v2\.0\/)?\.well-known\/openid-configuration$/);
      if (metadata) return answerDiscovery(world, exchange, metadata);
      const tokens = tenantIn(/^\/([^/]+)\/oauth2\/(?:v2\.0\/)?token$/);
      if (tokens && method === 'POST')
        return await answerToken({ world, codes, providerOf }, exchange, tokens);
      if (tenantIn(/^\/([^/]+)\/discovery\/v2\.0\/keys$/)) {
        const directory = world.directories[0];
        // The key is the same for all directories of the lab.
        return directory
          ? send(exchange, 200, 'application/json', (await providerOf(directory).keys()).body)
          : false;
      }
      for (const [pattern, purpose] of BEGINNINGS) {
        const tenant = tenantIn(pattern);
        if (tenant && method === 'GET') return await begin(exchange, tenant, purpose);
      }
      if (/^\/[^/]+\/oauth2\/v2\.0\/logout$/.test(pathname)) {
        sessions.delete(cookieOf(exchange, SESSION_COOKIE) ?? '');
        return sendHtml(
          exchange,
          '<!DOCTYPE html><title>Signed out</title><p>You signed out of your account</p>',
        );
      }
      return method === 'POST' ? await proceed(exchange) : false;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return sendHtml(exchange, errorPage(error.problem), 400);
    }
  };
}

/** A guest network's page, with its `200 OK`; a line that is cut; or one on which nothing comes back. */
function answerInItsPlace(exchange: LabRequest, line: 'guestPage' | 'cut' | 'silent'): true {
  if (line === 'silent') return true;
  if (line === 'guestPage') {
    return sendHtml(
      exchange,
      '<!DOCTYPE html><title>Guest network</title><p>Accept the terms of use to go on.</p>',
    );
  }
  exchange.request.socket.destroy();
  return true;
}
