// @vitest-environment node
/** The lab proves itself: a user signs in with the right values, and each wrong one fails as it does in life. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { LabClient, type Visit } from '../client';
import { type Lab, startLab } from '../server';
import { type LabApp, type LabDirectory, type LabVendorTenant, newApp, newSecret, newWorld } from '../world';

const CALLBACK = 'https://auth.kandji.io/login/callback';

let lab: Lab;
let directory: LabDirectory;
let tenant: LabVendorTenant;
let app: LabApp;

beforeAll(async () => {
  lab = await startLab();
});
afterAll(() => lab.close());

beforeEach(() => {
  Object.assign(lab.world, { ...newWorld(), log: lab.log });
  const [firstDirectory] = lab.world.directories;
  const [firstTenant] = lab.world.vendorTenants;
  if (!firstDirectory || !firstTenant) throw new Error('The world is empty.');
  directory = firstDirectory;
  tenant = firstTenant;
  app = newApp({
    redirectUris: [{ platform: 'web', uri: CALLBACK }],
    secrets: [newSecret()],
    adminConsent: true,
  });
  directory.apps.push(app);
});

/** What the form would have saved, enabled. */
function connect(saved: { domain?: string; clientId?: string; clientSecret?: string } = {}): void {
  tenant.connections.push({
    id: 'con_test',
    kind: 'azure',
    name: 'Entra ID SSO',
    domain: directory.domain,
    clientId: app.clientId,
    clientSecret: app.secrets[0]?.value ?? '',
    enabled: true,
    ticket: 'CBIQ6Xfb',
    ...saved,
  });
}

const PASSWORDS: Record<string, string> = {
  ada: 'lab-password-1',
  tess: 'lab-password-2',
  stan: 'lab-password-3',
};

/** Opens the tenant, takes the connection's button, and signs in at Microsoft if it gets that far. */
async function signIn(user = 'ada', button = 'data-provider="waad"'): Promise<Visit> {
  const client = new LabClient(lab);
  const login = await client.open('https://acme.kandji.io/');
  expect(login.url.pathname).toBe('/u/login');
  const microsoft = await client.submit(login, {}, button);
  if (!microsoft.html.includes('ConvergedSignIn')) return microsoft;
  return client.submit(microsoft, {
    loginfmt: `${user}@contoso.onmicrosoft.com`,
    passwd: PASSWORDS[user] ?? '',
  });
}

describe('a sign-in through the saved connection', () => {
  it('lets a team member in with the right values, from the authorise address', async () => {
    connect();
    const end = await signIn('tess');
    expect(end.url.href).toBe('https://acme.kandji.io/devices');
    expect(end.trail[1]).toContain(CALLBACK);
  });

  it('lets a team member in with any secret of the app that has not expired', async () => {
    app.secrets.push(newSecret());
    connect({ clientSecret: app.secrets[1]?.value ?? '' });
    expect((await signIn()).url.pathname).toBe('/devices');
  });

  const faults: { name: string; arrange: () => void; user?: string; shows: string }[] = [
    {
      name: 'the secret ID in place of the value',
      arrange: () => connect({ clientSecret: app.secrets[0]?.secretId ?? '' }),
      shows: 'invalid_request: failed to obtain access token',
    },
    {
      name: 'an expired secret',
      arrange: () => {
        app.secrets = [newSecret({ expiresAt: new Date(Date.now() - 1000) })];
        connect();
      },
      shows: 'invalid_request: failed to obtain access token',
    },
    {
      name: 'a secret Microsoft does not know yet',
      arrange: () => {
        lab.world.microsoft.secretPropagationSeconds = 30;
        connect();
      },
      shows: 'invalid_request: failed to obtain access token',
    },
    {
      name: 'an empty secret',
      arrange: () => connect({ clientSecret: '' }),
      shows: 'invalid_request: failed to obtain access token',
    },
    {
      name: 'the redirect URI of the other region',
      arrange: () => {
        app.redirectUris = [{ platform: 'web', uri: 'https://auth.eu.kandji.io/login/callback' }];
        connect();
      },
      shows: 'AADSTS50011',
    },
    {
      name: 'the redirect URI under single-page application',
      arrange: () => {
        app.redirectUris = [{ platform: 'spa', uri: CALLBACK }];
        connect();
      },
      shows: 'AADSTS50011',
    },
    {
      name: 'the redirect URI under mobile and desktop',
      arrange: () => {
        app.redirectUris = [{ platform: 'publicClient', uri: CALLBACK }];
        connect();
      },
      shows: 'failed to obtain access token',
    },
    {
      name: 'no redirect URI',
      arrange: () => {
        app.redirectUris = [];
        connect();
      },
      shows: 'AADSTS500113',
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
    { name: 'a domain that is none', arrange: () => connect({ domain: 'contoso' }), shows: 'AADSTS900023' },
    {
      name: 'a deactivated app',
      arrange: () => {
        app.activated = false;
        connect();
      },
      shows: 'AADSTS7000112',
    },
    {
      name: 'a user who is not assigned',
      arrange: () => {
        app.assignmentRequired = true;
        connect();
      },
      shows: 'AADSTS50105',
    },
    {
      name: 'a user of no directory known here',
      arrange: () => connect(),
      user: 'nobody',
      shows: 'AADSTS50034',
    },
    {
      name: 'no consent, where only administrators may give it',
      arrange: () => {
        app.adminConsent = false;
        connect();
      },
      user: 'tess',
      shows: 'AADSTS90094',
    },
    {
      name: 'no consent, where the app is refused outright',
      arrange: () => {
        app.adminConsent = false;
        lab.world.microsoft.userConsent = 'refused';
        connect();
      },
      user: 'tess',
      shows: 'AADSTS65001',
    },
    { name: 'a user who was not invited', arrange: () => connect(), user: 'stan', shows: 'access_denied' },
  ];
  it.each(faults)('fails with $shows for $name', async ({ arrange, user, shows }) => {
    arrange();
    const end = await signIn(user);
    expect(end.html).toContain(shows);
    expect(end.status).toBeGreaterThanOrEqual(400);
  });

  it('keeps who signs in with the stock button away from the connection', async () => {
    connect({ clientSecret: 'wrong' });
    const end = await signIn('tess', 'data-provider="windowslive"');
    expect(end.url.pathname).toBe('/devices');
    expect(lab.log.some(({ path }) => path.startsWith('/common/oauth2/v2.0/authorize'))).toBe(true);
  });

  it('shows an account of another directory as AADSTS50020', async () => {
    connect();
    const client = new LabClient(lab);
    const microsoft = await client.submit(await client.open('https://acme.kandji.io/'), {}, 'waad');
    const end = await client.submit(microsoft, { loginfmt: 'eve@elsewhere.example', passwd: 'x' });
    expect(end.html).toContain('AADSTS50020');
  });

  it('refuses a login page that was used before, or in another browser', async () => {
    const client = new LabClient(lab);
    const login = await client.open('https://acme.kandji.io/');
    const elsewhere = await new LabClient(lab).open(login.url.href);
    expect(elsewhere.html).toContain('Oops!, something went wrong');
    const { email, password } = tenant.owner;
    const end = await client.submit(login, { username: email, password, action: 'default' }, 'password');
    expect(end.url.href).toBe('https://acme.kandji.io/devices');
    expect((await client.open(login.url.href)).html).toContain('Oops!');
  });
});

describe('the authorisation link', () => {
  async function openTicket(user = 'ada'): Promise<{ client: LabClient; page: Visit }> {
    app.adminConsent = false;
    connect();
    const client = new LabClient(lab);
    const microsoft = await client.open('https://auth.kandji.io/p/waad/CBIQ6Xfb');
    expect(microsoft.url.searchParams.get('client_id')).toBe(app.clientId);
    const credentials = { loginfmt: `${user}@contoso.onmicrosoft.com`, passwd: PASSWORDS[user] ?? '' };
    return { client, page: await client.submit(microsoft, credentials) };
  }

  it('ends in success, and in consent for the whole directory', async () => {
    const { client, page } = await openTicket();
    expect(page.html).toContain('content="ConvergedConsent"');
    const end = await client.submit(page, { decision: 'Accept' });
    expect(end.html).toContain('Authorization successful');
    expect(app.adminConsent).toBe(true);
  });

  it('comes back as an error when declined', async () => {
    const { client, page } = await openTicket();
    const end = await client.submit(page, { decision: 'Cancel' });
    expect(end.url.searchParams.get('error')).toBe('access_denied');
    expect(end.html).toContain('AADSTS65004');
    expect(app.adminConsent).toBe(false);
  });

  it('needs an administrator', async () => {
    expect((await openTicket('tess')).page.html).toContain('AADSTS90094');
  });
});
