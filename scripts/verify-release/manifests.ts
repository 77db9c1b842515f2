/** What the built manifest of each browser has to say, and must not. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OUTPUT } from '../zip/packages';
import { run } from '../zip/run';

export const BROWSERS = ['chrome', 'edge', 'firefox', 'safari'] as const;
export type Browser = (typeof BROWSERS)[number];

type Manifest = Readonly<Record<string, unknown>>;

interface Demand {
  /** Name of a key, `parent.child`, and what it has to be. */
  has: Readonly<Record<string, unknown>>;
  hasNot: readonly string[];
}

const worker = { background: { service_worker: 'background.js' } };
const chromium: Demand = {
  has: { ...worker, incognito: 'spanning', minimum_chrome_version: '123' },
  hasNot: ['browser_specific_settings', 'key', 'update_url'],
};

export const demands: Readonly<Record<Browser, Demand>> = {
  chrome: chromium,
  edge: chromium,
  firefox: {
    has: {
      background: { scripts: ['background.js'] },
      'browser_specific_settings.gecko.strict_min_version': '153.0',
      'browser_specific_settings.gecko.data_collection_permissions': {
        required: ['none'],
        optional: ['authenticationInfo'],
      },
    },
    hasNot: ['incognito', 'minimum_chrome_version', 'browser_specific_settings.gecko_android', 'update_url'],
  },
  safari: {
    has: { ...worker, 'browser_specific_settings.safari.strict_min_version': '26.0' },
    hasNot: ['incognito', 'minimum_chrome_version', 'browser_specific_settings.gecko', 'sidebar_action'],
  },
};

/** The stores' limits: Chrome 75 and 132, Edge 45 and 132, Mozilla 45 and 250 characters. */
const MOST_NAME = 45;
const MOST_DESCRIPTION = 132;

/** The texts that a manifest refers to as `__MSG_name__`, by name, in the language it falls back to. */
export type Texts = Readonly<Record<string, string>>;

/** @returns what is wrong, as lines to read; none when all is well */
export function checkManifest(browser: Browser, manifest: Manifest, texts: Texts): string[] {
  const { has, hasNot } = demands[browser];
  const wrong = Object.entries(has).filter(([key, value]) => !isSame(at(manifest, key), value));
  const unwanted = hasNot.filter((key) => at(manifest, key) !== undefined);
  const { manifest_version, permissions } = manifest;
  const name = inWords(manifest.name, texts);
  const description = inWords(manifest.description, texts);
  const lines = [
    ...wrong.map(([key]) => `${key} is ${JSON.stringify(at(manifest, key))}`),
    ...unwanted.map((key) => `${key} is there`),
  ];
  if (manifest_version !== 3) lines.push('is not of manifest version 3');
  if (!fits(name, MOST_NAME)) lines.push('the name is missing or too long for a store');
  if (!fits(description, MOST_DESCRIPTION)) {
    lines.push('the description is missing or too long for a store');
  }
  const hasIdle = Array.isArray(permissions) && permissions.includes('idle');
  if (hasIdle !== (browser !== 'safari')) lines.push('idle belongs everywhere but in Safari');
  return lines.map((line) => `${browser}: ${line}`);
}

/** What is snapshot of Chrome's build (tests/e2e/package.test.ts) and has to be the same in every other. */
const SAME = [
  'host_permissions',
  'optional_permissions',
  'content_scripts',
  'content_security_policy',
] as const;

/** @returns where a manifest reaches further than Chrome's, or binds itself less */
export function compareWithChrome(browser: Browser, manifest: Manifest, chrome: Manifest): string[] {
  const asked = (of: Manifest): unknown[] => (Array.isArray(of.permissions) ? of.permissions : []);
  const more = asked(manifest).filter((permission) => !asked(chrome).includes(permission));
  return [
    ...SAME.filter((key) => !isSame(manifest[key], chrome[key])).map(
      (key) => `${browser}: ${key} is its own`,
    ),
    ...more.map((permission) => `${browser}: asks for ${permission}, which Chrome’s does not`),
  ];
}

/** Builds Safari, which is no part of the packages, and checks the manifests of all four builds in every language. */
export function checkManifests(): string[] {
  run('npm', ['run', '--silent', 'build:safari']);
  const chrome = readManifest('chrome');
  return BROWSERS.flatMap((browser) => {
    const manifest = readManifest(browser);
    return [
      ...compareWithChrome(browser, manifest, chrome),
      ...languagesOf(browser, String(manifest.default_locale)).flatMap(({ language, texts }) =>
        checkManifest(browser, manifest, texts).map((line) => `${line} (${language})`),
      ),
    ];
  });
}

const folderOf = (browser: Browser) => join(OUTPUT, `${browser}-mv3`);
const readJson = (browser: Browser, file: string) =>
  JSON.parse(readFileSync(join(folderOf(browser), file), 'utf8'));
const readManifest = (browser: Browser): Manifest => readJson(browser, 'manifest.json');

/** The texts of every language in the build; what one lacks comes from the one it falls back to. */
function languagesOf(browser: Browser, fallback: string): { language: string; texts: Texts }[] {
  const textsOf = (language: string): Texts => {
    const messages: Record<string, { message: string }> = readJson(
      browser,
      `_locales/${language}/messages.json`,
    );
    return Object.fromEntries(Object.entries(messages).map(([key, { message }]) => [key, message]));
  };
  return readdirSync(join(folderOf(browser), '_locales')).map((language) => ({
    language,
    texts: { ...textsOf(fallback), ...textsOf(language) },
  }));
}

function inWords(text: unknown, texts: Texts): string {
  if (typeof text !== 'string') return '';
  return text.replaceAll(/__MSG_(\w+)__/g, (_whole, name: string) => texts[name] ?? '');
}

const fits = (text: string, most: number) => text !== '' && text.length <= most;

function at(manifest: unknown, key: string): unknown {
  return key
    .split('.')
    .reduce<unknown>(
      (value, part) => (typeof value === 'object' && value !== null ? Reflect.get(value, part) : undefined),
      manifest,
    );
}

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
