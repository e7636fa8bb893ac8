import type { Actor } from '../world/actor.ts';

/** One attempt at a mail, as the ledger and the mail service have it. */
export interface AttemptRecord {
  readonly claimedAtMs: number;
  readonly claimedBy: Actor;
  readonly owner: string;
  /** Requests that reached the mail service. */
  requests: number;
  acceptedAtMs: number | undefined;
  /** How many events the mail service has of it once it was taken. */
  eventsToCome: number;
  isSent: boolean;
  isRefused: boolean;
  eventAtMs: number | undefined;
}

/** One mail to one recipient for one reason. */
export interface MailRecord {
  readonly attempts: Map<number, AttemptRecord>;
  recipient: string;
  accepted: number;
  /** What the operator decided last, and how often it was to send the mail again. */
  decision: 'resend' | 'drop' | undefined;
  resends: number;
  ending: string | undefined;
}

export interface RevisionRecord {
  readonly snapshotSha256: string;
  readonly provisional: boolean;
  /** SHA-256 of the files that the commit record names, by format; undefined before it. */
  files: Readonly<Record<string, string>> | undefined;
  archivedBy: Actor | undefined;
}

/** What is known of one report from what was written, apart from what the product thinks of it. */
export interface ReportRecord {
  readonly id: string;
  readonly location: string;
  readonly kind: string;
  readonly period: string;
  readonly dueMs: number;
  readonly endMs: number;
  readonly revisions: Map<number, RevisionRecord>;
  readonly mails: Map<string, MailRecord>;
  finishedAtMs: number | undefined;
}

export function mailOf(report: ReportRecord, intentId: string): MailRecord {
  const known = report.mails.get(intentId) ?? {
    attempts: new Map<number, AttemptRecord>(),
    recipient: '',
    accepted: 0,
    decision: undefined,
    resends: 0,
    ending: undefined,
  };
  report.mails.set(intentId, known);
  return known;
}
