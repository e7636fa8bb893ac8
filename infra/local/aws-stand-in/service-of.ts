import { AwsError, type AwsService, type Request } from './call.ts';

const SERVICES: readonly AwsService[] = ['s3', 'ses', 'sqs', 'secretsmanager'];

/**
 * Reads the service from the scope that a client signs its request for. The signature itself is not checked, but a
 * request without one is refused, as AWS refuses it.
 */
export function serviceOf(request: Request): AwsService {
  const authorization = request.headers.authorization ?? '';
  const scope = /Credential=[^/,\s]+\/\d{8}\/([a-z0-9-]+)\/([a-z0-9-]+)\/aws4_request/.exec(authorization);
  if (scope === null) {
    throw new AwsError(
      403,
      'MissingAuthenticationToken',
      'The request is not signed. Give the client any credentials.',
    );
  }
  const service = SERVICES.find((known) => known === scope[2]);
  if (service === undefined) throw new AwsError(501, 'NotImplemented', `The stand-in has no service ${scope[2]}.`);
  return service;
}
