import type { Instant } from '../domain/time/instant.ts';
import { isoUtc } from '../domain/time/instant.ts';
import { createOnce } from './create-once.ts';
import { digestPrefix, ledgerPrefixOf, recipientHash, suppressionKey } from './keys.ts';
import { decodeEntry, encodeEntry, type LedgerBody, type LedgerParts } from './ledger.ts';
import type { MailTags } from './ports.ts';

/** What a mail service tells of a mail: that it sent it, and what came of that. */
export type MailEventType = 'send' | 'delivery' | 'delivery-delay' | 'bounce' | 'complaint' | 'reject';

export interface MailEvent {
  readonly type: MailEventType;
  /** As they came back, from whoever sent the event. */
  readonly tags: MailTags;
  readonly messageId: string;
  /** Whom the service says that it sent the mail to; compared with the claim, never stored. */
  readonly recipients: readonly string[];
  readonly at: Instant;
  /** The service's own codes, such as `Permanent/General`. */
  readonly detail: string | null;
  /** True when further mails to the recipient are pointless, or unwanted. */
  readonly endsDelivery: boolean;
}

/** `sent-twice`: recorded, and the proof that a reader got the same mail two times. `ignored`: about no mail of ours. */
export type RecordedAs = 'recorded' | 'known' | 'sent-twice' | 'ignored';

const MAIL = /^([a-z2-7]{26})-([1-9]\d{0,3})$/;

/** The prefixes that the tags of our mails lead to; anything else leads nowhere, so that no event writes outside of them. */
const PLACES: readonly { readonly form: RegExp; readonly prefix: (tags: MailTags) => string }[] = [
  { form: /^(?:daily|weekly|monthly|cycle) [0-9W_-]{7,21} [a-z2-7]{26}$/, prefix: ledgerPrefixOf },
  {
    form: /^digest \d{4}-\d\d-\d\d [1-9]\d{0,5}$/,
    prefix: ({ period, report }) => digestPrefix(period, Number(report)),
  },
];

/**
 * Puts an event beside the claim of its mail. The claim must be there, and for the same recipient: whoever can forge events
 * cannot make the ledger believe in a mail that nobody meant to send.
 *
 * @throws StoreError when the ledger could not be read or written; recording it again later does no harm
 */
export async function recordMailEvent(parts: LedgerParts, event: MailEvent): Promise<RecordedAs> {
  const place = placeOf(event.tags);
  if (place === undefined) return 'ignored';
  const { prefix, intent, attempt } = place;
  const claim = await parts.ledger.get(`${prefix}mail/${intent}/claim-${attempt}`);
  if (claim === undefined) return 'ignored';
  const { recipient } = decodeEntry(claim.bytes);
  if (typeof recipient !== 'string' || !event.recipients.map(recipientHash).includes(recipient)) return 'ignored';

  const body = { messageId: event.messageId, type: event.type, at: isoUtc(event.at), detail: event.detail };
  const recorded = event.type === 'reject' ? 'recorded' : await recordSending(parts, place, body);
  if (event.type !== 'send') await create(parts, `${prefix}outcome/${intent}-${attempt}/${event.type}`, body);
  if (event.endsDelivery) await create(parts, suppressionKey(recipient), { ...body, mail: event.tags.mail });
  return recorded;
}

interface Place {
  readonly prefix: string;
  readonly intent: string;
  readonly attempt: number;
}

/** Where in the ledger the mail is; undefined for tags that we do not give. */
function placeOf(tags: MailTags): Place | undefined {
  const [, intent, attempt] = MAIL.exec(tags.mail) ?? [];
  const path = `${tags.kind} ${tags.period} ${tags.report}`;
  const place = PLACES.find(({ form }) => form.test(path));
  if (intent === undefined || place === undefined) return undefined;
  return { prefix: place.prefix(tags), intent, attempt: Number(attempt) };
}

/** Every event but a rejection proves that the mail was sent. */
async function recordSending(parts: LedgerParts, place: Place, body: LedgerBody): Promise<RecordedAs> {
  const { prefix, intent, attempt } = place;
  const reply = await parts.ledger.get(`${prefix}mail/${intent}/sent-${attempt}`);
  const replied = reply === undefined ? undefined : decodeEntry(reply.bytes)['messageId'];
  // What the service's own reply has said need not be written down again.
  if (replied === body['messageId']) return 'known';
  const created = await create(parts, `${prefix}mail/${intent}/event-${attempt}`, body);
  if (typeof replied === 'string') return 'sent-twice';
  if (!created.mine) return created.body['messageId'] === body['messageId'] ? 'known' : 'sent-twice';
  for await (const key of parts.ledger.list(`${prefix}mail/${intent}/`)) {
    const other = /\/(?:sent|event)-(\d+)$/.exec(key)?.[1];
    if (other !== undefined && Number(other) !== attempt) return 'sent-twice';
  }
  return 'recorded';
}

async function create(parts: LedgerParts, key: string, body: LedgerBody) {
  const bytes = encodeEntry({ owner: parts.newOwner(), ...body });
  const created = await createOnce(parts.ledger, key, bytes, 'application/json', parts.pauses);
  return { mine: created.mine, body: decodeEntry(created.bytes) };
}
