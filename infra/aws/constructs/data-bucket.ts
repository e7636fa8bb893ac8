import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';
import { BlockPublicAccess, Bucket, BucketEncryption, type IBucket, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';

const PRIVATE = {
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
  enforceSSL: true,
  minimumTLSVersion: 1.2,
  removalPolicy: RemovalPolicy.RETAIN,
} as const;

export interface DataBucketProps {
  readonly key: Key;
  readonly accessLogs: Bucket;
}

/** A private bucket whose objects are encrypted, versioned, never expire, and stay when the stack goes. */
export class DataBucket extends Bucket {
  constructor(scope: Construct, id: string, { key, accessLogs }: DataBucketProps) {
    super(scope, id, {
      ...PRIVATE,
      encryption: BucketEncryption.KMS,
      encryptionKey: key,
      bucketKeyEnabled: true,
      versioned: true,
      // The library's own types disagree about an absent policy.
      serverAccessLogsBucket: accessLogs as IBucket,
      serverAccessLogsPrefix: `${id.toLowerCase()}/`,
    });
  }

  /** Refuses every write, whoever asks, that would replace an object: it has to say `If-None-Match`. */
  acceptOnlyNewObjects(): this {
    return this.denyEverybody('AcceptOnlyNewObjects', ['s3:PutObject'], { Null: { 's3:if-none-match': 'true' } });
  }

  /** Refuses every removal, whoever asks: whoever means it has to change this policy first. */
  refuseRemovals(): this {
    return this.denyEverybody('RefuseRemovals', ['s3:DeleteObject', 's3:DeleteObjectVersion']);
  }

  private denyEverybody(sid: string, actions: string[], conditions: Record<string, Record<string, string>> = {}): this {
    const principals = [new AnyPrincipal()];
    const resources = [this.arnForObjects('*')];
    this.addToResourcePolicy(
      new PolicyStatement({ sid, effect: Effect.DENY, principals, actions, resources, conditions }),
    );
    return this;
  }
}

/** Keeps who read what for ninety days. S3 writes such logs only into a bucket with keys of its own. */
export function accessLogBucket(scope: Construct, id: string): Bucket {
  const bucket = new Bucket(scope, id, {
    ...PRIVATE,
    encryption: BucketEncryption.S3_MANAGED,
    lifecycleRules: [{ expiration: Duration.days(90) }],
  });
  Validations.of(bucket).acknowledge({
    id: 'AwsSolutions-S1',
    reason: 'It holds the access logs of the other buckets; logging its own accesses there would never end.',
  });
  return bucket;
}
