import type * as z from 'zod';
import { SourceAccessError, UnexpectedPayloadError } from '../../errors.ts';
import { secretVariables } from '../configuration/secrets.ts';
import { endpointName } from '../http/endpoint-name.ts';
import type { JsonClient } from '../http/json-client.ts';
import type { Secret } from '../http/secret.ts';
import type { TimeBudget } from '../http/time-budget.ts';

const ROOT = '/v1';
/** What can be the value of a header without changing its meaning. */
const KEY_FORM = /^[\x21-\x7e]{1,4096}$/;

export interface TextureRequest<T> {
  readonly url: URL;
  readonly schema: z.ZodType<T>;
  readonly budget: TimeBudget;
  /** The site that the request is about; undefined for the workspace as a whole. */
  readonly siteId?: string;
}

export interface TextureApi {
  /** The URL of something of the API; the segments are ids and words, encoded here. */
  url(segments: readonly string[], query?: Readonly<Record<string, string>>): URL;
  /**
   * Asks with the key; undefined where the API has no such thing (404).
   * @throws SourceAccessError, SourceUnavailableError, UnexpectedPayloadError
   */
  get<T>(request: TextureRequest<T>): Promise<T | undefined>;
}

export interface TextureApiOptions {
  readonly sourceName: string;
  readonly apiOrigin: string;
  /** Bound to that origin. */
  readonly client: JsonClient;
  readonly apiKey: Secret;
}

export function createTextureApi({ sourceName, apiOrigin, client, apiKey }: TextureApiOptions): TextureApi {
  const whereTheKeyIs = `the key of source ${sourceName} (${secretVariables(sourceName).apiKey}, or its secret)`;
  return {
    url(segments, query = {}) {
      const url = new URL([ROOT, ...segments.map(encodeURIComponent)].join('/'), apiOrigin);
      for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
      return url;
    },
    async get({ siteId, ...request }) {
      if (!KEY_FORM.test(apiKey.reveal())) {
        throw new SourceAccessError(`Blanks, line ends or foreign letters are in ${whereTheKeyIs}: store it again`);
      }
      const answer = await client({
        ...request,
        secretHeaders: { 'texture-api-key': apiKey },
        ...(siteId === undefined ? {} : { scope: siteId }),
      });
      if (answer.ok) return answer.value;
      const endpoint = endpointName('GET', request.url);
      switch (answer.status) {
        case 404:
          return undefined;
        case 401:
        case 403:
          throw new SourceAccessError(
            `${endpoint} refuses access (${answer.status}): check ${whereTheKeyIs}, and whether it is a server key of the right workspace`,
          );
        default:
          throw new UnexpectedPayloadError(`${endpoint} answered with status ${answer.status}`);
      }
    },
  };
}
