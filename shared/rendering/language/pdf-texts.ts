/** Words that only the printed report needs: labels in its charts, and what its figures show for those who hear them read. */
export interface PdfTexts {
  readonly title: (reportTitle: string, period: string) => string;
  readonly perDay: (energy: string) => string;
  readonly shareOfConsumption: (share: string) => string;
  readonly imported: (energy: string) => string;
  readonly exported: (energy: string) => string;
  readonly usedOnSite: (share: string) => string;
  readonly notMeasured: string;
  readonly average: string;
  readonly noData: string;
  readonly incomplete: string;
  readonly weekend: string;
  readonly kWhPerDay: (what: string) => string;
  readonly kWhPerHour: (what: string) => string;
  readonly downwards: (what: string) => string;
  readonly allCircuits: string;
  readonly moreInCsv: (count: number) => string;
  readonly moreMetersInCsv: (count: number) => string;
  readonly moreNotes: (count: number) => string;
  readonly moreChanges: (count: number) => string;
  readonly dailyFigures: string;
  readonly loadShape: string;
  readonly meanPower: string;
  readonly baseLoadDetail: string;
  readonly peakDetail: (when: string, minutes: string) => string;
  readonly ofProduction: string;
  readonly ofConsumption: string;
  readonly unknownShare: string;
  readonly unshownCharacters: string;
  readonly difference: string;
  readonly inKWh: (heading: string) => string;
  readonly rounded: string;
  readonly cannotTell: string;
  readonly alternative: PdfAlternativeTexts;
}

/** Sentences that stand for a figure; energies, dates and times come in already formatted. */
export interface PdfAlternativeTexts {
  readonly bars: (facts: BarFacts) => string;
  readonly missingBars: (count: number, perDay: boolean) => string;
  readonly circuits: (
    largest: { readonly name: string; readonly energy: string; readonly share: string | undefined } | undefined,
    other: string | undefined,
  ) => string;
  readonly heatMap: (highest: { readonly when: string; readonly power: string } | undefined, missing: number) => string;
}

/** What a bar chart shows of one quantity. */
export interface BarFacts {
  readonly what: string;
  readonly perDay: boolean;
  readonly count: number;
  readonly average: string | undefined;
  readonly highest: Extreme | undefined;
  readonly lowest: Extreme | undefined;
}

export interface Extreme {
  /** "on Thursday, 1 October 2026" or "18:00". */
  readonly when: string;
  readonly energy: string;
}
