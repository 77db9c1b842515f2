/** *Set up*, whole: from an empty directory to a user who signs in through the new connection. */
import * as courier from './harness/journey';
import { CORE, FURTHER } from './harness/tags';
import { expect, test } from './harness/test';

const secret = { description: 'Kandji SSO', expires: '730 days (24 months)' };

for (const { region, host, redirectUri } of [
  {
    region: 'the United States',
    host: 'acme.kandji.io',
    redirectUri: 'https://auth.kandji.io/login/callback',
  },
  { region: 'Europe', host: 'acme.eu.kandji.io', redirectUri: 'https://auth.eu.kandji.io/login/callback' },
]) {
  test(`connects a tenant in ${region}, and a user signs in`, {
    tag: region === 'Europe' ? FURTHER : CORE,
  }, async ({ lab, admin, session }) => {
    const directory = lab.world.directories[0];
    const tenant = lab.world.vendorTenants.find(
      (each) => redirectUri.includes('.eu.') === (each.region === 'eu'),
    );
    const [administrator, tester] = directory?.users ?? [];
    if (!directory || !tenant || !administrator || !tester) throw new Error('The world is not as new.');

    const portal = await admin.open(courier.ENTRA);
    await courier.registerApp(admin, portal, { name: 'Kandji', redirectUri });
    expect(await courier.copyClientId(admin, portal)).toBe('Client ID held for Kandji.');
    await courier.openSecrets(admin, portal);
    await courier.addSecret(admin, portal, secret);
    expect(await courier.copySecretValue(admin, portal, secret.description)).toMatch(
      /Secret value held for Kandji · (10:00|9:5\d) left/,
    );

    const vendor = await courier.signInToVendor(admin, host, tenant.owner);
    await courier.openAccess(admin, vendor);
    await courier.openConnectionForm(admin, vendor);
    await courier.fillFromEntra(admin, vendor);
    await courier.save(admin, vendor);

    const app = directory.apps.find(({ displayName }) => displayName === 'Kandji');
    const value = app?.secrets[0]?.value ?? 'none';
    const connection = tenant.connections[0];
    expect(connection).toMatchObject({
      clientId: app?.clientId,
      clientSecret: value,
      domain: directory.domain,
    });
    const connectionName = connection?.name ?? 'none';

    await courier.consent(admin, vendor, administrator);
    expect(app?.adminConsent).toBe(true);
    await courier.closeAuthorisation(admin, vendor);
    await courier.enable(admin, vendor, connectionName);
    await courier.testSignIn(admin, vendor, { connectionName, tester });
    expect(await courier.readVerdict(admin, vendor, /^Passed/)).toContain('The connection is ready to use.');

    expect(session.consoleLines.filter(({ level }) => level === 'error')).toEqual([]);
    // The vendor's own exchange of the code, behind the browser's back, carries it as well.
    const fromBrowser = lab.log.filter(({ headers }) => headers['user-agent'] !== 'kandji-back-channel');
    const carriers = fromBrowser.filter((request) => JSON.stringify(request).includes(value));
    expect(carriers.map(({ method, host: to }) => `${method} ${to}`)).toEqual([`POST ${host}`]);
  });
}
