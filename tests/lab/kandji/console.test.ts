// @vitest-environment node
/** The vendor console's own rules: what is saved, what is enabled, who may enforce. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { LabClient } from '../client';
import { type Lab, startLab } from '../server';
import { type LabDirectory, type LabVendorTenant, newApp, newSecret, newWorld } from '../world';

let lab: Lab;
let directory: LabDirectory;
let tenant: LabVendorTenant;

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
});

/** A working connection, as it stands after the whole journey. */
function connect(): void {
  const app = newApp({
    redirectUris: [{ platform: 'web', uri: 'https://auth.kandji.io/login/callback' }],
    secrets: [newSecret()],
    adminConsent: true,
  });
  directory.apps.push(app);
  tenant.connections.push({
    id: 'con_test',
    kind: 'azure',
    name: 'Entra ID SSO',
    domain: directory.domain,
    clientId: app.clientId,
    clientSecret: app.secrets[0]?.value ?? '',
    enabled: true,
    ticket: 'CBIQ6Xfb',
  });
}

describe('the console', () => {
  const OWNER = { username: 'owner@contoso.example', password: 'lab-password-0', action: 'default' };
  const api = (path: string) => `https://acme.kandji.io/api/${path}`;

  async function openConsole(): Promise<LabClient> {
    const client = new LabClient(lab);
    await client.submit(await client.open('https://acme.kandji.io/'), OWNER, 'username');
    return client;
  }

  it('saves anything, disabled, and shows the button once it is enabled', async () => {
    const client = await openConsole();
    const nonsense = { kind: 'azure', name: 'Mine', domain: '?', clientId: '123456', clientSecret: '123456' };
    await client.call('POST', api('connections'), nonsense);
    const [saved] = tenant.connections;
    expect(saved).toMatchObject({ ...nonsense, enabled: false });
    const button = 'Continue with Mine';
    expect((await new LabClient(lab).open('https://acme.kandji.io/')).html).not.toContain(button);
    await client.call('PATCH', api(`connections/${saved?.id}`), { enabled: true, clientSecret: '' });
    expect((await new LabClient(lab).open('https://acme.kandji.io/')).html).toContain(button);
    expect(saved?.clientSecret).toBe('123456');
  });

  it('gives standard authentication back with the last connection', async () => {
    connect();
    tenant.standardAuthentication = false;
    const client = new LabClient(lab);
    const login = await client.open('https://acme.kandji.io/');
    expect(login.html).not.toContain('id="password"');
    const microsoft = await client.submit(login, {}, 'waad');
    await client.submit(microsoft, { loginfmt: 'ada@contoso.onmicrosoft.com', passwd: 'lab-password-1' });
    await client.call('DELETE', api('connections/con_test'));
    expect(tenant).toMatchObject({ connections: [], standardAuthentication: true });
  });

  it('lets nobody disable standard authentication who came in through it', async () => {
    connect();
    const client = await openConsole();
    const attempt = client.call('PUT', api('standard-authentication'), { on: false });
    await expect(attempt).rejects.toThrow('single sign-on');
  });

  it('goes straight in where the browser is signed in already', async () => {
    const client = await openConsole();
    const again = await client.open('https://acme.kandji.io/');
    expect(again.trail).toEqual(['https://acme.kandji.io/', 'https://acme.kandji.io/devices']);
  });
});
