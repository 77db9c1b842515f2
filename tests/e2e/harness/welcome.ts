/** The page after installation, which opens by itself in every new profile. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Session } from './session';

const PAGE = 'welcome.html';

/** Whether a build has such a page. */
export const welcomes = (extension: string): boolean => existsSync(join(extension, PAGE));

/** Waits for the page and closes it. */
export async function closeWelcome(session: Session): Promise<void> {
  const page = await session.waitForTab(/\/welcome\.html$/, 'tab');
  await page.close();
}
