import { type SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import type { Metrics } from '../../application/metrics.ts';
import type { Mailer, OutgoingMail, SendOutcome } from '../../application/ports.ts';
import { struckBeforeFirstByte } from '../aws/connection-agents.ts';
import { awsFailure, isThrottling } from '../aws/failure.ts';
import { InvalidMailboxError } from '../mime/mailbox.ts';
import { classifySendFailure } from './classify.ts';
import { envelopeAddress } from './envelope-address.ts';
import { messageTags } from './message-tags.ts';
import type { WithoutAttachments } from './note-instead.ts';
import type { Pace } from './pace.ts';

/** What SES v1 takes of one message, MIME encoding included. */
export const SES_SIZE_LIMIT_BYTES = 10_485_760;

export interface SesMailerOptions {
  /** Made by `createSesClient`: it must not repeat calls on its own. */
  readonly client: SESClient;
  readonly configurationSet: string;
  readonly toMime: (mail: OutgoingMail) => Promise<Uint8Array>;
  readonly withoutAttachments: WithoutAttachments;
  readonly sizeLimitBytes?: number;
  /** Counts what SES put off; nobody does unless given. */
  readonly metrics?: Metrics;
  /** Waits for this sender's turn; no waiting unless given. */
  readonly pace?: Pace;
}

/**
 * Sends raw mails through SES, each exactly one call. SES replaces `Message-ID` and `Date` and takes no token, so neither
 * it nor the reader's mailbox can tell a second copy from the first: `lookUp` never knows.
 */
export function createSesMailer(options: SesMailerOptions): Mailer {
  const { client, metrics, pace } = options;
  return {
    async send(mail): Promise<SendOutcome> {
      const command = await sendCommand(mail, options);
      if (!(command instanceof SendRawEmailCommand)) return { outcome: 'refused', permanent: true, code: command };
      await pace?.turn();
      try {
        const { MessageId: messageId } = await client.send(command);
        return messageId ? { outcome: 'accepted', messageId } : { outcome: 'doubtful', code: 'NoMessageId' };
      } catch (error) {
        if (isThrottling(awsFailure(error).code)) metrics?.({ name: 'SesThrottled', value: 1 });
        return classifySendFailure(error, struckBeforeFirstByte(error));
      }
    },
    lookUp: async () => 'unknown',
    remembersNames: false,
  };
}

/** Why a mail cannot be sent, known without asking SES. */
type Flaw = 'InvalidMailTag' | 'InvalidAddress' | 'MessageTooLarge';

async function sendCommand(mail: OutgoingMail, options: SesMailerOptions): Promise<SendRawEmailCommand | Flaw> {
  const tags = messageTags(mail.tags);
  if (tags === undefined) return 'InvalidMailTag';
  try {
    const raw = await fittingMime(mail, options);
    if (raw === undefined) return 'MessageTooLarge';
    return new SendRawEmailCommand({
      Source: envelopeAddress(mail.from),
      Destinations: [envelopeAddress(mail.to)],
      RawMessage: { Data: raw },
      ConfigurationSetName: options.configurationSet,
      Tags: [...tags],
    });
  } catch (error) {
    if (error instanceof InvalidMailboxError) return 'InvalidAddress';
    throw error;
  }
}

/** The mail's bytes, without its files where they make it too large; undefined when not even that helps. */
async function fittingMime(mail: OutgoingMail, options: SesMailerOptions): Promise<Uint8Array | undefined> {
  const { toMime, withoutAttachments, sizeLimitBytes = SES_SIZE_LIMIT_BYTES } = options;
  const whole = await toMime(mail);
  if (whole.length <= sizeLimitBytes) return whole;
  if (mail.attachments.length === 0) return undefined;
  const without = await toMime(withoutAttachments(mail));
  return without.length <= sizeLimitBytes ? without : undefined;
}
