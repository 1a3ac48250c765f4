import { defineConfig } from 'vitest/config';

/** Tests that need no editor. Those that do are run by `scripts/test.mjs`. */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/editor/**', 'test/web/**'],
    testTimeout: 30_000,
    pool: 'forks',
  },
});
