import { UnknownReportError } from '../errors.ts';
import { findReport } from './find-report.ts';
import { createLedger, type LedgerParts } from './ledger.ts';
import { openMailLedger } from './mail-ledger.ts';

export type Resolution = 'resend' | 'drop';

/**
 * Decides about the mails of a report that were held: `resend` opens them for three more attempts, `drop` ends them
 * unsent. The decision is a ledger entry of its own, so that it can be read later who let what happen.
 *
 * @param by who decides, as an id that may be stored; never a name or an address
 * @returns how many mails the decision is about
 * @throws UnknownReportError when no mail of the report is held
 */
export async function resolveReport(
  parts: LedgerParts,
  name: string,
  resolution: Resolution,
  by: string,
): Promise<number> {
  const found = await findReport(parts, name);
  const ledger = await createLedger(parts, found.prefix);
  const intents = new Set(
    [...ledger.entries].map((entry) => /^mail\/([^/]+)\//.exec(entry)?.[1]).filter((id) => id !== undefined),
  );
  let resolved = 0;
  for (const intentId of intents) {
    const mail = openMailLedger(ledger, intentId);
    if ((await mail.ending()) !== 'held') continue;
    await mail.reopen({ resolution, by });
    if (resolution === 'drop') await openMailLedger(ledger, intentId).close('dropped', { by });
    resolved += 1;
  }
  if (resolved === 0)
    throw new UnknownReportError(
      `No mail of ${found.location} ${found.period} is held; \`why\` shows what it waits for.`,
    );
  return resolved;
}
