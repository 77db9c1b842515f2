/** One guard taken out of a copy of the source, and what its tests say to that. */
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EXTENSION_SOURCES } from '../sources';
import type { Mutant } from './mutants';

export type Outcome =
  /** A test failed. */
  | { kind: 'killed' }
  /** Every test passed. */
  | { kind: 'survived' }
  /** What the table names does not stand in the file any more. */
  | { kind: 'stale' }
  /** No test failed, and the run did not pass either: it came to no end, or did not begin. Says nothing of the guard. */
  | { kind: 'broken'; status: string };

/** Longer than the tests of one guard take on a busy machine with two cores, and than those of all. */
const LONGEST_MS = 240_000;
const LONGEST_OF_ALL_MS = 1_200_000;

const root = join(import.meta.dirname, '../..');
/** What unit tests read. */
const parts = [
  ...EXTENSION_SOURCES,
  'tests',
  'scripts',
  'docs',
  '.wxt',
  'package.json',
  'tsconfig.json',
  'vitest.config.ts',
  'README.md',
];

/** @returns the copy's folder, which the caller removes */
export function copyOfSource(): string {
  const copy = mkdtempSync(join(tmpdir(), 'sso-courier-mutants-'));
  for (const part of parts) cpSync(join(root, part), join(copy, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  return copy;
}

/** Leaves the copy as it was. */
export async function tryMutant(copy: string, { file, from, to, tests }: Mutant): Promise<Outcome> {
  const path = join(copy, file);
  const code = readFileSync(path, 'utf8');
  if (code.split(from).length !== 2) return { kind: 'stale' };
  writeFileSync(
    path,
    code.replace(from, () => to),
  );
  try {
    const { status, failed } = await run(copy, LONGEST_MS, ['--bail=1', '--maxWorkers=1', ...tests]);
    if (failed.length > 0) return { kind: 'killed' };
    return status === 0 ? { kind: 'survived' } : { kind: 'broken', status: String(status) };
  } finally {
    writeFileSync(path, code);
  }
}

export interface Ran {
  /** As the process ended: its exit status, or the signal that ended it. */
  readonly status: number | string;
  /** Names of the tests that failed. A file that could not be loaded has none. */
  readonly failed: readonly string[];
}

/** The tests of all guards, with every guard in place. */
export const runAll = (copy: string, tests: readonly string[]): Promise<Ran> =>
  run(copy, LONGEST_OF_ALL_MS, tests);

async function run(copy: string, longestMs: number, args: readonly string[]): Promise<Ran> {
  const report = join(copy, 'report.json');
  rmSync(report, { force: true });
  const vitest = spawn(
    process.execPath,
    [
      join(root, 'node_modules/vitest/vitest.mjs'),
      'run',
      '--reporter=json',
      `--outputFile=${report}`,
      // A test that a busy machine cuts short has noticed nothing.
      '--testTimeout=120000',
      ...args,
    ],
    { cwd: copy, stdio: 'ignore', timeout: longestMs },
  );
  const status = await new Promise<number | string>((resolve, reject) => {
    vitest.on('error', reject);
    vitest.on('close', (code, signal) => resolve(code ?? signal ?? 'unknown'));
  });
  return { status, failed: existsSync(report) ? failedIn(readFileSync(report, 'utf8')) : [] };
}

interface Report {
  testResults: { assertionResults: { fullName: string; status: string }[] }[];
}

function failedIn(report: string): string[] {
  const { testResults }: Report = JSON.parse(report);
  return testResults.flatMap(({ assertionResults }) =>
    assertionResults.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName),
  );
}
