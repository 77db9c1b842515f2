import { defineConfig } from 'wxt';
import { loginMatches, loginOrigins, portalMatches } from './utils/entra/clouds';
import { vendorMatches } from './utils/vendors/registry';

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

export default defineConfig({
  modules: ['@wxt-dev/module-react'],
  imports: false,
  manifestVersion: 3,
  outDirTemplate: '{{browser}}-mv{{manifestVersion}}',
  manifest: ({ browser }) => ({
    name: 'SSO Courier',
    description:
      'Carries Entra ID values into Kandji’s native SSO connection, catches the mistakes, proves the sign-in.',
    permissions: ['storage', 'alarms', 'scripting', 'idle', 'declarativeNetRequestWithHostAccess'],
    // Asked for with a button beside the first reminder; without it, badge and list say the same.
    optional_permissions: ['notifications'],
    host_permissions: [...portalMatches, ...loginMatches, ...vendorMatches],
    incognito: browser === 'firefox' ? undefined : 'spanning',
    content_security_policy: { extension_pages: contentSecurityPolicy },
    action: { default_title: 'SSO Courier' },
    minimum_chrome_version: '120',
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'sso-courier@sso-courier.example',
              strict_min_version: '153.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : {}),
  }),
  vite: () => ({
    build: { modulePreload: { polyfill: false }, reportCompressedSize: false },
    // The output is read by store reviewers and by administrators: names stay, white space goes.
  }),
});
