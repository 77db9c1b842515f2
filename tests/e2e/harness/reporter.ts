/** The last line of a run, in a form that a log can be searched for. */
import type { FullResult, Reporter, TestCase, TestResult } from '@playwright/test/reporter';

export default class LastLine implements Reporter {
  readonly #outcomes = new Map<TestCase, TestResult['status']>();
  #errorsOutsideTests = 0;

  onTestEnd(test: TestCase, result: TestResult): void {
    this.#outcomes.set(test, result.status);
  }

  onError(): void {
    this.#errorsOutsideTests += 1;
  }

  async onEnd(result: FullResult): Promise<void> {
    const statuses = [...this.#outcomes.values()];
    const count = (status: TestResult['status']) => statuses.filter((each) => each === status).length;
    const passed = count('passed');
    const skipped = count('skipped');
    const failed = statuses.length - passed - skipped + this.#errorsOutsideTests;
    const rest = skipped > 0 ? `, ${skipped} skipped` : '';
    const ended = result.status === 'passed' || failed > 0 ? '' : ` (${result.status})`;
    process.stdout.write(`${passed} passed, ${failed} failed${rest}${ended}\n`);
  }

  printsToStdio(): boolean {
    return false;
  }
}
