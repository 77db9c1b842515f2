/** The listings are in step with the manifest and within the stores' limits. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import english from '../../../locales/en.json';
import config from '../../../wxt.config';

const folder = join(import.meta.dirname, '../../../docs/store');
const text = (file: string) => readFileSync(join(folder, file), 'utf8');
const pages = readdirSync(folder).filter((file) => file.endsWith('.md'));

/** What stands under a heading, up to the next. */
const under = (heading: string) =>
  (text('README.md').split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? '').trim();

describe('the listing', () => {
  it('has the manifest’s own summary, which fits every store', () => {
    expect(under('Summary')).toBe(english.manifest.description);
    expect(under('Summary').length).toBeLessThanOrEqual(132);
  });

  it('has a description of the length that Edge asks for', () => {
    expect(under('Description').length).toBeGreaterThan(250);
    expect(under('Description').length).toBeLessThan(10_000);
  });

  it('justifies every permission, and none that is not asked for', async () => {
    if (typeof config.manifest !== 'function') throw new Error('The manifest depends on the browser.');
    const env = { browser: 'chrome', manifestVersion: 3, mode: 'production', command: 'build' } as const;
    const { permissions = [], optional_permissions = [] } = await config.manifest(env);
    const justified = [...under('Permissions').matchAll(/^\| `([a-zA-Z]+)` \|/gm)].map(([, name]) => name);
    // The build adds `sidePanel` for the side panel's entrypoint.
    expect(justified).toEqual([...permissions, 'sidePanel', ...optional_permissions]);
  });

  it.each(pages)('%s leads nowhere that is not there', (page) => {
    const links = [...text(page).matchAll(/\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)/g)].map(([, link]) => link);
    const missing = links.filter((link) => !existsSync(join(folder, dirname(page), link ?? '')));
    expect(missing).toEqual([]);
  });
});

describe('the pictures', () => {
  /** Width and height stand in the header of every PNG. */
  const sizeOf = (file: string) => {
    const png = readFileSync(join(folder, 'images', file));
    return `${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`;
  };
  const files = readdirSync(join(folder, 'images'));

  it('are five screenshots of the stores’ size', () => {
    const screenshots = files.filter((file) => /^\d-/.test(file));
    expect(screenshots.map(sizeOf)).toEqual(Array(5).fill('1280x800'));
  });

  it.each(['tile-440x280.png', 'tile-1400x560.png', 'icon-128.png'])('%s has the size it says', (file) => {
    const wanted = file.startsWith('icon') ? '128x128' : (/\d+x\d+/.exec(file)?.[0] ?? '');
    expect(sizeOf(file)).toBe(wanted);
  });
});
