/** The reviewer's way: the source archive unpacked somewhere else, installed and packed. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { type Digest, digestsOf, OUTPUT, type PackageName, packageFiles } from '../zip/packages';
import { run } from '../zip/run';

export const REBUILT: readonly PackageName[] = ['chrome', 'edge', 'firefox', 'sources', 'sbom'];

export interface Rebuild {
  folder: string;
  here: readonly Digest[];
  there: readonly Digest[];
}

/** Packs here and there. */
export function rebuild(): Rebuild {
  run('npm', ['run', '--silent', 'zip']);
  const folder = mkdtempSync(join(tmpdir(), 'a-reviewers-folder-'));
  try {
    unpack(join(OUTPUT, packageFiles().sources), folder);
    run('npm', ['ci', '--prefer-offline', '--loglevel', 'error'], folder);
    run('npm', ['run', '--silent', 'zip'], folder);
    return { folder, here: digestsOf(OUTPUT, REBUILT), there: digestsOf(join(folder, '.output'), REBUILT) };
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function unpack(archive: string, folder: string): void {
  for (const [path, content] of Object.entries(unzipSync(readFileSync(archive)))) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}
