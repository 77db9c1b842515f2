/** The packages: what they are called, and what proves that two of them are the same. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './run';

export const OUTPUT = join(ROOT, '.output');

export type PackageName = 'chrome' | 'edge' | 'firefox' | 'sources' | 'sbom';

/** File names, by what is in them. */
export function packageFiles(root = ROOT): Record<PackageName, string> {
  const { name, version }: { name: string; version: string } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  );
  const stem = `${name}-${version}`;
  return {
    chrome: `${stem}-chrome.zip`,
    edge: `${stem}-edge.zip`,
    firefox: `${stem}-firefox.zip`,
    sources: `${stem}-sources.zip`,
    sbom: `${stem}-sbom.cdx.json`,
  };
}

export interface Digest {
  file: string;
  bytes: number;
  /** In hexadecimal digits. */
  sha256: string;
}

/** @param folder where the packages lie: `.output` of a checkout */
export function digestsOf(folder: string, names: readonly PackageName[]): Digest[] {
  const files = packageFiles(join(folder, '..'));
  return names.map((name) => {
    const content = readFileSync(join(folder, files[name]));
    return {
      file: files[name],
      bytes: content.length,
      sha256: createHash('sha256').update(content).digest('hex'),
    };
  });
}
