/** Why a text is no address that a mail may be sent to. */
export type AddressFault = 'local_part' | 'domain';

const LOCAL_PART = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const DOMAIN_LABEL = /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/;

/**
 * Reads a bare address: an ASCII local part without quotes, a domain of at least two labels, an international one turned
 * into its `xn--` form.
 */
export function readAddress(text: string): { readonly address: string } | { readonly fault: AddressFault } {
  const at = text.lastIndexOf('@');
  const [localPart, domain] = [text.slice(0, at), asciiDomain(text.slice(at + 1))];
  if (at < 1 || localPart.length > 64 || !LOCAL_PART.test(localPart)) return { fault: 'local_part' };
  const labels = domain.split('.');
  const isDomain = labels.length >= 2 && domain.length <= 253 && labels.every((label) => DOMAIN_LABEL.test(label));
  if (!isDomain || /^\d+$/.test(labels.at(-1) ?? '')) return { fault: 'domain' };
  return { address: `${localPart}@${domain}` };
}

// The standard maps more than letters: an address that only becomes one by mapping is none.
const DOMAIN = /^[\p{L}\p{M}\p{N}.-]+$/u;

/** An address on the web would be that domain's in the same form; empty where there is none. */
function asciiDomain(domain: string): string {
  return DOMAIN.test(domain) ? (URL.parse(`http://${domain}`)?.hostname ?? '') : '';
}

/** The address with its domain in lower case, as all that name it the same way have it. */
export function plainAddress(address: string): string {
  const at = address.lastIndexOf('@');
  return address.slice(0, at) + address.slice(at).toLowerCase();
}
