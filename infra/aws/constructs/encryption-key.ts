import { ArnFormat, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';

/** The one key of an installation: for its buckets, queues, topics, secrets and logs. It outlives the stack, as the data does. */
export class EncryptionKey extends Key {
  constructor(scope: Construct, id: string) {
    super(scope, id, {
      description: 'meterpost: archive, ledger, configuration, queues, secrets and logs',
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const { region, account } = Stack.of(this);
    const logGroups = Stack.of(this).formatArn({
      service: 'logs',
      resource: 'log-group',
      resourceName: '*',
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
    // The actions that CloudWatch Logs asks for in its documentation.
    const forLogs = ['kms:Encrypt*', 'kms:Decrypt*', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:Describe*'];
    this.lend(
      `logs.${region}.amazonaws.com`,
      { ArnLike: { 'kms:EncryptionContext:aws:logs:arn': logGroups } },
      forLogs,
    );
    const topics = Stack.of(this).formatArn({ service: 'sns', resource: '*' });
    // It delivers to queues that are encrypted with it.
    this.lend('sns.amazonaws.com', { ArnLike: { 'aws:SourceArn': topics } });
    // They publish to topics that are encrypted with it.
    this.lend('ses.amazonaws.com', { StringEquals: { 'aws:SourceAccount': account } });
    this.lend('cloudwatch.amazonaws.com', { StringEquals: { 'aws:SourceAccount': account } });
  }

  /** Lets a service of AWS encrypt and decrypt with the key, for this account's sake only. */
  private lend(
    service: string,
    conditions: Record<string, Record<string, string>>,
    actions = ['kms:Decrypt', 'kms:GenerateDataKey*'],
  ): void {
    this.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal(service)],
        actions,
        // In a key's own policy this means the key.
        resources: ['*'],
        conditions,
      }),
    );
  }
}
