import { domainToASCII } from 'node:url';

/** The bare address of `Name <local@domain>` or `local@domain`, its domain in ASCII, as an envelope takes it. */
export function envelopeAddress(text: string): string {
  const address = /<([^<>]*)>\s*$/.exec(text)?.[1] ?? text;
  const bare = address.trim();
  const at = bare.lastIndexOf('@');
  return at === -1 ? bare : `${bare.slice(0, at)}@${domainToASCII(bare.slice(at + 1)) || bare.slice(at + 1)}`;
}
