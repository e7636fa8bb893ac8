import { MetricUnit as Emf, Metrics as PowertoolsMetrics } from '@aws-lambda-powertools/metrics';
import { METRIC_UNITS, type Metrics, type MetricUnit } from '../../application/metrics.ts';
import type { Log } from '../../application/ports.ts';

export const METRICS_NAMESPACE = 'EnergyReports';

const UNITS: Readonly<Record<MetricUnit, (typeof Emf)[keyof typeof Emf]>> = {
  count: Emf.Count,
  seconds: Emf.Seconds,
  milliseconds: Emf.Milliseconds,
  bytes: Emf.Bytes,
  megabytes: Emf.Megabytes,
  percent: Emf.Percent,
  ratio: Emf.NoUnit,
};

/**
 * Prints each measurement as a line of CloudWatch's embedded metric format at once, so that a function which is killed
 * loses none. A figure that is no number is left out, and the log says of which metric.
 */
export function createPowertoolsMetrics({ service, log }: { readonly service: string; readonly log: Log }): Metrics {
  const metrics = new PowertoolsMetrics({ namespace: METRICS_NAMESPACE, serviceName: service });
  return ({ name, value, kind, stage, reason }) => {
    if (!Number.isFinite(value)) {
      log({ level: 'warn', event: 'metric_is_no_number', code: name });
      return;
    }
    const one = metrics.singleMetric();
    for (const [dimension, text] of Object.entries({ kind, stage, reason })) {
      if (text !== undefined) one.addDimension(dimension, text);
    }
    one.addMetric(name, UNITS[METRIC_UNITS[name]], value);
  };
}
