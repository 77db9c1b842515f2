/** What follows from the schema of managed settings: nothing stale, and every sample says what the schema means. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { DOMParser } from '@xmldom/xmldom';
import { parse as parsePlist } from 'plist';
import { describe, expect, it } from 'vitest';
import { generated } from '../../../scripts/managed/files';
import { GECKO_ID } from '../../../scripts/managed/policies';
import { keyOf, type WindowsBrowser } from '../../../scripts/managed/windows';
import { hostPatterns } from '../../../utils/settings/allowed-hosts';
import { described, sample } from '../../../utils/settings/described';
import { managedKeys, parseManaged } from '../../../utils/settings/managed';

const read = (path: string) => readFileSync(path, 'utf8');
const files = generated(read);
const json = (path: string) => JSON.parse(read(path));

describe('generated files', () => {
  it.each([...files])('%s is as the schema has it: else run `npx tsx scripts/managed.ts`', (path, text) => {
    expect(existsSync(path) && read(path)).toBe(text);
  });

  it('the samples’ folder holds no other file', () => {
    const there = readdirSync('docs/managed', { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => `${parentPath}/${name}`.replaceAll('\\', '/'));
    expect(there.filter((path) => !files.has(path))).toEqual([]);
  });
});

/** The settings as they arrive from each sample, in the way that its browser reads them. */
const arriving: Record<string, () => unknown> = {
  'linux/chrome.json': () => json('docs/managed/linux/chrome.json')['3rdparty'].extensions.CHROME_STORE_ID,
  'linux/edge.json': () => json('docs/managed/linux/edge.json')['3rdparty'].extensions.EDGE_STORE_ID,
  'firefox/policies.json': () =>
    json('docs/managed/firefox/policies.json').policies['3rdparty'].Extensions[GECKO_ID],
  'macos/chrome.mobileconfig': () => payload('chrome', 'com.google.Chrome.extensions.CHROME_STORE_ID'),
  'macos/edge.mobileconfig': () => payload('edge', 'com.microsoft.Edge.extensions.EDGE_STORE_ID'),
  'macos/firefox.mobileconfig': () => {
    const extensions = payload('firefox', 'org.mozilla.firefox')['3rdparty'] as Extensions;
    return extensions.Extensions[GECKO_ID];
  },
  'windows/chrome.reg': () => fromRegistry('chrome'),
  'windows/edge.reg': () => fromRegistry('edge'),
  'windows/firefox.reg': () => fromRegistry('firefox'),
};
type Extensions = { Extensions: Record<string, unknown> };
type Payload = Record<string, unknown>;
interface Profile {
  PayloadType: string;
  PayloadContent: Payload[];
}

const profile = (browser: string) =>
  parsePlist(read(`docs/managed/macos/${browser}.mobileconfig`)) as unknown as Profile;

function payload(browser: string, type: string): Payload {
  const found = profile(browser).PayloadContent.find(({ PayloadType }) => PayloadType === type);
  return Object.fromEntries(Object.entries(found ?? {}).filter(([key]) => !key.startsWith('Payload')));
}

/** A registry file's key with its subkeys. Chromium makes a switch of a number by its schema, Firefox does not. */
function fromRegistry(browser: WindowsBrowser): unknown {
  const key = `HKEY_LOCAL_MACHINE\\${keyOf(browser)}`;
  const found: Record<string, unknown> = {};
  let list: unknown[] | undefined;
  let inside = false;
  for (const line of read(`docs/managed/windows/${browser}.reg`).split('\r\n')) {
    const section = /^\[(.+)\]$/.exec(line)?.[1];
    const [, name = '', dword, text] = /^"(\w+)"=(?:dword:([0-9a-f]{8})|(".*"))$/.exec(line) ?? [];
    if (section !== undefined) {
      inside = section.startsWith(key);
      list = section.startsWith(`${key}\\`) ? [] : undefined;
      if (list) found[section.slice(key.length + 1)] = list;
    } else if (inside && name) {
      const value = text === undefined ? Number.parseInt(dword ?? '', 16) : JSON.parse(text);
      if (list) list.push(value);
      else found[name] = browser !== 'firefox' && name === 'askMicrosoft' ? value === 1 : value;
    }
  }
  return found;
}

describe('every sample', () => {
  it.each(Object.entries(arriving))('%s sets every setting, and none is ignored', (_name, settings) => {
    expect(parseManaged(settings())).toEqual({ settings: sample, ignored: [] });
  });

  it('a test for each of them', () => {
    const untested = [...files.keys()]
      .filter((path) => path.startsWith('docs/managed/'))
      .map((path) => path.slice('docs/managed/'.length))
      .filter((path) => !(path in arriving));
    expect(untested).toEqual([
      'windows/sso-courier.admx',
      'windows/en-US/sso-courier.adml',
      'intune/chrome.json',
    ]);
  });

  it.each(['chrome', 'edge', 'firefox'])(
    'the profile for %s is a profile, each payload with its own identity',
    (browser) => {
      const { PayloadType, PayloadContent, ...own } = profile(browser) as Profile & Payload;
      expect(PayloadType).toBe('Configuration');
      const all = [own, ...PayloadContent];
      for (const key of ['PayloadIdentifier', 'PayloadUUID']) {
        expect(new Set(all.map((one) => one[key])).size).toBe(all.length);
      }
      for (const { PayloadUUID, PayloadVersion } of all) {
        expect(PayloadUUID).toMatch(/^[0-9A-F]{8}-[0-9A-F]{4}-5[0-9A-F]{3}-8[0-9A-F]{3}-[0-9A-F]{12}$/);
        expect(PayloadVersion).toBe(1);
      }
    },
  );

  it('the sample is of a different mind than the defaults, in everything', () => {
    expect(Object.keys(described).sort()).toEqual([...managedKeys].sort());
    expect(Object.keys(sample).sort()).toEqual([...managedKeys].sort());
  });
});

describe('the administrative template', () => {
  const parse = (text: string) => {
    const faults: string[] = [];
    const document = new DOMParser({ onError: (_level, message) => faults.push(message) }).parseFromString(
      text,
      'text/xml',
    );
    expect(faults).toEqual([]);
    return document;
  };
  const template = () => parse(read('docs/managed/windows/sso-courier.admx'));
  const attributes = (name: string, attribute: string, document = template()) =>
    [...document.getElementsByTagName(name)].map((element) => element.getAttribute(attribute) ?? '');

  it('has every setting for every browser, under the key that the browser reads', () => {
    const policies = attributes('policy', 'name');
    const browsers: WindowsBrowser[] = ['chrome', 'edge', 'firefox'];
    expect(policies).toEqual(browsers.flatMap((browser) => managedKeys.map((key) => `${browser}_${key}`)));
    const keys = attributes('policy', 'key');
    expect([...new Set(keys)]).toEqual(browsers.map(keyOf));
  });

  it('refers to texts and presentations that are there', () => {
    const texts = parse(read('docs/managed/windows/en-US/sso-courier.adml'));
    const known = new Set([
      ...attributes('string', 'id', texts).map((id) => `$(string.${id})`),
      ...attributes('presentation', 'id', texts).map((id) => `$(presentation.${id})`),
    ]);
    const used =
      read('docs/managed/windows/sso-courier.admx').match(/\$\((?:string|presentation)\.\w+\)/g) ?? [];
    expect(used.length).toBeGreaterThan(managedKeys.length * 3);
    expect(used.filter((reference) => !known.has(reference))).toEqual([]);
  });

  it('is what Intune ingests, and every policy that is set there is in it', () => {
    const { omaSettings } = json('docs/managed/intune/chrome.json') as {
      omaSettings: { omaUri: string; value: string }[];
    };
    const [first, ...others] = omaSettings;
    expect(first?.value).toBe(read('docs/managed/windows/sso-courier.admx'));
    const known = new Set(attributes('policy', 'name'));
    const names = others.map(({ omaUri }) => omaUri.split('/').at(-1) ?? '');
    expect(names.filter((name) => known.has(name))).toEqual(managedKeys.map((key) => `chrome_${key}`));
    for (const { value } of others) parse(`<policy>${value}</policy>`);
  });
});

it('the hosts to be allowed are those of the manifest, without a path', () => {
  expect(hostPatterns.length).toBeGreaterThan(10);
  for (const pattern of hostPatterns) expect(pattern).toMatch(/^https:\/\/(\*\.)?[a-z.]+$/);
});
