import type { Instant } from '../domain/time/instant.ts';
import { isArchived, latestArchived } from './archive-report.ts';
import { LEDGER_ROOT } from './keys.ts';
import type { LedgerParts } from './ledger.ts';
import { type ListedReport, listReports, REPORTS_ROOT } from './list-reports.ts';
import { type MailStanding, mailStandings } from './mail-standings.ts';
import { readSubject } from './report-subject.ts';
import { createIsScheduled, type IsScheduled } from './scheduled-reports.ts';

/**
 * How far a report got. `planned`: nothing is stored yet (waiting for data, or kept back by a failure) · `archiving`: the
 * snapshot is there, files are missing · `mailing`: archived, mails are missing or in doubt · `held`: a mail waits for a
 * person · `archived`: made without mail, and no tick has it to mail · `finished`: nothing more will happen.
 */
export type ReportState = 'planned' | 'archiving' | 'mailing' | 'held' | 'archived' | 'finished';

export interface ReportStatus {
  readonly reportId: string;
  readonly location: string;
  readonly kind: string;
  readonly period: string;
  readonly due: Instant;
  readonly state: ReportState;
  readonly revisions: number;
  readonly mailsDone: number;
  readonly mailsOpen: number;
  /** True when ticks have it to make and to mail; false for what was only asked for by a person. */
  readonly scheduled: boolean;
  /** True when ticks are done with it. */
  readonly finished: boolean;
  /** The mails that did not simply go out. */
  readonly mails: readonly MailStanding[];
}

/** Reports whose entries are read at the same time. */
const AT_ONCE = 16;

export const isOpen = ({ state }: ReportStatus): boolean => state !== 'finished' && state !== 'archived';

/**
 * The state of the reports that the ledger knows, oldest first. Only ids and hashes: no names, no addresses.
 *
 * @param options.within a prefix below which the reports lie; all of them unless given
 * @param options.openOnly leaves out what is finished, and asks the ledger less
 */
export async function reportStatus(
  parts: Pick<LedgerParts, 'ledger'>,
  { within = REPORTS_ROOT, openOnly = false }: { readonly within?: string; readonly openOnly?: boolean } = {},
): Promise<ReportStatus[]> {
  const finished = await finishedIds(parts, within);
  const isScheduled = createIsScheduled(parts);
  const statuses: ReportStatus[] = [];
  let batch: Promise<ReportStatus | undefined>[] = [];
  const take = async () => {
    for (const status of await Promise.all(batch)) {
      if (status !== undefined && (!openOnly || isOpen(status))) statuses.push(status);
    }
    batch = [];
  };
  for await (const listed of listReports(parts, within)) {
    batch.push(statusOf(parts, listed, finished.has(listed.reportId), isScheduled, openOnly));
    if (batch.length === AT_ONCE) await take();
  }
  await take();
  return statuses.sort((a, b) => a.due - b.due || (a.location < b.location ? -1 : 1));
}

async function finishedIds({ ledger }: Pick<LedgerParts, 'ledger'>, within: string): Promise<Set<string>> {
  const place = within.slice(REPORTS_ROOT.length).replace(/\/$/, '');
  const ids = new Set<string>();
  for await (const key of ledger.list(`${LEDGER_ROOT}finished/${place}`)) ids.add(key.split('/').at(-1) ?? '');
  return ids;
}

async function statusOf(
  parts: Pick<LedgerParts, 'ledger'>,
  { reportId, prefix, entries }: ListedReport,
  finished: boolean,
  isScheduled: IsScheduled,
  openOnly: boolean,
): Promise<ReportStatus | undefined> {
  const mails = await mailStandings(parts, prefix, entries);
  if (openOnly && finished && !mails.some(({ state }) => state === 'open' || state === 'held')) return undefined;
  const subject = await readSubject(parts, prefix);
  if (subject === undefined) return undefined;
  const { location, kind, period, due } = subject;
  const scheduled = await isScheduled(location, period);
  const mailsOpen = mails.filter(({ state }) => state === 'open').length;
  return {
    reportId,
    location,
    kind,
    period,
    due,
    state: stateOf(entries, mails, { scheduled, finished }),
    revisions: latestArchived(entries),
    mailsDone: mails.length - mailsOpen,
    mailsOpen,
    scheduled,
    finished,
    mails: mails.filter(({ state, returned }) => state === 'held' || state === 'suppressed' || returned !== null),
  };
}

function stateOf(
  entries: readonly string[],
  mails: readonly MailStanding[],
  { scheduled, finished }: { readonly scheduled: boolean; readonly finished: boolean },
): ReportState {
  if (mails.some(({ state }) => state === 'held')) return 'held';
  if (mails.some(({ state }) => state === 'open')) return 'mailing';
  if (finished) return 'finished';
  if (!isArchived(entries)) {
    return entries.some((entry) => /^r\d+\/snapshot$/.test(entry)) ? 'archiving' : 'planned';
  }
  if (scheduled) return 'mailing';
  return mails.length > 0 ? 'finished' : 'archived';
}
