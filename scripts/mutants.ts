/**
 * Takes every guard out, one by one, and sees that a test fails. Works on copies of the source, two guards at a time, so
 * that nothing is left behind; prints what went unnoticed and fails when anything did. `npm run mutants -- WORD` takes the
 * guards with that word.
 */
import { rmSync } from 'node:fs';
import { type Mutant, mutants } from './trust/mutants';
import { copyOfSource, type Outcome, runAll, tryMutant } from './trust/try-mutant';

const AT_ONCE = 2;

const [word = ''] = process.argv.slice(2);
const chosen = mutants.filter(({ guard, file }) => `${guard} ${file}`.includes(word));
const unnoticed: string[] = [];
const copies = Array.from({ length: AT_ONCE }, copyOfSource);
try {
  await seeTestsPass();
  const left = chosen.values();
  await Promise.all(copies.map((copy) => tryAll(copy, left)));
} finally {
  for (const copy of copies) rmSync(copy, { recursive: true, force: true });
}
console.log(
  `\n${chosen.length} guards taken out, ${chosen.length - unnoticed.length} noticed, ${unnoticed.length} not.`,
);
for (const line of unnoticed) console.log(`  ${line}`);
process.exitCode = unnoticed.length === 0 ? 0 : 1;

/** A test that fails with every guard in place would notice anything. */
async function seeTestsPass(): Promise<void> {
  const [copy] = copies;
  const files = [...new Set(chosen.flatMap(({ tests }) => tests))];
  if (copy === undefined || files.length === 0) return;
  const ran = await runAll(copy, files);
  if (ran.status !== 0) {
    throw new Error(`with every guard in place: ${ran.failed.join(', ') || ran.status}`);
  }
}

/** Each copy takes the next guard when it is done with one. */
async function tryAll(copy: string, left: IterableIterator<Mutant>): Promise<void> {
  for (const mutant of left) {
    const outcome = await tryMutant(copy, mutant);
    const line = `${mutant.guard} (${mutant.file})`;
    console.log(
      `${outcome.kind === 'killed' ? '✓' : '✗'} ${outcome.kind.padEnd(8)} ${line}${whyOf(outcome)}`,
    );
    if (outcome.kind !== 'killed') unnoticed.push(`${line}: ${outcome.kind}${whyOf(outcome)}`);
  }
}

function whyOf(outcome: Outcome): string {
  return outcome.kind === 'broken' ? `: ${outcome.status}` : '';
}
