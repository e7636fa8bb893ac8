import type { Instant } from '../domain/time/instant.ts';
import { type FoundReport, findReport } from './find-report.ts';
import { decodeEntry, type LedgerBody, type LedgerParts } from './ledger.ts';
import { type ReportState, reportStatus } from './report-status.ts';

export interface LedgerLine {
  readonly entry: string;
  readonly storedAt: Instant;
  /** What the entry says, without the figures of a snapshot. */
  readonly detail: LedgerBody;
}

export interface Explanation extends FoundReport {
  readonly state: ReportState;
  /** In the order in which they came about. */
  readonly lines: readonly LedgerLine[];
  readonly next: string;
}

const NEXT: Readonly<Record<ReportState, string>> = {
  planned:
    'The next tick tries again: it waits for the data, up to its longest wait, and then makes the report of what is there.',
  archiving: 'The next tick makes the files of the stored snapshot: the same bytes, whoever began.',
  mailing:
    'The next tick sends what was not sent. A send in doubt waits for word from the mail service, and then follows the policy.',
  held: 'Nothing, until somebody decides: `resolve` with --resend sends it again, with --drop leaves it unsent.',
  finished: 'Nothing more, unless a later reading of its data brings a revision.',
};

/** Says everything that the ledger knows of a report, and what will happen next. Ids and hashes only. */
export async function explainReport(parts: Pick<LedgerParts, 'ledger'>, name: string): Promise<Explanation> {
  const found = await findReport(parts, name);
  const lines: LedgerLine[] = [];
  for await (const key of parts.ledger.list(found.prefix)) {
    const object = await parts.ledger.get(key);
    if (object === undefined) continue;
    lines.push({
      entry: key.slice(found.prefix.length),
      storedAt: object.storedAt,
      detail: withoutFigures(decodeEntry(object.bytes)),
    });
  }
  lines.sort((a, b) => a.storedAt - b.storedAt || (a.entry < b.entry ? -1 : 1));
  const status = (await reportStatus(parts, found.prefix))[0];
  const state = status?.state ?? 'planned';
  return { ...found, state, lines, next: NEXT[state] };
}

function withoutFigures(body: LedgerBody): LedgerBody {
  const { owner: _owner, days, location, presentation: _p, comparisons: _c, tariff: _t, ...rest } = body;
  const place = typeof location === 'string' ? { location } : {};
  return Array.isArray(days) ? { ...rest, days: days.length } : { ...rest, ...place };
}
