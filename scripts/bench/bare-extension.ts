/** An extension that does nothing, in the place of SSO Courier: pages are then as an administrator without it meets them. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MANIFEST = {
  manifest_version: 3,
  name: 'Nothing',
  version: '1.0',
  background: { service_worker: 'background.js' },
};

export interface BareExtension {
  readonly folder: string;
  remove(): void;
}

export function makeBareExtension(): BareExtension {
  const folder = mkdtempSync(join(tmpdir(), 'sso-courier-bare-'));
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(MANIFEST));
  writeFileSync(join(folder, 'background.js'), '');
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
