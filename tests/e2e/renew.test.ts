/** A new secret in the place of the old one: by hand through the portal, whatever became of the old one. */
import type { Lab } from '../lab/server';
import type { LabApp } from '../lab/world';
import type { Admin } from './harness/admin';
import { appPage, connect, TWO_YEARS, tess } from './harness/connected';
import * as journey from './harness/journey';
import * as iru from './harness/steps/iru';
import type { Surface } from './harness/surface';
import { furtherUnless } from './harness/tags';
import { expect, test } from './harness/test';

const fates: Record<string, (app: LabApp) => void> = {
  'still works': () => undefined,
  'has expired': (app) => {
    for (const secret of app.secrets) secret.expiresAt = new Date(Date.now() - 86_400_000);
  },
  'was deleted': (app) => {
    app.secrets.length = 0;
  },
};

interface Renewal {
  app: LabApp;
  portal: Surface;
  vendor: Surface;
  connectionName: string;
}

interface Generation {
  connect(admin: Admin, lab: Lab): Promise<Renewal>;
  copyValue(admin: Admin, portal: Surface): Promise<string>;
  configure(admin: Admin, renewal: Renewal): Promise<void>;
  test(admin: Admin, renewal: Renewal): Promise<unknown>;
  saved(lab: Lab): unknown;
}

const generations: Record<string, Generation> = {
  Kandji: {
    connect: (admin, lab) => connect(admin, lab),
    copyValue: (admin, portal) => journey.copySecretValue(admin, portal, 'Renewed'),
    configure: (admin, { vendor, connectionName }) =>
      journey.chooseInRow(admin, vendor, connectionName, 'Configure'),
    test: (admin, { vendor, connectionName }) =>
      journey.testSignIn(admin, vendor, { connectionName, tester: tess }),
    saved: (lab) => lab.world.vendorTenants[0]?.connections,
  },
  Iru: {
    connect: async (admin, lab) => ({
      ...(await iru.connectIru(admin, lab)),
      connectionName: iru.METHOD_NAME,
    }),
    copyValue: (admin, portal) => iru.copySecretValueToIru(admin, portal, 'Renewed'),
    configure: (admin, { vendor, connectionName }) =>
      iru.chooseForMethod(admin, vendor, connectionName, 'Configure'),
    test: (admin, { vendor, connectionName }) =>
      iru.testIruSignIn(admin, vendor, { connectionName, tester: tess }),
    saved: (lab) => lab.world.iruTenants[0]?.connections,
  },
};

for (const [name, generation] of Object.entries(generations)) {
  for (const [fate, befall] of Object.entries(fates)) {
    test(`${name}: renews the secret while the old one ${fate}, and a user signs in`, {
      tag: furtherUnless(`${name} ${fate}`, 'Kandji has expired'),
    }, async ({ admin, lab }) => {
      if (name === 'Iru' && fate === 'has expired') lab.world.iru.savedSecret = 'bullets';
      const renewal = await generation.connect(admin, lab);
      const { app, portal, vendor } = renewal;
      const [before] = structuredClone(generation.saved(lab)) as object[];
      befall(app);

      await admin.goTo(portal);
      await journey.addSecret(admin, portal, { description: 'Renewed', expires: TWO_YEARS });
      await generation.copyValue(admin, portal);
      await admin.goTo(vendor);
      await generation.configure(admin, renewal);
      // No question: neither an empty field nor dots are a secret that could be lost.
      await admin.click(vendor, { role: 'button', name: 'Fill from Entra' });
      const said = await admin.hears(vendor, 'status', /Client secret/);
      expect(said).toMatch(/^Client secret replaced\. The other fields were left as they are\./);
      await admin.click(vendor, { role: 'button', name: 'Save' });
      await admin.waitUntilGone(vendor, { role: 'textbox', name: 'Client ID' });
      const value = app.secrets.find(({ description }) => description === 'Renewed')?.value;
      expect(generation.saved(lab)).toEqual([{ ...before, clientSecret: value }]);

      await generation.test(admin, renewal);
      await journey.readVerdict(admin, vendor, /^Passed/);
      if (fate !== 'still works') return;

      const secrets = await admin.open(appPage(app, 'Credentials'));
      const marked = (description: string) => ({
        role: 'status',
        text: 'Safe to delete',
        within: journey.secretRow(description),
      });
      await admin.waitFor(secrets, marked(app.secrets[0]?.description ?? ''));
      expect(await admin.sees(secrets, marked('Renewed'))).toBe(false);
    });
  }
}
