/** Capture on every drawing of the portal: the same values come out, whatever the page calls them and whoever draws it. */
import type { Browser } from 'webextension-polyfill';
import { languageOf } from '../lab/portal/labels';
import { addApp, portalDirectory } from '../lab/portal/model';
import type { LabApp } from '../lab/world';
import type { Admin } from './harness/admin';
import { appPage } from './harness/connected';
import * as journey from './harness/journey';
import type { Session } from './harness/session';
import type { Surface } from './harness/surface';
import { expect, test } from './variants/one-browser';
import { columnsOf, nameOf, PAST_SECRETS, type Variant, variants } from './variants/rows';

/** In the background, where `inBackground` runs. */
declare const chrome: Browser;

const DESCRIPTION = 'Kandji SSO';
const VALUE_BUTTON = { role: 'button', name: 'Copy secret value to Kandji' } as const;

for (const variant of variants) {
  test(`captures on ${nameOf(variant)}`, {
    annotation: Object.entries(variant).map(([type, description]) => ({
      type: `variant:${type}`,
      description,
    })),
  }, async ({ admin, lab, oneTab: portal, session }) => {
    const [rendering, essentials = 'items'] = variant.drawn.split(' ');
    Object.assign(lab.world.portal, {
      rendering,
      essentials,
      secretColumns: columnsOf(variant),
      language: variant.language,
    });
    const app = addApp(lab.world, { displayName: 'Kandji', pastSecrets: PAST_SECRETS[variant.secrets] });
    const shell = `https://${variant.host}/?l=${variant.language}`;

    await portal.goto(appPage(app, 'Overview', shell));
    await journey.copyClientId(admin, portal);
    await portal.goto(appPage(app, 'Credentials', shell));
    if (variant.secrets === 'masked') await copiesNothing(admin, portal, variant);
    else await copiesFreshSecret(admin, portal, variant);

    expect(await heldFor(session, app)).toMatchObject({
      clientId: app.clientId,
      objectId: app.objectId,
      tenantId: portalDirectory(lab.world).tenantId,
      directoryDomain: 'contoso.onmicrosoft.com',
      appName: 'Kandji',
      ...(variant.secrets === 'masked' ? {} : { secret: newestSecretOf(app) }),
    });
  });
}

/** In any language: the labels are the dictionary's. */
async function copiesFreshSecret(admin: Admin, portal: Surface, { language }: Variant): Promise<void> {
  const { labels: t } = languageOf(language);
  await admin.click(portal, { role: 'button', name: t.newClientSecret, at: 'first' });
  await admin.fill(portal, { role: 'textbox', name: t.description }, DESCRIPTION);
  await admin.click(portal, { role: 'button', name: t.add });
  await journey.copySecretValue(admin, portal, DESCRIPTION);
  expect(await admin.all(portal, VALUE_BUTTON), 'one button, in the row that can be read').toHaveLength(1);
}

async function copiesNothing(admin: Admin, portal: Surface, { language }: Variant): Promise<void> {
  const { labels: t } = languageOf(language);
  const row = journey.secretRow('Earlier secret 1');
  await admin.click(portal, { role: 'button', name: t.copyToClipboard, within: row });
  expect(await admin.hears(portal, 'alert', /Secret ID/)).toMatch(/new client secret/i);
  expect(await admin.sees(portal, VALUE_BUTTON)).toBe(false);
}

interface Held {
  handoffs: { clientId: string }[];
}

async function heldFor(session: Session, app: LabApp) {
  const stored = await session.inBackground((): Promise<{ session?: Held }> => chrome.storage.session.get());
  return stored.session?.handoffs.find(({ clientId }) => clientId === app.clientId);
}

function newestSecretOf({ secrets }: LabApp) {
  const secret = secrets.at(-1);
  if (!secret) throw new Error('the app has no secret');
  return {
    secretValue: secret.value,
    secretId: secret.secretId,
    description: DESCRIPTION,
    // The page shows the day where the browser is.
    expiresOn: new Intl.DateTimeFormat('en-CA').format(secret.expiresAt),
  };
}
