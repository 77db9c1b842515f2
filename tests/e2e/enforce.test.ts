/** Ending a way to sign in before the connection is proved: objected to once, and not after a passed test. */
import type { Lab } from '../lab/server';
import type { Admin } from './harness/admin';
import { connect, tess } from './harness/connected';
import * as journey from './harness/journey';
import * as iru from './harness/steps/iru';
import type { Surface } from './harness/surface';
import { FURTHER, furtherUnless } from './harness/tags';
import { expect, test } from './harness/test';

const ALERT = /No passed sign-in test/;

interface Console {
  vendor: Surface;
  connectionName: string;
}

interface Generation {
  connect(admin: Admin, lab: Lab): Promise<Console>;
  test(admin: Admin, lab: Lab, console: Console): Promise<unknown>;
  /** The switch of the standard sign-ins, and the answer that confirms. */
  toggle: string;
  confirm: string;
  /** Everything that ends is named. */
  ending: RegExp;
  ends(admin: Admin, console: Console, command: 'end' | 'Delete'): Promise<void>;
  endCommand: string;
  isStandardOn(lab: Lab): boolean | undefined;
}

const generations: Record<string, Generation> = {
  Kandji: {
    connect: (admin, lab) => connect(admin, lab),
    test: (admin, _lab, { vendor, connectionName }) =>
      journey.testSignIn(admin, vendor, { connectionName, tester: tess }),
    toggle: 'Standard Authentication',
    confirm: 'Disable',
    ending: /email and password, Google and Office 365/,
    endCommand: 'Disable',
    ends: (admin, { vendor, connectionName }, command) =>
      journey.chooseInRow(admin, vendor, connectionName, command === 'end' ? 'Disable' : 'Delete'),
    isStandardOn: (lab) => lab.world.vendorTenants[0]?.standardAuthentication,
  },
  Iru: {
    connect: async (admin, lab) => ({
      ...(await iru.connectIru(admin, lab)),
      connectionName: iru.METHOD_NAME,
    }),
    test: (admin, _lab, { vendor, connectionName }) =>
      iru.testIruSignIn(admin, vendor, { connectionName, tester: tess }),
    toggle: 'Standard authentication',
    confirm: 'Turn off',
    ending: /passkeys, Google Social and Microsoft Social/,
    endCommand: 'Disallow for tenant authentication',
    ends: (admin, { vendor, connectionName }, command) =>
      iru.chooseForMethod(
        admin,
        vendor,
        connectionName,
        command === 'end' ? 'Disallow for tenant authentication' : 'Delete',
      ),
    isStandardOn: (lab) => lab.world.iruTenants[0]?.standardAuthentication,
  },
};

for (const [name, generation] of Object.entries(generations)) {
  test(`${name}: standard sign-ins are not switched off at the first press while no test has passed`, {
    tag: furtherUnless(name, 'Kandji'),
  }, async ({ admin, lab }) => {
    const console = await generation.connect(admin, lab);
    const { vendor } = console;
    const toggle = { role: 'switch', name: generation.toggle } as const;
    await admin.click(vendor, toggle);
    const alert = await admin.hears(vendor, 'alert', ALERT);
    expect(alert).toMatch(generation.ending);
    expect(alert).toMatch(/nobody can get into/);
    expect(alert).toMatch(/signed in through single sign-on/);
    expect(alert).toMatch(/Test sign-in in a private window/);
    expect(await admin.sees(vendor, { role: 'dialog' }), 'the first press is held back').toBe(false);
    // The second one goes through.
    await admin.click(vendor, toggle);
    await admin.waitFor(vendor, { role: 'dialog' });
    await admin.click(vendor, { role: 'button', name: 'Cancel', within: { role: 'dialog' } });

    await admin.click(vendor, { role: 'button', name: 'Dismiss' });

    // Once proved, nothing is in the way.
    await generation.test(admin, lab, console);
    await journey.readVerdict(admin, vendor, /^Passed/);
    await admin.goTo(vendor);
    await generation.ends(admin, console, 'end');
    await admin.waitFor(vendor, { role: 'dialog' });
    await admin.click(vendor, { role: 'button', name: 'Cancel', within: { role: 'dialog' } });
    expect(await admin.sees(vendor, { role: 'alert', text: ALERT })).toBe(false);
  });

  test(`${name}: the last active connection is neither switched off nor deleted at the first press`, {
    tag: FURTHER,
  }, async ({ admin, lab }) => {
    const console = await generation.connect(admin, lab);
    const { vendor, connectionName } = console;
    await generation.ends(admin, console, 'end');
    expect(await admin.hears(vendor, 'alert', ALERT)).toContain(connectionName);
    expect(await admin.sees(vendor, { role: 'dialog' }), 'the first press is held back').toBe(false);
    await admin.click(vendor, { role: 'menuitem', name: generation.endCommand });
    await admin.waitFor(vendor, { role: 'dialog' });
    expect(generation.isStandardOn(lab)).toBe(true);
  });
}
