import { type LocationRef, locationPath } from '../domain/location.ts';
import { compactUtc, type Instant, isoUtc, parseInstant } from '../domain/time/instant.ts';
import type { Period } from '../domain/time/period.ts';
import type { SenderSettings } from './configuration.ts';
import { createOnce } from './create-once.ts';
import { digestPrefix, finishedKey, hashOf, recipientHash, reportId, UNMAILED_ROOT } from './keys.ts';
import { createLedger, decodeEntry, encodeEntry, type LedgerParts } from './ledger.ts';
import { openMailLedger } from './mail-ledger.ts';
import type { Clock, DigestComposer, DigestLine } from './ports.ts';
import { type MailResult, type SendParts, sendOnce } from './send-once.ts';

export interface DigestParts extends LedgerParts, SendParts {
  readonly digestComposer: DigestComposer;
  readonly sender: SenderSettings;
  readonly operators: readonly string[];
  /** BCP 47 tag of the language that they are written to in. */
  readonly locale: string;
}

/** Notes that a report was archived too late to be mailed, for the next digest. */
export async function markUnmailed(
  parts: LedgerParts & { readonly clock: Clock },
  ref: LocationRef,
  period: Period,
): Promise<void> {
  // A report that was finished before has been told of, or will be: a repeated message must not bring it up again.
  if ((await parts.ledger.get(finishedKey(ref, period))) !== undefined) return;
  const line: DigestLine = { location: locationPath(ref), period: period.key };
  const key = `${UNMAILED_ROOT}${utcDate(parts.clock.now())}/${reportId(ref, period)}`;
  const body = encodeEntry({ owner: parts.newOwner(), ...line });
  await createOnce(parts.ledger, key, body, 'application/json', parts.pauses);
}

const utcDate = (instant: Instant) => isoUtc(instant).slice(0, 10);

/**
 * Tells the operators, in one mail each, of the reports that were archived but came too late to be mailed and that no
 * digest has told of. Each digest's content is fixed in the ledger first, so that doing it again sends nothing twice.
 */
export async function sendDigests(parts: DigestParts): Promise<MailResult[]> {
  if (parts.operators.length === 0) return [];
  const idsByDate = new Map<string, string[]>();
  for await (const key of parts.ledger.list(UNMAILED_ROOT)) {
    const [date = '', id = ''] = key.slice(UNMAILED_ROOT.length).split('/');
    idsByDate.set(date, [...(idsByDate.get(date) ?? []), id]);
  }
  const results: MailResult[] = [];
  for (const [date, ids] of idsByDate) results.push(...(await sendDigestsOf(parts, date, ids)));
  return results;
}

async function sendDigestsOf(parts: DigestParts, date: string, ids: readonly string[]): Promise<MailResult[]> {
  const results: MailResult[] = [];
  const since = parseInstant(`${date}T00:00:00Z`);
  let untold = new Set(ids);
  for (let number = 1; ; number += 1) {
    const prefix = digestPrefix(date, number);
    const ledger = await createLedger(parts, prefix);
    if (!ledger.entries.has('plan') && untold.size === 0) return results;
    const { body } =
      (await ledger.read('plan')) ??
      (await ledger.create('plan', { reports: [...untold].sort(), at: isoUtc(parts.clock.now()) }));
    const told = body['reports'] as string[];
    untold = new Set([...untold].filter((id) => !told.includes(id)));
    for (const address of parts.operators) {
      const hash = recipientHash(address);
      const intent = hashOf(['digest', 'v1', date, String(number), hash]);
      const name = `${compactUtc(since)}_digest_${date}_${number}_${hash.slice(0, 12)}`;
      results.push(
        await sendOnce(parts, {
          ledger: openMailLedger(ledger, intent),
          name,
          recipientHash: hash,
          detail: { intent: 'digest' },
          compose: async (attempt) => ({
            id: `${intent}-${attempt}`,
            name,
            from: parts.sender.from,
            replyTo: parts.sender.replyTo,
            to: address,
            date: parseInstant(body['at'] as string),
            content: parts.digestComposer.composeDigest(await linesOf(parts, date, told), parts.sender, parts.locale),
            attachments: [],
            tags: {
              mail: `${intent}-${attempt}`,
              report: String(number),
              kind: 'digest',
              period: date,
            },
          }),
        }),
      );
    }
  }
}

async function linesOf(parts: DigestParts, date: string, ids: readonly string[]): Promise<DigestLine[]> {
  const lines: DigestLine[] = [];
  for (const id of ids) {
    const object = await parts.ledger.get(`${UNMAILED_ROOT}${date}/${id}`);
    if (object !== undefined) lines.push(decodeEntry(object.bytes) as unknown as DigestLine);
  }
  return lines.sort((a, b) => (`${a.location} ${a.period}` < `${b.location} ${b.period}` ? -1 : 1));
}
