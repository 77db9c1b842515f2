import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

export default defineConfig({
  plugins: [WxtVitest()],
  test: {
    include: ['tests/unit/**/*.test.{ts,tsx}', 'tests/lab/**/*.test.ts'],
    setupFiles: ['tests/unit/messages.ts'],
    // A shared two-core machine can be slow; a test that hangs is still found.
    testTimeout: 20_000,
    mockReset: true,
    restoreMocks: true,
  },
});
