import type { Mailer, OutgoingMail, SendOutcome } from '../../shared/application/ports.ts';

/** A mailer that keeps what it was given; like a mail service, it forgets the names it has seen unless told otherwise. */
export interface RecordingMailer extends Mailer {
  readonly sent: OutgoingMail[];
  /** Answers of the next sends, in order; what is accepted or doubtful-but-gone is recorded. */
  readonly answers: (SendOutcome & { readonly goesOut?: boolean })[];
}

export function createRecordingMailer({ remembersNames = false } = {}): RecordingMailer {
  const sent: OutgoingMail[] = [];
  const answers: RecordingMailer['answers'] = [];
  return {
    sent,
    answers,
    remembersNames,
    async send(mail) {
      const { goesOut, ...outcome } = answers.shift() ?? {
        outcome: 'accepted' as const,
        messageId: `message-${sent.length + 1}`,
      };
      if (remembersNames && sent.some(({ name }) => name === mail.name)) return outcome;
      if (goesOut ?? outcome.outcome === 'accepted') sent.push(mail);
      return outcome;
    },
    async lookUp(name) {
      if (!remembersNames) return 'unknown';
      return sent.some((mail) => mail.name === name) ? 'sent' : 'not-sent';
    },
  };
}
