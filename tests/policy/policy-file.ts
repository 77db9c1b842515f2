/** The machine's own policy files: written for one test, removed after it whatever happens. */
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Runs with this policy on the machine. A file that was there before is somebody's: nothing is run then.
 * Folders that were made for it go with it.
 */
export async function withPolicyFile<T>(path: string, policy: unknown, run: () => Promise<T>): Promise<T> {
  if (existsSync(path)) throw new Error(`${path} is there already. Move it away, then test again.`);
  const made = makeFolders(dirname(path));
  try {
    writeFileSync(path, JSON.stringify(policy, null, 2));
    return await run();
  } finally {
    rmSync(path, { force: true });
    for (const folder of made) rmSync(folder, { recursive: true, force: true });
  }
}

/** @returns the topmost folder that was not there, if any */
function makeFolders(folder: string): string[] {
  let first = folder;
  if (existsSync(folder)) return [];
  while (!existsSync(dirname(first))) first = dirname(first);
  try {
    mkdirSync(folder, { recursive: true });
  } catch {
    throw new Error(
      `${folder} cannot be written. These tests put policies of the machine in place: run them as root.`,
    );
  }
  return [first];
}
