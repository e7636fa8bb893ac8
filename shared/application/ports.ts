import type { Logo } from '../domain/branding/branding.ts';
import type { DayReadings } from '../domain/energy/day-readings.ts';
import type { Location, LocationRef } from '../domain/location.ts';
import type { Report } from '../domain/report/report.ts';
import type { Instant } from '../domain/time/instant.ts';
import type { LocalDay } from '../domain/time/local-day.ts';

/** Gives the present instant; the only clock that use cases know. */
export interface Clock {
  now(): Instant;
}

/** A random 128-bit token in hexadecimal, one for each writer, so that it can tell its own writes from others'. */
export type NewOwnerToken = () => string;

/** A location as its source lists it, with the fields that a configuration rule may match on. */
export interface ListedLocation {
  readonly ref: LocationRef;
  /** Plain text fields such as `city`, `state`, `country`, `label`. */
  readonly fields: Readonly<Record<string, string>>;
  /** The location itself, or what makes a report about it impossible (an invalid time zone, say). */
  readonly location: Location | { readonly problem: string };
  /** Customers of this very location; absent where the source does not know who lives there. Never logged, never kept. */
  readonly contacts?: readonly SourceContact[];
}

/** A customer whom a source connects to a location; the address as it stands there, unchecked. */
export interface SourceContact {
  readonly customerId: string;
  readonly email: string | null;
}

export interface LocationList {
  readonly locations: readonly ListedLocation[];
  /** Why the list may have an end that was not read; undefined when it is whole. */
  readonly incompleteBecause: string | undefined;
}

/** Where locations and their readings come from. */
export interface EnergySource {
  /** All locations of a fleet. What was read before a fault comes back with the reason why the rest did not. */
  listLocations(fleet: string): Promise<LocationList>;
  /** @throws UnknownLocationError, InvalidLocationError, SourceAccessError, SourceUnavailableError, UnexpectedPayloadError */
  openLocation(ref: LocationRef): Promise<LocationReader>;
}

/** Reads one location; what it learns about registers and hubs serves all of a report's days. */
export interface LocationReader {
  readonly location: Location;
  /** The fields that a configuration rule may match on, as a list would show them. */
  readonly fields: Readonly<Record<string, string>>;
  /** Customers of this very location, as a list would show them; absent where the source does not know who lives there. */
  readonly contacts?: readonly SourceContact[];
  /**
   * Readings of one local day. A day of which the source knows nothing comes back with a `no_data` remark.
   * @throws SourceAccessError, SourceUnavailableError, UnexpectedPayloadError
   */
  readDay(day: LocalDay): Promise<DayReadings>;
}

export interface StoredObject {
  readonly bytes: Uint8Array;
  readonly storedAt: Instant;
}

/** `created`: ours. `exists`: the key is taken, perhaps by our own lost write. `conflict`: nothing landed, try again. */
export type PutNewResult = 'created' | 'exists' | 'conflict';

/** An archive or ledger whose objects are created once and never changed or deleted. */
export interface ObjectStore {
  /** Creates the object unless the key is taken, in one step. @throws StoreError when nobody knows whether it landed */
  putNew(key: string, bytes: Uint8Array, contentType: string): Promise<PutNewResult>;
  get(key: string): Promise<StoredObject | undefined>;
  /** Keys below the prefix in ascending order, page by page where there are many. */
  list(prefix: string): AsyncIterable<string>;
}

export type ArtefactFormat = 'pdf' | 'csv' | 'json';

/** What a renderer makes: the three formats, and the CSV file with semicolons and decimal commas. */
export type RenderedFormat = ArtefactFormat | 'csv-european';

/** Turns a report into the bytes of one format; the same report and logo give the same bytes, on any machine. */
export interface ReportRenderer {
  render(report: Report, format: RenderedFormat, logo: Logo | null): Promise<Uint8Array>;
}

export interface MailAttachment {
  readonly fileName: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/** What a mail says; addresses are added when it is sent. */
export interface MailContent {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly language: string;
}

export interface MailComposer {
  compose(report: Report, attachments: readonly MailAttachment[]): MailContent;
  /** A file name for people, such as `2026-10_Main-House_energy.pdf`. */
  attachmentName(report: Report, format: ArtefactFormat): string;
}

/** A report that the operator hears of in a digest. */
export interface DigestLine {
  readonly location: string;
  readonly period: string;
}

export interface DigestComposer {
  /** @param locale BCP 47 tag of the operators' language */
  composeDigest(lines: readonly DigestLine[], sender: { readonly organization: string }, locale: string): MailContent;
}

/** One mail to one recipient. */
export interface OutgoingMail {
  /** Deterministic: intent and attempt; the only thing of a mail that logs, tags and keys may carry. */
  readonly id: string;
  /** Deterministic name without address, unique for the mail intent; an outbox's file name. */
  readonly name: string;
  readonly from: string;
  readonly replyTo: string | null;
  readonly to: string;
  readonly date: Instant;
  readonly content: MailContent;
  readonly attachments: readonly MailAttachment[];
  /** Ids by which the mail service's events find the way back to the ledger; letters, digits, `-` and `_` only. */
  readonly tags: MailTags;
}

/** Which mail of which report: `mail` is intent and attempt, `report` the report's id in the ledger's keys. */
export interface MailTags {
  readonly mail: string;
  readonly report: string;
  readonly kind: string;
  /** As in the archive's keys. */
  readonly period: string;
}

/** `refused`: certainly not taken. `doubtful`: it may have gone out, and sending again may send twice. */
export type SendOutcome =
  | { readonly outcome: 'accepted'; readonly messageId: string }
  | { readonly outcome: 'refused'; readonly permanent: boolean; readonly code: string; readonly retryAfterMs?: number }
  | { readonly outcome: 'doubtful'; readonly code: string };

export interface Mailer {
  send(mail: OutgoingMail): Promise<SendOutcome>;
  /** Whether the mail of this name went out, where the transport can tell. */
  lookUp(name: string): Promise<'sent' | 'not-sent' | 'unknown'>;
  /** True when sending the same name twice delivers once. */
  readonly remembersNames: boolean;
}

/**
 * Asks for one report; the queue may lose it, repeat it or bring it late, and each number says what a repetition must not
 * do again. Ids only, but for the reason. With location and period alone it is what a tick asks for.
 */
export interface ReportRequest {
  readonly location: string;
  readonly period: string;
  /** Present when a finished report's data is to be read once more: so many days after the period's end. */
  readonly recheckDay?: number;
  /** Present when a person asks, whatever the report's hour and its data: whether it is mailed too. */
  readonly mail?: boolean;
  /** Number of the further copy for recipients who have had the mail: 2 for the first; with `mail`. */
  readonly resend?: number;
  /** Number of the revision to make of data that is read again; with `mail`. */
  readonly revise?: number;
  /** Why all data is to be read again, for a revision where it changed; with `mail`. */
  readonly reason?: string;
  /** True to end only those mails that were begun. */
  readonly resume?: boolean;
}

export interface ReportQueue {
  send(requests: readonly ReportRequest[]): Promise<void>;
}

/** A step worth a log line; values are ids, codes, counts and instants, never names, addresses or texts. */
export interface LogEntry {
  readonly level: 'info' | 'warn' | 'error';
  readonly event: string;
  readonly [field: string]: string | number | boolean | null | undefined;
}

export type Log = (entry: LogEntry) => void;
