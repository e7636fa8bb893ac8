import { type Instant, parseInstant } from '../domain/time/instant.ts';
import { LEDGER_ROOT } from './keys.ts';
import { decodeEntry, type LedgerParts } from './ledger.ts';

/**
 * How far a report got. `planned`: nothing is stored yet (waiting for data, or kept back by a failure) · `archiving`: the
 * snapshot is there, files are missing · `mailing`: archived, mails are missing or in doubt · `held`: a mail waits for a
 * person · `finished`: nothing more will happen.
 */
export type ReportState = 'planned' | 'archiving' | 'mailing' | 'held' | 'finished';

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
}

/**
 * The state of every report that the ledger knows, oldest first. Only ids: no names, no addresses.
 *
 * @param within a prefix below which the reports lie; all of them unless given
 */
export async function reportStatus(
  parts: Pick<LedgerParts, 'ledger'>,
  within = `${LEDGER_ROOT}reports/`,
): Promise<ReportStatus[]> {
  const finished = new Set<string>();
  for await (const key of parts.ledger.list(`${LEDGER_ROOT}finished/`)) finished.add(key.split('/').at(-1) ?? '');
  const root = `${LEDGER_ROOT}reports/`;
  const entriesById = new Map<string, { prefix: string; entries: string[] }>();
  for await (const key of parts.ledger.list(within)) {
    const [kind, period, id, ...entry] = key.slice(root.length).split('/');
    if (id === undefined) continue;
    const known = entriesById.get(id) ?? { prefix: `${root}${kind}/${period}/${id}/`, entries: [] };
    known.entries.push(entry.join('/'));
    entriesById.set(id, known);
  }
  const statuses: ReportStatus[] = [];
  for (const [id, { prefix, entries }] of entriesById) {
    const status = await statusOf(parts, id, prefix, entries, finished.has(id));
    if (status !== undefined) statuses.push(status);
  }
  return statuses.sort((a, b) => a.due - b.due || (a.location < b.location ? -1 : 1));
}

async function statusOf(
  parts: Pick<LedgerParts, 'ledger'>,
  id: string,
  prefix: string,
  entries: readonly string[],
  isFinished: boolean,
): Promise<ReportStatus | undefined> {
  const plan = await parts.ledger.get(`${prefix}plan`);
  if (plan === undefined) return undefined;
  const { location, kind, period, due } = decodeEntry(plan.bytes) as Record<string, string>;
  const mails = Map.groupBy(
    entries.filter((entry) => entry.startsWith('mail/')),
    (entry) => entry.split('/')[1] ?? '',
  );
  const doneKeys = [...mails].flatMap(([mail, own]) => lastEnding(mail, own));
  return {
    reportId: id,
    location: location ?? '',
    kind: kind ?? '',
    period: period ?? '',
    due: parseInstant(due),
    state: await stateOf(parts, prefix, entries, doneKeys, isFinished),
    revisions: entries.filter((entry) => /^r\d+\/archived$/.test(entry)).length,
    mailsDone: doneKeys.length,
    mailsOpen: mails.size - doneKeys.length,
  };
}

async function stateOf(
  parts: Pick<LedgerParts, 'ledger'>,
  prefix: string,
  entries: readonly string[],
  doneMails: readonly string[],
  isFinished: boolean,
): Promise<ReportState> {
  for (const mail of doneMails) {
    const done = await parts.ledger.get(prefix + mail);
    if (done !== undefined && decodeEntry(done.bytes)['outcome'] === 'held') return 'held';
  }
  if (isFinished) return 'finished';
  if (entries.some((entry) => /^r\d+\/archived$/.test(entry))) return 'mailing';
  return entries.some((entry) => /^r\d+\/snapshot$/.test(entry)) ? 'archiving' : 'planned';
}

/** The ending of a mail that stands: as many endings as reopenings mean that it is open again. */
function lastEnding(mail: string, entries: readonly string[]): string[] {
  const endings = entries.filter((entry) => entry.includes('/done-')).length;
  const reopenings = entries.filter((entry) => entry.includes('/reopened-')).length;
  return endings > reopenings ? [`mail/${mail}/done-${endings}`] : [];
}
