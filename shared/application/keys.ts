import { hash } from 'node:crypto';
import { type LocationRef, locationPath } from '../domain/location.ts';
import { type Period, periodKeyForPath, type ReportKind } from '../domain/time/period.ts';
import type { ArtefactFormat } from './ports.ts';

/** Every key of the archive and the ledger; ids and hashes only, so that a listing shows nobody's name. */

const PLAIN_ID = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;

/** The id itself where it is plain, otherwise a hash of it. */
export function keySegment(id: string): string {
  return PLAIN_ID.test(id) ? id : hashOf(['id', id]);
}

/** 130 bits of SHA-256 in base 32 (a–z, 2–7); every field counts with its length, so that no two lists of fields collide. */
export function hashOf(fields: readonly string[]): string {
  let input = '';
  for (const field of fields) input += `${input === '' ? '' : '|'}${Buffer.byteLength(field)}:${field}`;
  return base32(hash('sha256', input, 'binary'));
}

const BASE32 = Buffer.from('abcdefghijklmnopqrstuvwxyz234567');

/** What is being written; a planner makes millions of ids, and a text that grows by its digits takes several times the room. */
const digits = Buffer.alloc(26);

/** The first 130 bits in base 32, of bytes that are written as the characters of those codes. */
function base32(bytes: string): string {
  let [bits, count, at] = [0, 0, 0];
  for (let index = 0; at < digits.length; index += 1) {
    bits = ((bits << 8) | bytes.charCodeAt(index)) & 0x1fff;
    count += 8;
    while (count >= 5 && at < digits.length) {
      count -= 5;
      digits[at] = BASE32[(bits >> count) & 31] ?? 0;
      at += 1;
    }
  }
  return digits.toString('latin1');
}

/** SHA-256 in hexadecimal. */
export function sha256Hex(bytes: Uint8Array | string): string {
  return hash('sha256', bytes);
}

/** Identity of a report: its civil period at its location, never instants. Safe in keys, logs and mail tags. */
export function reportId(ref: LocationRef, period: Period): string {
  return hashOf(['report', 'v1', ref.source, ref.fleet, ref.id, period.kind, period.key]);
}

/** Identity of a location for keys and logs. */
export function locationId(ref: LocationRef): string {
  return hashOf(['location', 'v1', locationPath(ref)]);
}

/** Identity of a recipient: the address with its domain in lower case, hashed. */
export function recipientHash(address: string): string {
  const at = address.lastIndexOf('@');
  return hashOf(['recipient', address.slice(0, at) + address.slice(at).toLowerCase()]);
}

function archiveFolder(ref: LocationRef, period: Period): string {
  const segments = [keySegment(ref.source), keySegment(ref.fleet), keySegment(ref.id)];
  return `reports/${segments.join('/')}/${period.kind}/${periodKeyForPath(period)}`;
}

/** `reports/<source>/<fleet>/<location>/<kind>/<period>/r<revision>/report.<format>` */
export function artefactKey(ref: LocationRef, period: Period, revision: number, format: ArtefactFormat): string {
  return `${archiveFolder(ref, period)}/r${revision}/report.${format}`;
}

/** `…/r<revision>/report.<variant>.<format>`, such as `report.de-DE.pdf`; the variant is a language tag or a plain word. */
export function variantKey(
  ref: LocationRef,
  period: Period,
  revision: number,
  variant: string,
  format: ArtefactFormat,
): string {
  return `${archiveFolder(ref, period)}/r${revision}/report.${keySegment(variant)}.${format}`;
}

/** Where the facts of a month's days are kept; the versions of a day sort behind each other. */
export function factsPrefix(ref: LocationRef, month: string): string {
  return `${factsFolder(ref)}${month}/`;
}

/** Lies there from the first time on that a day of the location came to something else than its report says. */
export function changedFactsKey(ref: LocationRef): string {
  return `${factsFolder(ref)}changed`;
}

const factsFolder = ({ source, fleet, id }: LocationRef) =>
  `facts/v1/${keySegment(source)}/${keySegment(fleet)}/${keySegment(id)}/`;

/** A logo's bytes, by their SHA-256 in hexadecimal. */
export function brandingKey(sha256: string): string {
  return `branding/v1/${sha256}`;
}

export const LEDGER_ROOT = 'ledger/v1/';

/** Below it lies everything that is known of how far a report got. */
export function ledgerPrefix(ref: LocationRef, period: Period): string {
  return ledgerPrefixOf({ kind: period.kind, period: periodKeyForPath(period), report: reportId(ref, period) });
}

/** The same place, found by the ids that a mail carries. */
export function ledgerPrefixOf(tags: {
  readonly kind: string;
  readonly period: string;
  readonly report: string;
}): string {
  return `${LEDGER_ROOT}reports/${tags.kind}/${tags.period}/${tags.report}/`;
}

/** Below it lies, by the recipient's hash, whom no mail can reach, or who complained. */
export const SUPPRESSED_ROOT = `${LEDGER_ROOT}suppressed/`;

export function suppressionKey(hash: string): string {
  return SUPPRESSED_ROOT + hash;
}

/** The reports of one period that need nothing more, one empty-handed object each. */
export function finishedPrefix(kind: ReportKind, periodPath: string): string {
  return `${LEDGER_ROOT}finished/${kind}/${periodPath}/`;
}

export function finishedKey(ref: LocationRef, period: Period): string {
  return finishedPrefix(period.kind, periodKeyForPath(period)) + reportId(ref, period);
}

/** The finished reports of one period whose data was read once more; behind the report's id, so many days after the end. */
export function recheckedPrefix(kind: ReportKind, periodPath: string): string {
  return `${LEDGER_ROOT}rechecked/${kind}/${periodPath}/`;
}

/** Reports that were archived too late to be mailed, by the UTC date on which that was found. */
export const UNMAILED_ROOT = `${LEDGER_ROOT}unmailed/`;

/** The operator's digests of one UTC date, numbered. */
export function digestPrefix(date: string, number: number): string {
  return `${LEDGER_ROOT}digests/${date}/${number}/`;
}

/** Below it lies, for each location, the first period that it was ever due for: catching up begins there. */
export function anchorsPrefix(kind: ReportKind): string {
  return `${LEDGER_ROOT}anchors/${kind}/`;
}
