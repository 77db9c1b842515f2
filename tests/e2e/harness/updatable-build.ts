/** A copy of the build that can be updated while the browser runs, as the store does it: other files, then a reload. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Session } from './session';

export class UpdatableBuild {
  readonly folder = mkdtempSync(join(tmpdir(), 'sso-courier-build-'));

  /** @param version What the copy says it is. */
  constructor(build: string, version: string) {
    cpSync(build, this.folder, { recursive: true });
    this.#write(version);
  }

  /** The same files with another version: the browser takes that for an update. */
  async updateTo(version: string, session: Session): Promise<void> {
    this.#write(version);
    await session.updateExtension();
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  #write(version: string): void {
    const file = join(this.folder, 'manifest.json');
    const manifest: Record<string, unknown> = JSON.parse(readFileSync(file, 'utf8'));
    writeFileSync(file, JSON.stringify({ ...manifest, version }));
  }
}
