import type { OutgoingMail } from '../../../shared/application/ports.ts';

/** The part of an SES event that is particular to its type. */
export type SesEvent =
  | { readonly eventType: 'Send'; readonly send: object }
  | { readonly eventType: 'Bounce'; readonly bounce: { readonly bounceType: string; readonly bounceSubType: string } }
  | { readonly eventType: 'Complaint'; readonly complaint: { readonly complaintFeedbackType: string } };

export const CONFIGURATION_SET = 'simulated';

/** An SES event as SNS brings it into a queue. */
export function sesNotification(mail: OutgoingMail, messageId: string, atMs: number, event: SesEvent): string {
  const { tags, to } = mail;
  const timestamp = new Date(atMs).toISOString();
  const message = {
    ...event,
    mail: {
      timestamp,
      messageId,
      destination: [to],
      tags: {
        'ses:configuration-set': [CONFIGURATION_SET],
        mail: [tags.mail],
        report: [tags.report],
        kind: [tags.kind],
        period: [tags.period],
      },
    },
  };
  return JSON.stringify({ Type: 'Notification', Message: JSON.stringify(message) });
}
