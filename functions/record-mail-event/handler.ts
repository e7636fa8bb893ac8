import type { Container } from './container.ts';
import { parseRecords } from './event.ts';
import { recordOne } from './record-one.ts';

export interface BatchAnswer {
  readonly batchItemFailures: readonly { readonly itemIdentifier: string }[];
}

/** Records a batch of events; those that could not be recorded come again, alone. */
export function createHandler(container: () => Promise<Container>) {
  return async (event: unknown): Promise<BatchAnswer> => {
    const records = parseRecords(event);
    const built = await container();
    const batchItemFailures: { itemIdentifier: string }[] = [];
    for (const record of records) {
      if ((await recordOne(built, record)) === 'again') batchItemFailures.push({ itemIdentifier: record.messageId });
    }
    return { batchItemFailures };
  };
}
