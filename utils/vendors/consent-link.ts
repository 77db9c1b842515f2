/**
 * Which addresses may be a consent link. The ticket's exact host is not published, so it is known by rule, never by one
 * form: https, a host of the vendor's sign-in or of Microsoft's, and not the console or a documentation page
 * (facts, kandji §7).
 */
import type { VendorProfile } from './profile';

export type ConsentLinkFault =
  | 'notAnAddress'
  | 'notHttps'
  | 'isTheConsole'
  | 'isDocumentation'
  | 'unknownHost';

/** Why this address is no consent link, or `undefined` when it may be one. */
export function consentLinkFault(
  href: string,
  profile: Pick<VendorProfile, 'consentHosts' | 'documentationHosts'>,
  consoleHost: string | undefined,
): ConsentLinkFault | undefined {
  if (!URL.canParse(href)) return 'notAnAddress';
  const url = new URL(href);
  if (url.protocol !== 'https:' || url.port !== '' || url.username !== '' || url.password !== '')
    return 'notHttps';
  if (url.hostname === consoleHost) return 'isTheConsole';
  if (profile.documentationHosts.includes(url.hostname)) return 'isDocumentation';
  const isKnown = profile.consentHosts.some((host) =>
    host.startsWith('*.') ? url.hostname.endsWith(host.slice(1)) : url.hostname === host,
  );
  return isKnown ? undefined : 'unknownHost';
}
