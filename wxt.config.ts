import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig, type UserManifest } from 'wxt';
import { loginOrigins } from './utils/entra/clouds';
import { loginMatches, portalMatches } from './utils/entra/matches';
import { vendorMatches } from './utils/vendors/matches';
import { browserMessages, flat } from './utils/words/pack';

/** Enforced by the browser on every extension page and on the background's fetch (TRUST §1.7). */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  `connect-src ${loginOrigins.join(' ')}`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/** By this file Chromium reads the organisation's settings (docs/managed-settings.md); Firefox needs none. */
const managed = { storage: { managed_schema: 'managed-schema.json' } };

/** Chrome, and Edge, which is Chromium in everything but its store (`docs/store`). 123 is the first with `light-dark()`. */
const chromium: UserManifest = { incognito: 'spanning', minimum_chrome_version: '123', ...managed };

const firefox: UserManifest = {
  browser_specific_settings: {
    gecko: {
      id: 'sso-courier@sso-courier.example',
      strict_min_version: '153.0',
      // *Ask Microsoft* sends the held secret to its own directory's login host: asked for at its first press.
      data_collection_permissions: { required: ['none'], optional: ['authenticationInfo'] },
    },
  },
};

/** 26 is the first Safari with Trusted Types. Built, its manifest checked, never run (README, Browsers). */
const safari: UserManifest = { browser_specific_settings: { safari: { strict_min_version: '26.0' } } };

/** What one browser is told and the others are not. */
const own: Readonly<Record<string, UserManifest>> = { chrome: chromium, edge: chromium, firefox, safari };

/**
 * Alt+Shift is free in both consoles; the admin may choose other keys. *Measured*: Firefox gives Alt+Shift with a letter of
 * its menu bar to the menu (F File, S History, in German C Chronik), so its keys are letters that no menu has.
 */
const keysOf = (browser: string) =>
  browser === 'firefox'
    ? { popup: 'Alt+Shift+K', capture: 'Alt+Shift+Y', fill: 'Alt+Shift+W' }
    : { popup: 'Alt+Shift+S', capture: 'Alt+Shift+C', fill: 'Alt+Shift+F' };

/** Safari knows no `idle`: a locked screen wipes nothing there, the deadline does. */
const permissionsOf = (browser: string): UserManifest['permissions'] => [
  'storage',
  'alarms',
  'scripting',
  ...(browser === 'safari' ? [] : (['idle'] as const)),
  'declarativeNetRequestWithHostAccess',
];

/** What rebuilds the packages and no more: what a reviewer of the source archive has to read. */
const sources = [
  'README.md',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'wxt.config.ts',
  'components/**',
  'entrypoints/**',
  'locales/**',
  'public/**',
  'scripts/zip.ts',
  'scripts/zip/**',
  'utils/**',
];

const languages = readdirSync('locales').map((file) => file.replace('.json', ''));

/** A dollar sign that is not written twice is the browser's own: it puts a value there. */
function messageFile(language: string) {
  const texts = flat(JSON.parse(readFileSync(join('locales', `${language}.json`), 'utf8')));
  const messages = Object.entries(browserMessages(texts)).map(([name, text]) => [
    name,
    { message: text.replaceAll('$', '$$$$') },
  ]);
  return {
    relativeDest: join('_locales', language, 'messages.json'),
    contents: JSON.stringify(Object.fromEntries(messages)),
  };
}

export default defineConfig({
  modules: ['@wxt-dev/module-react'],
  imports: false,
  manifestVersion: 3,
  outDirTemplate: '{{browser}}-mv{{manifestVersion}}',
  manifest: ({ browser }) => ({
    name: '__MSG_manifest_name__',
    description: '__MSG_manifest_description__',
    default_locale: 'en',
    permissions: permissionsOf(browser),
    // Asked for with a button beside the first reminder; without it, badge and list say the same.
    optional_permissions: ['notifications'],
    host_permissions: [...portalMatches, ...loginMatches, ...vendorMatches],
    content_security_policy: { extension_pages: contentSecurityPolicy },
    action: { default_title: '__MSG_manifest_name__' },
    commands: {
      _execute_action: { suggested_key: { default: keysOf(browser).popup } },
      capture: {
        suggested_key: { default: keysOf(browser).capture },
        description: '__MSG_manifest_capture__',
      },
      fill: { suggested_key: { default: keysOf(browser).fill }, description: '__MSG_manifest_fill__' },
    },
    ...own[browser],
  }),
  zip: { includeSources: sources },
  hooks: { 'build:publicAssets': (_, files) => void files.push(...languages.map(messageFile)) },
  vite: () => ({
    resolve: {
      alias: {
        'wxt/utils/content-script-context': join(import.meta.dirname, 'utils/page/content-context.ts'),
      },
    },
    // `light-dark()` stays as it is: every browser that is supported knows it.
    build: {
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      cssTarget: ['chrome123', 'firefox153', 'safari26'],
    },
  }),
});
