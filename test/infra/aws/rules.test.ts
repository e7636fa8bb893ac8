import { Validations } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { AwsSolutionsChecks, type NagPack, ServerlessChecks } from 'cdk-nag';
import type { IConstruct } from 'constructs';
import { describe, expect, it } from 'vitest';
import { aStack } from './synthesised.ts';

const PACKS = [
  ['AwsSolutions', AwsSolutionsChecks],
  ['Serverless', ServerlessChecks],
] as const;

const findings = (scope: IConstruct, Pack: new (scope: IConstruct) => NagPack) =>
  new Pack(scope).validateScope(scope).violations.map(({ ruleName, violatingResources }) => ({
    ruleName,
    where: violatingResources.map(({ constructPath }) => constructPath),
  }));

describe.each(PACKS)('the rules of %s', (_, Pack) => {
  it('find nothing', () => {
    expect(findings(aStack().app, Pack)).toEqual([]);
  });

  it('find nothing with several sources, an identity of its own and nobody to tell', () => {
    const settings = {
      sources: ['curb', 'texture'],
      createMailIdentity: false,
      alarmAddress: 'operations@example.com',
      dataLocations: ['s3://meters/exports', 's3://all-meters'],
    };

    expect(findings(aStack(settings).app, Pack)).toEqual([]);
  });
});

describe('an exception from a rule', () => {
  it('is asked for in so many words', () => {
    const { app } = aStack();
    const reasons = app.node
      .findAll()
      .flatMap(({ node }) =>
        node.metadata
          .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
          .flatMap(({ data }) => Object.values(data as Readonly<Record<string, string>>)),
      );

    expect(reasons.length).toBeGreaterThan(10);
    for (const reason of reasons) expect(reason.length).toBeGreaterThan(40);
  });

  it('covers nothing that is added beside it', () => {
    const { app, stack } = aStack();
    new Bucket(stack, 'Forgotten');

    expect(findings(app, AwsSolutionsChecks).map(({ ruleName }) => ruleName)).toContain('AwsSolutions-S1');
  });
});
