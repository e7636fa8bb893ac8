import type { LedgerBody, ReportLedger } from './ledger.ts';

/** Why a mail will not be touched again of its own accord. */
export type MailEnding = 'mailed' | 'held' | 'suppressed' | 'dropped';

/** An operator's order may reopen a mail that had ended; each ending has a number, and so has each reopening. */
export interface MailLedger {
  /** Each reopening begins a new round of attempts, behind those that are over. */
  readonly firstAttempt: number;
  readonly has: (entry: string, attempt: number) => boolean;
  readonly create: (entry: string, attempt: number, body: LedgerBody) => Promise<{ readonly mine: boolean }>;
  readonly read: (entry: string, attempt: number) => ReturnType<ReportLedger['read']>;
  /** True when it ended and nobody reopened it: nothing more is sent. */
  readonly isEnded: boolean;
  /** True when the ledger knows that it went out, whatever became of it before that was known. */
  readonly wentOut: boolean;
  /** How the mail ended; undefined while it has not, or when it was reopened since. */
  ending(): Promise<MailEnding | undefined>;
  close(ending: MailEnding, detail: LedgerBody): Promise<void>;
  /** Lets a mail that was held be tried again; false when it is open, or when somebody else reopened it just now. */
  reopen(detail: LedgerBody): Promise<boolean>;
}

/** So many doubtful sends hold a mail for the operator: each of them may have gone out. */
export const MAX_DOUBTS = 3;

/** A refusal that passes, such as a rate limit, is certain and costs nothing but time; so many attempts in all hold the mail. */
export const MAX_ATTEMPTS = 40;

/** The part of a report's ledger that is about one mail of one recipient. */
export function openMailLedger(ledger: ReportLedger, intentId: string): MailLedger {
  const folder = `mail/${intentId}/`;
  const count = (entry: string) => {
    let n = 0;
    while (ledger.entries.has(`${folder}${entry}-${n + 1}`)) n += 1;
    return n;
  };
  // That it went out ends a mail without another word.
  const wentOut = [...ledger.entries].some(
    (entry) => entry.startsWith(`${folder}sent-`) || entry.startsWith(`${folder}event-`),
  );
  const endings = count('done');
  const reopenings = count('reopened');
  return {
    firstAttempt: 1 + MAX_ATTEMPTS * reopenings,
    has: (entry, attempt) => ledger.entries.has(`${folder}${entry}-${attempt}`),
    isEnded: wentOut || endings > reopenings,
    wentOut,
    create: (entry, attempt, body) => ledger.create(`${folder}${entry}-${attempt}`, body),
    read: (entry, attempt) => ledger.read(`${folder}${entry}-${attempt}`),
    async ending() {
      if (endings > reopenings) {
        const done = await ledger.read(`${folder}done-${endings}`);
        return done?.body['outcome'] as MailEnding | undefined;
      }
      if (wentOut) return 'mailed';
      // Whoever decided to drop it may have been stopped before the ending was written: the decision is what counts.
      const decided = reopenings === 0 ? undefined : await ledger.read(`${folder}reopened-${reopenings}`);
      return decided?.body['resolution'] === 'drop' ? 'dropped' : undefined;
    },
    async close(ending, detail) {
      await ledger.create(`${folder}done-${reopenings + 1}`, { outcome: ending, ...detail });
    },
    async reopen(detail) {
      return endings > reopenings && (await ledger.create(`${folder}reopened-${reopenings + 1}`, detail)).mine;
    },
  };
}
