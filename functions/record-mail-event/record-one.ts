import type { MetricName } from '../../shared/application/metrics.ts';
import {
  type MailEvent,
  type MailEventType,
  type RecordedAs,
  recordMailEvent,
} from '../../shared/application/record-mail-event.ts';
import { StoreError } from '../../shared/errors.ts';
import type { Container } from './container.ts';
import { type EventRecord, parseMailEvent } from './event.ts';

/** `again`: the ledger could not be reached, and the event has to come once more. */
export type Recorded = 'done' | 'again';

const COUNTED_AS: Readonly<Partial<Record<MailEventType, MetricName>>> = {
  bounce: 'Bounces',
  complaint: 'Complaints',
  'delivery-delay': 'DeliveryDelay',
};

/** SES says this once, when it is given the topic. */
const GREETING = 'Successfully validated SNS topic for Amazon SES event publishing';

/** Records one event; what is about no mail of ours is counted and left alone. */
export async function recordOne(container: Container, record: EventRecord): Promise<Recorded> {
  if (record.body.includes(GREETING)) return 'done';
  const parsed = parseMailEvent(record.body);
  if (parsed === undefined) return ignore(container, 'payload', undefined);
  const { event } = parsed;
  if (parsed.configurationSet !== container.configurationSet) return ignore(container, 'refused', event);
  try {
    const recordedAs = await recordMailEvent(container, event);
    if (recordedAs === 'ignored') return ignore(container, 'refused', event);
    count(container, event, recordedAs);
    container.log({ level: 'info', event: 'mail_event', outcome: recordedAs, ...idsOf(event), code: event.detail });
    return 'done';
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    container.log({ level: 'warn', event: 'mail_event_not_recorded', ...idsOf(event), code: error.name });
    return 'again';
  }
}

function ignore({ log, metrics }: Container, reason: 'payload' | 'refused', event: MailEvent | undefined): Recorded {
  metrics({ name: 'MailEventsIgnored', value: 1 });
  metrics({ name: 'MailEventsIgnored', value: 1, reason });
  log({ level: 'warn', event: 'mail_event_ignored', reason, eventType: event?.type });
  return 'done';
}

function count({ metrics, log }: Container, event: MailEvent, recordedAs: RecordedAs): void {
  const name = COUNTED_AS[event.type];
  if (name !== undefined) metrics({ name, value: 1 });
  if (event.detail?.includes('SuppressionList') === true) metrics({ name: 'Suppressed', value: 1 });
  // Nothing but the event says that the mail went out: the answer to its sending was lost, or is late.
  if (recordedAs === 'recorded' && event.type !== 'reject') metrics({ name: 'MailResolvedByEvent', value: 1 });
  if (recordedAs !== 'sent-twice') return;
  metrics({ name: 'MailDuplicateProved', value: 1 });
  log({ level: 'error', event: 'mail_sent_twice', ...idsOf(event) });
}

const idsOf = ({ type, tags, messageId }: MailEvent) => ({
  eventType: type,
  report: tags.report,
  kind: tags.kind,
  period: tags.period,
  mail: tags.mail,
  messageId,
});
