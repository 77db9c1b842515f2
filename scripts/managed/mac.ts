/** Configuration profiles for macOS: a custom profile in Kandji itself, or in any other MDM. */
import { createHash } from 'node:crypto';
import { build, type PlistValue } from 'plist';
import { sample } from '../../utils/settings/described';
import { type Chromium, chromiumExtensionSettings, firefoxPolicy, ids } from './policies';

const domains: Readonly<Record<Chromium, string>> = {
  chrome: 'com.google.Chrome',
  edge: 'com.microsoft.Edge',
};

/** The same for the same name: a profile that is uploaded again replaces the one before. */
function uuidOf(name: string): string {
  const hex = createHash('sha256').update(`sso-courier ${name}`).digest('hex').toUpperCase();
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `5${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

interface Payload {
  readonly type: string;
  readonly content: Record<string, unknown>;
}

function profile(browser: string, payloads: readonly Payload[]): string {
  const own = (name: string, type: string) => ({
    PayloadIdentifier: `example.sso-courier.${name}`,
    PayloadType: type,
    PayloadUUID: uuidOf(name),
    PayloadVersion: 1,
  });
  const value = {
    PayloadContent: payloads.map(({ type, content }, index) => ({
      ...content,
      ...own(`${browser}.${index + 1}`, type),
      PayloadDisplayName: `SSO Courier in ${browser}`,
    })),
    PayloadDescription: 'Installs SSO Courier and sets its managed settings.',
    PayloadDisplayName: `SSO Courier in ${browser}`,
    PayloadOrganization: 'REPLACE WITH YOUR ORGANISATION',
    PayloadScope: 'System',
    ...own(browser, 'Configuration'),
  };
  return `${build(value as PlistValue)}\n`;
}

/** The browser's own domain installs; the extension's domain holds its settings. */
const chromium = (browser: Chromium) =>
  profile(browser, [
    { type: domains[browser], content: { ExtensionSettings: chromiumExtensionSettings(browser) } },
    { type: `${domains[browser]}.extensions.${ids[browser]}`, content: { ...sample } },
  ]);

export const chromeMac = () => chromium('chrome');
export const edgeMac = () => chromium('edge');

export const firefoxMac = () =>
  profile('firefox', [
    {
      type: 'org.mozilla.firefox',
      content: { EnterprisePoliciesEnabled: true, ...firefoxPolicy().policies },
    },
  ]);
