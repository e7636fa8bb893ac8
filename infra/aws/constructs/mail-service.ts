import { CfnOutput, Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';
import {
  ConfigurationSet,
  ConfigurationSetEventDestination,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
  SuppressionReasons,
} from 'aws-cdk-lib/aws-ses';
import { Subscription, SubscriptionProtocol, Topic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { Settings } from '../settings.ts';
import type { Permission } from './permissions.ts';
import type { WorkQueue } from './work-queue.ts';

export interface MailServiceProps {
  readonly settings: Pick<Settings, 'senderAddress' | 'mailIdentity' | 'createMailIdentity'>;
  /** Gets what SES tells about each mail. */
  readonly events: WorkQueue;
  readonly key: Key;
}

/**
 * SES for one sender. What becomes of the mails comes back by way of SNS: SES calls its events to EventBridge best effort,
 * while SNS goes on delivering to a queue for days, and the word that a mail went out is what keeps it from going out twice.
 */
export class MailService extends Construct {
  readonly configurationSetName: string;
  private readonly props: MailServiceProps;

  constructor(scope: Construct, id: string, props: MailServiceProps) {
    super(scope, id);
    this.props = props;
    const configurationSet = new ConfigurationSet(this, 'ConfigurationSet', {
      reputationMetrics: true,
      suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
    });
    this.configurationSetName = configurationSet.configurationSetName;
    const topic = this.eventTopic();
    new ConfigurationSetEventDestination(this, 'EventDestination', {
      configurationSet,
      destination: EventDestination.snsTopic(topic),
      events: EVENTS,
    });
    if (props.settings.createMailIdentity) this.createIdentity(configurationSet);
  }

  /** Sending as this sender, through this configuration set. */
  sending(): Permission {
    const arn = (resource: string, resourceName: string) =>
      Stack.of(this).formatArn({ service: 'ses', resource, resourceName });
    const statement = new PolicyStatement({
      actions: ['ses:SendRawEmail'],
      resources: [arn('identity', this.identity()), arn('configuration-set', this.configurationSetName)],
      conditions: { StringEquals: { 'ses:FromAddress': this.props.settings.senderAddress } },
    });
    return { statements: [statement] };
  }

  askingForTheQuota(): Permission {
    const statement = new PolicyStatement({ actions: ['ses:GetSendQuota'], resources: ['*'] });
    const reason = 'SES knows no narrower resource for this action, which tells three numbers of the account.';
    return { statements: [statement], wildcards: new Map([['*', reason]]) };
  }

  /** SNS's own helper would have the key's policy name the topic, and the topic the key: neither could be made first. */
  private eventTopic(): Topic {
    const { events, key } = this.props;
    const topic = new Topic(this, 'Events', { masterKey: key, enforceSSL: true });
    new Subscription(this, 'EventSubscription', {
      topic,
      protocol: SubscriptionProtocol.SQS,
      endpoint: events.queue.queueArn,
      deadLetterQueue: events.deadLetters,
    });
    events.queue.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('sns.amazonaws.com')],
        actions: ['sqs:SendMessage'],
        resources: [events.queue.queueArn],
        conditions: { ArnEquals: { 'aws:SourceArn': topic.topicArn } },
      }),
    );
    return topic;
  }

  /** The domain, or the address, that SES has verified. */
  private identity(): string {
    const { mailIdentity, senderAddress } = this.props.settings;
    return mailIdentity ?? senderAddress.slice(senderAddress.lastIndexOf('@') + 1);
  }

  private createIdentity(configurationSet: ConfigurationSet): void {
    const name = this.identity();
    const identity = new EmailIdentity(this, 'Identity', {
      identity: name.includes('@') ? Identity.email(name) : Identity.domain(name),
      // Whoever else sends as this identity is counted, and told of bounces, in the same place.
      configurationSet,
    });
    if (name.includes('@')) return;
    const records = identity.dkimRecords.map((record) => `${record.name} CNAME ${record.value}`);
    const output = new CfnOutput(this, 'DnsRecords', {
      value: records.join(' ; '),
      description: 'Records that prove to SES whose domain it is',
    });
    output.overrideLogicalId('DnsRecords');
  }
}

const EVENTS = [
  EmailSendingEvent.SEND,
  EmailSendingEvent.DELIVERY,
  EmailSendingEvent.DELIVERY_DELAY,
  EmailSendingEvent.BOUNCE,
  EmailSendingEvent.COMPLAINT,
  EmailSendingEvent.REJECT,
];
