import { type AddressFault, readAddress } from '../../application/mail-address.ts';
import { MeterpostError } from '../../errors.ts';

/** An address of a mail and the name that stands before it. */
export interface Mailbox {
  readonly name: string;
  /** ASCII: an international domain in its `xn--` form. */
  readonly address: string;
}

/** A mail address that no mail may be sent with. The message never repeats it. */
export class InvalidMailboxError extends MeterpostError {
  override readonly name = 'InvalidMailboxError';
  readonly retryable = false;
}

const MAX_NAME = 100;

/**
 * Reads `name@example.com` or `Name <name@example.com>`: one address, an ASCII local part without quotes, a domain of at
 * least two labels.
 *
 * @param role what the address is for, such as "From"; part of the error
 * @throws {InvalidMailboxError} for anything else, control characters and line breaks above all
 */
export function parseMailbox(text: string, role: string): Mailbox {
  if (/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/u.test(text)) throw invalid(role, 'has a line break or a control character');
  const named = /^\s*(?:"([^"\\<>]*)"|([^"<>,;:\\]*?))\s*<([^<>\s]+)>\s*$/.exec(text);
  const name = (named?.[1] ?? named?.[2] ?? '').trim();
  if (name.length > MAX_NAME) throw invalid(role, `has a name of more than ${MAX_NAME} characters`);
  return { name, address: parseAddress(named?.[3] ?? text.trim(), role) };
}

function parseAddress(text: string, role: string): string {
  const read = readAddress(text);
  if ('fault' in read) throw invalid(role, FAULTS[read.fault]);
  return read.address;
}

const FAULTS: Readonly<Record<AddressFault, string>> = {
  local_part: 'has no plain ASCII part before the @',
  domain: 'has no domain such as example.com',
};

const invalid = (role: string, problem: string) =>
  new InvalidMailboxError(
    `The ${role} address ${problem}: write it like reports@example.com or Reports <reports@example.com>`,
  );
