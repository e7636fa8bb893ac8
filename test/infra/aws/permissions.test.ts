import { describe, expect, it } from 'vitest';
import {
  asList,
  permissionsOf,
  type Resources,
  readable,
  type Statement,
  statementsOf,
  templateWith,
  theTemplate,
} from './synthesised.ts';

const OWN_LOGS = (logs: string) => [`logs:CreateLogStream ${logs}.Arn`, `logs:PutLogEvents ${logs}.Arn`];
const FAILURES = 'sqs:SendMessage FailedInvocations.Arn';
const KEY = ['kms:Decrypt Key.Arn', 'kms:GenerateDataKey Key.Arn'];
const WORKS = (queue: string) =>
  ['ChangeMessageVisibility', 'DeleteMessage', 'GetQueueAttributes', 'GetQueueUrl', 'ReceiveMessage'].map(
    (action) => `sqs:${action} ${queue}.Arn`,
  );

const EXACTLY: Readonly<Record<string, readonly string[]>> = {
  PlanReportsRole: [
    ...OWN_LOGS('PlanReportsLogs'),
    's3:GetObject Configuration.Arn/*',
    's3:ListBucket Configuration.Arn',
    's3:GetObject Ledger.Arn/ledger/v1/*',
    's3:ListBucket Ledger.Arn',
    's3:PutObject Ledger.Arn/ledger/v1/anchors/*',
    's3:PutObject Ledger.Arn/ledger/v1/control/*',
    'secretsmanager:GetSecretValue Credentialscurb',
    'sqs:SendMessage ReportRequestsQueue.Arn',
    FAILURES,
    ...KEY,
  ],
  MakeReportRole: [
    ...OWN_LOGS('MakeReportLogs'),
    's3:GetObject Configuration.Arn/*',
    's3:ListBucket Configuration.Arn',
    's3:GetObject Ledger.Arn/ledger/v1/*',
    's3:ListBucket Ledger.Arn',
    ...['control', 'digests', 'finished', 'rechecked', 'reports', 'unmailed'].map(
      (part) => `s3:PutObject Ledger.Arn/ledger/v1/${part}/*`,
    ),
    's3:GetObject Archive.Arn/*',
    's3:ListBucket Archive.Arn',
    's3:PutObject Archive.Arn/branding/*',
    's3:PutObject Archive.Arn/facts/*',
    's3:PutObject Archive.Arn/reports/*',
    'secretsmanager:GetSecretValue Credentialscurb',
    ...WORKS('ReportRequestsQueue'),
    'ses:SendRawEmail arn:AWS::Partition:ses:AWS::Region:AWS::AccountId:configuration-set/MailConfigurationSet',
    'ses:SendRawEmail arn:AWS::Partition:ses:AWS::Region:AWS::AccountId:identity/example.com',
    'ses:GetSendQuota *',
    FAILURES,
    ...KEY,
  ],
  RecordMailEventRole: [
    ...OWN_LOGS('RecordMailEventLogs'),
    's3:GetObject Ledger.Arn/ledger/v1/*',
    's3:ListBucket Ledger.Arn',
    ...['digests', 'reports'].flatMap((part) => [
      `s3:PutObject Ledger.Arn/ledger/v1/${part}/*/mail/*/event-*`,
      `s3:PutObject Ledger.Arn/ledger/v1/${part}/*/outcome/*`,
    ]),
    's3:PutObject Ledger.Arn/ledger/v1/suppressed/*',
    ...WORKS('MailEventsQueue'),
    FAILURES,
    ...KEY,
  ],
  TickRole: ['lambda:InvokeFunction PlanReports.Arn', FAILURES, ...KEY],
};

describe('what a role may do', () => {
  it.each(Object.keys(EXACTLY))('is, for %s, exactly what its code does', (role) => {
    const permissions = new Set(permissionsOf(theTemplate(), role));

    expect([...permissions]).toEqual([...(EXACTLY[role] ?? [])].sort());
  });

  it('is nothing for any role that this test does not know', () => {
    const roles = Object.keys(theTemplate().findResources('AWS::IAM::Role')).map((id) => readable({ Ref: id }));

    expect(roles.sort()).toEqual(Object.keys(EXACTLY).sort());
    expect(Object.keys(theTemplate().findResources('AWS::IAM::ManagedPolicy'))).toEqual([]);
  });

  it.each(Object.keys(EXACTLY))('is never, for %s, something on everything but to ask for the mail quota', (role) => {
    const onEverything = statementsOf(theTemplate(), role).filter(({ Resource }) => asList(Resource).includes('*'));

    expect(onEverything.flatMap(({ Action }) => asList(Action))).toEqual(
      role === 'MakeReportRole' ? ['ses:GetSendQuota'] : [],
    );
  });

  it('is, with a mail, to send it as the one sender through the one configuration set', () => {
    const [sending] = statementsOf(theTemplate(), 'MakeReportRole').filter(
      ({ Action }) => Action === 'ses:SendRawEmail',
    );

    expect(sending?.Condition).toEqual({ StringEquals: { 'ses:FromAddress': 'reports@example.com' } });
  });

  it('is, with the key, only what a service does on its behalf', () => {
    const withKey = Object.keys(EXACTLY).flatMap((role) =>
      statementsOf(theTemplate(), role).filter(({ Action }) => asList(Action).includes('kms:GenerateDataKey')),
    );

    expect(withKey.length).toBeGreaterThanOrEqual(4);
    for (const { Condition: condition } of withKey)
      expect(condition?.['StringEquals']).toHaveProperty('kms:ViaService');
  });
});

describe('what a role may do with files of meters', () => {
  const template = () => templateWith({ sources: [], dataLocations: ['s3://meters/exports', 's3://all-meters'] });
  const arn = 'arn:AWS::Partition:s3:::';

  it.each(['PlanReportsRole', 'MakeReportRole'])(
    'is, for %s, to read them where the settings say, and no secret',
    (role) => {
      const permissions = permissionsOf(template(), role);

      expect(permissions.filter((each) => each.includes('meters'))).toEqual([
        `s3:GetObject ${arn}all-meters/*`,
        `s3:GetObject ${arn}meters/exports/*`,
        `s3:ListBucket ${arn}all-meters`,
        `s3:ListBucket ${arn}meters`,
      ]);
      expect(permissions.filter((each) => each.startsWith('secretsmanager'))).toEqual([]);
      const listing = statementsOf(template(), role).filter(({ Resource }) => readable(Resource) === `${arn}meters`);
      expect(listing.map(({ Condition }) => Condition)).toEqual([
        { StringLike: { 's3:prefix': ['exports/', 'exports/*'] } },
      ]);
    },
  );

  it('is nothing for the others', () => {
    for (const role of ['RecordMailEventRole', 'TickRole']) {
      expect(permissionsOf(template(), role).filter((each) => each.includes('meters'))).toEqual([]);
    }
  });
});

describe('who may get in', () => {
  it('is, with queues and topics, a service of AWS on behalf of this account', () => {
    const kinds = ['AWS::SQS::QueuePolicy', 'AWS::SNS::TopicPolicy'];
    const statements = kinds
      .flatMap((kind) => Object.values(theTemplate().findResources(kind) as Resources))
      .flatMap(({ Properties }) => (Properties['PolicyDocument'] as { Statement: Statement[] }).Statement);
    const allowing = statements.filter(({ Effect }) => Effect === 'Allow');

    expect(allowing).toHaveLength(4);
    for (const { Principal: principal, Condition: condition } of allowing) {
      expect(principal).toHaveProperty('Service');
      const checked = Object.values(condition ?? {}).flatMap((each) =>
        Object.keys(each).map((key) => key.toLowerCase()),
      );
      expect(checked.some((key) => key === 'aws:sourcearn' || key === 'aws:sourceaccount')).toBe(true);
    }
  });

  it('is nobody who does not use TLS, with every queue, topic and bucket', () => {
    const kinds = ['AWS::SQS::Queue', 'AWS::SNS::Topic', 'AWS::S3::Bucket'];
    const count = kinds.flatMap((kind) => Object.keys(theTemplate().findResources(kind))).length;
    const refusals = JSON.stringify(theTemplate().toJSON()).match(
      /"Condition":\{"Bool":\{"aws:SecureTransport":"false"\}\},"Effect":"Deny"/g,
    );

    expect(refusals).toHaveLength(count);
  });

  it('is nobody over HTTP: no function has a URL, no permission is given away', () => {
    for (const kind of ['AWS::Lambda::Url', 'AWS::Lambda::Permission', 'AWS::ApiGateway::RestApi']) {
      expect(theTemplate().findResources(kind)).toEqual({});
    }
  });
});
