import { Stack } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';

export interface RunbookAlarmProps {
  readonly metric: IMetric;
  /** The alarm goes off from this value on. */
  readonly from: number;
  /** So many periods running; one unless given. */
  readonly periods?: number;
  /** No data is as bad as a bad value; otherwise it means that all is well. */
  readonly silenceIsBad?: boolean;
  /** What it means to people, which whoever is woken reads first. */
  readonly impact: string;
  /** The heading in RUNBOOK.md; the alarm's own id unless given. */
  readonly chapter?: string;
}

export interface AlarmTopicProps {
  readonly key: Key;
  /** Who gets the alarms; nobody unless given. */
  readonly address: string | undefined;
  readonly undelivered: Queue;
}

/** A topic that alarms of this account may publish to; SNS's own default is lost with the first statement that is added. */
export function alarmTopic(scope: Construct, id: string, props: AlarmTopicProps): Topic {
  const { key, address, undelivered } = props;
  const topic = new Topic(scope, id, { masterKey: key, enforceSSL: true });
  topic.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
      actions: ['sns:Publish'],
      resources: [topic.topicArn],
      conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(topic).account } },
    }),
  );
  if (address !== undefined) {
    topic.addSubscription(new EmailSubscription(address, { deadLetterQueue: undelivered }));
  }
  return topic;
}

/** Where alarms go, and where the runbook is. */
export interface AlarmDesk {
  readonly topic: Topic;
  readonly runbookUrl: string;
}

/** An alarm that says what is broken for people, and where to read what to do. */
export function runbookAlarm(scope: Construct, id: string, desk: AlarmDesk, props: RunbookAlarmProps): Alarm {
  const { metric, from, periods = 1, silenceIsBad = false, impact, chapter = id } = props;
  const alarm = new Alarm(scope, id, {
    metric,
    threshold: from,
    comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    evaluationPeriods: periods,
    treatMissingData: silenceIsBad ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    alarmDescription: `${impact} What to do: ${desk.runbookUrl}#${chapter}`,
  });
  alarm.addAlarmAction(new SnsAction(desk.topic));
  return alarm;
}
