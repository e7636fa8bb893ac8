import { parseLocationPath } from '../domain/location.ts';
import { parsePeriod, periodKeyForPath } from '../domain/time/period.ts';
import { UnknownReportError } from '../errors.ts';
import { LEDGER_ROOT, ledgerPrefixOf, reportId } from './keys.ts';
import type { LedgerParts } from './ledger.ts';
import { readSubject } from './report-subject.ts';

/** Where a report stands in the ledger, and what it is about. */
export interface FoundReport {
  readonly prefix: string;
  readonly reportId: string;
  readonly location: string;
  readonly period: string;
}

/**
 * Finds a report by what people have at hand: `SOURCE/FLEET/ID PERIOD`, or the report id that logs and mail tags carry.
 *
 * @throws UnknownReportError when the ledger has no such report; InvalidPeriodError for a period that is none
 */
export async function findReport(parts: Pick<LedgerParts, 'ledger'>, name: string): Promise<FoundReport> {
  const [place = '', periodText] = name.trim().split(/\s+/);
  const prefix = periodText === undefined ? await prefixOfId(parts, place) : prefixOfPlace(place, periodText);
  const subject = prefix === undefined ? undefined : await readSubject(parts, prefix);
  if (prefix === undefined || subject === undefined) {
    throw new UnknownReportError(
      `The ledger knows no report "${name.slice(0, 120)}". Write SOURCE/FLEET/ID PERIOD, or an id that \`status\` shows.`,
    );
  }
  const { location, period } = subject;
  return { prefix, reportId: prefix.split('/').at(-2) ?? '', location, period };
}

function prefixOfPlace(place: string, periodText: string): string | undefined {
  const ref = parseLocationPath(place);
  if (ref === undefined) return undefined;
  const period = parsePeriod(periodText);
  return ledgerPrefixOf({ kind: period.kind, period: periodKeyForPath(period), report: reportId(ref, period) });
}

async function prefixOfId(parts: Pick<LedgerParts, 'ledger'>, id: string): Promise<string | undefined> {
  const root = `${LEDGER_ROOT}reports/`;
  for await (const key of parts.ledger.list(root)) {
    const [kind = '', period = '', report = ''] = key.slice(root.length).split('/');
    if (report === id) return ledgerPrefixOf({ kind, period, report });
  }
  return undefined;
}
