import { parseMailbox } from '../mime/mailbox.ts';

/**
 * The bare address of `Name <local@domain>` or `local@domain`, its domain in ASCII, as an envelope takes it.
 * @throws {InvalidMailboxError} for what is no address, or more than one
 */
export function envelopeAddress(text: string): string {
  return parseMailbox(text, 'envelope').address;
}
