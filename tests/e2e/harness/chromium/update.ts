/** What happens to an installed extension while the browser runs: an update, and private windows allowed. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext } from '@playwright/test';

interface DeveloperPrivate {
  updateProfileConfiguration(update: { inDeveloperMode: boolean }): Promise<void>;
  reload(id: string, options: { failQuietly: boolean }): Promise<void>;
  updateExtensionConfiguration(update: { extensionId: string; incognitoAccess: boolean }): Promise<void>;
}

/** What an admin does on the extension's page in the browser's settings; the browser then reloads the extension. */
async function inSettings(
  context: BrowserContext,
  act: (developerPrivate: DeveloperPrivate, id: string) => Promise<void>,
  id: string,
): Promise<void> {
  const page = await context.newPage();
  await page.goto('chrome://extensions');
  await page.evaluate(`(${act})(chrome.developerPrivate, ${JSON.stringify(id)})`);
  await page.close();
}

export const allowPrivateWindows = (context: BrowserContext, id: string) =>
  inSettings(
    context,
    async (developerPrivate, extensionId) => {
      // Without it the browser switches off what was loaded from a folder instead of reloading it.
      await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
      await developerPrivate.updateExtensionConfiguration({ extensionId, incognitoAccess: true });
    },
    id,
  );

/** A copy of the build that can be updated as the store does it: other files, then a reload. */
export class UpdatableBuild {
  readonly folder = mkdtempSync(join(tmpdir(), 'sso-courier-build-'));

  /** @param version What the copy says it is. */
  constructor(build: string, version: string) {
    cpSync(build, this.folder, { recursive: true });
    this.#write(version);
  }

  /** The same files with another version: the browser takes that for an update. */
  async updateTo(version: string, context: BrowserContext, extensionId: string): Promise<void> {
    this.#write(version);
    await inSettings(
      context,
      (developerPrivate, id) => developerPrivate.reload(id, { failQuietly: false }),
      extensionId,
    );
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
