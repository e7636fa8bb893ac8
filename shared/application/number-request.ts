import type { LocationRef } from '../domain/location.ts';
import type { Period } from '../domain/time/period.ts';
import { begunMails } from './begun-mails.ts';
import { type LedgerParts, latestRevision, openLedger } from './ledger.ts';
import type { ReportRequest } from './ports.ts';

const FIRST_COPY = 2;

/**
 * Gives a wish for a further copy, or for a new revision, the number that it has now: however often the request is worked,
 * that copy is sent once and that revision is made once.
 */
export async function numberRequest(
  parts: LedgerParts,
  ref: LocationRef,
  period: Period,
  wish: { readonly resend: boolean; readonly revise: boolean },
): Promise<Pick<ReportRequest, 'resend' | 'revise'>> {
  if (!wish.resend && !wish.revise) return {};
  const ledger = await openLedger(parts, ref, period);
  const copies = wish.resend ? (await begunMails(ledger)).map(({ intent }) => copyNumber(intent)) : [];
  return {
    ...(wish.resend ? { resend: Math.max(FIRST_COPY, ...copies.map((copy) => copy + 1)) } : {}),
    ...(wish.revise ? { revise: latestRevision(ledger) + 1 } : {}),
  };
}

const copyNumber = (intent: string): number => Number(/^resend-(\d+)$/.exec(intent)?.[1] ?? 1);
