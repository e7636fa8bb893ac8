import type { ServerResponse } from 'node:http';

/** What the API has that a day of a location is read from. */
export type Endpoint =
  | 'token'
  | 'list'
  | 'location'
  | 'metadata'
  | 'installation'
  | 'register'
  | 'aggregate'
  | 'historical'
  | 'hub';

/** What was asked for, and what an honest server would have said. */
export interface Asked {
  readonly base: string;
  readonly url: URL;
  /** The server's own host and port, and somebody else's. */
  readonly host: string;
  readonly other: string;
}

/** An answer: a text with its status and headers, bytes in the place of a whole HTTP answer, or something done by hand. */
export type Reply =
  | {
      readonly body: string | Uint8Array;
      readonly status?: number;
      readonly headers?: Readonly<Record<string, string | string[]>>;
    }
  /** After the bytes the connection ends, falls, or stays open and silent. */
  | { readonly raw: string | Uint8Array; readonly after?: 'end' | 'destroy' | 'stay' }
  | { readonly act: (response: ServerResponse) => void };

export type Respond = (asked: Asked) => Reply;

/**
 * What has to come of it. `refused`: a typed error. `same`: the figures of the honest answers. `marked`: other figures, and
 * a word about it. `either`: one of these. A list may also be `partial`: it says that something is missing.
 */
export type Ending = 'refused' | 'same' | 'marked' | 'either' | 'partial';

export interface HostileCase {
  readonly name: string;
  readonly replies: Partial<Readonly<Record<Endpoint, Respond>>>;
  readonly ending: Ending;
  readonly reads: 'day' | 'list';
  /** Asked by https although the server knows none. */
  readonly secure?: true;
}

/** A case about one endpoint: what it answers there, and what has to come of it. */
export function caseAt(at: Endpoint, name: string, respond: Respond, ending: Ending): HostileCase {
  return { name: `${at}: ${name}`, replies: { [at]: respond }, ending, reads: at === 'list' ? 'list' : 'day' };
}
