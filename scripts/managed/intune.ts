/**
 * A custom configuration profile for Intune, as Microsoft Graph takes it (`POST /deviceManagement/deviceConfigurations`):
 * the template is ingested, then each setting is set through it.
 * https://learn.microsoft.com/windows/client-management/win32-and-centennial-app-policy-configuration
 */
import { sample } from '../../utils/settings/described';
import { type ManagedKey, managedKeys } from '../../utils/settings/managed';
import { typeOf } from './schema';
import { admx } from './windows';

const ROOT = './Device/Vendor/MSFT/Policy';
/** Between the parts of a list in the value of a policy: name, value, name, value. */
const SEPARATOR = '\uF000';

const xml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

function policyValue(key: ManagedKey): string {
  const value = sample[key];
  if (typeOf(key).type === 'boolean') return value === false ? '<disabled/>' : '<enabled/>';
  const text = Array.isArray(value)
    ? value.flatMap((item, index) => [String(index + 1), String(item)]).join(SEPARATOR)
    : String(value);
  return `<enabled/>\n<data id="${key}" value="${xml(text)}"/>`;
}

const setting = (displayName: string, omaUri: string, value: string) => ({
  '@odata.type': '#microsoft.graph.omaSettingString',
  displayName,
  omaUri,
  value,
});

export function intune() {
  return {
    '@odata.type': '#microsoft.graph.windows10CustomConfiguration',
    displayName: 'SSO Courier in Google Chrome',
    description: 'Managed settings of SSO Courier. Replace CHROME_STORE_ID first.',
    omaSettings: [
      setting('Template', `${ROOT}/ConfigOperations/ADMXInstall/SSOCourier/Policy/SSOCourier`, admx()),
      ...managedKeys.map((key) =>
        setting(key, `${ROOT}/Config/SSOCourier~Policy~courier~chrome/chrome_${key}`, policyValue(key)),
      ),
    ],
  };
}
