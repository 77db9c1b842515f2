import { defineConfig } from '@playwright/test';
import { CORE } from './tests/e2e/harness/tags';

/** End to end: the production build in a real browser against the lab. A test that needs a second try is a failed test. */
export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.test.ts',
  outputDir: 'test-results',
  globalSetup: './tests/e2e/harness/global-setup.ts',
  reporter: [
    ['list'],
    ['./tests/e2e/harness/matrix-reporter.ts'],
    ['./tests/e2e/harness/browsers-reporter.ts'],
    ['./tests/e2e/harness/reporter.ts'],
    // For scripts/trust.ts, which names the file.
    ...(process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ? [['json'] as const] : []),
  ],
  timeout: 90_000,
  retries: 0,
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  projects: [
    { name: 'chromium', use: { browserName: 'chromium' } },
    { name: 'firefox', use: { browserName: 'firefox' } },
    // What `npm test` has time for: see tests/e2e/harness/tags.ts.
    { name: 'firefox-core', use: { browserName: 'firefox' }, grep: new RegExp(CORE) },
  ],
});
