import { UnknownReportError } from '../errors.ts';
import { findReport } from './find-report.ts';
import { createLedger, type LedgerParts } from './ledger.ts';
import { openMailLedger } from './mail-ledger.ts';

export type Resolution = 'resend' | 'drop';

/** What the decision was about. */
export interface Resolved {
  readonly location: string;
  readonly period: string;
  /** How many held mails were reopened, or ended unsent. */
  readonly mails: number;
  /** How many of the held mails had gone out after all, as the mail service told later; nothing more happens to them. */
  readonly hadGoneOut: number;
}

/**
 * Decides about the mails of a report that were held: `resend` opens them for further attempts, `drop` ends them unsent.
 * The decision is a ledger entry of its own, so that it can be read later who let what happen.
 *
 * @param by who decides, as an id that may be stored; never a name or an address
 * @throws UnknownReportError when no mail of the report is held
 */
export async function resolveReport(
  parts: LedgerParts,
  name: string,
  resolution: Resolution,
  by: string,
): Promise<Resolved> {
  const { location, period, prefix } = await findReport(parts, name);
  const ledger = await createLedger(parts, prefix);
  const intents = new Set([...ledger.entries].flatMap((entry) => /^mail\/([^/]+)\//.exec(entry)?.[1] ?? []));
  const counts = { mails: 0, hadGoneOut: 0 };
  for (const intentId of intents) {
    const mail = openMailLedger(ledger, intentId);
    // Of two who decide at once, one does.
    if ((await mail.ending()) !== 'held' || !(await mail.reopen({ resolution, by }))) continue;
    if (mail.wentOut) await openMailLedger(ledger, intentId).close('mailed', { by });
    else if (resolution === 'drop') await openMailLedger(ledger, intentId).close('dropped', { by });
    counts[mail.wentOut ? 'hadGoneOut' : 'mails'] += 1;
  }
  if (counts.mails + counts.hadGoneOut === 0)
    throw new UnknownReportError(`No mail of ${location} ${period} is held; \`why\` shows what it waits for.`);
  return { location, period, ...counts };
}
