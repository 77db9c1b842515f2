/**
 * An extension that does nothing in pages, in the place of SSO Courier: pages are then as an administrator without it
 * meets them. Its background draws a badge and its popup a button, so that what a browser itself takes for these shows.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserName } from '../browsers';

const MANIFEST = {
  manifest_version: 3,
  name: 'Nothing',
  version: '1.0',
  action: { default_popup: 'popup.html' },
  permissions: ['alarms', 'storage'],
};
const OF_BROWSER: Readonly<Record<BrowserName, object>> = {
  chromium: { background: { service_worker: 'background.js' } },
  firefox: {
    background: { scripts: ['background.js'] },
    browser_specific_settings: { gecko: { id: 'nothing@example.com' } },
  },
};
const FILES = {
  'background.js': `const badge = () => chrome.action.setBadgeText({ text: 'up' });
    chrome.runtime.onMessage.addListener(() => {
      badge();
      chrome.storage.session.set({ heardAt: performance.now() });
    });
    chrome.alarms.onAlarm.addListener(badge);
    badge();`,
  'popup.html':
    '<!doctype html><meta charset="utf-8"><title>Nothing</title><button>Nothing to do here</button>',
} as const;

/** Named as the extension's own scripts in pages are. */
const PAGE_SCRIPT_FILE = 'bare-page.js';

export interface BareExtension {
  readonly folder: string;
  remove(): void;
}

/** @param pageScript runs in every page, in a world of the extension's own */
export function makeBareExtension(browser: BrowserName = 'chromium', pageScript?: string): BareExtension {
  const folder = mkdtempSync(join(tmpdir(), 'sso-courier-bare-'));
  const inPages = pageScript !== undefined && {
    content_scripts: [{ matches: ['https://*/*'], js: [PAGE_SCRIPT_FILE] }],
  };
  const manifest = { ...MANIFEST, ...OF_BROWSER[browser], ...inPages };
  const files = {
    ...FILES,
    ...(pageScript !== undefined && { [PAGE_SCRIPT_FILE]: pageScript }),
    'manifest.json': JSON.stringify(manifest),
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
