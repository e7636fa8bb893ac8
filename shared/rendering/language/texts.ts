import type { TotalName } from '../../domain/energy/day-facts.ts';
import type { Quality } from '../../domain/energy/figure.ts';
import type { ReportRole } from '../../domain/report/report.ts';
import type { ReportKind } from '../../domain/time/period.ts';
import type { ComparisonTexts } from './comparison-texts.ts';
import type { DigestTexts } from './digest-texts.ts';
import type { FlowTexts } from './flow-texts.ts';
import type { MailTexts } from './mail-texts.ts';
import type { MoneyTexts } from './money-texts.ts';
import type { NoteTexts } from './note-texts.ts';
import type { PdfTexts } from './pdf-texts.ts';

/** When a report's period was, in the words and formats of a language; each phrase takes the one that it needs. */
export interface PeriodWords {
  /** A single day with its weekday: "Thursday, 19 November 2026". */
  readonly day: string;
  readonly month: string;
  /** First and last date: "16–22 November 2026". */
  readonly range: string;
  readonly week: number;
}

/**
 * All phrases of one language. Numbers, energies and dates come in already formatted; counts come as numbers, because
 * a language chooses its plural by them. A language is one file that fills this in, and a missing phrase does not compile.
 */
export interface Texts {
  /** BCP 47 language subtag of the phrases. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** Stands for a name that has nothing to show. */
  readonly unnamed: string;
  readonly reportTitle: string;
  readonly kinds: Readonly<Record<ReportKind, string>>;
  readonly totals: Readonly<Record<TotalName, string>>;
  /** The same in a word that fits the head of a narrow column. */
  readonly shortTotals: Readonly<Record<TotalName | 'circuits' | 'charged' | 'discharged', string>>;
  readonly roles: Readonly<Record<ReportRole, string>>;
  readonly qualities: Readonly<Record<Quality, string>>;
  readonly measuredCircuits: string;

  /** Title of the period, and the same as a part of a sentence ("in October 2026"). */
  readonly periodTitle: Readonly<Record<ReportKind, (period: PeriodWords) => string>>;
  readonly inPeriod: Readonly<Record<ReportKind, (period: PeriodWords) => string>>;
  readonly days: (count: number) => string;
  /** A date as Intl writes it, mended where people of the language write another: "1er novembre" for "1 novembre". */
  readonly writtenDate: (date: string) => string;
  /** The same of a first and a last date: "del 16 al 22 de noviembre" for "16–22 de noviembre". */
  readonly writtenRange: (range: string) => string;
  /** Between parts of a sentence that have commas of their own. */
  readonly semicolon: string;
  readonly labelled: (label: string, text: string) => string;

  readonly headlines: {
    readonly used: (energy: string, when: string) => string;
    readonly usedAndProduced: (used: string, produced: string, when: string) => string;
    readonly producedOnly: (produced: string, when: string) => string;
    readonly circuitsUsed: (energy: string, when: string) => string;
    readonly circuitsUsedAndProduced: (used: string, produced: string, when: string) => string;
    readonly producedUseUnknown: (produced: string, when: string) => string;
    readonly useUnknown: (when: string) => string;
    readonly gridOnly: (imported: string, exported: string, when: string) => string;
    readonly noData: (when: string) => string;
  };
  readonly atLeast: (energy: string) => string;
  readonly withGaps: (energy: string) => string;
  readonly unknownBecause: (dash: string, reason: string) => string;

  readonly completeness: {
    readonly allThere: (facts: string) => string;
    readonly completeDays: (complete: number, all: number) => string;
    readonly emptyDays: (count: number) => string;
    readonly samples: (share: string, stepMinutes: string) => string;
    readonly gap: (when: string, who: string) => string;
    readonly registersWithGaps: (count: number, all: number) => string;
    readonly moreGaps: (count: number) => string;
    readonly notCounted: string;
    readonly nothing: string;
  };
  readonly allDay: string;
  readonly midnight: string;
  readonly onDate: (date: string) => string;
  readonly hubsOffline: (hubs: string, count: number) => string;

  readonly notes: NoteTexts;
  readonly method: MethodTexts;
  readonly sections: SectionTexts;
  readonly columns: ColumnTexts;
  readonly marks: MarkTexts;
  readonly mail: MailTexts;
  readonly pdf: PdfTexts;
  readonly comparison: ComparisonTexts;
  readonly money: MoneyTexts;
  readonly flow: FlowTexts;
  readonly digest: DigestTexts;
}

/** How the figures came about, for those who want to check them. */
export interface MethodTexts {
  readonly source: (source: string, stepMinutes: string, timeZone: string) => string;
  readonly balance: string;
  readonly balanceWithoutCircuits: string;
  readonly circuitsOnly: string;
  readonly flows: (stepMinutes: string) => string;
  readonly battery: (stepMinutes: string) => string;
  readonly baseLoad: string;
  readonly rounding: string;
  readonly accuracy: string;
  /** Where the source measures no circuits, and so has no clamps. */
  readonly accuracyOfDevices: string;
  readonly readAt: (when: string) => string;
  readonly evidence: (revision: number, fingerprint: string, timeZoneDatabase: string) => string;
  readonly contact: (organization: string, contact: string | undefined) => string;
  readonly estimate: string;
}

export interface SectionTexts {
  readonly overview: string;
  readonly completeness: string;
  readonly dayByDay: string;
  readonly hourByHour: string;
  readonly heatMap: string;
  readonly circuits: string;
  readonly largestCircuits: string;
  readonly registers: string;
  readonly reconciliation: string;
  readonly changes: string;
  readonly attention: string;
  readonly notes: string;
  readonly method: string;
  readonly moreCircuits: (count: number) => string;
}

export interface ColumnTexts {
  readonly date: string;
  readonly hours: string;
  readonly circuit: string;
  readonly register: string;
  readonly role: string;
  readonly energy: string;
  readonly share: string;
  readonly coverage: string;
  readonly quality: string;
  readonly sum: string;
  /** The sum with the name of what it comes to. */
  readonly sumOf: (what: string) => string;
  readonly before: string;
  readonly after: string;
  readonly figure: string;
}

export interface MarkTexts {
  readonly provisional: string;
  readonly revised: (revision: number) => string;
  readonly complete: string;
  readonly incomplete: string;
  readonly noData: string;
  readonly page: (page: number, pages: number) => string;
  readonly peak: string;
  readonly baseLoad: string;
  readonly selfConsumption: string;
  readonly selfSufficiency: string;
  readonly residual: string;
  readonly agrees: string;
  readonly disagrees: string;
  readonly notSummed: string;
  /** Signs before an amount with gaps in a table: of one that can only grow, and of any other. */
  readonly atLeastSign: string;
  readonly withGapsSign: string;
  readonly signsExplained: string;
  readonly timeZone: string;
  readonly repeatedHour: string;
}
