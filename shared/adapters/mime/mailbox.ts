import { domainToASCII } from 'node:url';
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

const LOCAL_PART = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const DOMAIN_LABEL = /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/;
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

function parseAddress(address: string, role: string): string {
  const at = address.lastIndexOf('@');
  const [localPart, domain] = [address.slice(0, at), asciiDomain(address.slice(at + 1))];
  if (at < 1 || localPart.length > 64 || !LOCAL_PART.test(localPart)) {
    throw invalid(role, 'has no plain ASCII part before the @');
  }
  const labels = domain.split('.');
  const isDomain = labels.length >= 2 && domain.length <= 253 && labels.every((label) => DOMAIN_LABEL.test(label));
  if (!isDomain || /^\d+$/.test(labels.at(-1) ?? '')) throw invalid(role, 'has no domain such as example.com');
  return `${localPart}@${domain}`;
}

// The standard maps more than letters: an address that only becomes one by mapping is none.
const asciiDomain = (domain: string) => (/^[\p{L}\p{M}\p{N}.-]+$/u.test(domain) ? domainToASCII(domain) : '');

const invalid = (role: string, problem: string) =>
  new InvalidMailboxError(
    `The ${role} address ${problem}: write it like reports@example.com or Reports <reports@example.com>`,
  );
