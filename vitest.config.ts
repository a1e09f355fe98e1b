import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { '~': fileURLToPath(new URL('./src', import.meta.url)) } },
  test: {
    testTimeout: 120_000,
    // Both cores of a small machine: Vitest would leave one of them idle.
    maxWorkers: 2,
    setupFiles: ['tests/examples.ts'],
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/e2e/**'],
    // The build reads the tokens of the look from their style sheet; of others, tests read nothing.
    css: { include: [/tokens\.css/] },
    reporters: ['default', ['json', { outputFile: 'node_modules/.cache/results/vitest.json' }]],
  },
});
