import { isDeeperThan } from '../http/json-depth.ts';
import { badFile } from './file-fault.ts';

const MAX_DEPTH = 32;

/** @throws BadFileError for what is no JSON text in UTF-8, or nested beyond reason; nothing of it is repeated */
export async function readJsonFile(pieces: AsyncIterable<Uint8Array>): Promise<unknown> {
  const read: Uint8Array[] = [];
  for await (const piece of pieces) read.push(piece);
  const text = decoded(Buffer.concat(read));
  if (isDeeperThan(text, MAX_DEPTH)) throw badFile('the file', `is nested deeper than ${MAX_DEPTH} levels`);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw badFile(placeIn(text, error), 'is not JSON, or breaks off');
  }
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw badFile('the file', 'is not UTF-8 text: save it as UTF-8');
  }
}

/** The line of the fault, where the parser tells it; its own words would quote the file. */
function placeIn(text: string, error: unknown): string {
  const line = /line (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
  return line === undefined ? `line ${text.trimEnd().split('\n').length}` : `line ${line}`;
}
