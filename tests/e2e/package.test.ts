/** What is shipped: permissions, hosts, policy and files. Each grows only on purpose, by a change of this file. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';

test.skip(
  ({ browserName }) => browserName === 'firefox',
  'Reads the files of the Chrome package, without a browser.',
);

const build = join(import.meta.dirname, '../../.output/chrome-mv3');
const manifest = JSON.parse(readFileSync(join(build, 'manifest.json'), 'utf8'));
const files = readdirSync(build, { recursive: true, encoding: 'utf8' })
  .filter((file) => statSync(join(build, file)).isFile())
  .sort();
const budget: Budget = JSON.parse(readFileSync(join(import.meta.dirname, '../budget.json'), 'utf8'));

/** Each number with its reason. */
interface Budget {
  bytes: Record<string, { most: number; reason: string }>;
}

test('asks for these permissions and no more', () => {
  expect(manifest.permissions.toSorted()).toEqual([
    'alarms',
    'declarativeNetRequestWithHostAccess',
    'idle',
    'scripting',
    'sidePanel',
    'storage',
  ]);
  expect(manifest.optional_permissions).toEqual(['notifications']);
  expect(manifest.optional_host_permissions).toBeUndefined();
});

test('reaches these hosts and no more', () => {
  const hosts = [
    'https://*.entra.microsoft.com/*',
    'https://*.entra.microsoft.us/*',
    'https://*.entra.microsoftonline.cn/*',
    'https://*.iru.com/*',
    'https://*.kandji.io/*',
    'https://*.portal.azure.cn/*',
    'https://*.portal.azure.com/*',
    'https://*.portal.azure.net/*',
    'https://*.portal.azure.us/*',
    'https://entra.microsoft.com/*',
    'https://entra.microsoft.us/*',
    'https://entra.microsoftonline.cn/*',
    'https://login.microsoftonline.com/*',
    'https://login.microsoftonline.us/*',
    'https://login.partner.microsoftonline.cn/*',
    'https://portal.azure.cn/*',
    'https://portal.azure.com/*',
    'https://portal.azure.us/*',
  ];
  expect(manifest.host_permissions.toSorted()).toEqual(hosts);
  for (const script of manifest.content_scripts) {
    for (const match of script.matches) expect(match).toMatch(/^https:\/\/[^*]*(\*\.)?[^*]+\/\*$/);
    expect(script.world ?? 'ISOLATED').toBe('ISOLATED');
    expect(script.match_about_blank ?? false).toBe(false);
    expect(script.match_origin_as_fallback ?? false).toBe(false);
  }
});

test('opens no door to pages or other extensions', () => {
  expect(manifest.web_accessible_resources).toBeUndefined();
  expect(manifest.externally_connectable).toBeUndefined();
  expect(manifest.sandbox).toBeUndefined();
});

test('is bound by a strict content security policy', () => {
  expect(manifest.content_security_policy.extension_pages.split('; ')).toEqual([
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    'connect-src https://login.microsoftonline.com https://login.microsoftonline.us https://login.partner.microsoftonline.cn',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ]);
});

test('contains these files and no more', () => {
  expect(files.map((file) => file.replace(/-[\w-]{8}\./, '-HASH.'))).toEqual([
    '_locales/de/messages.json',
    '_locales/en/messages.json',
    '_locales/es/messages.json',
    '_locales/fr/messages.json',
    '_locales/ja/messages.json',
    '_locales/pt_BR/messages.json',
    'assets/options-HASH.css',
    'assets/styles-HASH.css',
    'assets/welcome-HASH.css',
    'background.js',
    'chunks/copy-HASH.js',
    'chunks/finder-HASH.js',
    'chunks/options-HASH.js',
    'chunks/popup-HASH.js',
    'chunks/reminders-HASH.js',
    'chunks/sidepanel-HASH.js',
    'chunks/sites-notice-HASH.js',
    'chunks/styles-HASH.js',
    'chunks/use-state-HASH.js',
    'chunks/welcome-HASH.js',
    'content-scripts/portal.js',
    'content-scripts/signin.js',
    'content-scripts/vendor.js',
    'icon/128.png',
    'icon/16.png',
    'icon/32.png',
    'icon/48.png',
    'managed-schema.json',
    'manifest.json',
    'options.html',
    'page-report.js',
    'popup.html',
    'portal-page.js',
    'sidepanel.html',
    'signin-page.js',
    'vendor-page.js',
    'welcome.html',
  ]);
});

for (const [file, { most, reason }] of Object.entries(budget.bytes)) {
  test(`${file} stays under ${most} bytes`, () => {
    expect(statSync(join(build, file)).size, reason).toBeLessThan(most);
  });
}

test('scripts in pages are free of React, of the schema library and of the polyfill', () => {
  for (const file of files.filter((name) => /^(?:content-scripts\/.*|.*-page|page-report)\.js$/.test(name))) {
    expect(readFileSync(join(build, file), 'utf8'), file).not.toMatch(
      /react\.|ZodMini|webextension-polyfill/i,
    );
  }
});

test('gates are small: each under 25 kB, together under 60 kB, and no vendor profile in them', () => {
  const gates = files.filter((name) => name.startsWith('content-scripts/'));
  const sizes = gates.map((name) => statSync(join(build, name)).size);
  for (const size of sizes) expect(size).toBeLessThan(25_000);
  expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(60_000);
  for (const name of gates) expect(readFileSync(join(build, name), 'utf8'), name).not.toContain('sso-azure');
});
