import type { ReportLedger } from './ledger.ts';
import type { IntentName } from './mail-intent.ts';

/** A mail of a report that somebody has claimed at least once. */
export interface BegunMail {
  /** The mail's id in the ledger's keys. */
  readonly mail: string;
  readonly intent: IntentName;
  /** Hash of the recipient's address. */
  readonly recipient: string;
}

/** The mails of a report that were begun, as their first claims tell. */
export async function begunMails(ledger: ReportLedger): Promise<BegunMail[]> {
  const ids = [...ledger.entries].flatMap((entry) => /^mail\/([^/]+)\/claim-1$/.exec(entry)?.[1] ?? []);
  const claims = ids.map(async (mail): Promise<BegunMail[]> => {
    const { intent, recipient } = (await ledger.read(`mail/${mail}/claim-1`))?.body ?? {};
    return isIntentName(intent) && typeof recipient === 'string' ? [{ mail, intent, recipient }] : [];
  });
  return (await Promise.all(claims)).flat();
}

function isIntentName(value: unknown): value is IntentName {
  return typeof value === 'string' && /^(?:report|(?:revision|resend)-\d+)$/.test(value);
}
