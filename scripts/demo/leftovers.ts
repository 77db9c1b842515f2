/** What must not be left behind, however the demo ends. */
import { rmSync } from 'node:fs';
import type { Session } from '../../tests/e2e/harness/session';

/**
 * Ctrl+C ends the browser first and the process right after it, so the profile is removed at the last moment there is.
 */
export function removeProfileAtExit({ profileDir }: Session): void {
  process.once('exit', () => rmSync(profileDir, { recursive: true, force: true, maxRetries: 5 }));
}
