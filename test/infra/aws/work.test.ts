import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { readable, templateWith, theTemplate } from './synthesised.ts';

const DAY_SECONDS = 86_400;
const FUNCTIONS = ['MakeReport', 'PlanReports', 'RecordMailEvent'];

const named = (kind: string) =>
  new Map(
    Object.entries(theTemplate().findResources(kind)).map(([id, resource]) => [
      readable({ Ref: id }),
      resource['Properties'],
    ]),
  );

describe('the schedule', () => {
  it('is one tick every fifteen minutes, in no time zone, that brings its own time', () => {
    const schedules = named('AWS::Scheduler::Schedule');
    const [schedule] = schedules.values();

    expect(schedules.size).toBe(1);
    expect(schedule.ScheduleExpression).toBe('rate(15 minutes)');
    expect(schedule).not.toHaveProperty('ScheduleExpressionTimezone');
    expect(schedule.FlexibleTimeWindow).toEqual({ Mode: 'OFF' });
    expect(JSON.parse(schedule.Target.Input)).toEqual({ scheduledTime: '<aws.scheduler.scheduled-time>' });
    expect(readable(schedule.Target.Arn)).toBe('PlanReports.Arn');
    expect(readable(schedule.Target.DeadLetterConfig.Arn)).toBe('FailedInvocations.Arn');
    expect(theTemplate().findResources('AWS::Events::Rule')).toEqual({});
  });
});

describe('a queue', () => {
  it('keeps work for four days, and what cannot be worked in ten tries for fourteen', () => {
    const queues = named('AWS::SQS::Queue');
    const working = [...queues].filter(([, queue]) => queue.RedrivePolicy !== undefined);
    const last = [...queues].filter(([, queue]) => queue.RedrivePolicy === undefined);

    expect(working.map(([id]) => id).sort()).toEqual(['MailEventsQueue', 'ReportRequestsQueue']);
    expect(last.map(([id]) => id).sort()).toEqual([
      'FailedInvocations',
      'MailEventsDeadLetters',
      'ReportRequestsDeadLetters',
    ]);
    for (const [id, queue] of working) {
      expect(readable(queue.RedrivePolicy.deadLetterTargetArn)).toBe(`${id.replace('Queue', 'DeadLetters')}.Arn`);
      expect(queue.RedrivePolicy.maxReceiveCount).toBe(10);
      expect(queue.MessageRetentionPeriod).toBe(4 * DAY_SECONDS);
    }
    for (const [, queue] of last) expect(queue.MessageRetentionPeriod).toBe(14 * DAY_SECONDS);
  });

  it('hides a message for six times as long as it may be worked, and as long as it may be collected', () => {
    const functions = named('AWS::Lambda::Function');
    const queues = named('AWS::SQS::Queue');
    const mappings = [...named('AWS::Lambda::EventSourceMapping').values()];

    expect(mappings).toHaveLength(2);
    for (const mapping of mappings) {
      const { Timeout: timeout } = functions.get(readable(mapping.FunctionName));
      const { VisibilityTimeout: hidden } = queues.get(readable(mapping.EventSourceArn).replace('.Arn', ''));
      expect(hidden).toBeGreaterThanOrEqual(6 * timeout + (mapping.MaximumBatchingWindowInSeconds ?? 0));
      expect(mapping.FunctionResponseTypes).toEqual(['ReportBatchItemFailures']);
    }
  });

  it('of reports is worked one message at a time, by as many at once as the settings say', () => {
    const mapping = (concurrency: number) => ({
      BatchSize: 1,
      ScalingConfig: { MaximumConcurrency: concurrency },
      FunctionName: { Ref: Match.stringLikeRegexp('^MakeReport') },
    });

    theTemplate().hasResourceProperties('AWS::Lambda::EventSourceMapping', mapping(5));
    templateWith({ maximumConcurrency: 2 }).hasResourceProperties('AWS::Lambda::EventSourceMapping', mapping(2));
  });
});

describe('a function', () => {
  it('runs on arm64 under the Node.js that the tests run on, with source maps and logs that end', () => {
    const functions = named('AWS::Lambda::Function');
    const logs = named('AWS::Logs::LogGroup');

    expect([...functions.keys()].sort()).toEqual(FUNCTIONS);
    for (const [id, fn] of functions) {
      expect(fn).toMatchObject({ Architectures: ['arm64'], Runtime: `nodejs${process.versions.node.split('.')[0]}.x` });
      expect(fn.Environment.Variables.NODE_OPTIONS).toBe('--enable-source-maps');
      expect(readable(fn.LoggingConfig.LogGroup)).toBe(`${id}Logs`);
      expect(logs.get(`${id}Logs`).RetentionInDays).toBe(90);
    }
  });

  it('that failed when it was invoked asynchronously is not run again; the failure is kept', () => {
    const settings = [...named('AWS::Lambda::EventInvokeConfig').values()];

    expect(settings.map(({ FunctionName }) => readable(FunctionName)).sort()).toEqual(FUNCTIONS);
    for (const {
      MaximumRetryAttempts: retries,
      DestinationConfig: { OnFailure: failure },
    } of settings) {
      expect(retries).toBe(0);
      expect(readable(failure.Destination)).toBe('FailedInvocations.Arn');
    }
  });

  it('is told of a secret by its name, never by its content', () => {
    const { SOURCE_SECRETS: secrets } = named('AWS::Lambda::Function').get('PlanReports').Environment.Variables;

    expect(readable(secrets)).toBe('{"curb":"Credentialscurb"}');
  });
});

describe('mail', () => {
  it('is counted by its configuration set, and what becomes of it comes back through SNS', () => {
    const [set] = named('AWS::SES::ConfigurationSet').values();
    const [destination] = named('AWS::SES::ConfigurationSetEventDestination').values();
    const [subscription] = named('AWS::SNS::Subscription').values();

    expect(set).toMatchObject({
      ReputationOptions: { ReputationMetricsEnabled: true },
      SuppressionOptions: { SuppressedReasons: ['BOUNCE', 'COMPLAINT'] },
    });
    expect([...destination.EventDestination.MatchingEventTypes].sort()).toEqual(
      ['bounce', 'complaint', 'delivery', 'deliveryDelay', 'reject', 'send'].sort(),
    );
    expect(readable(destination.EventDestination.SnsDestination.TopicARN)).toBe('MailEvents');
    expect(readable(subscription.Endpoint)).toBe('MailEventsQueue.Arn');
    expect(readable(subscription.RedrivePolicy.deadLetterTargetArn)).toBe('MailEventsDeadLetters.Arn');
  });

  it('goes out under an identity that is made for it, unless SES knows it already', () => {
    theTemplate().hasResourceProperties('AWS::SES::EmailIdentity', { EmailIdentity: 'example.com' });
    templateWith({ mailIdentity: 'reports@example.com' }).hasResourceProperties('AWS::SES::EmailIdentity', {
      EmailIdentity: 'reports@example.com',
    });
    templateWith({ createMailIdentity: false }).resourceCountIs('AWS::SES::EmailIdentity', 0);
  });
});

describe('what a deployment prints', () => {
  it('is where everything is, for the commands of an operator', () => {
    const outputs = Object.fromEntries(
      Object.entries(theTemplate().findOutputs('*')).map(([name, output]) => [name, readable(output['Value'])]),
    );

    expect(outputs).toMatchObject({
      Region: 'AWS::Region',
      ConfigurationObject: 's3://Configuration/meterpost.config.json',
      ArchiveBucket: 'Archive',
      LedgerBucket: 'Ledger',
      PlanReportsFunction: 'PlanReports',
      MakeReportFunction: 'MakeReport',
      ReportQueue: 'ReportRequestsQueue',
      ReportDeadLetters: 'ReportRequestsDeadLetters',
      MailEventDeadLetters: 'MailEventsDeadLetters',
      FailedInvocationsQueue: 'FailedInvocations',
      SourceSecrets: '{"curb":"Credentialscurb"}',
      WhenInDoubt: 'resend',
      DoubtDeadlineMinutes: '60',
    });
  });
});
