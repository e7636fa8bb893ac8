import { describe, expect, it } from 'vitest';
import * as make from '../../functions/make-report/config.ts';
import * as plan from '../../functions/plan-reports/config.ts';
import * as record from '../../functions/record-mail-event/config.ts';
import { ConfigurationError } from '../../shared/errors.ts';

const RUNTIME = { AWS_REGION: 'eu-central-1', AWS_ACCESS_KEY_ID: 'AKID', AWS_SECRET_ACCESS_KEY: 'canary-key' };

const PLAN = {
  METERPOST_VERSION: '1.2.3',
  CONFIGURATION_BUCKET: 'configuration',
  CONFIGURATION_KEY: 'meterpost.config.json',
  LEDGER_BUCKET: 'ledger',
  REPORT_QUEUE_URL: 'https://sqs.example/queue',
  SOURCE_SECRETS: '{"curb":"arn:aws:secretsmanager:…"}',
};
const MAKE = {
  ...PLAN,
  ARCHIVE_BUCKET: 'archive',
  SENDER_ADDRESS: 'reports@example.com',
  CONFIGURATION_SET: 'mail',
  MAXIMUM_CONCURRENCY: '5',
  DOUBT_DEADLINE_MINUTES: '60',
  WHEN_IN_DOUBT: 'hold',
  LAMBDA_TASK_ROOT: '/var/task',
};
const RECORD = { METERPOST_VERSION: '1.2.3', LEDGER_BUCKET: 'ledger', CONFIGURATION_SET: 'mail' };

function faultsOf(work: () => unknown): Record<string, string> {
  try {
    work();
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    expect(error.message).not.toContain('canary');
    return Object.fromEntries(error.faults.map(({ path, problem }) => [path, problem]));
  }
  return {};
}

describe.each([
  ['plan-reports', plan.loadConfig, PLAN],
  ['make-report', make.loadConfig, MAKE],
  ['record-mail-event', record.loadConfig, RECORD],
] as const)('the environment of %s', (_, loadConfig, own) => {
  it('is taken as the stack sets it, with what the runtime sets', () => {
    const { own: read, aws } = loadConfig({ ...own, ...RUNTIME });

    expect(Object.keys(read).sort()).toEqual(Object.keys(own).sort());
    expect(aws.region).toBe('eu-central-1');
  });

  it('names everything that is missing at once', () => {
    const missing = [...Object.keys(own), ...Object.keys(RUNTIME)];

    expect(Object.keys(faultsOf(() => loadConfig({}))).sort()).toEqual(missing.sort());
  });
});

describe('a variable of the environment', () => {
  it.each([
    ['SOURCE_SECRETS', 'canary, not JSON', 'is not a JSON object'],
    ['SOURCE_SECRETS', '["canary"]', 'is not a JSON object'],
    ['SOURCE_SECRETS', '{"curb":""}', 'is not a JSON object'],
    ['MAXIMUM_CONCURRENCY', '0', 'is not a whole number'],
    ['MAXIMUM_CONCURRENCY', '2.5', 'is not a whole number'],
    ['DOUBT_DEADLINE_MINUTES', 'an hour', 'is not a whole number'],
    ['WHEN_IN_DOUBT', 'maybe', "is neither 'resend' nor 'hold'"],
    ['LEDGER_BUCKET', '', 'is empty'],
  ])('%s is refused as %j', (name, value, problem) => {
    expect(faultsOf(() => make.loadConfig({ ...MAKE, ...RUNTIME, [name]: value }))[name]).toContain(problem);
  });
});
