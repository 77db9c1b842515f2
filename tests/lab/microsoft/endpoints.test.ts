// @vitest-environment node
/** Microsoft's endpoints without a vendor in between: token, discovery, administrator consent. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { LabClient } from '../client';
import { type Lab, startLab } from '../server';
import { type LabApp, type LabDirectory, newApp, newSecret } from '../world';

const CALLBACK = 'https://auth.kandji.io/login/callback';

let lab: Lab;
let directory: LabDirectory;
let app: LabApp;

beforeAll(async () => {
  lab = await startLab();
  const [first] = lab.world.directories;
  if (!first) throw new Error('The world is empty.');
  directory = first;
});
afterAll(() => lab.close());

beforeEach(() => {
  app = newApp({ redirectUris: [{ platform: 'web', uri: CALLBACK }], secrets: [newSecret()] });
  directory.apps.push(app);
});

describe('the token endpoint', () => {
  const request = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
    lab.fetch(`https://login.microsoftonline.com/${directory.tenantId}/oauth2/v2.0/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        scope: 'https://graph.microsoft.com/.default',
        client_id: app.clientId,
        ...fields,
      }).toString(),
    });

  it('gives a token for a good secret', async () => {
    const answer = await request({ client_secret: app.secrets[0]?.value ?? '' });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ token_type: 'Bearer', access_token: expect.any(String) });
  });

  it.each([
    ['9002326', 400, () => request({ client_secret: 'x' }, { origin: 'chrome-extension://abc' })],
    ['7000215', 401, () => request({ client_secret: app.secrets[0]?.secretId ?? '' })],
    ['7000218', 401, () => request({})],
    ['700016', 400, () => request({ client_id: app.objectId, client_secret: 'x' })],
    [
      '7000222',
      401,
      () => {
        const expired = newSecret({ expiresAt: new Date(0) });
        app.secrets.push(expired);
        return request({ client_secret: expired.value });
      },
    ],
  ] as const)('refuses with AADSTS%s', async (code, status, send) => {
    const answer = await send();
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({
      error_description: expect.stringMatching(new RegExp(`^AADSTS${code}: `)),
      error_codes: [Number(code)],
      correlation_id: expect.any(String),
    });
  });
});

describe('discovery', () => {
  it.each([
    ['contoso.example', 200, undefined],
    ['nobody.example', 400, [90002]],
    ['no_domain', 400, [900023]],
  ] as const)('answers any origin for %s', async (name, status, codes) => {
    const answer = await lab.fetch(
      `https://login.microsoftonline.com/${name}/v2.0/.well-known/openid-configuration`,
    );
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(answer.status).toBe(status);
    const body = (await answer.json()) as { issuer?: string; error_codes?: number[] };
    if (status === 200)
      expect(body.issuer).toBe(`https://login.microsoftonline.com/${directory.tenantId}/v2.0`);
    else expect(body.error_codes).toEqual(codes);
  });
});

describe('administrator consent', () => {
  const start = (path: string) =>
    `https://login.microsoftonline.com/contoso.example/${path}?${new URLSearchParams({
      client_id: app.clientId,
      redirect_uri: CALLBACK,
      state: '12345',
      scope: 'https://graph.microsoft.com/.default',
    })}`;

  it.each([
    ['adminconsent', 'Accept', { admin_consent: 'True', state: '12345' }],
    ['v2.0/adminconsent', 'Accept', { admin_consent: 'True', scope: 'https://graph.microsoft.com/.default' }],
    ['adminconsent', 'Cancel', { error: 'permission_denied' }],
    ['v2.0/adminconsent', 'Cancel', { error: 'consent_required', admin_consent: 'True' }],
  ])('at %s: %s comes back to the app', async (path, decision, answer) => {
    const client = new LabClient(lab);
    const credentials = { loginfmt: 'ada@contoso.onmicrosoft.com', passwd: 'lab-password-1' };
    const consent = await client.submit(await client.open(start(path)), credentials);
    const end = await client.submit(consent, { decision });
    expect(end.url.origin + end.url.pathname).toBe(CALLBACK);
    expect(Object.fromEntries(end.url.searchParams)).toMatchObject(answer);
    expect(app.adminConsent).toBe(decision === 'Accept');
  });
});
