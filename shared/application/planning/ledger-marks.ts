import { type Period, periodKeyForPath } from '../../domain/time/period.ts';
import { finishedPrefix, recheckedPrefix } from '../keys.ts';
import type { LedgerParts } from '../ledger.ts';
import { createIdTable, type IdTable } from './id-table.ts';
import { listBelow } from './list-below.ts';

/** What the ledger says of reports, as far as it was asked. */
export interface LedgerMarks {
  /** Tells which of these reports of a period need nothing more. */
  finished(period: Period, ids: readonly string[]): Promise<(id: string) => boolean>;
  /** Tells the latest recheck that each of these reports has had, in days after the period's end; 0 for none. */
  rechecked(period: Period, ids: readonly string[]): Promise<(id: string) => number>;
  /** How many requests this has taken. */
  requests(): number;
}

/** So few are asked for one by one of any fleet whose list has as many pages. */
const FEW = 8;

const ID = /^[a-z2-7]{26}$/;

/**
 * Asks for each report, or lists all of the period once and remembers, whichever takes fewer requests: what a tick asks
 * grows with what is due, and never beyond a thousandth of the fleet for a period.
 *
 * @param locations how many the fleets have in all
 */
export function createLedgerMarks({ ledger }: Pick<LedgerParts, 'ledger'>, locations: number): LedgerMarks {
  const listed = new Map<string, Promise<IdTable>>();
  let requests = 0;
  const count = () => {
    requests += 1;
  };
  const pages = Math.ceil(locations / 1_000);

  const list = async (prefix: string): Promise<IdTable> => {
    const table = createIdTable(locations);
    await listBelow(ledger, prefix, locations, count, (rest) => {
      const slash = rest.indexOf('/');
      const id = slash < 0 ? rest : rest.slice(0, slash);
      if (!ID.test(id)) return;
      const day = slash < 0 ? 0 : Number(rest.slice(slash + 1));
      table.set(id, Math.max(table.get(id) ?? 0, Number.isInteger(day) ? day : 0));
    });
    return table;
  };
  const listOnce = (prefix: string): Promise<IdTable> => {
    const known = listed.get(prefix) ?? list(prefix);
    listed.set(prefix, known);
    return known;
  };
  const askedAlone = new Map<string, number>();
  /** So many, and there will be more: many sheets that each ask a little ask a great deal. */
  const mostAlone = Math.min(pages, Math.max(FEW, pages / 8));
  const isCheaperAlone = (prefix: string, ids: readonly string[]) => {
    const asked = (askedAlone.get(prefix) ?? 0) + ids.length;
    if (asked >= mostAlone || listed.has(prefix)) return false;
    askedAlone.set(prefix, asked);
    return true;
  };

  return {
    requests: () => requests,
    async finished(period, ids) {
      const prefix = finishedPrefix(period.kind, periodKeyForPath(period));
      if (isCheaperAlone(prefix, ids)) {
        requests += ids.length;
        const there = await Promise.all(
          ids.map(async (id) => ((await ledger.get(prefix + id)) === undefined ? [] : [id])),
        );
        const finished = new Set(there.flat());
        return (id) => finished.has(id);
      }
      const table = await listOnce(prefix);
      return (id) => table.get(id) !== undefined;
    },
    async rechecked(period, ids) {
      const prefix = recheckedPrefix(period.kind, periodKeyForPath(period));
      if (isCheaperAlone(prefix, ids)) {
        const latest = new Map<string, number>();
        const days = ids.map(async (id) => {
          count();
          for await (const key of ledger.list(`${prefix}${id}/`)) {
            latest.set(id, Math.max(latest.get(id) ?? 0, Number(key.slice(prefix.length + id.length + 1))));
          }
        });
        await Promise.all(days);
        return (id) => latest.get(id) ?? 0;
      }
      const table = await listOnce(prefix);
      return (id) => table.get(id) ?? 0;
    },
  };
}
