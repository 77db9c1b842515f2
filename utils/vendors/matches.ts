/**
 * Match patterns of the vendors' pages, as plain data: their content scripts run on many pages that are none of ours
 * and carry no vendor profile. A test holds them against the profiles.
 */

/** Vendor consoles; who asks is judged by the exact host, in the background. */
export const vendorMatches: string[] = ['https://*.kandji.io/*', 'https://*.iru.com/*'];

/** The vendors' own sign-in pages. */
export const identityMatches: string[] = [
  'https://auth.eu.kandji.io/*',
  'https://auth.kandji.io/*',
  'https://*.id.iru.com/*',
];
