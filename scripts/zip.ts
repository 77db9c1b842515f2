/**
 * `npm run zip`: the packages for the stores, with what goes beside them, all in `.output`:
 * Chrome, Edge and Firefox, the source archive that Mozilla asks for, the bill of materials, and a list of digests.
 *
 * It is part of the source archive: a reviewer's `npm ci && npm run zip` gives the same bytes.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { digestsOf, OUTPUT, type PackageName, packageFiles } from './zip/packages';
import { run } from './zip/run';
import { billOfMaterials } from './zip/sbom';

const BROWSERS = [
  ['-b', 'chrome'],
  ['-b', 'edge'],
  ['-b', 'firefox', '--mv3'],
] as const;

for (const browser of BROWSERS) run('npx', ['wxt', 'zip', '--level', 'warn', ...browser]);

const files = packageFiles();
writeFileSync(join(OUTPUT, files.sbom), billOfMaterials().text);

const named: readonly PackageName[] = ['chrome', 'edge', 'firefox', 'sources', 'sbom'];
const digests = digestsOf(OUTPUT, named);
const list = digests.map(({ file, sha256 }) => `${sha256}  ${file}\n`).join('');
writeFileSync(join(OUTPUT, 'SHA256SUMS'), list);
console.log(list.trimEnd());
