import { LEDGER_ROOT } from './keys.ts';
import type { LedgerParts } from './ledger.ts';

export const REPORTS_ROOT = `${LEDGER_ROOT}reports/`;

/** A report as a listing of the ledger shows it: what it is about, an entry tells. */
export interface ListedReport {
  readonly reportId: string;
  readonly kind: string;
  /** As in the archive's keys. */
  readonly period: string;
  readonly prefix: string;
  /** Names of the entries below the prefix. */
  readonly entries: readonly string[];
}

/** Every report below a prefix of the ledger, one after the other: a listing comes in order, so that none is held back. */
export async function* listReports(
  { ledger }: Pick<LedgerParts, 'ledger'>,
  within = REPORTS_ROOT,
): AsyncGenerator<ListedReport> {
  let current: (ListedReport & { readonly entries: string[] }) | undefined;
  for await (const key of ledger.list(within)) {
    const [kind = '', period = '', reportId = '', ...entry] = key.slice(REPORTS_ROOT.length).split('/');
    if (entry.length === 0) continue;
    const prefix = `${REPORTS_ROOT}${kind}/${period}/${reportId}/`;
    if (current?.prefix !== prefix) {
      if (current !== undefined) yield current;
      current = { reportId, kind, period, prefix, entries: [] };
    }
    current.entries.push(entry.join('/'));
  }
  if (current !== undefined) yield current;
}
