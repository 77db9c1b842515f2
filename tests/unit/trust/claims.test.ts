/** The table of what proves the threat model follows the tests, so that no proof drops out of it unseen. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { faults, type Proof, promises } from '../../../scripts/trust/claims';

const root = join(import.meta.dirname, '../../..');
const proofs = [...promises, ...faults].flatMap(({ id, proofs: all }) => all.map((proof) => ({ id, proof })));

function textOf(path: string): string {
  if (!statSync(path).isDirectory()) return readFileSync(path, 'utf8');
  return readdirSync(path)
    .map((name) => textOf(join(path, name)))
    .join('\n');
}

it.each(proofs)(
  'the proof of $id is among the tests: $proof',
  ({ proof: [file, words] }: { proof: Proof }) => {
    expect(textOf(join(root, file))).toContain(words);
  },
);

it('no claim has a name twice', () => {
  const names = [...promises, ...faults].map(({ id }) => id);
  expect(names).toHaveLength(new Set(names).size);
});
