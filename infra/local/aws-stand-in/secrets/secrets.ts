import { AwsError } from '../call.ts';
import type { NewId } from '../ids.ts';
import { ACCOUNT_ID } from '../sqs/queues.ts';

export interface SecretVersion {
  readonly arn: string;
  readonly name: string;
  readonly versionId: string;
  readonly text: string;
  readonly createdAtMs: number;
}

export interface Secrets {
  /** Stores the secret's text; the second time it rotates the secret, and the text before becomes `AWSPREVIOUS`. */
  put(name: string, text: string): void;
  /** By name or ARN; the current version unless another is asked for. @throws AwsError ResourceNotFoundException */
  read(nameOrArn: string, stage: string): SecretVersion;
}

export interface SecretsParts {
  readonly now: () => number;
  readonly newId: NewId;
  readonly region: string;
}

export function createSecrets({ now, newId, region }: SecretsParts): Secrets {
  const versions = new Map<string, readonly SecretVersion[]>();
  return {
    put(name, text) {
      const arn = `arn:aws:secretsmanager:${region}:${ACCOUNT_ID}:secret:${name}-AbCdEf`;
      const version = { arn, name, versionId: newId(), text, createdAtMs: now() };
      versions.set(name, [version, ...(versions.get(name) ?? [])]);
    },
    read(nameOrArn, stage) {
      const name = /:secret:(.+)-[A-Za-z0-9]{6}$/.exec(nameOrArn)?.[1] ?? nameOrArn;
      const version = versions.get(name)?.[stage === 'AWSCURRENT' ? 0 : 1];
      if (version === undefined) {
        const what = "Secrets Manager can't find the specified secret.";
        throw new AwsError(400, 'ResourceNotFoundException', what);
      }
      return version;
    },
  };
}
