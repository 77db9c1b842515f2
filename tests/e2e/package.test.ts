/** What is shipped: permissions, hosts, policy and files. Each grows only on purpose, by a change of this file. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';

const build = join(import.meta.dirname, '../../.output/chrome-mv3');
const manifest = JSON.parse(readFileSync(join(build, 'manifest.json'), 'utf8'));
const files = readdirSync(build, { recursive: true, encoding: 'utf8' })
  .filter((file) => statSync(join(build, file)).isFile())
  .sort();
const KIB = 1000;

test('asks for these permissions and no more', () => {
  expect(manifest.permissions.toSorted()).toEqual([
    'alarms',
    'declarativeNetRequestWithHostAccess',
    'idle',
    'scripting',
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
    'assets/options-HASH.css',
    'assets/popup-HASH.css',
    'assets/styles-HASH.css',
    'background.js',
    'chunks/options-HASH.js',
    'chunks/popup-HASH.js',
    'chunks/styles-HASH.js',
    'content-scripts/portal.js',
    'content-scripts/signin.js',
    'content-scripts/vendor.js',
    'icon/128.png',
    'icon/16.png',
    'icon/32.png',
    'icon/48.png',
    'manifest.json',
    'options.html',
    'page-report.js',
    'popup.html',
  ]);
});

/** Today's sizes with a little room: they grow only on purpose. Each is far above the aim of 25 kB (README, Figures). */
const budgets = { portal: 92, vendor: 96, signin: 48 } as const;

test('content scripts are free of React, of the schema library and of the polyfill, and grow only on purpose', () => {
  for (const [name, most] of Object.entries(budgets)) {
    const code = readFileSync(join(build, `content-scripts/${name}.js`), 'utf8');
    expect(code.length, name).toBeLessThan(most * KIB);
    expect(code, name).not.toMatch(/react\.|ZodMini|webextension-polyfill/i);
  }
  expect(statSync(join(build, 'background.js')).size).toBeLessThan(140 * KIB);
});
