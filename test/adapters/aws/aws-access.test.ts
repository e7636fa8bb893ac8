import { describe, expect, it } from 'vitest';
import { parseAwsAccess } from '../../../shared/adapters/aws/aws-access.ts';

const ENVIRONMENT = {
  AWS_REGION: 'eu-central-1',
  AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'canary-secret-key',
  AWS_SESSION_TOKEN: 'canary-session-token',
  AWS_ENDPOINT_URL: 'http://127.0.0.1:4566',
};

describe('access to AWS', () => {
  it('is what the Lambda runtime sets', () => {
    expect(parseAwsAccess(ENVIRONMENT)).toEqual({
      region: 'eu-central-1',
      credentials: {
        accessKeyId: 'AKIDEXAMPLE',
        secretAccessKey: 'canary-secret-key',
        sessionToken: 'canary-session-token',
      },
      endpoint: 'http://127.0.0.1:4566',
    });
  });

  it('needs neither a session token nor an endpoint; empty ones are none', () => {
    const access = parseAwsAccess({ ...ENVIRONMENT, AWS_SESSION_TOKEN: '', AWS_ENDPOINT_URL: undefined });

    expect(Object.keys(access)).toEqual(['region', 'credentials']);
    expect(Object.keys(access.credentials)).toEqual(['accessKeyId', 'secretAccessKey']);
  });

  it('misses everything that is missing at once, and shows no value', () => {
    const parse = () => parseAwsAccess({ AWS_SECRET_ACCESS_KEY: 'canary-secret-key', AWS_REGION: '' });

    expect(parse).toThrow(/^The environment: AWS_REGION: is not set; .*; AWS_ACCESS_KEY_ID: is not set/);
    expect(parse).not.toThrow(/canary|AWS_SECRET_ACCESS_KEY/);
  });
});
