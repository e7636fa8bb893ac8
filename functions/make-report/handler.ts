import type { Container } from './container.ts';
import { parseEvent, type QueueRecord } from './event.ts';
import { answerOnDemand, type OnDemandAnswer } from './on-demand.ts';
import type { RemainingMs } from './time-left.ts';
import { workMessage } from './work-message.ts';

/** What the handler needs of Lambda's context. */
export interface InvocationContext {
  getRemainingTimeInMillis(): number;
}

export interface BatchAnswer {
  readonly batchItemFailures: readonly { readonly itemIdentifier: string }[];
}

/** Works a batch of the queue, or answers a request on demand: the same report either way. */
export function createHandler(container: () => Promise<Container>) {
  return async (event: unknown, context: InvocationContext): Promise<BatchAnswer | OnDemandAnswer> => {
    const parsed = parseEvent(event);
    const remainingMs = () => context.getRemainingTimeInMillis();
    const built = await container();
    try {
      return parsed.kind === 'queue'
        ? await workBatch(built, parsed.records, remainingMs)
        : await answerOnDemand(built, parsed.request, remainingMs);
    } finally {
      built.tellUsage();
    }
  };
}

/** One message after the other; each is told apart, so that the good ones do not come again with the bad. */
async function workBatch(
  container: Container,
  records: readonly QueueRecord[],
  remainingMs: RemainingMs,
): Promise<BatchAnswer> {
  const batchItemFailures: { itemIdentifier: string }[] = [];
  for (const record of records) {
    const worked = await workMessage(container, record, remainingMs);
    if (worked === 'again') batchItemFailures.push({ itemIdentifier: record.messageId });
  }
  return { batchItemFailures };
}
