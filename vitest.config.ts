import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    env: { TZ: 'UTC', CDK_VALIDATION: 'false', CDK_DISABLE_CLI_TELEMETRY: 'true' },
    pool: 'forks',
    // Modules are loaded once a worker, which saves a third of the time; tests leave nothing behind in them.
    isolate: false,
    maxWorkers: 2,
    testTimeout: 20_000,
    reporters: ['default'],
  },
});
