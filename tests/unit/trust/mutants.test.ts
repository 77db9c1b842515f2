/** The table of guards that `npm run mutants` takes out: it follows the code, so that no guard drops out of it unseen. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { mutants } from '../../../scripts/trust/mutants';

const root = join(import.meta.dirname, '../../..');

it.each(mutants)('the guard “$guard” stands once in $file, and has tests', ({ file, from, to, tests }) => {
  expect(readFileSync(join(root, file), 'utf8').split(from)).toHaveLength(2);
  expect(to).not.toBe(from);
  expect(tests).not.toHaveLength(0);
  for (const test of tests) expect(existsSync(join(root, test)), test).toBe(true);
});

it('no guard is named twice', () => {
  const names = mutants.map(({ guard }) => guard);
  expect(names).toHaveLength(new Set(names).size);
});
