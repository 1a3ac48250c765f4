import { defineConfig } from 'vitest/config';

/** Tests that need no editor. Those that do are run by `scripts/test.mjs`. */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/editor/**', 'test/web/**', 'test/webview/**'],
    globalSetup: ['./test/support/ownHome.ts'],
    setupFiles: ['./test/support/sameCases.ts'],
    // Properties run thousands of cases, also where several builds share a slow machine.
    testTimeout: 900_000,
    pool: 'forks',
    // They fail the run all the same, but for one that is none: see there.
    dangerouslyIgnoreUnhandledErrors: true,
    reporters: ['default', './scripts/lib/strayErrors.mjs'],
    minWorkers: 1,
    maxWorkers: '100%',
  },
});
