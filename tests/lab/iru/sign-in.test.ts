// @vitest-environment node
/** The Iru generation proves itself: right values sign a user in, and each wrong one fails where it would in life. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { LabClient, type Visit } from '../client';
import { type Lab, startLab } from '../server';
import { type LabApp, type LabDirectory, newApp, newSecret, newWorld } from '../world';
import { type IruConnection, type IruTenant, newIruConnection } from './model';

const REDIRECT_URL = 'https://vpriix.id.iru.com/api/federation/callback/m1';
const CONSOLE = 'https://acme.iru.com/';

let lab: Lab;
let directory: LabDirectory;
let tenant: IruTenant;
let app: LabApp;

beforeAll(async () => {
  lab = await startLab();
});
afterAll(() => lab.close());

beforeEach(() => {
  Object.assign(lab.world, { ...newWorld(), log: lab.log });
  const [firstDirectory] = lab.world.directories;
  const [firstTenant] = lab.world.iruTenants;
  if (!firstDirectory || !firstTenant) throw new Error('The world is empty.');
  directory = firstDirectory;
  tenant = firstTenant;
  app = newApp({
    displayName: 'Iru',
    redirectUris: [{ platform: 'web', uri: REDIRECT_URL }],
    secrets: [newSecret()],
    adminConsent: true,
  });
  directory.apps.push(app);
});

/** What the modal would have saved, allowed for tenant authentication. */
function connect(saved: Partial<IruConnection> = {}): void {
  tenant.connections.push(
    newIruConnection({
      id: 'm1',
      domain: directory.domain,
      clientId: app.clientId,
      clientSecret: app.secrets[0]?.value ?? '',
      allowed: true,
      ...saved,
    }),
  );
}

/** Opens the tenant, takes the method's button, and signs in at Microsoft if it gets that far. */
async function signIn(user = 'ada', button = 'connection:m1', client = new LabClient(lab)): Promise<Visit> {
  const start = await client.open(CONSOLE);
  expect(start.url.href).toContain('https://vpriix.id.iru.com/sign-in?flow=');
  const microsoft = await client.submit(start, {}, button);
  if (!microsoft.html.includes('ConvergedSignIn')) return microsoft;
  const account = directory.users.find(({ upn }) => upn.startsWith(user));
  return client.submit(microsoft, {
    loginfmt: `${user}@contoso.onmicrosoft.com`,
    passwd: account?.password ?? '',
  });
}

describe('a sign-in through the saved method', () => {
  it('lets a user of the tenant in with the right values', async () => {
    connect();
    const end = await signIn('tess');
    expect(end.url.href).toBe('https://acme.iru.com/devices');
    expect(end.trail.some((address) => address.startsWith(`${REDIRECT_URL}?code=`))).toBe(true);
  });

  it('comes back to the page that was asked for', async () => {
    connect();
    const client = new LabClient(lab);
    const { owner } = tenant;
    const start = await client.open(`${CONSOLE}organization/access`);
    const end = await client.submit(start, { email: owner.email, password: owner.password }, 'password');
    expect(end.url.href).toBe('https://acme.iru.com/organization/access');
  });

  const faults: { name: string; arrange: () => void; user?: string; shows: string; at?: string }[] = [
    {
      name: 'the secret ID in place of the value',
      arrange: () => connect({ clientSecret: app.secrets[0]?.secretId ?? '' }),
      shows: 'invalid_client',
      at: 'https://vpriix.id.iru.com/error?error=invalid_client&error_description=',
    },
    {
      name: 'an expired secret, in Microsoft’s words',
      arrange: () => {
        app.secrets = [newSecret({ expiresAt: new Date(Date.now() - 1000) })];
        lab.world.iru.errorWords = 'microsoft';
        connect();
      },
      shows: 'AADSTS7000222',
      at: 'https://vpriix.id.iru.com/error?',
    },
    {
      name: 'the redirect URL of another method',
      arrange: () => {
        app.redirectUris = [{ platform: 'web', uri: `${REDIRECT_URL}2` }];
        connect();
      },
      shows: 'AADSTS50011',
    },
    {
      name: 'a redirect URI of the Kandji generation',
      arrange: () => {
        app.redirectUris = [{ platform: 'web', uri: 'https://auth.kandji.io/login/callback' }];
        connect();
      },
      shows: 'AADSTS50011',
    },
    {
      name: 'the redirect URL under mobile and desktop',
      arrange: () => {
        app.redirectUris = [{ platform: 'publicClient', uri: REDIRECT_URL }];
        connect();
      },
      shows: 'invalid_client',
    },
    {
      name: 'the object ID in place of the client ID',
      arrange: () => connect({ clientId: app.objectId }),
      shows: 'AADSTS700016',
    },
    {
      name: 'a domain nobody has',
      arrange: () => connect({ domain: 'contosso.onmicrosoft.com' }),
      shows: 'AADSTS90002',
    },
    {
      name: 'a user who is not invited',
      arrange: () => connect(),
      user: 'stan',
      shows: 'You don’t have access to acme',
      at: 'https://vpriix.id.iru.com/no-access?user=stan%40contoso.onmicrosoft.com',
    },
    {
      name: 'a user who is not invited, told so in the console',
      arrange: () => {
        lab.world.iru.refusalShownAt = 'console';
        connect();
      },
      user: 'stan',
      shows: 'access_denied',
      at: 'https://acme.iru.com/oauth2/return?error=access_denied',
    },
    {
      name: 'a user outside the domains of the method',
      arrange: () => connect({ limitedToDomains: ['contoso.example'] }),
      shows: 'You don’t have access to acme',
    },
    {
      name: 'no consent in the portal, for a user who is no administrator',
      arrange: () => {
        app.adminConsent = false;
        connect();
      },
      user: 'tess',
      shows: 'AADSTS90094',
    },
  ];
  it.each(faults)('fails with $shows for $name', async ({ arrange, user, shows, at }) => {
    arrange();
    const end = await signIn(user);
    expect(end.html).toContain(shows);
    expect(end.html).not.toContain('failed to obtain access token');
    expect(end.status).toBeGreaterThanOrEqual(400);
    if (at) expect(end.url.href).toContain(at);
  });

  it('works again once an administrator has granted consent in the portal', async () => {
    app.adminConsent = false;
    connect();
    expect((await signIn('tess')).html).toContain('AADSTS90094');
    app.adminConsent = true;
    expect((await signIn('tess')).url.pathname).toBe('/devices');
  });

  it('comes back with an error when the consent is declined', async () => {
    app.adminConsent = false;
    connect();
    const client = new LabClient(lab);
    const consent = await signIn('ada', undefined, client);
    const end = await client.submit(consent, { decision: 'Cancel' });
    expect(end.url.href).toContain('https://vpriix.id.iru.com/error?error=access_denied');
    expect(end.html).toContain('AADSTS65004');
  });

  it('takes Microsoft Social through the vendor’s own app, whatever the method holds', async () => {
    connect({ clientSecret: 'wrong' });
    const end = await signIn('tess', 'value="microsoft"');
    expect(end.url.pathname).toBe('/devices');
    const { clientId } = lab.world.stockApp;
    const asked = lab.log.filter(({ path }) => path.startsWith('/common/oauth2/v2.0/authorize'));
    expect(asked.at(-1)?.path).toContain(`client_id=${clientId}`);
  });

  it('uses a sign-in page once, and forgets it after a while', async () => {
    connect();
    const client = new LabClient(lab);
    const { owner } = tenant;
    const start = await client.open(CONSOLE);
    await client.submit(start, { email: owner.email, password: owner.password }, 'password');
    expect((await client.open(start.url.href)).html).toContain('already used');
    lab.world.iru.signInSeconds = -1;
    expect((await new LabClient(lab).open(CONSOLE)).html).toContain('has expired');
  });

  it('has a session of its own, which only signing out ends', async () => {
    connect();
    const client = new LabClient(lab);
    await signIn('ada', undefined, client);
    const again = await client.open(`${CONSOLE}oauth2/start?to=%2Fusers`);
    expect(again.url.href).toBe('https://acme.iru.com/users');
    expect(again.trail[1]).toContain('https://vpriix.id.iru.com/oauth2/authorize');
    expect((await client.open(`${CONSOLE}sign-out`)).url.pathname).toBe('/sign-in');
  });
});

describe('the hosts', () => {
  it.each(['docs.iru.com', 'api-docs.iru.com', 'acme.api.iru.com', 'id.iru.com', 'globex.iru.com'])(
    '%s is no console',
    async (host) => {
      expect((await lab.fetch(`https://${host}/`)).status).toBe(404);
    },
  );

  it('lead from a migrated Kandji tenant to the same path', async () => {
    const [kandji] = lab.world.vendorTenants;
    if (kandji) kandji.migratedTo = 'iru';
    const answer = await lab.fetch('https://acme.kandji.io/settings/access?tab=sso');
    expect(answer.status).toBe(302);
    expect(answer.headers.get('location')).toBe('https://acme.iru.com/settings/access?tab=sso');
    const elsewhere = await lab.fetch('https://globex.kandji.io/');
    expect(elsewhere.headers.get('location')).toContain('auth.kandji.io');
  });
});
