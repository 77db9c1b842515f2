/** The portal's forms filled by *Fill for Kandji*, and what is said of a registration that the vendor could not use. */
import { type LanguageCode, languageOf } from '../lab/portal/labels';
import { addApp, addSecret } from '../lab/portal/model';
import { appPage, redirectUris } from './harness/connected';
import * as journey from './harness/journey';
import { FURTHER, furtherUnless } from './harness/tags';
import { expect, test } from './harness/test';

const DAY_MS = 86_400_000;
const REGISTER =
  '#view/Microsoft_AAD_RegisteredApps/CreateApplicationBlade/quickStartType~/null/isMSAApp~/false';

/** The portal in this language and rendering: `?l=` and the lab's parameters stand before the hash. */
const at = (language: LanguageCode, hash: string, more = '') =>
  `${journey.ENTRA}?l=${language}${more}${hash}`;

for (const { language, form, rendering = 'knockout' } of [
  { language: 'en', form: 'dropdown' },
  { language: 'en', form: 'radio' },
  { language: 'de', form: 'dropdown' },
  { language: 'de', form: 'radio' },
  { language: 'ja', form: 'dropdown' },
  { language: 'qps-ploc', form: 'dropdown' },
  { language: 'en', form: 'dropdown', rendering: 'fluent' },
  { language: 'de', form: 'radio', rendering: 'fluent' },
] as const) {
  test(`registers the app with the button: ${form} form, ${language}, ${rendering}`, {
    tag: furtherUnless(`${form} ${language} ${rendering}`, 'radio de knockout', 'dropdown en fluent'),
  }, async ({ admin, lab, session }) => {
    const { labels } = languageOf(language);
    const portal = await admin.open(at(language, REGISTER, `&registerForm=${form}&rendering=${rendering}`));
    await admin.waitFor(portal, { role: 'button', name: 'Fill for Kandji' });
    await journey.chooseTenant(admin, portal, 'acme.eu.kandji.io');
    await journey.fillForKandji(admin, portal);
    await admin.hears(portal, 'status', /^Filled: Name\.$/);
    await admin.hears(portal, 'status', /Choose Web under .* The redirect URI is filled then/);
    const redirectUri = { role: 'textbox', name: labels.redirectUriOptional };
    expect((await admin.waitFor(portal, redirectUri)).value).toBe('');

    const platform = { role: 'combobox', name: labels.selectPlatform };
    await admin.choose(portal, platform, labels.platformWeb);
    await admin.waitFor(portal, { ...redirectUri, value: redirectUris.eu });
    await admin.hears(portal, 'status', /^Filled: Name, Redirect URI\.$/);
    await admin.hears(
      portal,
      'status',
      language === 'qps-ploc' ? /Check that the platform is Web/ : /✓ Web chosen/,
    );
    await admin.click(portal, { role: 'button', name: labels.register });
    await admin.waitFor(portal, { role: 'button', name: 'Copy client ID to Kandji' });
    expect(lab.world.directories[0]?.apps).toMatchObject([
      {
        displayName: 'Kandji',
        audience: 'single',
        redirectUris: [{ platform: 'web', uri: redirectUris.eu }],
      },
    ]);
    expect(session.consoleLines.filter(({ level }) => level === 'error')).toEqual([]);
  });
}

test('without a tenant it fills the name, says why not the redirect URI, and goes on once one is chosen', {
  tag: FURTHER,
}, async ({ admin }) => {
  const portal = await admin.open(at('en', REGISTER));
  await journey.fillForKandji(admin, portal);
  await admin.hears(portal, 'status', /^Filled: Name\.$/);
  await admin.hears(
    portal,
    'status',
    /redirect URI was not filled.*Choose the tenant in the SSO Courier popup/,
  );
  await journey.chooseTenant(admin, portal, 'acme.kandji.io');
  await admin.choose(portal, { role: 'combobox', name: 'Select a platform' }, 'Web');
  await admin.waitFor(portal, { role: 'textbox', name: 'Redirect URI (optional)', value: redirectUris.us });
});

test('a name that is there is kept; a wrong platform brings an alert until Web is chosen', {
  tag: FURTHER,
}, async ({ admin }) => {
  const portal = await admin.open(at('en', REGISTER));
  await admin.waitFor(portal, { role: 'button', name: 'Fill for Kandji' });
  await journey.chooseTenant(admin, portal, 'acme.kandji.io');
  await admin.fill(portal, { role: 'textbox', name: 'Name' }, 'Our app');
  const platform = { role: 'combobox', name: 'Select a platform' };
  await admin.choose(portal, platform, 'Single-page application (SPA)');
  await journey.fillForKandji(admin, portal);
  await admin.hears(portal, 'alert', /Single-page application.*Choose Web/);
  expect((await admin.waitFor(portal, { role: 'textbox', name: 'Name' })).value).toBe('Our app');
  await admin.choose(portal, platform, 'Web');
  await admin.waitFor(portal, { role: 'textbox', name: 'Redirect URI (optional)', value: redirectUris.us });
  // What was written is read back a frame later; the alert goes then.
  await admin.waitUntilGone(portal, { role: 'alert', text: /Choose Web/ });
});

test('several tenants could sign in: says which account type to choose', { tag: FURTHER }, async ({
  admin,
}) => {
  const portal = await admin.open(at('en', REGISTER));
  await journey.fillForKandji(admin, portal);
  await admin.hears(portal, 'status', /✓ Single tenant/);
  await admin.choose(portal, { role: 'combobox', name: 'Supported account types' }, /^Multiple/);
  await admin.hears(
    portal,
    'alert',
    /Choose the first option, single tenant, under “Supported account types”/,
  );
});

test('fills the form on a portal that rebuilds itself', { tag: FURTHER }, async ({ admin, lab }) => {
  lab.world.portal.rebuildEveryMs = 400;
  const portal = await admin.open(at('en', REGISTER));
  await admin.waitFor(portal, { role: 'button', name: 'Fill for Kandji' });
  await journey.chooseTenant(admin, portal, 'acme.kandji.io');
  await journey.fillForKandji(admin, portal);
  await admin.waitFor(portal, { role: 'textbox', name: 'Name', value: 'Kandji' });
});

for (const { language, rendering } of [
  { language: 'en', rendering: 'knockout' },
  { language: 'de', rendering: 'knockout' },
  { language: 'qps-ploc', rendering: 'knockout' },
  { language: 'fr', rendering: 'fluent' },
] as const) {
  test(`a secret of 24 months with the button: ${language}, ${rendering}`, {
    tag: furtherUnless(language, 'fr'),
  }, async ({ admin, lab }) => {
    const { labels } = languageOf(language);
    const app = addApp(lab.world, { displayName: 'Kandji' });
    const [, hash = ''] = appPage(app, 'Credentials').split('#');
    const portal = await admin.open(at(language, `#${hash}`, `&rendering=${rendering}`));
    await admin.click(portal, { role: 'button', name: labels.newClientSecret });
    await journey.fillForKandji(admin, portal);
    await admin.hears(portal, 'status', /^Filled: Description\.$/);
    await admin.hears(portal, 'status', /Choose 730 days \(24 months\) under/);
    await admin.choose(portal, { role: 'combobox', name: labels.expires }, labels.days730);
    await admin.hears(portal, 'status', /✓ 24 months chosen/);
    await admin.click(portal, { role: 'button', name: labels.add });
    await admin.waitFor(portal, journey.secretRow('Kandji SSO'));
    expect(app.secrets.map(({ description }) => description)).toEqual(['Kandji SSO']);
    const days = ((app.secrets[0]?.expiresAt.getTime() ?? 0) - Date.now()) / DAY_MS;
    expect(Math.round(days)).toBe(730);
    await admin.waitUntilGone(portal, { role: 'button', name: 'Fill for Kandji' });
  });
}

test('the redirect URI of another region: alert on Authentication and on the Overview', async ({
  admin,
  lab,
}) => {
  const wrong = { platform: 'web', uri: redirectUris.eu } as const;
  const app = addApp(lab.world, { displayName: 'Kandji', redirectUris: [wrong] });
  const overview = appPage(app, 'Overview');
  const portal = await admin.open(overview);
  await journey.chooseTenant(admin, portal, 'acme.kandji.io');
  await journey.copyClientId(admin, portal);
  await admin.click(portal, { role: 'button', name: 'Manage' });
  await admin.click(portal, { role: 'link', name: 'Authentication (Preview)' });
  const alert = await admin.hears(portal, 'alert', /Before you go on/);
  expect(alert).toContain(redirectUris.eu);
  expect(alert).toContain(redirectUris.us);
  await admin.click(portal, { role: 'link', name: 'Overview', at: 'last' });
  expect(await admin.hears(portal, 'alert', /Before you go on/)).toContain(redirectUris.us);
});

test('counts alone bring the alert, in a language nobody knows', { tag: FURTHER }, async ({ admin, lab }) => {
  const app = addApp(lab.world, {
    displayName: 'Kandji',
    redirectUris: [{ platform: 'spa', uri: redirectUris.us }],
  });
  const [, hash = ''] = appPage(app, 'Overview').split('#');
  const portal = await admin.open(at('qps-ploc', `#${hash}`));
  await admin.waitFor(portal, { role: 'button', name: 'Copy client ID to Kandji' });
  await journey.chooseTenant(admin, portal, 'acme.kandji.io');
  await journey.copyClientId(admin, portal);
  await admin.hears(portal, 'alert', /Single-page application/);
});

test('an app that nobody carries may look as it likes', { tag: FURTHER }, async ({ admin, lab }) => {
  const app = addApp(lab.world, { displayName: 'Kandji', audience: 'multiple', redirectUris: [] });
  addSecret(app, { description: 'Other' });
  const portal = await admin.open(appPage(app, 'Overview'));
  await admin.waitFor(portal, { role: 'button', name: 'Copy client ID to Kandji' });
  await journey.openSecrets(admin, portal);
  await admin.waitFor(portal, journey.secretRow('Other'));
  expect(await admin.sees(portal, { role: 'alert', text: /\S/ })).toBe(false);
  expect(await admin.sees(portal, { role: 'status', text: 'Safe to delete' })).toBe(false);
});
