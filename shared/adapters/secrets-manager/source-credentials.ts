import * as z from 'zod';
import { jsonOrNothing } from '../../application/json-or-nothing.ts';
import { SourceAccessError } from '../../errors.ts';
import { Secret } from '../http/secret.ts';

/** What opens a source: a client of its token endpoint, or one key. */
export type SourceCredentials =
  | { readonly kind: 'client'; readonly clientId: string; readonly clientSecret: Secret }
  | { readonly kind: 'api-key'; readonly apiKey: Secret };

const WIRE = z.union([
  z.object({ clientId: z.string().min(1), clientSecret: z.string().min(1) }),
  z.object({ apiKey: z.string().min(1) }),
]);

/**
 * Reads the text of a secret. The text is repeated nowhere, not even as a cause: what JSON.parse says of bad text quotes it.
 * @throws SourceAccessError when it is not JSON, or lacks what opens a source
 */
export function parseSourceCredentials(text: string, secretId: string): SourceCredentials {
  const parsed = WIRE.safeParse(jsonOrNothing(text), { jitless: true });
  if (!parsed.success) {
    throw new SourceAccessError(
      `The secret ${secretId} is not usable: store JSON with "clientId" and "clientSecret", or with "apiKey", none of them empty.`,
    );
  }
  const wire = parsed.data;
  return 'apiKey' in wire
    ? { kind: 'api-key', apiKey: new Secret(wire.apiKey) }
    : { kind: 'client', clientId: wire.clientId, clientSecret: new Secret(wire.clientSecret) };
}
