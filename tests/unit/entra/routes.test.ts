import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clouds } from '../../../utils/entra/clouds';
import { portalLinks, readRoute, readRouteDirectory } from '../../../utils/entra/routes';
import { asClientId, type ClientId } from '../../../utils/entra/values';
import { CLIENT_ID, hashOf, TENANT_ID } from './pages';

const APPS = 'Microsoft_AAD_RegisteredApps';

describe("the portal's address", () => {
  it.each([
    [hashOf('Overview'), 'overview'],
    [hashOf('Credentials'), 'secrets'],
    [hashOf('Authentication'), 'authentication'],
    [hashOf('CallAnAPI'), 'permissions'],
    [hashOf('Owners'), 'appOther'],
    [hashOf('constructor'), 'appOther'],
    [`#blade/${APPS}/ApplicationMenuBlade/Credentials/appId/${CLIENT_ID}`, 'secrets'],
    [`#view/${APPS}/ApplicationMenuBlade/appId/${CLIENT_ID}`, 'overview'],
    [
      `#@${TENANT_ID}/view/${APPS}/ApplicationMenuBlade/~/Credentials/appId/${CLIENT_ID.toUpperCase()}`,
      'secrets',
    ],
    [`#view/${APPS}/ApplicationMenuBlade.ReactView/~/Credentials/appId/${CLIENT_ID}`, 'secrets'],
    [`#view/${APPS}/CreateApplicationBlade/quickStartType~/null`, 'register'],
    // Whoever writes a link may encode any letter of it.
    [`#view/${APPS}/Create%41pplicationBlade`, 'register'],
    [`#view/${APPS}/ApplicationsListBlade`, 'list'],
    ['#blade/Microsoft_AAD_IAM/ActiveDirectoryMenuBlade/RegisteredApps', 'list'],
    [
      `#view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Credentials/objectId/${TENANT_ID}/appId/${CLIENT_ID}`,
      'none',
    ],
    [`#view/${APPS}/ApplicationMenuBlade/~/Credentials/appId/not-a-guid`, 'none'],
    [`#view/${APPS}/ApplicationMenuBlade/~/Credentials`, 'none'],
    ['#home', 'none'],
    ['', 'none'],
    ['#%E0%A4%A', 'none'],
  ])('%s is %s', (hash, kind) => {
    const page = readRoute(hash);
    expect(page.kind).toBe(kind);
    if ('clientId' in page) expect(page.clientId).toBe(CLIENT_ID);
  });

  it.each([
    [`#@${TENANT_ID}/view/x`, { tenantId: TENANT_ID }],
    ['#@Contoso.onmicrosoft.com/view/x', { directoryDomain: 'contoso.onmicrosoft.com' }],
    ['#view/x', {}],
  ])('%s names %j', (hash, directory) => {
    expect(readRouteDirectory(hash)).toEqual(directory);
  });

  it('opens what it reads, for every app and cloud', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.constantFrom(...Object.values(clouds)), (uuid, cloud) => {
        const clientId = asClientId(uuid) as ClientId;
        for (const kind of ['overview', 'secrets', 'authentication', 'permissions'] as const) {
          const url = new URL(portalLinks[kind](cloud, clientId));
          expect(url.host).toBe(cloud.portalHost);
          expect(readRoute(url.hash)).toEqual({ kind, clientId });
        }
      }),
    );
  });

  it('never throws and never makes an app up', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const page = readRoute(`#${text}`);
        if ('clientId' in page) expect(text.toLowerCase()).toContain(page.clientId);
      }),
    );
  });
});
