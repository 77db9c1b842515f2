/** For tests that are rows of a table: how often each value was tried, and how often it held. */
import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter';

/** Annotations `variant:<column>` carry a row's values. */
const PREFIX = 'variant:';

interface Count {
  passed: number;
  tried: number;
}

export default class Matrix implements Reporter {
  readonly #columns = new Map<string, Map<string, Count>>();
  readonly #rows: Count = { passed: 0, tried: 0 };

  onTestEnd({ annotations }: TestCase, { status }: TestResult): void {
    const values = annotations.filter(({ type }) => type.startsWith(PREFIX));
    if (values.length === 0 || status === 'skipped') return;
    count(this.#rows, status);
    for (const { type, description = '' } of values) {
      const column = this.#columns.get(type) ?? new Map<string, Count>();
      const value = column.get(description) ?? { passed: 0, tried: 0 };
      count(value, status);
      this.#columns.set(type, column.set(description, value));
    }
  }

  onEnd(): void {
    if (this.#rows.tried === 0) return;
    const lines = [...this.#columns].map(([type, values]) => {
      const texts = [...values].map(([value, { passed, tried }]) => `${value} ${passed}/${tried}`);
      return `  ${type.slice(PREFIX.length).padEnd(10)}${texts.join(' · ')}`;
    });
    const { passed, tried } = this.#rows;
    process.stdout.write(
      `\nDrawings of the portal: ${passed} of ${tried} captured right\n${lines.join('\n')}\n`,
    );
  }

  printsToStdio(): boolean {
    return false;
  }
}

function count(to: Count, status: TestResult['status']): void {
  to.tried += 1;
  if (status === 'passed') to.passed += 1;
}
