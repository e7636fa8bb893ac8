import { readFileSync } from 'node:fs';
import path from 'node:path';
import { App, type Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { MeterpostStack } from '../../../infra/aws/meterpost-stack.ts';
import { readSettings } from '../../../infra/aws/settings.ts';

const { context: featureFlags } = JSON.parse(
  readFileSync(path.resolve(import.meta.dirname, '../../../cdk.json'), 'utf8'),
);

export interface Statement {
  readonly Sid?: string;
  readonly Effect: 'Allow' | 'Deny';
  readonly Principal?: unknown;
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

export type Resources = Readonly<Record<string, { readonly Properties: Readonly<Record<string, unknown>> }>>;

/** The stack as an app has it; bundles are a matter of other tests. */
export function aStack(settings: Readonly<Record<string, unknown>> = {}): { app: App; stack: Stack } {
  const app = new App({ context: { ...featureFlags, 'aws:cdk:bundling-stacks': [] } });
  const values: Readonly<Record<string, unknown>> = { senderAddress: 'reports@example.com', ...settings };
  return {
    app,
    stack: new MeterpostStack(
      app,
      readSettings((name) => values[name]),
      '1.2.3',
    ),
  };
}

let shared: Template | undefined;

/** The template with the settings that nobody has changed; made once for a file. */
export function theTemplate(): Template {
  shared ??= Template.fromStack(aStack().stack);
  return shared;
}

export const templateWith = (settings: Readonly<Record<string, unknown>>) => Template.fromStack(aStack(settings).stack);

export const asList = <T>(value: T | readonly T[]): readonly T[] => (Array.isArray(value) ? value : [value as T]);

/** A value of the template with logical ids instead of references: `Ledger.Arn/ledger/v1/*`. */
export function readable(value: unknown): string {
  if (typeof value === 'string') return value;
  const { Ref: ref, 'Fn::GetAtt': attribute, 'Fn::Join': join } = value as Record<string, unknown>;
  if (typeof ref === 'string') return withoutHash(ref);
  if (Array.isArray(attribute)) return `${withoutHash(String(attribute[0]))}.${attribute[1]}`;
  if (Array.isArray(join)) return (join[1] as unknown[]).map(readable).join(String(join[0]));
  return JSON.stringify(value);
}

const withoutHash = (logicalId: string): string => logicalId.replace(/[0-9A-F]{8}$/, '');

/** What a role may do, one line for each action and resource, sorted. */
export function permissionsOf(template: Template, role: string): string[] {
  return statementsOf(template, role)
    .flatMap(({ Action, Resource }) =>
      asList(Action).flatMap((action) => asList(Resource).map((resource) => `${action} ${readable(resource)}`)),
    )
    .sort();
}

export function statementsOf(template: Template, role: string): Statement[] {
  const policies = Object.values(template.findResources('AWS::IAM::Policy') as Resources);
  return policies
    .filter(({ Properties }) => (Properties['Roles'] as unknown[]).some((each) => readable(each) === role))
    .flatMap(({ Properties }) => (Properties['PolicyDocument'] as { Statement: Statement[] }).Statement);
}
