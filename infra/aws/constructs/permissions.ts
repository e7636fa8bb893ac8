import { Stack, Validations } from 'aws-cdk-lib';
import { PolicyStatement, type Role } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';
import type { Bucket, CfnBucket } from 'aws-cdk-lib/aws-s3';
import type { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { DataLocation } from '../settings.ts';

/** What a role may do for one purpose: the actions that the code calls, on the things that it calls them on. */
export interface Permission {
  readonly statements: readonly PolicyStatement[];
  /** Resources with a wildcard in them, as the rules name them, each with the reason why it cannot be narrower. */
  readonly wildcards?: ReadonlyMap<string, string>;
}

export function allow(role: Role, permissions: readonly Permission[]): void {
  for (const { statements, wildcards = new Map<string, string>() } of permissions) {
    for (const statement of statements) role.addToPrincipalPolicy(statement);
    for (const [resource, reason] of wildcards) {
      Validations.of(role).acknowledge({ id: `AwsSolutions-IAM5[Resource::${resource}]`, reason });
    }
  }
}

/** Listing too: without it, S3 answers 403 instead of 404 for an object that is not there. */
export function readObjects(bucket: Bucket, keyPattern: string): Permission {
  const statements = [
    new PolicyStatement({ actions: ['s3:GetObject'], resources: [bucket.arnForObjects(keyPattern)] }),
    new PolicyStatement({ actions: ['s3:ListBucket'], resources: [bucket.bucketArn] }),
  ];
  return { statements, wildcards: keysUnknown(bucket, [keyPattern]) };
}

/** The bucket's own policy sees to it that nothing is replaced. */
export function createObjects(bucket: Bucket, ...keyPatterns: string[]): Permission {
  const resources = keyPatterns.map((pattern) => bucket.arnForObjects(pattern));
  const statements = [new PolicyStatement({ actions: ['s3:PutObject'], resources })];
  return { statements, wildcards: keysUnknown(bucket, keyPatterns) };
}

/** Reads what others put into a bucket of theirs, below a prefix, and nothing beside it. */
export function readForeignObjects(scope: Construct, { bucket, prefix }: DataLocation): Permission {
  const arn = `arn:${Stack.of(scope).partition}:s3:::${bucket}`;
  const listing = new PolicyStatement({ actions: ['s3:ListBucket'], resources: [arn] });
  if (prefix !== '') listing.addCondition('StringLike', { 's3:prefix': [prefix, `${prefix}*`] });
  const reason = 'What the files of meters are called is the business of whoever puts them there.';
  return {
    statements: [new PolicyStatement({ actions: ['s3:GetObject'], resources: [`${arn}/${prefix}*`] }), listing],
    wildcards: new Map([[`arn:<AWS::Partition>:s3:::${bucket}/${prefix}*`, reason]]),
  };
}

export function sendMessages(queue: Queue): Permission {
  return { statements: [new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [queue.queueArn] })] };
}

/** Puts a message off; Lambda itself receives and deletes them. */
export function postponeMessages(queue: Queue): Permission {
  return {
    statements: [new PolicyStatement({ actions: ['sqs:ChangeMessageVisibility'], resources: [queue.queueArn] })],
  };
}

export function readSecrets(secrets: readonly Secret[]): Permission {
  // A statement about nothing is none that IAM takes.
  if (secrets.length === 0) return { statements: [] };
  const resources = secrets.map(({ secretArn }) => secretArn);
  return { statements: [new PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources })] };
}

/** The key is used by services of AWS on the role's behalf, never by the code itself. */
export function useKey(key: Key, ...through: string[]): Permission {
  const { region } = Stack.of(key);
  const services = through.map((service) => `${service}.${region}.amazonaws.com`);
  const conditions = { StringEquals: { 'kms:ViaService': services } };
  const actions = ['kms:Decrypt', 'kms:GenerateDataKey'];
  return { statements: [new PolicyStatement({ actions, resources: [key.keyArn], conditions })] };
}

function keysUnknown(bucket: Bucket, keyPatterns: readonly string[]): Map<string, string> {
  const stack = Stack.of(bucket);
  const logicalId = stack.resolve(stack.getLogicalId(bucket.node.defaultChild as CfnBucket));
  const reason = 'The keys below this prefix are made of ids that are not known before the reports are.';
  return new Map(
    keyPatterns.filter((pattern) => pattern.includes('*')).map((pattern) => [`<${logicalId}.Arn>/${pattern}`, reason]),
  );
}
