import { ACCOUNT_ID } from '../sqs/queues.ts';
import type { MailEventType, SentMail } from './sent-mail.ts';

/** The record that SES publishes about a mail; `details` is what a bounce or a complaint adds. */
export function mailEvent(type: MailEventType, mail: SentMail, region: string, details: object = {}): object {
  const headers = [
    { name: 'From', value: mail.source },
    { name: 'To', value: mail.destinations.join(', ') },
  ];
  const tags = Object.entries(mail.tags).map(([name, value]) => [name, [value]] as const);
  return {
    eventType: type,
    mail: {
      timestamp: new Date(mail.sentAtMs).toISOString(),
      source: mail.source,
      sourceArn: `arn:aws:ses:${region}:${ACCOUNT_ID}:identity/${mail.source}`,
      sendingAccountId: ACCOUNT_ID,
      messageId: mail.messageId,
      destination: mail.destinations,
      headersTruncated: false,
      headers,
      commonHeaders: { from: [mail.source], to: mail.destinations, messageId: mail.messageId },
      tags: { 'ses:configuration-set': [mail.configurationSet ?? ''], ...Object.fromEntries(tags) },
    },
    [memberName(type)]: details,
  };
}

function memberName(type: MailEventType): string {
  if (type === 'Rendering Failure') return 'failure';
  return type.charAt(0).toLowerCase() + type.slice(1);
}

const DETAIL_TYPES: Readonly<Record<MailEventType, string>> = {
  Send: 'Email Sent',
  Delivery: 'Email Delivered',
  Bounce: 'Email Bounced',
  Complaint: 'Email Complaint Received',
  Reject: 'Email Rejected',
  DeliveryDelay: 'Email Delivery Delayed',
  'Rendering Failure': 'Email Rendering Failed',
};

export interface Envelope {
  readonly id: string;
  readonly atMs: number;
  readonly region: string;
}

/** The event as an EventBridge rule hands it to a queue. */
export function asEventBridge(
  type: MailEventType,
  event: object,
  mail: SentMail,
  { id, atMs, region }: Envelope,
): string {
  const set = mail.configurationSet ?? '';
  return JSON.stringify({
    version: '0',
    id,
    'detail-type': DETAIL_TYPES[type],
    source: 'aws.ses',
    account: ACCOUNT_ID,
    time: `${new Date(atMs).toISOString().slice(0, 19)}Z`,
    region,
    resources: [`arn:aws:ses:${region}:${ACCOUNT_ID}:configuration-set/${set}`],
    detail: event,
  });
}

/** The event as an SNS subscription hands it to a queue: as text in a notification. */
export function asSnsNotification(event: object, { id, atMs, region }: Envelope): string {
  return JSON.stringify({
    Type: 'Notification',
    MessageId: id,
    TopicArn: `arn:aws:sns:${region}:${ACCOUNT_ID}:mail-events`,
    Subject: 'Amazon SES Email Event Notification',
    Message: `${JSON.stringify(event)}\n`,
    Timestamp: new Date(atMs).toISOString(),
    SignatureVersion: '1',
  });
}
