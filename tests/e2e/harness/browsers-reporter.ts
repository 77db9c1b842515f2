/** One table of the cases, a column a browser: what was tried and held, and the written reason of what was left out. */
import { basename } from 'node:path';
import type { FullConfig, Reporter, TestCase, TestResult } from '@playwright/test/reporter';

interface Cell {
  passed: number;
  tried: number;
  skipped: number;
}

const WIDTH = 14;

export default class Browsers implements Reporter {
  #projects: string[] = [];
  /** By file, then by case, then by project. */
  readonly #files = new Map<string, Map<string, Map<string, Cell>>>();
  readonly #reasons = new Map<string, Set<string>>();

  onBegin({ projects }: FullConfig): void {
    this.#projects = projects.map(({ name }) => name);
  }

  onTestEnd(test: TestCase, { status }: TestResult): void {
    const project = test.parent.project()?.name ?? '';
    const file = basename(test.location.file, '.test.ts');
    const cases = getOrMake(this.#files, file, () => new Map<string, Map<string, Cell>>());
    const cells = getOrMake(cases, nameOf(test), () => new Map<string, Cell>());
    const cell = getOrMake(cells, project, () => ({ passed: 0, tried: 0, skipped: 0 }));
    if (status === 'skipped') {
      cell.skipped += 1;
      for (const { type, description } of test.annotations) {
        if (type !== 'skip') continue;
        const reason = `${project}: ${description ?? 'no reason is written'}`;
        getOrMake(this.#reasons, reason, () => new Set<string>()).add(`${file}: ${nameOf(test)}`);
      }
      return;
    }
    cell.tried += 1;
    if (status === 'passed') cell.passed += 1;
  }

  onEnd(): void {
    if (this.#files.size === 0) return;
    const lines = [`\nEnd-to-end cases ${' '.repeat(59)}${this.#projects.map(column).join('')}`];
    for (const [file, cases] of [...this.#files].sort(([a], [b]) => a.localeCompare(b))) {
      lines.push(`${file.padEnd(76)}${this.#columns([...cases.values()])}`);
      for (const [name, cells] of cases) lines.push(`  ${short(name).padEnd(74)}${this.#columns([cells])}`);
    }
    const all = [...this.#files.values()].flatMap((cases) => [...cases.values()]);
    lines.push(`${'all'.padEnd(76)}${this.#columns(all)}`);
    for (const [reason, names] of this.#reasons) {
      lines.push(`not in ${reason}`, ...[...names].map((name) => `  ${name}`));
    }
    process.stdout.write(`${lines.join('\n')}\n`);
  }

  printsToStdio(): boolean {
    return false;
  }

  #columns(rows: readonly Map<string, Cell>[]): string {
    return this.#projects
      .map((project) => {
        const cells = rows.flatMap((row) => row.get(project) ?? []);
        const sum = (of: keyof Cell) => cells.reduce((total, cell) => total + cell[of], 0);
        if (sum('tried') === 0) return column(sum('skipped') > 0 ? 'left out' : '·');
        return column(`${sum('passed')}/${sum('tried')}${sum('skipped') > 0 ? ` (-${sum('skipped')})` : ''}`);
      })
      .join('');
  }
}

/** Rows of a table of drawings are one case of this one: they have a matrix of their own. */
const nameOf = ({ title, annotations }: TestCase) =>
  annotations.some(({ type }) => type.startsWith('variant:'))
    ? 'captures on every drawing of the portal'
    : title;

const short = (name: string) => (name.length > 72 ? `${name.slice(0, 71)}…` : name);
const column = (text: string) => text.padStart(WIDTH);

function getOrMake<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
