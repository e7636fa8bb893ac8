import { locationPath } from '../domain/location.ts';
import type { FigureChange } from '../domain/report/changes.ts';
import { UnknownReportError } from '../errors.ts';
import { archiveReport, latestArchived } from './archive-report.ts';
import { deliverReport, isClaimed } from './deliver-report.ts';
import type { FactsArchive } from './facts-archive.ts';
import type { ReportLedger } from './ledger.ts';
import { type MadeReport, type MakeParts, made, nothingYet } from './make-report.ts';
import { type ReportAbout, type Reread, type RereadParts, rereadReport, storeRevision } from './reread-report.ts';

export interface Restatement {
  /** Kept in the ledger beside the revision's snapshot. */
  readonly reason: string;
  /** Whether the revision is mailed to those who had the report. */
  readonly mail: boolean;
}

/**
 * Reads all data of a report again, because somebody knows that it was wrong. Only a notable change makes a new revision,
 * with the list of what changed. A restatement that stopped half way is ended by the next one.
 *
 * @throws UnknownReportError when there is no report yet
 */
export async function restateReport(
  parts: MakeParts,
  ledger: ReportLedger,
  about: ReportAbout,
  { reason, mail }: Restatement,
): Promise<MadeReport> {
  const { reader, period, subscription } = about;
  const reread = await readAllAgain(parts, ledger, about);
  const { before, changes, latest } = reread;
  const isUnended = before.reason === reason || latestArchived([...ledger.entries]) < latest;
  if (changes.length === 0 && !isUnended) return nothingYet('unchanged');
  const stored = changes.length > 0 ? await storeRevision(parts, ledger, about, reread, reason) : before;
  const archived = await archiveReport(parts, ledger, reader.location, period, stored);
  const recipients = subscription.recipients.filter((recipient) => isClaimed(ledger, archived.report, recipient));
  const options = { trigger: 'on-demand', mail, revise: true } as const;
  return made(archived, await deliverReport(parts, ledger, archived, { ...subscription, recipients }, options));
}

/**
 * What a restatement would change; nothing is written.
 *
 * @throws UnknownReportError when there is no report yet
 */
export async function previewRestatement(
  parts: Omit<RereadParts, 'facts'>,
  ledger: ReportLedger,
  about: ReportAbout,
): Promise<readonly FigureChange[]> {
  return (await readAllAgain({ ...parts, facts: NO_FACTS }, ledger, about)).changes;
}

/** All days are read again, so that the archive is asked for none. */
const NO_FACTS: FactsArchive = {
  read: async () => new Map(),
  keepChanged: async () => {},
  keepTogether: async () => {},
};

async function readAllAgain(parts: RereadParts, ledger: ReportLedger, about: ReportAbout): Promise<Reread> {
  const reread = await rereadReport(parts, ledger, about, () => true);
  if (reread !== undefined) return reread;
  const name = `${locationPath(about.reader.location)} ${about.period.key}`;
  throw new UnknownReportError(`${name} has no report yet that could be restated; \`report\` makes it.`);
}
