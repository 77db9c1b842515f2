/** Windows: registry files, and an administrative template for Group Policy. */
import { described, sample } from '../../utils/settings/described';
import { type ManagedKey, managedKeys } from '../../utils/settings/managed';
import { chromiumExtensionSettings, firefoxExtensionSettings, ids } from './policies';
import { typeOf } from './schema';

export type WindowsBrowser = 'chrome' | 'edge' | 'firefox';
export const windowsBrowsers: readonly WindowsBrowser[] = ['chrome', 'edge', 'firefox'];

const vendorKeys: Readonly<Record<WindowsBrowser, string>> = {
  chrome: 'Software\\Policies\\Google\\Chrome',
  edge: 'Software\\Policies\\Microsoft\\Edge',
  firefox: 'Software\\Policies\\Mozilla\\Firefox',
};
const names: Readonly<Record<WindowsBrowser, string>> = {
  chrome: 'Google Chrome',
  edge: 'Microsoft Edge',
  firefox: 'Mozilla Firefox',
};

/** Where the settings lie in the registry. */
export const keyOf = (browser: WindowsBrowser) =>
  browser === 'firefox'
    ? `${vendorKeys.firefox}\\3rdparty\\Extensions\\${ids.firefox}`
    : `${vendorKeys[browser]}\\3rdparty\\extensions\\${ids[browser]}\\policy`;

const settingsOf = (browser: WindowsBrowser) =>
  browser === 'firefox' ? firefoxExtensionSettings() : chromiumExtensionSettings(browser);

const quoted = (text: string) => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

function valueLine(name: string, value: string | number | boolean): string {
  if (typeof value === 'string') return `${quoted(name)}=${quoted(value)}`;
  return `${quoted(name)}=dword:${Number(value).toString(16).padStart(8, '0')}`;
}

/** For `regedit` and `reg import`: lines end as Windows ends them. */
export function registry(browser: WindowsBrowser): string {
  const key = `HKEY_LOCAL_MACHINE\\${keyOf(browser)}`;
  const plain: string[] = [];
  const lists: string[] = [];
  for (const name of managedKeys) {
    const value = sample[name];
    if (typeof value !== 'object') plain.push(valueLine(name, value));
    else
      lists.push('', `[${key}\\${name}]`, ...value.map((item, index) => valueLine(String(index + 1), item)));
  }
  return [
    'Windows Registry Editor Version 5.00',
    '',
    `[HKEY_LOCAL_MACHINE\\${vendorKeys[browser]}]`,
    valueLine('ExtensionSettings', JSON.stringify(settingsOf(browser))),
    '',
    `[${key}]`,
    ...plain,
    ...lists,
    '',
  ].join('\r\n');
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const policyName = (browser: WindowsBrowser, key: ManagedKey) => `${browser}_${key}`;

function element(browser: WindowsBrowser, key: ManagedKey): string {
  const { type } = typeOf(key);
  const at = `key="${escaped(keyOf(browser))}"`;
  const id = `id="${key}" valueName="${key}" required="true"`;
  switch (type) {
    case 'array':
      return `<list id="${key}" key="${escaped(`${keyOf(browser)}\\${key}`)}" valuePrefix="" />`;
    case 'integer':
      return `<decimal ${id} ${at} minValue="1" maxValue="60" />`;
    case 'string':
      return `<text ${id} ${at} />`;
    case 'boolean':
      return '';
    default:
      return type satisfies never;
  }
}

function policy(browser: WindowsBrowser, key: ManagedKey): string {
  const name = policyName(browser, key);
  const opening = `    <policy name="${name}" class="Both" displayName="$(string.${key})" explainText="$(string.${key}_help)" key="${escaped(keyOf(browser))}"`;
  const place = `      <parentCategory ref="${browser}" />\n      <supportedOn ref="supported" />`;
  if (typeOf(key).type === 'boolean') {
    return `${opening} valueName="${key}">\n${place}\n      <enabledValue><decimal value="1" /></enabledValue>\n      <disabledValue><decimal value="0" /></disabledValue>\n    </policy>`;
  }
  return `${opening} presentation="$(presentation.${key})">\n${place}\n      <elements>${element(browser, key)}</elements>\n    </policy>`;
}

const HEAD = '<?xml version="1.0" encoding="utf-8"?>';
const SPACE =
  'revision="1.0" schemaVersion="1.0" xmlns="http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions"';

export function admx(): string {
  return `${HEAD}
<policyDefinitions ${SPACE}>
  <policyNamespaces>
    <target prefix="ssocourier" namespace="SSOCourier.Policies" />
  </policyNamespaces>
  <resources minRequiredRevision="1.0" />
  <supportedOn>
    <definitions>
      <definition name="supported" displayName="$(string.supported)" />
    </definitions>
  </supportedOn>
  <categories>
    <category name="courier" displayName="$(string.courier)" />
${windowsBrowsers
  .map(
    (browser) =>
      `    <category name="${browser}" displayName="$(string.${browser})"><parentCategory ref="courier" /></category>`,
  )
  .join('\n')}
  </categories>
  <policies>
${windowsBrowsers.flatMap((browser) => managedKeys.map((key) => policy(browser, key))).join('\n')}
  </policies>
</policyDefinitions>
`;
}

function presentation(key: ManagedKey): string {
  const { title } = described[key];
  switch (typeOf(key).type) {
    case 'array':
      return `<listBox refId="${key}">${escaped(title)}</listBox>`;
    case 'integer':
      return `<decimalTextBox refId="${key}" defaultValue="10">${escaped(title)}</decimalTextBox>`;
    default:
      return `<textBox refId="${key}"><label>${escaped(title)}</label></textBox>`;
  }
}

export function adml(): string {
  const text = (id: string, value: string) => `      <string id="${id}">${escaped(value)}</string>`;
  const texts = [
    text('courier', 'SSO Courier'),
    text('supported', 'Every release of SSO Courier'),
    ...windowsBrowsers.map((browser) => text(browser, `SSO Courier in ${names[browser]}`)),
    ...managedKeys.flatMap((key) => [
      text(key, described[key].title),
      text(`${key}_help`, described[key].description),
    ]),
  ];
  const presentations = managedKeys
    .filter((key) => typeOf(key).type !== 'boolean')
    .map((key) => `      <presentation id="${key}">${presentation(key)}</presentation>`);
  return `${HEAD}
<policyDefinitionResources ${SPACE}>
  <displayName>SSO Courier</displayName>
  <description>Managed settings of the browser extension SSO Courier</description>
  <resources>
    <stringTable>
${texts.join('\n')}
    </stringTable>
    <presentationTable>
${presentations.join('\n')}
    </presentationTable>
  </resources>
</policyDefinitionResources>
`;
}
