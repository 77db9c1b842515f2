/**
 * `npm run verify:release`: packs, rebuilds the packages from the source archive in another folder, and looks at what
 * the stores will look at. Prints what it found; fails on the first thing that is not as it should be.
 */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lint } from './verify-release/lint';
import { checkManifests } from './verify-release/manifests';
import { rebuild } from './verify-release/rebuild';
import { ROOT } from './zip/run';
import { billOfMaterials } from './zip/sbom';

const readJson = (file: string) => JSON.parse(readFileSync(join(ROOT, file), 'utf8'));
/** Of a zipped package, in bytes, and what it buys beyond the aim. */
const { package: budget }: { package: { most: number; reason: string } } = readJson('tests/budget.json');
const { dependencies }: { dependencies: Record<string, string> } = readJson('package.json');
const faults: string[] = [];

const { folder, here, there } = rebuild();
console.log(`Two builds: ${ROOT} and, from the source archive, ${folder}`);
for (const [index, { file, bytes, sha256 }] of here.entries()) {
  const same = there[index]?.sha256 === sha256;
  console.log(
    `  ${same ? 'same' : 'DIFFERENT'}  ${sha256}  ${(bytes / 1000).toFixed(1).padStart(7)} kB  ${file}`,
  );
  if (!same) faults.push(`${file} rebuilt from the source archive is ${there[index]?.sha256}`);
  if (/-(chrome|edge|firefox)\.zip$/.test(file) && bytes > budget.most) {
    faults.push(`${file} has ${bytes} bytes, more than ${budget.most}`);
  }
}
console.log(`Packages stay under ${budget.most / 1000} kB. ${budget.reason}`);

const { errors, warnings, notices, unknown } = lint();
console.log(
  `web-ext lint: ${errors} errors, ${warnings} warnings (react-dom’s two known), ${notices} notices`,
);
faults.push(...unknown.map((line) => `web-ext lint: ${line}`));

const wrong = checkManifests();
console.log(`Manifests of Chrome, Edge, Firefox and Safari: ${wrong.length} faults`);
faults.push(...wrong);

const { shipped, tools } = billOfMaterials();
console.log(
  `Bill of materials (CycloneDX): ${shipped.length} components are in the packages: ${shipped.join(', ')}`,
);
console.log(`Built and tested with ${tools} more, none of them in a package`);
for (const must of Object.keys(dependencies)) {
  if (!shipped.includes(must)) faults.push(`the bill of materials leaves out ${must}`);
}

for (const fault of faults) console.error(`✘ ${fault}`);
if (faults.length > 0) process.exitCode = 1;
