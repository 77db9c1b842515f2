/**
 * A sign-in, from the authorise address to the way back: which app, which user, whose consent. The pages come at the
 * addresses Microsoft uses: the sign-in page answers 200 at the authorise address itself.
 */
import { randomBytes } from 'node:crypto';
import type { LabApp, LabDirectory, LabUser, World } from '../world';
import { findApp, findUser, homeOf, multiTenantApps } from './apps';
import type { DirectoryProvider } from './directory-provider';
import { descriptionOf, newTrace, type Problem, problems, Refusal } from './problems';
import { resolveTenant, type TenantSegment } from './tenants';
import type { IssuedCode } from './token';

export type Purpose = 'authorize' | 'adminconsent' | 'adminconsentV2';

/** A sign-in under way: kept here, named by `ctx` in the forms. */
export interface PendingSignIn {
  id: string;
  host: string;
  segment: string;
  purpose: Purpose;
  query: URLSearchParams;
  /** Set once the password was right. */
  account?: { tenantId: string; upn: string };
  consented: boolean;
}

/** What to show or do next. */
export type Step =
  | { kind: 'signIn'; username: string; error?: string }
  | { kind: 'staySignedIn'; user: LabUser }
  | {
      kind: 'consent';
      app: LabApp;
      user: LabUser;
      directoryName: string;
      reach: 'organization' | 'choice' | 'user';
    }
  | { kind: 'redirect'; location: string };

export class SignIns {
  readonly #pending = new Map<string, PendingSignIn>();

  constructor(
    readonly world: World,
    readonly codes: Map<string, IssuedCode>,
    readonly providerOf: (directory: LabDirectory) => DirectoryProvider,
  ) {}

  /**
   * Looks at a new request, before anybody signs in.
   * @throws {Refusal} where Microsoft shows an error page instead of a sign-in page
   */
  begin(host: string, segment: string, purpose: Purpose, query: URLSearchParams): PendingSignIn {
    const id = randomBytes(24).toString('base64url');
    const pending: PendingSignIn = { id, host, segment, purpose, query, consented: false };
    this.#checkRequest(pending);
    this.#pending.set(id, pending);
    return pending;
  }

  find(id: string | null): PendingSignIn | undefined {
    return id === null ? undefined : this.#pending.get(id);
  }

  /** The first page, or the way back at once where the browser has a session. */
  async first(pending: PendingSignIn, session: PendingSignIn['account']): Promise<Step> {
    const prompt = pending.query.get('prompt') ?? '';
    if (session && !['login', 'select_account'].includes(prompt)) {
      pending.account = session;
      return this.next(pending);
    }
    return { kind: 'signIn', username: pending.query.get('login_hint') ?? '' };
  }

  /** @throws {Refusal} where the account can never sign in here; a wrong password asks again. */
  async password(pending: PendingSignIn, upn: string, password: string): Promise<Step> {
    const home = homeOf(this.world, pending.host, upn);
    const tenant = this.#tenantOf(pending);
    const user = home && findUser(home, upn);
    if (!home || !user) {
      if (tenant.kind === 'directory' && home === tenant.directory) {
        throw new Refusal(problems.accountUnknown(home.domain));
      }
      if (tenant.kind === 'directory') this.#refuseForeign(pending, tenant.directory, upn);
      return { kind: 'signIn', username: upn, error: "We couldn't find an account with that username." };
    }
    if (user.password !== password) {
      return { kind: 'signIn', username: upn, error: 'Your account or password is incorrect.' };
    }
    pending.account = { tenantId: home.tenantId, upn: user.upn };
    if (this.world.microsoft.staySignedInPage) return { kind: 'staySignedIn', user };
    return this.next(pending);
  }

  /** After the password: assignment, consent, and back. @throws {Refusal} */
  async next(pending: PendingSignIn): Promise<Step> {
    const { home, user } = this.#accountOf(pending);
    const tenant = this.#tenantOf(pending);
    if (tenant.kind === 'directory' && tenant.directory !== home) {
      this.#refuseForeign(pending, tenant.directory, user.upn);
    }
    const app = this.#appOf(pending, home);
    if (app.assignmentRequired && !(app.assignedUsers ?? []).includes(user.upn)) {
      throw new Refusal(problems.userNotAssigned(app, user));
    }
    const reach = pending.consented ? undefined : this.#consentNeeded(pending, app, user);
    if (reach) return { kind: 'consent', app, user, directoryName: home.name, reach };
    return { kind: 'redirect', location: await this.#wayBack(pending, home, app, user) };
  }

  /** The consent page's answer. */
  async consent(pending: PendingSignIn, accepted: boolean, onBehalfOfAll: boolean): Promise<Step> {
    const { home, user } = this.#accountOf(pending);
    const app = this.#appOf(pending, home);
    if (!accepted) return { kind: 'redirect', location: declined(pending) };
    const reach = this.#consentNeeded(pending, app, user);
    if (reach === 'organization' || (reach === 'choice' && onBehalfOfAll)) app.adminConsent = true;
    else app.userConsents = [...new Set([...(app.userConsents ?? []), user.upn])];
    pending.consented = true;
    return this.next(pending);
  }

  #consentNeeded(
    pending: PendingSignIn,
    app: LabApp,
    user: LabUser,
  ): 'organization' | 'choice' | 'user' | undefined {
    const prompt = pending.query.get('prompt');
    if (pending.purpose !== 'authorize' || prompt === 'admin_consent') {
      if (!user.isAdministrator) throw new Refusal(problems.administratorNeeded(app));
      return 'organization';
    }
    const given = app.adminConsent || (app.userConsents ?? []).includes(user.upn);
    if (given && prompt !== 'consent') return undefined;
    if (user.isAdministrator) return 'choice';
    switch (this.world.microsoft.userConsent) {
      case 'allowed':
        return 'user';
      case 'needsAdministrator':
        throw new Refusal(problems.administratorNeeded(app));
      case 'refused':
        throw new Refusal(problems.notConsented(app));
    }
  }

  async #wayBack(pending: PendingSignIn, home: LabDirectory, app: LabApp, user: LabUser): Promise<string> {
    this.#pending.delete(pending.id);
    const { query, purpose } = pending;
    if (purpose !== 'authorize') {
      const back = new URL(query.get('redirect_uri') ?? '');
      back.searchParams.set('admin_consent', 'True');
      back.searchParams.set('tenant', home.tenantId);
      if (purpose === 'adminconsentV2') back.searchParams.set('scope', query.get('scope') ?? '');
      if (query.has('state')) back.searchParams.set('state', query.get('state') ?? '');
      return back.href;
    }
    const location = await this.providerOf(home).authorize(query, user);
    const code = new URL(location).searchParams.get('code');
    const registered = app.redirectUris.find((redirect) => redirect.uri === query.get('redirect_uri'));
    if (code) this.codes.set(code, { tenantId: home.tenantId, platform: registered?.platform ?? 'web' });
    return location;
  }

  #checkRequest(pending: PendingSignIn): void {
    const tenant = this.#tenantOf(pending);
    const clientId = pending.query.get('client_id');
    if (!clientId) throw new Refusal(problems.parameterMissing('client_id'));
    const app =
      tenant.kind === 'directory'
        ? findApp(this.world, tenant.directory, clientId)
        : this.#anywhere(clientId);
    if (!app) {
      const where = tenant.kind === 'directory' ? tenant.directory.name : 'Microsoft Services';
      throw new Refusal(problems.appNotFound(clientId, where));
    }
    if (!app.activated) throw new Refusal(problems.appDisabled(app));
    const redirectUri = pending.query.get('redirect_uri');
    if (!redirectUri) throw new Refusal(problems.noRedirectUri());
    if (app.redirectUris.length === 0) throw new Refusal(problems.noRedirectUriRegistered());
    // A confidential client's redirect URI under "Single-page application" does not count (facts/kandji.md §8).
    const matches = app.redirectUris.some(({ platform, uri }) => platform !== 'spa' && uri === redirectUri);
    if (!matches) throw new Refusal(problems.redirectUriMismatch(app, redirectUri));
  }

  /** @throws {Refusal} for a single-tenant app, which is there but may not be used on `/common` */
  #anywhere(clientId: string): LabApp | undefined {
    const isIt = (app: LabApp) => app.clientId === clientId.toLowerCase();
    const singleTenant = this.world.directories.flatMap((directory) => directory.apps).find(isIt);
    const found = multiTenantApps(this.world).find(isIt);
    if (!found && singleTenant) throw new Refusal(problems.singleTenantOnCommon(singleTenant));
    return found;
  }

  #tenantOf(pending: PendingSignIn): TenantSegment {
    return resolveTenant(this.world, pending.host, pending.segment);
  }

  #appOf(pending: PendingSignIn, directory: LabDirectory): LabApp {
    const clientId = pending.query.get('client_id') ?? '';
    const app = findApp(this.world, directory, clientId);
    if (!app) throw new Refusal(problems.appNotFound(clientId, directory.name));
    return app;
  }

  #accountOf({ account }: PendingSignIn): { home: LabDirectory; user: LabUser } {
    const home = this.world.directories.find((directory) => directory.tenantId === account?.tenantId);
    const user = home && account && findUser(home, account.upn);
    if (!home || !user) throw new Error('Nobody has signed in.');
    return { home, user };
  }

  #refuseForeign(pending: PendingSignIn, directory: LabDirectory, upn: string): never {
    throw new Refusal(problems.accountElsewhere(upn, directory.name, this.#appOf(pending, directory)));
  }
}

/** Cancel on the consent page: the error goes back to the app, it is not shown by Microsoft. */
function declined({ purpose, query }: PendingSignIn): string {
  const back = new URL(query.get('redirect_uri') ?? '');
  const refused: Problem = problems.consentDeclined();
  if (purpose === 'adminconsent') {
    back.searchParams.set('error', 'permission_denied');
    back.searchParams.set('error_description', 'The admin canceled the request');
  } else {
    if (purpose === 'adminconsentV2') back.searchParams.set('admin_consent', 'True');
    back.searchParams.set('error', purpose === 'authorize' ? 'access_denied' : 'consent_required');
    if (purpose === 'authorize') back.searchParams.set('error_subcode', 'cancel');
    back.searchParams.set('error_description', descriptionOf(refused, newTrace()));
  }
  if (query.has('state')) back.searchParams.set('state', query.get('state') ?? '');
  return back.href;
}
