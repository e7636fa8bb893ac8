import type { ObjectStore } from '../ports.ts';

/** From so many on, a listing is split: thirty-two lists at once, one for each digit that an id begins with. */
const SPLIT_FROM = 20_000;

const DIGITS = [...'abcdefghijklmnopqrstuvwxyz234567'];

/** Keys on a page of a listing. */
const PAGE = 1_000;

/**
 * Lists what lies below a prefix, where keys go on with an id in base 32, in no order.
 *
 * @param expected about how many keys there may be
 * @param onRequest called once for each page that a bucket would give
 */
export async function listBelow(
  ledger: Pick<ObjectStore, 'list'>,
  prefix: string,
  expected: number,
  onRequest: () => void,
  take: (rest: string) => void,
): Promise<void> {
  const listOne = async (within: string) => {
    onRequest();
    let keys = 0;
    for await (const key of ledger.list(within)) {
      keys += 1;
      if (keys % PAGE === 0) onRequest();
      take(key.slice(prefix.length));
    }
  };
  if (expected < SPLIT_FROM) await listOne(prefix);
  else await Promise.all(DIGITS.map((digit) => listOne(prefix + digit)));
}
