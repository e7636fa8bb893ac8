import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';
import { Architecture, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource, type SqsEventSourceProps } from 'aws-cdk-lib/aws-lambda-event-sources';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { bundledCode } from '../bundling/bundled-code.ts';
import { allow, type Permission, sendMessages, useKey } from './permissions.ts';
import type { WorkQueue } from './work-queue.ts';

export type FunctionName = 'plan-reports' | 'make-report' | 'record-mail-event';

/** What all functions of an installation share. */
export interface House {
  readonly version: string;
  readonly key: Key;
  /** Asynchronous invocations that failed end here; nothing is invoked again by itself. */
  readonly failures: Queue;
  readonly logRetention: RetentionDays;
}

export interface ReportFunctionProps<Variable extends string> {
  readonly house: House;
  /** The folder below `functions/`, and the name that its logs and metrics bear. */
  readonly name: FunctionName;
  readonly description: string;
  readonly memoryMB: number;
  readonly timeout: Duration;
  /** What the function's `config.ts` asks for, no more and no less. */
  readonly environment: Readonly<Record<Variable, string>>;
  readonly mayDo: readonly Permission[];
}

/** A function with the defaults of the house: arm64, Node.js 24, one bundle with source maps, logs that end, a role of its own. */
export class ReportFunction<Variable extends string = string> extends LambdaFunction {
  /** What metrics, alarms and the runbook call it. */
  readonly title: FunctionName;

  constructor(scope: Construct, id: string, props: ReportFunctionProps<Variable>) {
    const { house } = props;
    const logGroup = new LogGroup(scope, `${id}Logs`, {
      retention: house.logRetention,
      encryptionKey: house.key,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const role = new Role(scope, `${id}Role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    logGroup.grantWrite(role);
    super(scope, id, {
      description: props.description,
      code: bundledCode(props.name),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: props.memoryMB,
      timeout: props.timeout,
      environment: { NODE_OPTIONS: '--enable-source-maps', ...props.environment },
      role,
      logGroup,
      retryAttempts: 0,
      maxEventAge: Duration.hours(1),
      onFailure: { bind: () => ({ destination: house.failures.queueArn }) },
    });
    this.title = props.name;
    allow(role, [...props.mayDo, sendMessages(house.failures), useKey(house.key, 'sqs')]);
    acknowledgeRules(this);
  }

  /** Has the function work a queue; what fails of a batch comes again alone. */
  working(
    { queue }: WorkQueue,
    how: Pick<SqsEventSourceProps, 'batchSize' | 'maxConcurrency' | 'maxBatchingWindow'>,
  ): this {
    this.addEventSource(new SqsEventSource(queue, { ...how, reportBatchItemFailures: true }));
    return this;
  }
}

function acknowledgeRules(fn: Construct): void {
  Validations.of(fn).acknowledge(
    {
      id: 'Serverless-LambdaEventSourceMappingDestination',
      reason:
        'A mapping of an SQS queue takes no destination: what keeps failing goes to the dead-letter queue behind it.',
    },
    {
      id: 'Serverless-LambdaDLQ',
      reason:
        'Failed asynchronous invocations go to a queue by the newer way, an on-failure destination, which also keeps the error.',
    },
    {
      id: 'Serverless-LambdaTracing',
      reason:
        'Each step logs one line with the id of its report; a trace would tell no more and needs a permission on every resource.',
    },
  );
}
