import type { Logo } from '../domain/branding/branding.ts';
import type { EmissionFactor } from '../domain/money/emissions.ts';
import type { Tariff } from '../domain/money/tariff.ts';
import type { ReportKind } from '../domain/time/period.ts';

/** How one source is reached; `kind` chooses the adapter, which checks the settings of its own. */
export interface SourceSettings {
  readonly kind: string;
  readonly fleets: readonly string[];
  readonly settings: Readonly<Record<string, unknown>>;
}

export interface SenderSettings {
  readonly from: string;
  readonly replyTo: string | null;
  readonly organization: string;
}

export type MailFormat = 'pdf' | 'csv' | 'json';

/** For which spreadsheets an attached CSV file is: `european` ones want semicolons and decimal commas. */
export type CsvFlavour = 'standard' | 'european';

/** A reader as a rule names one: by the address alone, or with a language of their own, a BCP 47 tag. */
export type NamedReader = string | { readonly address: string; readonly locale: string };

/**
 * What a reader would rather bear where nobody can tell whether a mail went out: `atLeastOnce` the same report twice,
 * `atMostOnce` none until a person has decided.
 */
export type MailPolicy = 'atLeastOnce' | 'atMostOnce';

/** Settings that a rule may override and that defaults fill in. */
export interface ReportSettings {
  readonly locale: string;
  /** What is attached to the mails; the archive always holds all formats. */
  readonly formats: readonly MailFormat[];
  /** Of the attached file; the archive's own is always a standard one. Absent for standard. */
  readonly csv?: CsvFlavour;
  /** Local wall-clock times, `HH:MM`. */
  readonly sendAt: Readonly<Record<ReportKind, string>>;
  /** How long after the end of the period a report waits for its data. */
  readonly maxWaitHours: Readonly<Record<ReportKind, number>>;
  /** Mails about periods that ended longer ago are not sent; the report is archived all the same. */
  readonly mailUpToDaysOld: Readonly<Record<ReportKind, number>>;
  /** Days after a period's end on which its data is read once more, in case it changed; none for an empty list. */
  readonly recheckDays: readonly number[];
  /** Whether a revision that such a reading brings is mailed to those who had the report. */
  readonly mailRevisions: boolean;
  /** First day of a billing cycle, 1 to 31; a month without it begins its cycle on its last day. */
  readonly cycleStartDay: number;
  /**
   * What a period is set beside: the one before it (a day: the same weekday of the week before, and a typical one), and
   * the same one of the year before.
   */
  readonly comparisons: { readonly previous: boolean; readonly lastYear: boolean };
  /** Null where nothing is said about money. */
  readonly tariff: Tariff | null;
  readonly emissionFactor: EmissionFactor | null;
  /** Absent where nothing is said about it. */
  readonly branding?: BrandingSettings;
  /** Absent where it is left to the host. */
  readonly mailPolicy?: MailPolicy;
}

/** How an operator's reports look; null where the built-in look or the sender's own contact holds. */
export interface BrandingSettings {
  readonly accent: string | null;
  readonly footer: string | null;
  readonly contact: string | null;
  readonly logo: Logo | null;
}

export interface ReportRule {
  readonly match: {
    readonly source: string;
    readonly fleet: string;
    /** Ids, or `*` for all; the fields narrow it down. */
    readonly locations: readonly string[] | '*';
    readonly fields: Readonly<Record<string, string>>;
  };
  readonly kinds: readonly ReportKind[];
  readonly recipients: readonly NamedReader[];
  /**
   * Ids of the locations whose own customers, as the source knows them, get the report: only these, and only where no rule
   * names somebody for it. Absent where the source is not asked.
   */
  readonly recipientsFromSource?: readonly string[];
  readonly settings: ReportSettings;
}

/** A checked configuration with its defaults filled in. */
export interface Configuration {
  readonly sources: Readonly<Record<string, SourceSettings>>;
  readonly sender: SenderSettings;
  /** Who is told of what needs a look, such as reports that came too late to be mailed; nobody for an empty list. */
  readonly operators: readonly string[];
  readonly defaults: ReportSettings;
  readonly reports: readonly ReportRule[];
}
