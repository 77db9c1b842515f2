/** What the documents say is what the manifest asks for, and what the code can do. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import config from '../../../wxt.config';

const root = join(import.meta.dirname, '../../..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');

interface Manifest {
  permissions: string[];
  optional_permissions?: string[];
  host_permissions: string[];
  content_security_policy: { extension_pages: string };
  web_accessible_resources?: unknown;
  externally_connectable?: unknown;
}
function manifestFor(browser: string): Manifest {
  const { manifest } = config;
  const made =
    typeof manifest === 'function'
      ? manifest({ browser, manifestVersion: 3, mode: 'production', command: 'build' })
      : manifest;
  return made as unknown as Manifest;
}
const browsers = ['chrome', 'edge', 'firefox'];

/** Backticked words of the first column of the table below a heading. */
function listed(markdown: string, heading: string): string[] {
  const section = markdown.split(/^## /m).find((part) => part.startsWith(heading)) ?? '';
  return section
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .flatMap((line) => [...(line.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, word]) => word ?? ''));
}

describe('docs/PERMISSIONS.md', () => {
  const document = read('docs/PERMISSIONS.md');
  it.each(browsers)('lists what the manifest for %s asks for, and no more', (browser) => {
    const {
      permissions,
      optional_permissions: optional = [],
      host_permissions: hosts,
    } = manifestFor(browser);
    // WXT adds what an entrypoint needs: the side panel, in Chromium.
    const required = listed(document, 'Required').filter((name) => name !== 'sidePanel');
    expect(permissions.filter((name) => name !== 'sidePanel').toSorted()).toEqual(required.toSorted());
    expect(optional.toSorted()).toEqual(listed(document, 'Optional').toSorted());
    expect(hosts.toSorted()).toEqual(listed(document, 'Hosts').toSorted());
  });

  it.each(browsers)('is right that the manifest for %s opens no door', (browser) => {
    const manifest = manifestFor(browser);
    expect(manifest.web_accessible_resources).toBeUndefined();
    expect(manifest.externally_connectable).toBeUndefined();
    for (const host of manifest.host_permissions) expect(host).not.toMatch(/<all_urls>|^\*|:\/\/\*\/|^http:/);
  });
});

describe('docs/PRIVACY.md', () => {
  it.each(browsers)('names every destination that the policy of %s allows, and no other', (browser) => {
    const { extension_pages: policy } = manifestFor(browser).content_security_policy;
    const allowed = /connect-src ([^;]+)/.exec(policy)?.[1]?.split(' ') ?? [];
    const named = listed(read('docs/PRIVACY.md'), 'Where requests go').map((host) => `https://${host}`);
    expect(allowed.toSorted()).toEqual(named.toSorted());
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("require-trusted-types-for 'script'");
  });
});

/** Source of the product, by path. */
const sources = ['utils', 'components', 'entrypoints'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => join(folder, file).replaceAll('\\', '/')),
);

/** What TRUST promises is never done, and the files in which it is done for a reason. */
const never: readonly { what: string; pattern: RegExp; but?: readonly string[] }[] = [
  {
    what: 'a request',
    pattern: /\bfetch\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon/,
    but: ['utils/background/ask-microsoft.ts', 'utils/background/discovery.ts'],
  },
  {
    what: 'another store',
    pattern: /localStorage|sessionStorage|indexedDB|storage\.sync|document\.cookie|caches\.open/,
  },
  { what: 'a log', pattern: /\bconsole\.(?:log|warn|error|info|debug|trace|dir|table)\(/ },
  {
    what: 'the clipboard',
    pattern: /clipboard\.(?:write|read)|execCommand\('copy'\)/,
    but: ['entrypoints/popup/copy.ts', 'utils/page/copy.ts'],
  },
  { what: 'the page’s own world', pattern: /wrappedJSObject|world: 'MAIN'|exportFunction|cloneInto/ },
  { what: 'a message to a page', pattern: /\.postMessage\(/ },
  { what: 'external messages', pattern: /onMessageExternal|onConnectExternal/ },
  {
    what: 'text made into code or markup',
    pattern:
      /\beval\(|new Function|(?:inner|outer)HTML\s*=[^=]|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write/,
  },
  { what: 'a form submitted', pattern: /\.submit\(\)|requestSubmit/ },
  {
    what: 'session memory, but by its owners',
    pattern: /storage\.session/,
    but: [
      'utils/handoff/memory.ts',
      'utils/background/watch-hold.ts',
      'utils/background/report-handlers.ts',
      'utils/background/welcome.ts',
    ],
  },
  { what: 'session memory as a setting of the session', pattern: /TRUSTED_AND_UNTRUSTED_CONTEXTS/ },
];

describe('the source', () => {
  it.each(never)('does not touch: $what', ({ pattern, but = [] }) => {
    expect(sources.length).toBeGreaterThan(150);
    const found = sources.filter((file) => pattern.test(withoutComments(read(file))));
    expect(found.filter((file) => !but.includes(file))).toEqual([]);
    // An exception that is not needed any more goes.
    expect(but.filter((file) => !found.includes(file))).toEqual([]);
  });

  it('relies on no timer in the background, but for how long a drawing waits for managed settings', () => {
    const found = sources.filter(
      (file) =>
        /^utils\/(?:background|handoff|reminders)\//.test(file) &&
        /setTimeout|setInterval/.test(withoutComments(read(file))),
    );
    expect(found).toEqual(['utils/background/settings.ts']);
  });

  it('knows the secret value in no view', () => {
    const views = sources.filter(
      (file) => file.startsWith('components/') || /entrypoints\/(?:popup|options|sidepanel)\//.test(file),
    );
    expect(views.filter((file) => /(?<!Words)\.secretValue\b/.test(withoutComments(read(file))))).toEqual([]);
  });
});

function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '');
}
