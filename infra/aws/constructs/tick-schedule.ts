import { Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { allow, sendMessages, useKey } from './permissions.ts';

/** Local times are the planner's business: offsets from UTC are whole quarters of an hour, so that this tick meets each of them. */
const RATE = 'rate(15 minutes)';

export interface TickScheduleProps {
  readonly target: IFunction;
  /** Gets the ticks that could not be delivered. */
  readonly failures: Queue;
  readonly key: Key;
}

/** The one schedule: a tick for all locations, in no time zone. The tick brings the instant that it stands for. */
export class TickSchedule extends Construct {
  constructor(scope: Construct, id: string, { target, failures, key }: TickScheduleProps) {
    super(scope, id);
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    });
    const invoking = new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [target.functionArn] });
    allow(role, [{ statements: [invoking] }, sendMessages(failures), useKey(key, 'sqs')]);
    const schedule = new CfnSchedule(this, 'Schedule', {
      description: 'meterpost: plans the reports that have fallen due',
      scheduleExpression: RATE,
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: target.functionArn,
        roleArn: role.roleArn,
        input: JSON.stringify({ scheduledTime: '<aws.scheduler.scheduled-time>' }),
        // A tick that is late by more than that is the business of the next one.
        retryPolicy: { maximumEventAgeInSeconds: 900, maximumRetryAttempts: 5 },
        deadLetterConfig: { arn: failures.queueArn },
      },
    });
    schedule.node.addDependency(role);
  }
}
