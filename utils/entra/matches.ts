/**
 * Match patterns of the portal and of Microsoft's sign-in pages, as plain data: content scripts run in every frame of the
 * portal, most of them none of ours, and carry no table of clouds. A test holds them against it.
 */

/** Shells, and the frames that draw blades in them. */
export const portalMatches: string[] = [
  'https://entra.microsoft.com/*',
  'https://*.entra.microsoft.com/*',
  'https://portal.azure.com/*',
  'https://*.portal.azure.com/*',
  'https://*.portal.azure.net/*',
  'https://entra.microsoft.us/*',
  'https://*.entra.microsoft.us/*',
  'https://portal.azure.us/*',
  'https://*.portal.azure.us/*',
  'https://entra.microsoftonline.cn/*',
  'https://*.entra.microsoftonline.cn/*',
  'https://portal.azure.cn/*',
  'https://*.portal.azure.cn/*',
];

/** Where users sign in. */
export const loginMatches: string[] = [
  'https://login.microsoftonline.com/*',
  'https://login.microsoftonline.us/*',
  'https://login.partner.microsoftonline.cn/*',
];
