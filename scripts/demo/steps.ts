/** The steps of *set up* (DESIGN: one to thirteen) as the demo plays them. Each returns its evidence, in a few words. */
import { containing } from '../../tests/e2e/harness/accessible';
import { CONNECTION_NAME, TWO_YEARS } from '../../tests/e2e/harness/connected';
import * as journey from '../../tests/e2e/harness/journey';
import type { Surface } from '../../tests/e2e/harness/surface';
import { addSecretWithCourier, registerWithCourier } from './portal-forms';
import { open, type Stage } from './stage';

export interface DemoStep {
  readonly title: string;
  play(stage: Stage): Promise<string>;
  /** Its evidence is the verdict of the sign-in test. */
  readonly isVerdict?: true;
  /** The tab that shows what was done. */
  shown(stage: Stage): Surface | undefined;
  /** This step's picture in the README: of the tab, down to a height that has all there is to see, or of the popup. */
  picture?:
    | { readonly name: string; readonly of: 'popup' }
    | { readonly name: string; readonly of: 'tab'; readonly height: number };
}

const SECRET = { description: 'Kandji SSO', expires: TWO_YEARS };

const portal = (stage: Stage) => stage.portal;
const vendor = (stage: Stage) => stage.vendor;

/** What the popup says of a step: `done`, `ready`, … */
async function stepInPopup({ admin }: Stage, over: Surface, title: string): Promise<string> {
  const popup = await admin.openPopup(over);
  const line = await admin.waitFor(popup, { role: 'button', name: new RegExp(`^${title} \\(done\\)`) });
  return line.name.replace(/^.*\(done\)\s*/, '');
}

export const steps: readonly DemoStep[] = [
  {
    title: 'Vendor tenant',
    shown: vendor,
    async play(stage) {
      const { admin, host, accounts } = stage;
      stage.vendor = await journey.signInToVendor(admin, host, accounts.owner);
      const popup = await admin.openPopup(stage.vendor);
      await admin.click(popup, { role: 'button', name: host });
      await admin.waitFor(popup, { role: 'button', name: 'Change' });
      const region = stage.region === 'eu' ? 'Europe' : 'United States';
      await admin.waitFor(popup, { role: 'text', name: containing(region) });
      return `${host}, ${region}`;
    },
  },
  {
    title: 'Register the app',
    shown: portal,
    async play(stage) {
      const { admin, redirectUri } = stage;
      stage.portal = await admin.open(journey.ENTRA);
      await journey.openRegisterForm(admin, stage.portal);
      await registerWithCourier(admin, stage.portal, { redirectUri });
      return `filled for Kandji: platform Web, ${redirectUri}`;
    },
  },
  {
    title: 'Client ID',
    shown: portal,
    picture: { name: 'portal-overview', of: 'tab', height: 470 },
    play: ({ admin, portal }) => journey.copyClientId(admin, open(portal)),
  },
  {
    title: 'New secret',
    shown: portal,
    async play({ admin, portal }) {
      await journey.openSecrets(admin, open(portal));
      await addSecretWithCourier(admin, open(portal), SECRET);
      return `filled for Kandji: “${SECRET.description}”, 24 months`;
    },
  },
  {
    title: 'Secret value',
    shown: portal,
    picture: { name: 'portal-secrets', of: 'tab', height: 660 },
    async play({ admin, portal }) {
      await journey.copySecretValue(admin, open(portal), SECRET.description);
      const popup = await admin.openPopup(open(portal));
      const hint = await admin.waitFor(popup, { role: 'code', text: /^.{3}…$/ });
      const left = await admin.waitFor(popup, { role: 'timer' });
      return `held as ${hint.text}, ${left.text}`;
    },
  },
  {
    title: 'Check',
    shown: portal,
    picture: { name: 'popup', of: 'popup' },
    async play(stage) {
      const popup = await stage.admin.openPopup(open(stage.portal));
      await stage.admin.click(popup, { role: 'button', name: 'Check the values' });
      return `values are right, ${await stepInPopup(stage, open(stage.portal), 'Check the values')}`;
    },
  },
  {
    title: 'Fill the connection',
    shown: vendor,
    picture: { name: 'kandji-form', of: 'tab', height: 800 },
    async play({ admin, vendor }) {
      await journey.openAccess(admin, open(vendor));
      await journey.openConnectionForm(admin, open(vendor));
      const [fields = ''] = (await journey.fillFromEntra(admin, open(vendor))).split('. ');
      return fields;
    },
  },
  {
    title: 'Save',
    shown: vendor,
    async play(stage) {
      await journey.save(stage.admin, open(stage.vendor));
      return `saved, and the secret value is wiped: ${await stepInPopup(stage, open(stage.vendor), 'Save the connection')}`;
    },
  },
  {
    title: 'Authorise',
    shown: vendor,
    async play({ admin, vendor, accounts }) {
      const page = await journey.consent(admin, open(vendor), accounts.administrator);
      const { host } = new URL(await page.address());
      await journey.closeAuthorisation(admin, open(vendor));
      await page.close();
      return `accepted, “Authorization successful” on ${host}`;
    },
  },
  {
    title: 'Enable',
    shown: vendor,
    async play(stage) {
      stage.connectionName = stage.tenant.connections[0]?.name ?? CONNECTION_NAME;
      await journey.enable(stage.admin, open(stage.vendor), stage.connectionName);
      return `“${stage.connectionName}” is Active`;
    },
  },
  {
    title: 'Test the sign-in',
    isVerdict: true,
    shown: vendor,
    async play({ admin, vendor, accounts, connectionName = CONNECTION_NAME }) {
      const page = await journey.startTest(admin, open(vendor));
      await journey.signInThroughConnection(admin, page, { connectionName, tester: accounts.tester });
      return (await journey.readVerdict(admin, open(vendor), VERDICT)).replace('Passed ', 'Passed: ');
    },
  },
  {
    title: 'Reminder',
    shown: vendor,
    async play(stage) {
      return `expiry recorded, ${await stepInPopup(stage, open(stage.vendor), 'Set a reminder')}`;
    },
  },
  {
    title: 'Enforce',
    shown: vendor,
    async play({ admin, vendor }) {
      const popup = await admin.openPopup(open(vendor));
      await admin.waitFor(popup, { role: 'button', name: /^Require single sign-on \(ready, optional\)/ });
      return 'optional, left to the administrator; a passed test is on record';
    },
  },
];

/** First words of every verdict there is; a running test says *Running*. */
const VERDICT =
  /^(Passed|Failed|Cannot tell|Not (finished|a test)|Microsoft refused|The saved secret|Kandji (does not know|refused))/;
export const hasPassed = (verdict: string) => /^Passed/.test(verdict);
