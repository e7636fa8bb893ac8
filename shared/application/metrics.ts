import type { ReportKind } from '../domain/time/period.ts';

export type MetricUnit = 'count' | 'seconds' | 'milliseconds' | 'bytes' | 'megabytes' | 'percent' | 'ratio';

/** Everything that is measured, with its unit; dashboards and alarms know these names. */
export const METRIC_UNITS = {
  PlannerTick: 'count',
  ReportsDue: 'count',
  ReportsPlanned: 'count',
  ReportsArchived: 'count',
  ReportsMailed: 'count',
  ReportsHeld: 'count',
  ReportsWaiting: 'count',
  ReportsFailed: 'count',
  PlanProblems: 'count',
  OldestOpenReportAgeSeconds: 'seconds',
  MailAmbiguous: 'count',
  MailResolvedByEvent: 'count',
  MailResent: 'count',
  MailDuplicateProved: 'count',
  MailEventsIgnored: 'count',
  LedgerTamper: 'count',
  ApiCalls: 'count',
  Api401: 'count',
  Api429: 'count',
  Api5xx: 'count',
  ApiLatencyMs: 'milliseconds',
  TokenMinted: 'count',
  BreakerOpen: 'count',
  ReportsProvisional: 'count',
  ReportsRestated: 'count',
  CoveragePercent: 'percent',
  RenderMs: 'milliseconds',
  ReportBytes: 'bytes',
  MemoryUsedMb: 'megabytes',
  BudgetRefused: 'count',
  SesThrottled: 'count',
  SesQuotaUsedRatio: 'ratio',
  Bounces: 'count',
  Complaints: 'count',
  Suppressed: 'count',
  DeliveryDelay: 'count',
} as const satisfies Readonly<Record<string, MetricUnit>>;

export type MetricName = keyof typeof METRIC_UNITS;

/** Where in a report's making something happened. */
export type MetricStage = 'plan' | 'facts' | 'snapshot' | 'render' | 'archive' | 'mail' | 'event';

/** Why something was refused, held or put off. */
export type MetricReason =
  | 'access'
  | 'unavailable'
  | 'payload'
  | 'unknown_location'
  | 'invalid_location'
  | 'shrunk_list'
  | 'no_data'
  | 'waiting'
  | 'too_old'
  | 'throttled'
  | 'refused'
  | 'in_doubt'
  | 'attempts_used_up'
  | 'store'
  | 'conflict'
  | 'defect';

/** One figure; the dimensions come from closed lists, so that their number stays small and no name ever becomes one. */
export interface Measurement {
  readonly name: MetricName;
  readonly value: number;
  readonly kind?: ReportKind;
  readonly stage?: MetricStage;
  readonly reason?: MetricReason;
}

/** Records a figure; it never fails and never waits. */
export type Metrics = (measurement: Measurement) => void;
