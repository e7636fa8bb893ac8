import type { Instant } from '../domain/time/instant.ts';
import { decodeEntry, type LedgerParts } from './ledger.ts';
import type { MailEnding } from './mail-ledger.ts';

/** How one mail of a report stands; `open`: it was begun, or reopened, and has not ended. */
export interface MailStanding {
  /** The mail's id in the ledger's keys. */
  readonly mail: string;
  readonly state: MailEnding | 'open';
  /** What came back of a mail that went out. */
  readonly returned: 'bounced' | 'complained' | null;
  /** Hash of the recipient; null where the ledger was not asked, as of a mail that simply went out. */
  readonly recipient: string | null;
  /** The mail service's code, or ours, for what happened. */
  readonly code: string | null;
  readonly since: Instant | null;
}

/**
 * How the mails of a report stand, from the names of its entries; the ledger is asked only about those that did not simply
 * go out. What is known to have gone out counts as mailed, even where it had been held before word of it came.
 */
export async function mailStandings(
  parts: Pick<LedgerParts, 'ledger'>,
  prefix: string,
  entries: readonly string[],
): Promise<MailStanding[]> {
  const byMail = Map.groupBy(
    entries.filter((entry) => entry.startsWith('mail/')),
    (entry) => entry.split('/')[1] ?? '',
  );
  return await Promise.all([...byMail].map(([mail, own]) => standingOf(parts, prefix, entries, mail, own)));
}

async function standingOf(
  { ledger }: Pick<LedgerParts, 'ledger'>,
  prefix: string,
  entries: readonly string[],
  mail: string,
  own: readonly string[],
): Promise<MailStanding> {
  const count = (name: string) => own.filter((entry) => entry.includes(`/${name}-`)).length;
  const read = async (entry: string) => {
    const object = await ledger.get(prefix + entry);
    const { recipient, code, detail, outcome, resolution } = object === undefined ? {} : decodeEntry(object.bytes);
    return {
      outcome: resolution === 'drop' ? 'dropped' : outcome,
      recipient: typeof recipient === 'string' ? recipient : null,
      code: textOrNull(code) ?? textOrNull(detail),
      since: object?.storedAt ?? null,
    };
  };
  const plain = { mail, returned: null, recipient: null, code: null, since: null };
  const endings = count('done');
  const reopenings = count('reopened');
  const isReopened = endings <= reopenings;
  const last = `mail/${mail}/${isReopened ? `reopened-${reopenings}` : `done-${endings}`}`;
  // A decision to drop a mail ends it, even where whoever decided was stopped before writing that down.
  const wentOut = count('sent') + count('event') > 0;
  if (isReopened && !wentOut && (reopenings === 0 || (await read(last)).outcome !== 'dropped')) {
    return { ...plain, state: 'open' };
  }
  const cameBack = entries.find(
    (entry) => entry.startsWith(`outcome/${mail}-`) && /\/(?:bounce|complaint)$/.test(entry),
  );
  if (cameBack !== undefined) {
    const { code, since } = await read(cameBack);
    const { recipient } = await read(`mail/${mail}/claim-${/-(\d+)\//.exec(cameBack)?.[1] ?? '1'}`);
    const returned = cameBack.endsWith('bounce') ? 'bounced' : 'complained';
    return { mail, state: 'mailed', returned, recipient, code, since };
  }
  if (wentOut) return { ...plain, state: 'mailed' };
  const { outcome, ...known } = await read(last);
  return { mail, state: (outcome as MailEnding | undefined) ?? 'held', returned: null, ...known };
}

const textOrNull = (value: unknown) => (typeof value === 'string' ? value : null);
