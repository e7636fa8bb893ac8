import { ConfigurationError, type Fault } from '../../errors.ts';

/** What every AWS client is built from; nothing else is looked up, no metadata service and no file. */
export interface AwsAccess {
  readonly region: string;
  readonly credentials: AwsCredentials;
  /** Where a stand-in listens; left out, the client finds AWS itself. */
  readonly endpoint?: string;
}

export interface AwsCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

const REQUIRED = ['AWS_REGION', 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'] as const;

/**
 * Reads the variables that the Lambda runtime sets, and `AWS_ENDPOINT_URL` for a stand-in.
 * @throws ConfigurationError naming every variable that is missing, never a value
 */
export function parseAwsAccess(environment: Readonly<Record<string, string | undefined>>): AwsAccess {
  const faults: Fault[] = REQUIRED.filter((name) => !environment[name]).map((name) => ({
    path: name,
    problem:
      'is not set; on Lambda the runtime sets it, elsewhere `aws configure export-credentials --format env` prints it',
  }));
  const { AWS_REGION: region, AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = environment;
  if (!region || !accessKeyId || !secretAccessKey) throw new ConfigurationError('The environment', faults);
  const { AWS_SESSION_TOKEN: sessionToken, AWS_ENDPOINT_URL: endpoint } = environment;
  return {
    region,
    credentials: { accessKeyId, secretAccessKey, ...(sessionToken ? { sessionToken } : {}) },
    ...(endpoint ? { endpoint } : {}),
  };
}
