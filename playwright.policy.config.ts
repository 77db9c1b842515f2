import { defineConfig } from '@playwright/test';

/**
 * Managed settings in real browsers. Their policy files are the machine's, so every browser that starts meanwhile is under
 * them: one test at a time, in `npm run verify` only, and as root.
 */
export default defineConfig({
  testDir: 'tests/policy',
  testMatch: '**/*.test.ts',
  outputDir: 'test-results/policy',
  globalSetup: './tests/e2e/harness/global-setup.ts',
  reporter: [['list']],
  timeout: 120_000,
  retries: 0,
  workers: 1,
  forbidOnly: true,
  projects: [
    { name: 'chromium', use: { browserName: 'chromium' } },
    { name: 'firefox', use: { browserName: 'firefox' } },
  ],
});
