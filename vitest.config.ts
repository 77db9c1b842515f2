import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

/** They move the process to other time zones (`TZ`), which Node.js takes notice of in its main thread only. */
const IN_TIME_ZONES = 'tests/unit/reminders/{days,check,calendar-file}.test.ts';

export default defineConfig({
  test: {
    setupFiles: ['tests/unit/messages.ts'],
    // A shared two-core machine can be slow; a test that hangs is still found.
    testTimeout: 20_000,
    mockReset: true,
    restoreMocks: true,
    // Many tests wait, for a page to be quiet or for nothing to happen: two cores see to three of them.
    maxWorkers: Math.max(3, availableParallelism() - 1),
    projects: [
      {
        extends: true,
        plugins: [WxtVitest()],
        test: {
          name: 'unit',
          pool: 'threads',
          include: ['tests/unit/**/*.test.{ts,tsx}', 'tests/lab/**/*.test.ts'],
          exclude: [IN_TIME_ZONES],
        },
      },
      {
        extends: true,
        plugins: [WxtVitest()],
        test: { name: 'time zones', pool: 'forks', include: [IN_TIME_ZONES] },
      },
    ],
  },
});
