import { Duration } from 'aws-cdk-lib';
import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { METRICS_NAMESPACE } from '../../../shared/adapters/powertools/metrics.ts';
import type { MetricName, MetricReason } from '../../../shared/application/metrics.ts';
import type { FunctionName } from './report-function.ts';

/** The compiler keeps it the one that the functions write to. */
const NAMESPACE: typeof METRICS_NAMESPACE = 'EnergyReports';

/** A tick's distance: the shortest time in which every figure has been written once. */
const PERIOD = Duration.minutes(15);

export interface HouseMetricOptions {
  readonly reason?: MetricReason;
  readonly statistic?: string;
  readonly period?: Duration;
}

/** A figure that one of the functions writes, summed over a quarter of an hour unless told otherwise. */
export function houseMetric(service: FunctionName, name: MetricName, options: HouseMetricOptions = {}): Metric {
  const { reason, statistic = Stats.SUM, period = PERIOD } = options;
  return new Metric({
    namespace: NAMESPACE,
    metricName: name,
    dimensionsMap: { service, ...(reason === undefined ? {} : { reason }) },
    statistic,
    period,
  });
}

/** What SES counts of one configuration set; a share of all mails. */
export function reputationMetric(configurationSetName: string, name: 'BounceRate' | 'ComplaintRate'): Metric {
  return new Metric({
    namespace: 'AWS/SES',
    metricName: `Reputation.${name}`,
    dimensionsMap: { 'ses:configuration-set': configurationSetName },
    statistic: Stats.MAXIMUM,
    period: Duration.hours(1),
  });
}
