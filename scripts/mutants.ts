/**
 * Takes every guard out, one by one, and sees that a test fails. Works on a copy of the source, so that nothing is left
 * behind; prints the survivors and fails when there are any. `npm run mutants -- WORD` takes the guards with that word.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Mutant, mutants } from './trust/mutants';

const root = join(import.meta.dirname, '..');
const copy = mkdtempSync(join(tmpdir(), 'sso-courier-mutants-'));
const parts = [
  'utils',
  'components',
  'entrypoints',
  'tests/unit',
  'tests/trust',
  'locales',
  'public',
  'docs',
  'modules',
  '.wxt',
  'package.json',
  'tsconfig.json',
  'vitest.config.ts',
  'wxt.config.ts',
  'README.md',
];

for (const part of parts) {
  try {
    cpSync(join(root, part), join(copy, part), { recursive: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}
symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));

const [word = ''] = process.argv.slice(2);
const chosen = mutants.filter(({ guard, file }) => `${guard} ${file}`.includes(word));
const survivors: string[] = [];
try {
  for (const mutant of chosen) {
    const outcome = tryMutant(mutant);
    console.log(`${outcome === 'killed' ? '✓' : '✗'} ${outcome.padEnd(8)} ${mutant.guard} (${mutant.file})`);
    if (outcome !== 'killed') survivors.push(`${mutant.guard}: ${outcome}`);
  }
} finally {
  rmSync(copy, { recursive: true, force: true });
}
console.log(
  `\n${chosen.length} guards taken out, ${chosen.length - survivors.length} noticed, ${survivors.length} not.`,
);
for (const survivor of survivors) console.log(`  ${survivor}`);
process.exitCode = survivors.length === 0 ? 0 : 1;

/** `stale`: what the table names does not stand in the file any more. */
function tryMutant({ file, from, to, tests }: Mutant): 'killed' | 'survived' | 'stale' {
  const path = join(copy, file);
  const code = readFileSync(path, 'utf8');
  if (code.split(from).length !== 2) return 'stale';
  writeFileSync(
    path,
    code.replace(from, () => to),
  );
  try {
    const { status } = spawnSync(
      process.execPath,
      [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--bail=1', ...tests],
      {
        cwd: copy,
        stdio: 'ignore',
        timeout: 180_000,
      },
    );
    return status === 0 ? 'survived' : 'killed';
  } finally {
    writeFileSync(path, code);
  }
}
