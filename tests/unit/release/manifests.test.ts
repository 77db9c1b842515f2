/** What each browser's manifest has of its own. The built files are checked by `npm run verify:release`. */
import { describe, expect, it } from 'vitest';
import english from '../../../locales/en.json';
import {
  BROWSERS,
  type Browser,
  checkManifest,
  compareWithChrome,
  demands,
} from '../../../scripts/verify-release/manifests';
import config from '../../../wxt.config';

/** The manifest as configured, with what the build adds from the entrypoints. */
async function manifestOf(browser: Browser): Promise<Record<string, unknown>> {
  if (typeof config.manifest !== 'function') throw new Error('The manifest depends on the browser.');
  const env = { browser, manifestVersion: 3, mode: 'production', command: 'build' } as const;
  const { background } = demands[browser].has;
  return { manifest_version: 3, ...(await config.manifest(env)), background };
}

const texts = {
  manifest_name: english.manifest.name,
  manifest_description: english.manifest.description,
};

describe('the manifest', () => {
  it.each(BROWSERS)('of %s is as its store and its browser want it', async (browser) => {
    expect(checkManifest(browser, await manifestOf(browser), texts)).toEqual([]);
  });

  it('is the same in Edge as in Chrome', async () => {
    expect(await manifestOf('edge')).toEqual(await manifestOf('chrome'));
  });

  it.each<[string, Browser, Record<string, unknown>, string]>([
    ['a name too long for a store', 'edge', { name: 'x'.repeat(46) }, 'name is missing or too long'],
    [
      'a description too long for a store',
      'chrome',
      { description: 'x'.repeat(133) },
      'description is missing or too long',
    ],
    [
      'a key that Firefox warns of',
      'firefox',
      { minimum_chrome_version: '120' },
      'minimum_chrome_version is there',
    ],
    [
      'data collection without consent',
      'firefox',
      { browser_specific_settings: { gecko: {} } },
      'data_collection_permissions is undefined',
    ],
    [
      'an update address of its own',
      'chrome',
      { update_url: 'https://evil.example/' },
      'update_url is there',
    ],
    ['an API that Safari lacks', 'safari', { permissions: ['storage', 'idle'] }, 'idle belongs'],
    ['no screen lock', 'chrome', { permissions: ['storage'] }, 'idle belongs'],
    ['an older manifest version', 'chrome', { manifest_version: 2 }, 'manifest version 3'],
  ])('is objected to for %s', async (_what, browser, change, words) => {
    const faults = checkManifest(browser, { ...(await manifestOf(browser)), ...change }, texts);
    expect(faults.join('\n')).toContain(words);
  });

  it.each(BROWSERS)('of %s reaches no further than Chrome’s', async (browser) => {
    expect(compareWithChrome(browser, await manifestOf(browser), await manifestOf('chrome'))).toEqual([]);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['another host', { host_permissions: ['<all_urls>'] }, 'host_permissions is its own'],
    ['another permission', { permissions: ['cookies'] }, 'asks for cookies'],
    ['a laxer policy', { content_security_policy: {} }, 'content_security_policy is its own'],
  ])('is objected to for %s in one browser only', async (_what, change, words) => {
    const chrome = await manifestOf('chrome');
    expect(compareWithChrome('firefox', { ...chrome, ...change }, chrome).join('\n')).toContain(words);
  });
});
