import type { Clock } from '../../application/ports.ts';
import { SourceAccessError } from '../../errors.ts';
import type { TimeBudget } from '../http/time-budget.ts';
import type { TextureApi } from './texture-api.ts';
import { readTextureList } from './texture-list.ts';
import { type WireCustomer, wireCustomer } from './wire.ts';

/** All customers of the workspace, as read at most ten minutes ago. */
export type ReadCustomers = (budget: TimeBudget) => Promise<readonly WireCustomer[]>;

const KEPT_MS = 600_000;

/** Half a list would leave somebody without a mail, so it is none. @throws what reading the list throws */
export function createCustomers(api: TextureApi, sourceName: string, clock: Clock): ReadCustomers {
  let kept: { readonly reading: Promise<readonly WireCustomer[]>; readonly atMs: number } | undefined;
  const read = async (budget: TimeBudget) => {
    const list = await readTextureList<WireCustomer>(api, {
      segments: ['customers'],
      entry: wireCustomer,
      budget,
      missing: () => new SourceAccessError(`Source ${sourceName} has no list of customers (404)`),
    });
    if (list.brokenOff !== undefined) throw list.brokenOff;
    return list.items;
  };
  return (budget) => {
    const ageMs = kept === undefined ? Number.POSITIVE_INFINITY : Math.abs(clock.now() - kept.atMs);
    if (kept !== undefined && ageMs < KEPT_MS) return kept.reading;
    const reading = read(budget).catch((error) => {
      kept = undefined;
      throw error;
    });
    kept = { reading, atMs: clock.now() };
    return reading;
  };
}
