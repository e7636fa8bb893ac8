import type { Instant } from '../domain/time/instant.ts';
import { SUPPRESSED_ROOT } from './keys.ts';
import { decodeEntry, type LedgerParts } from './ledger.ts';

/** A recipient who gets no more mail, by the hash of the address. */
export interface SuppressedReader {
  readonly recipient: string;
  readonly because: 'bounced' | 'complained';
  /** The mail service's code, such as `Permanent/General`. */
  readonly code: string | null;
  readonly since: Instant;
}

/** Everybody whose address bounced for good, or who complained; in the order in which that came about. */
export async function suppressedReaders({ ledger }: Pick<LedgerParts, 'ledger'>): Promise<SuppressedReader[]> {
  const readers: SuppressedReader[] = [];
  for await (const key of ledger.list(SUPPRESSED_ROOT)) {
    const object = await ledger.get(key);
    if (object === undefined) continue;
    const { type, detail } = decodeEntry(object.bytes);
    readers.push({
      recipient: key.slice(SUPPRESSED_ROOT.length),
      because: type === 'complaint' ? 'complained' : 'bounced',
      code: typeof detail === 'string' ? detail : null,
      since: object.storedAt,
    });
  }
  return readers.sort((a, b) => a.since - b.since);
}
