// @vitest-environment node
/** The Iru console's own rules: vendor first, what is saved, who may enforce. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { LabClient } from '../client';
import { type Lab, startLab } from '../server';
import { newApp, newSecret, newWorld } from '../world';
import type { IruTenant } from './model';
import type { MethodView, TenantView } from './web/views';

const api = (path: string) => `https://acme.iru.com/gateway/${path}`;

let lab: Lab;
let tenant: IruTenant;
let client: LabClient;

beforeAll(async () => {
  lab = await startLab();
});
afterAll(() => lab.close());

beforeEach(async () => {
  Object.assign(lab.world, { ...newWorld(), log: lab.log });
  const [first] = lab.world.iruTenants;
  if (!first) throw new Error('The world is empty.');
  tenant = first;
  client = new LabClient(lab);
  const { email, password } = tenant.owner;
  await client.submit(await client.open('https://acme.iru.com/'), { email, password }, 'password');
});

async function create(): Promise<MethodView> {
  const body = { displayName: 'Entra ID SSO', kind: 'entra' };
  return (await client.call('POST', api('authentication-methods'), body)) as MethodView;
}

const SETTINGS = {
  displayName: 'Entra ID SSO',
  domain: 'contoso.onmicrosoft.com',
  clientId: '123456',
  clientSecret: '123456',
  limitedToDomains: [],
};

it('gives a Redirect URL of its own to every method, before anything is saved', async () => {
  const [first, second] = [await create(), await create()];
  expect(first.redirectUrl).toMatch(/^https:\/\/vpriix\.id\.iru\.com\/api\/federation\/callback\/\w+$/);
  expect(second.redirectUrl).not.toBe(first.redirectUrl);
  lab.world.iru.redirectPath = '/sso/callback';
  const view = (await client.call('GET', api('tenant'))) as TenantView;
  expect(view.methods.map(({ redirectUrl }) => redirectUrl)).toEqual(
    Array(2).fill('https://vpriix.id.iru.com/sso/callback'),
  );
});

it('saves anything, and shows the sign-in button once the method is allowed', async () => {
  const { id } = await create();
  const allow = () => client.call('PUT', api(`authentication-methods/${id}/allowed`), { on: true });
  await expect(allow()).rejects.toThrow('Finish the configuration first');
  await client.call('PUT', api(`authentication-methods/${id}`), SETTINGS);
  expect(tenant.connections[0]).toMatchObject({ ...SETTINGS, allowed: false });
  const button = 'Continue with Entra ID SSO';
  expect((await new LabClient(lab).open('https://acme.iru.com/')).html).not.toContain(button);
  await allow();
  expect((await new LabClient(lab).open('https://acme.iru.com/')).html).toContain(button);
});

it('keeps the secret when none is sent, and never sends it back', async () => {
  const { id } = await create();
  await client.call('PUT', api(`authentication-methods/${id}`), { ...SETTINGS, clientSecret: 'first' });
  const { clientSecret: _none, ...others } = SETTINGS;
  const saved = await client.call('PUT', api(`authentication-methods/${id}`), { ...others, clientId: 'x' });
  expect(tenant.connections[0]).toMatchObject({ clientId: 'x', clientSecret: 'first' });
  expect(JSON.stringify(saved)).not.toContain('first');
});

it('lets only who came through single sign-on turn standard authentication off', async () => {
  const turnOff = (who: LabClient) => who.call('PUT', api('standard-authentication'), { on: false });
  await expect(turnOff(client)).rejects.toThrow('single sign-on');

  const { id, redirectUrl } = await create();
  const app = newApp({
    redirectUris: [{ platform: 'web', uri: redirectUrl }],
    secrets: [newSecret()],
    adminConsent: true,
  });
  lab.world.directories[0]?.apps.push(app);
  const works = { ...SETTINGS, clientId: app.clientId, clientSecret: app.secrets[0]?.value };
  await client.call('PUT', api(`authentication-methods/${id}`), works);
  await client.call('PUT', api(`authentication-methods/${id}/allowed`), { on: true });
  const ada = new LabClient(lab);
  const microsoft = await ada.submit(await ada.open('https://acme.iru.com/'), {}, `connection:${id}`);
  await ada.submit(microsoft, { loginfmt: 'ada@contoso.onmicrosoft.com', passwd: 'lab-password-1' });
  await turnOff(ada);
  expect((await new LabClient(lab).open('https://acme.iru.com/')).html).not.toContain('passkey');

  await ada.call('DELETE', api(`authentication-methods/${id}`));
  expect(tenant).toMatchObject({ connections: [], standardAuthentication: true });
});

it('offers a consent link only where the lab is asked for one', async () => {
  const { id, redirectUrl } = await create();
  const save = async (clientId: string) => {
    const settings = { ...SETTINGS, clientId };
    return (await client.call('PUT', api(`authentication-methods/${id}`), settings)) as MethodView;
  };
  expect((await save('123456')).consentUrl).toBeUndefined();
  lab.world.iru.showsConsentLink = true;
  const app = newApp({ redirectUris: [{ platform: 'web', uri: redirectUrl }] });
  lab.world.directories[0]?.apps.push(app);
  const { consentUrl = '' } = await save(app.clientId);
  const microsoft = await client.open(consentUrl);
  const ada = { loginfmt: 'ada@contoso.onmicrosoft.com', passwd: 'lab-password-1' };
  const end = await client.submit(await client.submit(microsoft, ada), { decision: 'Accept' });
  expect(end.html).toContain('Consent granted');
  expect(app.adminConsent).toBe(true);
});

it('may show a page with Log In at the tenant’s address', async () => {
  lab.world.iru.arrival = 'logInButton';
  const stranger = new LabClient(lab);
  const welcome = await stranger.open('https://acme.iru.com/');
  expect(welcome).toMatchObject({ status: 200 });
  expect(welcome.html).toContain('Log In');
  const start = await stranger.open('https://acme.iru.com/oauth2/start?to=%2F');
  expect(start.url.hostname).toBe('vpriix.id.iru.com');
});
