/** Every generated file by its path: the browsers' schema, the documentation's table, the samples. Pure. */

import { hostPatterns } from '../../utils/settings/allowed-hosts';
import { intune } from './intune';
import { chromeMac, edgeMac, firefoxMac } from './mac';
import { chromiumPolicy, firefoxPolicy } from './policies';
import { managedSchema } from './schema';
import { table } from './table';
import { adml, admx, registry } from './windows';

const DOCUMENT = 'docs/managed-settings.md';
const SAMPLES = 'docs/managed';

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

/** @param read the text of a file that is only generated in part */
export function generated(read: (path: string) => string): ReadonlyMap<string, string> {
  return new Map([
    ['public/managed-schema.json', json(managedSchema())],
    [DOCUMENT, between(between(read(DOCUMENT), 'settings', table()), 'hosts', hostLines())],
    [`${SAMPLES}/linux/chrome.json`, json(chromiumPolicy('chrome'))],
    [`${SAMPLES}/linux/edge.json`, json(chromiumPolicy('edge'))],
    [`${SAMPLES}/firefox/policies.json`, json(firefoxPolicy())],
    [`${SAMPLES}/macos/chrome.mobileconfig`, chromeMac()],
    [`${SAMPLES}/macos/edge.mobileconfig`, edgeMac()],
    [`${SAMPLES}/macos/firefox.mobileconfig`, firefoxMac()],
    [`${SAMPLES}/windows/chrome.reg`, registry('chrome')],
    [`${SAMPLES}/windows/edge.reg`, registry('edge')],
    [`${SAMPLES}/windows/firefox.reg`, registry('firefox')],
    [`${SAMPLES}/windows/sso-courier.admx`, admx()],
    [`${SAMPLES}/windows/en-US/sso-courier.adml`, adml()],
    [`${SAMPLES}/intune/chrome.json`, json(intune())],
  ]);
}

/** Puts a text between the two comments that name its place. */
function between(document: string, place: string, text: string): string {
  const start = `<!-- generated: ${place} -->`;
  const end = `<!-- end: ${place} -->`;
  const [before, rest] = document.split(start);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) throw new Error(`${DOCUMENT} has no place for ${place}`);
  return `${before}${start}\n${text}\n${end}${after}`;
}

const hostLines = () =>
  `\`\`\`json\n"runtime_allowed_hosts": ${JSON.stringify(hostPatterns, null, 2)}\n\`\`\``;
