import * as z from 'zod';
import { jsonOrNothing } from '../../shared/application/json-or-nothing.ts';
import type { MailEvent, MailEventType } from '../../shared/application/record-mail-event.ts';
import { parseInstant } from '../../shared/domain/time/instant.ts';
import { validated } from '../validated.ts';

/** One message of the queue: what SNS was told by SES. */
export interface EventRecord {
  readonly messageId: string;
  readonly body: string;
}

const RECORDS = z.object({ Records: z.array(z.object({ messageId: z.string(), body: z.string() })) });

/** The names that SES gives the events which we subscribe to, and ours. */
const TYPES: Readonly<Record<string, MailEventType>> = {
  Send: 'send',
  Delivery: 'delivery',
  DeliveryDelay: 'delivery-delay',
  Bounce: 'bounce',
  Complaint: 'complaint',
  Reject: 'reject',
};

const NOTIFICATION = z.object({ Type: z.literal('Notification'), Message: z.string() });

const tag = z.array(z.string().max(256)).length(1);
const code = z
  .string()
  .max(100)
  .regex(/^[A-Za-z0-9_.-]+$/)
  .nullish()
  .catch(null);
const SES_EVENT = z.object({
  eventType: z.string(),
  mail: z.object({
    messageId: z.string().max(200),
    timestamp: z.string(),
    destination: z.array(z.string().max(320)).max(50),
    tags: z.object({ 'ses:configuration-set': tag, mail: tag, report: tag, kind: tag, period: tag }),
  }),
  bounce: z.object({ bounceType: code, bounceSubType: code }).optional(),
  complaint: z.object({ complaintFeedbackType: code, complaintSubType: code }).optional(),
  deliveryDelay: z.object({ delayType: code }).optional(),
  reject: z.object({ reason: code }).optional(),
});

type SesEvent = z.output<typeof SES_EVENT>;

/** @throws EventError for what is no batch of an SQS queue */
export function parseRecords(event: unknown): readonly EventRecord[] {
  return validated(RECORDS, event, 'This is no batch of an SQS queue.').Records;
}

/** What SES tells, with the configuration set that it says the mail went through; undefined for anything that is not of that form. */
export function parseMailEvent(
  body: string,
): { readonly configurationSet: string; readonly event: MailEvent } | undefined {
  const notification = NOTIFICATION.safeParse(jsonOrNothing(body));
  if (!notification.success) return undefined;
  const parsed = SES_EVENT.safeParse(jsonOrNothing(notification.data.Message));
  if (!parsed.success) return undefined;
  const type = Object.hasOwn(TYPES, parsed.data.eventType) ? TYPES[parsed.data.eventType] : undefined;
  if (type === undefined) return undefined;
  const { tags } = parsed.data.mail;
  return { configurationSet: first(tags['ses:configuration-set']), event: toMailEvent(type, parsed.data) };
}

function toMailEvent(type: MailEventType, ses: SesEvent): MailEvent {
  const { mail, bounce } = ses;
  const { tags } = mail;
  return {
    type,
    tags: { mail: first(tags.mail), report: first(tags.report), kind: first(tags.kind), period: first(tags.period) },
    messageId: mail.messageId,
    recipients: mail.destination,
    at: parseInstant(mail.timestamp),
    detail: detailOf(ses),
    endsDelivery: type === 'complaint' || (type === 'bounce' && bounce?.bounceType === 'Permanent'),
  };
}

function detailOf({ bounce, complaint, deliveryDelay, reject }: SesEvent): string | null {
  const codes = [
    bounce?.bounceType,
    bounce?.bounceSubType,
    complaint?.complaintFeedbackType,
    complaint?.complaintSubType,
    deliveryDelay?.delayType,
    reject?.reason,
  ];
  return codes.filter((each) => each !== undefined && each !== null).join('/') || null;
}

const first = (values: readonly string[]): string => values[0] ?? '';
