import type { OutgoingMail } from '../../shared/application/ports.ts';
import { parseInstant } from '../../shared/domain/time/instant.ts';

/** A mail to one recipient, with one small attachment. */
export function aMail({ name = 'mail', subject = 'Your energy report', to = 'owner@example.com' } = {}): OutgoingMail {
  return {
    id: `${name}-1`,
    name,
    from: 'Energy reports <reports@example.com>',
    replyTo: null,
    to,
    date: parseInstant('2026-11-20T12:00:00Z'),
    content: { subject, text: 'Consumption 12.3 kWh', html: '<p>Consumption 12.3 kWh</p>', language: 'en' },
    tags: { mail: `${name}-1`, report: 'report', kind: 'daily', period: '2026-11-19' },
    attachments: [{ fileName: 'report.csv', contentType: 'text/csv', bytes: Buffer.from('a,b\r\n') }],
  };
}
