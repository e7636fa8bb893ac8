import { type Answer, AwsError, type Call, notImplemented, type Service } from '../call.ts';
import type { Secrets } from './secrets.ts';

/** Secrets Manager over JSON 1.1: reading, which is all that meterpost may do. */
export function createSecretsService(secrets: Secrets): Service {
  return {
    operationOf: (request) => String(request.headers['x-amz-target'] ?? '').replace(/^secretsmanager\./, ''),
    answer(call) {
      if (call.operation !== 'GetSecretValue') throw notImplemented(call.operation);
      const { SecretId: id, VersionStage: stage = 'AWSCURRENT' } = JSON.parse(call.body.toString('utf8')) as {
        readonly SecretId?: string;
        readonly VersionStage?: string;
      };
      if (typeof id !== 'string') throw new AwsError(400, 'InvalidParameterException', 'SecretId is missing.');
      const version = secrets.read(id, stage);
      return json(200, {
        ARN: version.arn,
        Name: version.name,
        VersionId: version.versionId,
        SecretString: version.text,
        VersionStages: [stage],
        CreatedDate: version.createdAtMs / 1000,
      });
    },
    refuse: (_call: Call, error: AwsError) => json(error.status, { __type: error.code, Message: error.message }),
  };
}

function json(status: number, body: unknown): Answer {
  return { status, headers: { 'content-type': 'application/x-amz-json-1.1' }, body: JSON.stringify(body) };
}
