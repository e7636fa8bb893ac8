import type { LedgerLine } from './explain-report.ts';
import { MAX_ATTEMPTS } from './mail-ledger.ts';

/**
 * Lines in the order in which they came about. Where a store tells no more than the second, or a run stands for one instant,
 * what leads to what decides: a revision's data, its files, its mails, the end of it, and what a person asked for behind that.
 * Mails of the same kind go out one after the other; which of them was first, nobody can tell.
 */
export function inOrderOfEvents(lines: readonly LedgerLine[]): LedgerLine[] {
  const claims = claimsIn(lines);
  const placed = lines.map((line) => ({ line, place: [line.storedAt, ...placeOf(line, claims), line.entry] }));
  return placed.sort((a, b) => compare(a.place, b.place)).map(({ line }) => line);
}

/** Each is compared where all before it are the same. */
type Place = readonly (number | string)[];

function compare(a: Place, b: Place): number {
  const index = a.findIndex((value, at) => value !== b[at]);
  const [own = '', other = ''] = [a[index], b[index]];
  return own === other ? 0 : own < other ? -1 : 1;
}

const LAST = Number.MAX_SAFE_INTEGER;
const [FILES, FIRST_MAILS, END, FURTHER_MAILS] = [0, 1, 2, 3];
const FILE_STEPS = ['snapshot', 'archived', 'variant'];

/** Revision, stage, number of the copy, mail, step. */
function placeOf({ entry, detail }: LedgerLine, claims: Claims): Place {
  if (entry === 'plan') return [0, FILES, 0, '', 0];
  if (entry === 'finished') return [numberIn(detail, 'revision'), END, 0, '', 0];
  const [, revision, file = ''] = /^r(\d+)\/([a-z]+)/.exec(entry) ?? [];
  if (revision !== undefined) return [Number(revision), FILES, 0, '', FILE_STEPS.indexOf(file)];
  const mailEntry = readMailEntry(entry);
  // That data was read again is noted behind everything that came of it.
  if (mailEntry === undefined) return [LAST, END, 0, '', 0];
  const { mail, round, step, attempt } = mailEntry;
  const about = 'intent' in detail ? detail : (claims.get(`${mail}-${attempt}`) ?? claims.get(mail) ?? {});
  const copy = Number(/^resend-(\d+)$/.exec(String(about['intent']))?.[1] ?? 0);
  const stage = copy === 0 && round === 1 ? FIRST_MAILS : FURTHER_MAILS;
  return [numberIn(about, 'revision'), stage, copy, mail, step];
}

interface MailEntry {
  readonly mail: string;
  readonly attempt: number;
  /** Each decision of a person begins another. */
  readonly round: number;
  /** Grows with what follows within a mail. */
  readonly step: number;
}

const STEPS = ['claim', 'refused', 'sent', 'event'];
const ROUND = 1_000;

function readMailEntry(entry: string): MailEntry | undefined {
  const [, about = '', on] = /^outcome\/([^/]+)-(\d+)\//.exec(entry) ?? [];
  if (on !== undefined) return attemptOf(about, Number(on), STEPS.length);
  const [, mail = '', word = '', number] = /^mail\/([^/]+)\/([a-z]+)-(\d+)$/.exec(entry) ?? [];
  if (number === undefined) return undefined;
  const count = Number(number);
  if (word === 'done') return { mail, attempt: 0, round: count, step: ROUND * (count + 1) - 1 };
  if (word === 'reopened') return { mail, attempt: 0, round: count + 1, step: ROUND * (count + 1) };
  return attemptOf(mail, count, STEPS.indexOf(word));
}

function attemptOf(mail: string, attempt: number, step: number): MailEntry {
  const round = Math.ceil(attempt / MAX_ATTEMPTS);
  return { mail, attempt, round, step: ROUND * round + 10 * (1 + ((attempt - 1) % MAX_ATTEMPTS)) + step };
}

type Claims = ReadonlyMap<string, LedgerLine['detail']>;

/** What the claims say, by mail and attempt; the first one also by the mail alone. */
function claimsIn(lines: readonly LedgerLine[]): Claims {
  const claims = new Map<string, LedgerLine['detail']>();
  for (const { entry, detail } of lines) {
    const [, mail = '', attempt] = /^mail\/([^/]+)\/claim-(\d+)$/.exec(entry) ?? [];
    if (attempt === undefined) continue;
    claims.set(`${mail}-${attempt}`, detail);
    if (!claims.has(mail)) claims.set(mail, detail);
  }
  return claims;
}

function numberIn(detail: LedgerLine['detail'], name: string): number {
  const value = detail[name];
  return typeof value === 'number' ? value : LAST;
}
