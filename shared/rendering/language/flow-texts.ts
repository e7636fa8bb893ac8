/** Words for where energy came from and went to, and for what a battery did. */
export interface FlowTexts {
  readonly section: string;
  readonly cameFrom: string;
  readonly wentTo: string;
  /** Parts of the two: what energy came from, and what it went to. */
  readonly fromGrid: string;
  readonly fromProduction: string;
  readonly fromBattery: string;
  readonly toUse: string;
  readonly toGrid: string;
  readonly toBattery: string;
  /** Production that was not exported, where a battery may have stored a part of it. */
  readonly notExported: string;
  /** "38 % of it not exported", behind the production. */
  readonly keptOnSite: (share: string) => string;
  readonly battery: string;
  readonly batteryDays: string;
  readonly charged: string;
  readonly discharged: string;
  readonly chargedAmount: (energy: string) => string;
  readonly losses: string;
  readonly lossesDetail: string;
  readonly storedAtStart: string;
  readonly storedAtEnd: string;
  /** Head of a column: what was stored at the end of each day. */
  readonly storedAtMidnight: string;
}
