/** Words around estimates of cost and emissions. Amounts come in already formatted. */
export interface MoneyTexts {
  readonly cost: string;
  /** Heading of the lines that a cost is made of. */
  readonly costSection: string;
  readonly emissionsSection: string;
  readonly importCost: string;
  readonly exportCredit: string;
  readonly standingCharge: string;
  readonly total: string;
  /** Tells prices of one name apart by the date from which they hold. */
  readonly since: (name: string, date: string) => string;
  readonly priceColumn: string;
  readonly costColumn: (currency: string) => string;
  readonly lineColumn: string;
  readonly unpriced: (hours: string) => string;
  readonly importedEmissions: string;
  readonly avoidedEmissions: string;
  /** Behind the avoided emissions: they stand for themselves. */
  readonly notTakenOff: string;
  /** "US EPA, eGRID, 2024". */
  readonly marginalEmissions: string;
  /** "WattTime, marginal method". */
  readonly marginalPublisher: (publisher: string) => string;
  readonly publisher: (publisher: string, year: string) => string;
}
