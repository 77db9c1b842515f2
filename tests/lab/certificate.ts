/** The lab's TLS certificate: self-signed, for the production host names it stands in for. */
import { generate } from 'selfsigned';

const NAMES = [
  'localhost',
  'entra.microsoft.com',
  '*.entra.microsoft.com',
  'portal.azure.com',
  '*.portal.azure.com',
  '*.reactblade.portal.azure.net',
  'entra.microsoft.us',
  'portal.azure.us',
  'entra.microsoftonline.cn',
  'portal.azure.cn',
  'login.microsoftonline.com',
  'login.microsoftonline.us',
  'login.partner.microsoftonline.cn',
  '*.kandji.io',
  '*.eu.kandji.io',
  '*.iru.com',
  '*.id.iru.com',
];

let made: Promise<{ key: string; cert: string }> | undefined;

/** One certificate a process: making it takes longer than starting a lab, and it is the same for all. */
export function certificate(): Promise<{ key: string; cert: string }> {
  made ??= generate([{ name: 'commonName', value: 'SSO Courier lab' }], {
    keySize: 2048,
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'subjectAltName', altNames: NAMES.map((value) => ({ type: 2 as const, value })) },
    ],
  }).then((pair) => ({ key: pair.private, cert: pair.cert }));
  return made;
}
