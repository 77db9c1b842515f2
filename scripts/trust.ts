/**
 * Proves docs/THREAT-MODEL.md: runs the tests that its promises and faults rest on, those of a browser in the one they
 * name, and prints a line for each with what was tried and seen. `--full`: full volume. `--no-browser`: the unit tests
 * alone, in a minute; a line of which a proof was left out has `~` before it. `--table`: the whole table of end-to-end
 * cases, the proofs among them, so that `npm run verify` need not run those twice.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { type Claim, faults, type Proof, promises } from './trust/claims';

const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'sso-courier-trust-'));
const options = new Set(process.argv.slice(2));
const env = {
  ...process.env,
  TRUST_TALLY: join(folder, 'tally.jsonl'),
  ...(options.has('--full') && { TRUST_VOLUME: 'full' }),
};

interface Seen {
  file: string;
  name: string;
  /** Playwright's project; absent for a unit test. */
  browser?: string;
  passed: boolean;
}

const proofs = [...promises, ...faults].flatMap((claim) => claim.proofs);
const filesOf = (start: string) => [
  ...new Set(proofs.map(([file]) => file).filter((file) => file.startsWith(start))),
];

mkdirSync(folder, { recursive: true });
let isTableGreen = true;
const seen = [...unitTests(), ...(options.has('--no-browser') ? [] : browserTests())];
let unproven = 0;
for (const [title, claims] of [
  ['Promises', promises],
  ['Faults', faults],
] as const) {
  console.log(`\n${title}`);
  for (const claim of claims) print(claim);
}
console.log(`\n${tried()}`);
rmSync(folder, { recursive: true, force: true });
if (unproven > 0) console.log(`${unproven} not proven.`);
process.exitCode = unproven === 0 && isTableGreen ? 0 : 1;

function print({ id, says, proofs: all }: Claim): void {
  const runnable = all.filter(([file]) => !(options.has('--no-browser') && file.startsWith('tests/e2e/')));
  const tests = runnable.map((proof) => ({ proof, found: seen.filter((test) => proves(proof, test)) }));
  const failed = new Set(tests.flatMap(({ found }) => found.filter(({ passed }) => !passed)));
  const left = all.length - runnable.length;
  const holds = failed.size === 0 && tests.every(({ found }) => found.length > 0);
  if (!holds) unproven += 1;
  // Proven in part only, or not at all, is not proven.
  const mark = !holds ? '✗' : left > 0 ? '~' : '✓';
  console.log(`  ${mark} ${id.padEnd(4)} ${says}`);
  for (const { proof, found } of tests) console.log(`         ${seenOf(proof, found)}`);
  for (const { file, name, browser = 'unit' } of failed)
    console.log(`         failed: ${file} › ${name} (${browser})`);
  if (left > 0) console.log(`         left out: ${left} in a browser`);
}

/** What a proof has tried, and what was seen: `12 passed: handoff/hold.test.ts`. */
function seenOf([file, words, browser]: Proof, found: readonly Seen[]): string {
  const what = `${file.replace(/^tests\/(unit\/)?/, '')}${words && ` › ${words}`}`;
  const where = browser === 'firefox' ? `${what} (Firefox)` : what;
  if (found.length === 0) return `no such test: ${where}`;
  const passed = found.filter((test) => test.passed).length;
  return `${passed === found.length ? passed : `${passed} of ${found.length}`} passed: ${where}`;
}

function proves([file, words, browser]: Proof, test: Seen): boolean {
  const isThere = test.file === file || test.file.startsWith(`${file}/`);
  return isThere && test.name.includes(words) && test.browser === browser;
}

interface VitestReport {
  testResults: { name: string; assertionResults: { fullName: string; status: string }[] }[];
}

function unitTests(): Seen[] {
  const file = join(folder, 'unit.json');
  run('node_modules/vitest/vitest.mjs', [
    'run',
    '--reporter=json',
    `--outputFile=${file}`,
    ...filesOf('tests/unit/'),
  ]);
  const report: VitestReport = JSON.parse(readFileSync(file, 'utf8'));
  return report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ fullName, status }) => ({
      file: relative(root, name).replaceAll('\\', '/'),
      name: fullName,
      passed: status === 'passed',
    })),
  );
}

interface Suite {
  file: string;
  title: string;
  suites?: Suite[];
  specs?: { title: string; tests: { projectName: string; status: string }[] }[];
}

function browserTests(): Seen[] {
  const file = join(folder, 'browser.json');
  const wanted = proofs.filter(([name]) => name.startsWith('tests/e2e/'));
  const isTable = options.has('--table');
  const onlyProofs = [`--grep=${wanted.map(patternOf).join('|')}`, ...filesOf('tests/e2e/')];
  const status = run(
    'node_modules/@playwright/test/cli.js',
    ['test', '--project=chromium', '--project=firefox', ...(isTable ? [] : onlyProofs)],
    {
      PLAYWRIGHT_JSON_OUTPUT_NAME: file,
    },
  );
  isTableGreen = !isTable || status === 0;
  if (!existsSync(file)) return [];
  const report: { suites: Suite[] } = JSON.parse(readFileSync(file, 'utf8'));
  const all = report.suites.flatMap(specsOf);
  return all.filter((test) => wanted.some((proof) => proves(proof, test)));
}

/** Playwright looks in *project file title*. */
function patternOf([file, words, browser]: Proof): string {
  return [browser ?? '', basename(file), words]
    .map((text) => text.replace(/[.*\\?^$()[\]{}+|]/g, '\\$&'))
    .join('.*');
}

function specsOf(suite: Suite): Seen[] {
  const own = (suite.specs ?? []).flatMap(({ title, tests }) =>
    tests.map(({ projectName, status }) => ({
      file: `tests/e2e/${suite.file}`,
      name: title,
      browser: projectName,
      passed: status === 'expected',
    })),
  );
  return [...own, ...(suite.suites ?? []).flatMap(specsOf)];
}

/** @returns what it exited with */
function run(script: string, args: readonly string[], more: Record<string, string> = {}): number | null {
  const { status } = spawnSync(process.execPath, [join(root, script), ...args], {
    cwd: root,
    env: { ...env, ...more },
    // What is printed here is the proof alone; how the tests get on goes where warnings go.
    stdio: ['ignore', 2, 'inherit'],
  });
  return status;
}

/** `Tried: 4321 messages forged, …`. */
function tried(): string {
  if (!existsSync(env.TRUST_TALLY)) return 'Tried: nothing';
  const counts = new Map<string, number>();
  for (const line of readFileSync(env.TRUST_TALLY, 'utf8').trim().split('\n')) {
    const { what, count }: { what: string; count: number } = JSON.parse(line);
    counts.set(what, (counts.get(what) ?? 0) + count);
  }
  return `Tried: ${[...counts].map(([what, count]) => `${count.toLocaleString('en')} ${what}`).join(', ')}.`;
}
