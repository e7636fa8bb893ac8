import { describe, expect, it } from 'vitest';
import { asList, type Resources, readable, type Statement, theTemplate } from './synthesised.ts';

const DATA = ['Archive', 'Ledger', 'Configuration'];

const buckets = () =>
  Object.entries(theTemplate().findResources('AWS::S3::Bucket')).map(
    ([id, resource]) => [readable({ Ref: id }), resource] as const,
  );

const bucketNamed = (name: string) => buckets().find(([id]) => id === name)?.[1];

function policyOf(name: string): Statement[] {
  const policies = Object.values(theTemplate().findResources('AWS::S3::BucketPolicy') as Resources);
  return policies
    .filter(({ Properties }) => readable(Properties['Bucket']) === name)
    .flatMap(({ Properties }) => (Properties['PolicyDocument'] as { Statement: Statement[] }).Statement);
}

const refusals = (name: string, action: string) =>
  policyOf(name).filter(({ Effect, Action }) => Effect === 'Deny' && asList(Action).includes(action));

describe('a bucket', () => {
  it('is one of four', () => {
    expect(
      buckets()
        .map(([id]) => id)
        .sort(),
    ).toEqual(['AccessLogs', ...DATA].sort());
  });

  it.each(['AccessLogs', ...DATA])('is private and stays when the stack goes: %s', (name) => {
    const bucket = bucketNamed(name);

    expect(bucket?.['DeletionPolicy']).toBe('Retain');
    expect(bucket?.['UpdateReplacePolicy']).toBe('Retain');
    expect(bucket?.['Properties'].PublicAccessBlockConfiguration).toEqual({
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    });
    expect(bucket?.['Properties'].OwnershipControls.Rules).toEqual([{ ObjectOwnership: 'BucketOwnerEnforced' }]);
  });

  it.each(['AccessLogs', ...DATA])('speaks TLS 1.2 or later only: %s', (name) => {
    const conditions = refusals(name, 's3:*').map(({ Condition }) => Condition);

    expect(conditions).toContainEqual({ Bool: { 'aws:SecureTransport': 'false' } });
    expect(conditions).toContainEqual({ NumericLessThan: { 's3:TlsVersion': 1.2 } });
  });

  it.each(DATA)('that holds data has versions, our own key with a bucket key, an access log and no end: %s', (name) => {
    const properties = bucketNamed(name)?.['Properties'];
    const [encryption] = properties.BucketEncryption.ServerSideEncryptionConfiguration;

    expect(properties.VersioningConfiguration).toEqual({ Status: 'Enabled' });
    expect(readable(encryption.ServerSideEncryptionByDefault.KMSMasterKeyID)).toBe('Key.Arn');
    expect(encryption).toMatchObject({
      BucketKeyEnabled: true,
      ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms' },
    });
    expect(readable(properties.LoggingConfiguration.DestinationBucketName)).toBe('AccessLogs');
    expect(properties).not.toHaveProperty('LifecycleConfiguration');
  });
});

describe('the ledger and the archive', () => {
  it.each(['Ledger', 'Archive'])('take new objects only, whoever writes: %s', (name) => {
    const [refusal] = refusals(name, 's3:PutObject');

    expect(refusal).toMatchObject({ Principal: { AWS: '*' }, Condition: { Null: { 's3:if-none-match': 'true' } } });
    expect(readable(refusal?.Resource)).toBe(`${name}.Arn/*`);
  });

  it('let nothing of the ledger be deleted, whoever asks', () => {
    const [refusal] = refusals('Ledger', 's3:DeleteObject');

    expect(refusal).toMatchObject({
      Principal: { AWS: '*' },
      Action: ['s3:DeleteObject', 's3:DeleteObjectVersion'],
    });
    expect(refusal).not.toHaveProperty('Condition');
    expect(readable(refusal?.Resource)).toBe('Ledger.Arn/*');
  });

  it('give no function a right to delete', () => {
    const granted = JSON.stringify(theTemplate().findResources('AWS::IAM::Policy'));

    expect(granted).toContain('s3:PutObject');
    expect(granted).not.toContain('Delete"');
    expect(granted).not.toMatch(/s3:(?:Delete|PutBucket|PutLifecycle|\*)/);
  });
});

describe('what is at rest', () => {
  it('is encrypted with the one key, which is renewed each year and stays', () => {
    const keys = Object.values(theTemplate().findResources('AWS::KMS::Key'));

    expect(keys).toHaveLength(1);
    expect(keys[0]).toMatchObject({ DeletionPolicy: 'Retain', Properties: { EnableKeyRotation: true } });
    for (const [kind, property] of [
      ['AWS::SQS::Queue', 'KmsMasterKeyId'],
      ['AWS::SNS::Topic', 'KmsMasterKeyId'],
      ['AWS::Logs::LogGroup', 'KmsKeyId'],
      ['AWS::SecretsManager::Secret', 'KmsKeyId'],
    ] as const) {
      const found = Object.values(theTemplate().findResources(kind) as Resources);
      expect(found.length).toBeGreaterThan(0);
      for (const { Properties } of found) expect(readable(Properties[property])).toBe('Key.Arn');
    }
  });

  it('is no secret in the template: what opens a source is put there by a person', () => {
    const text = JSON.stringify(theTemplate().toJSON());

    expect(text).not.toMatch(/"SecretString"|clientSecret"\s*:|AKIA[0-9A-Z]{12}/);
    for (const { Properties } of Object.values(
      theTemplate().findResources('AWS::SecretsManager::Secret') as Resources,
    )) {
      expect(Properties).toHaveProperty('GenerateSecretString');
    }
  });
});
