/** The policies in plain data, as each browser names them. The store IDs are placeholders. */
import { hostPatterns } from '../../utils/settings/allowed-hosts';
import { sample } from '../../utils/settings/described';

export const GECKO_ID = 'sso-courier@sso-courier.example';
export const ids = { chrome: 'CHROME_STORE_ID', edge: 'EDGE_STORE_ID', firefox: GECKO_ID } as const;
export type Chromium = 'chrome' | 'edge';

const updateUrls: Readonly<Record<Chromium, string>> = {
  chrome: 'https://clients2.google.com/service/update2/crx',
  edge: 'https://edge.microsoft.com/extensionwebstorebase/v1/crx',
};

/** Forced installation, and our hosts open whatever is blocked for all extensions. */
export const chromiumExtensionSettings = (browser: Chromium) => ({
  [ids[browser]]: {
    installation_mode: 'force_installed',
    update_url: updateUrls[browser],
    runtime_allowed_hosts: hostPatterns,
  },
});

export const firefoxExtensionSettings = () => ({
  [GECKO_ID]: {
    installation_mode: 'force_installed',
    install_url: 'https://addons.mozilla.org/firefox/downloads/latest/FIREFOX_STORE_NAME/latest.xpi',
    runtime_allowed_hosts: hostPatterns,
  },
});

/** A file under `/etc/opt/chrome/policies/managed` and its likes. */
export const chromiumPolicy = (browser: Chromium) => ({
  ExtensionSettings: chromiumExtensionSettings(browser),
  '3rdparty': { extensions: { [ids[browser]]: sample } },
});

export const firefoxPolicy = () => ({
  policies: {
    ExtensionSettings: firefoxExtensionSettings(),
    '3rdparty': { Extensions: { [GECKO_ID]: sample } },
  },
});
