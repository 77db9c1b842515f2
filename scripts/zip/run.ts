/** Runs a program and waits for it. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '../..');

/**
 * @returns what it wrote to standard output
 * @throws {Error} with what it said, when it fails
 */
export function run(command: string, args: readonly string[], cwd = ROOT): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === 'win32',
  });
  if (status === 0) return stdout;
  throw new Error(
    `${command} ${args.join(' ')} failed in ${cwd}:\n${error?.message ?? ''}${stdout ?? ''}${stderr ?? ''}`,
  );
}
