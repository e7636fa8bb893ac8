import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    env: { TZ: 'UTC', CDK_VALIDATION: 'false', CDK_DISABLE_CLI_TELEMETRY: 'true' },
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 20_000,
    reporters: ['default'],
  },
});
