import { type Instant, isoUtc } from '../domain/time/instant.ts';
import { type FoundReport, findReport } from './find-report.ts';
import { LEDGER_ROOT } from './keys.ts';
import { decodeEntry, type LedgerBody, type LedgerParts } from './ledger.ts';
import { inOrderOfEvents } from './ledger-order.ts';
import { REPORTS_ROOT } from './list-reports.ts';
import type { Clock } from './ports.ts';
import { type ReportStatus, reportStatus } from './report-status.ts';
import { whatHappensNext } from './what-happens-next.ts';

export interface LedgerLine {
  readonly entry: string;
  readonly storedAt: Instant;
  /** What the entry says, without the figures of a snapshot. */
  readonly detail: LedgerBody;
}

export interface Explanation extends FoundReport, ReportStatus {
  /** In the order in which they came about. */
  readonly lines: readonly LedgerLine[];
  readonly next: string;
}

/** Says everything that the ledger knows of a report, and what will happen next. Ids and hashes only. */
export async function explainReport(
  parts: Pick<LedgerParts, 'ledger'> & { readonly clock: Clock },
  name: string,
): Promise<Explanation> {
  const found = await findReport(parts, name);
  const place = found.prefix.slice(REPORTS_ROOT.length, -1);
  const lines = [
    ...(await linesBelow(parts, found.prefix, (key) => key.slice(found.prefix.length))),
    ...(await linesBelow(parts, `${LEDGER_ROOT}finished/${place}`, () => 'finished')),
    ...(await linesBelow(parts, `${LEDGER_ROOT}rechecked/${place}/`, (key) => `rechecked-${key.split('/').at(-1)}`)),
  ];
  const [status] = await reportStatus(parts, { within: found.prefix });
  // What a report is found by, its status is told by.
  if (status === undefined) throw new RangeError(`The ledger lists nothing below ${found.prefix}`);
  return { ...found, ...status, lines: inOrderOfEvents(lines), next: whatHappensNext(status, parts.clock.now()) };
}

async function linesBelow(
  { ledger }: Pick<LedgerParts, 'ledger'>,
  prefix: string,
  entryOf: (key: string) => string,
): Promise<LedgerLine[]> {
  const lines: LedgerLine[] = [];
  for await (const key of ledger.list(prefix)) {
    const object = await ledger.get(key);
    if (object === undefined) continue;
    lines.push({ entry: entryOf(key), storedAt: object.storedAt, detail: detailOf(decodeEntry(object.bytes)) });
  }
  return lines;
}

function detailOf({ owner: _owner, ...body }: LedgerBody): LedgerBody {
  const { days, readAt, revision, provisional, timeZoneDatabase, reason } = body;
  if (!Array.isArray(days)) return body;
  const read = typeof readAt === 'number' ? { readAt: isoUtc(readAt as Instant) } : {};
  const why = reason === undefined ? {} : { reason };
  return { revision, days: days.length, provisional, ...read, timeZoneDatabase, ...why };
}
