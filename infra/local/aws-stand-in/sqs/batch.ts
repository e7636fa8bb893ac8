import { AwsError } from '../call.ts';
import type { Input } from './sqs-input.ts';

const MOST_ENTRIES = 10;

/** @throws AwsError when a batch is empty, longer than ten, or its ids are malformed or not distinct */
export function checkBatch(entries: readonly Input[]): void {
  if (entries.length === 0) throw refusal('EmptyBatchRequest', 'There should be at least one entry in the request.');
  if (entries.length > MOST_ENTRIES) {
    const what = `Maximum number of entries per request are ${MOST_ENTRIES}. You have sent ${entries.length}.`;
    throw refusal('TooManyEntriesInBatchRequest', what);
  }
  const ids = entries.map((entry) => entry.text('Id'));
  if (ids.some((id) => !/^[A-Za-z0-9_-]{1,80}$/.test(id))) {
    throw refusal('InvalidBatchEntryId', 'An id may hold letters, digits, hyphens and underscores, at most 80.');
  }
  if (new Set(ids).size < ids.length) throw refusal('BatchEntryIdsNotDistinct', 'Two entries have the same id.');
}

/** Does one thing to each entry, and answers which of them worked and which did not. */
export function entryByEntry(entries: readonly Input[], one: (entry: Input) => object): unknown {
  const [successful, failed]: [unknown[], unknown[]] = [[], []];
  for (const entry of entries) {
    const Id = entry.text('Id');
    try {
      successful.push({ Id, ...one(entry) });
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      failed.push({ Id, Code: error.code, Message: error.message, SenderFault: error.status < 500 });
    }
  }
  return { Successful: successful, ...(failed.length === 0 ? {} : { Failed: failed }) };
}

function refusal(code: string, message: string): AwsError {
  return new AwsError(400, code, message);
}
