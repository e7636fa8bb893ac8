import { describe, expect, it } from 'vitest';
import { createPowertoolsMetrics } from '../../../shared/adapters/powertools/metrics.ts';
import { METRIC_UNITS, type Measurement, type MetricName } from '../../../shared/application/metrics.ts';
import type { LogEntry } from '../../../shared/application/ports.ts';
import { capturedOutput } from '../../support/captured-output.ts';

function measured(...measurements: Measurement[]) {
  const logged: LogEntry[] = [];
  const lines = capturedOutput(() => {
    const record = createPowertoolsMetrics({ service: 'make-report', log: (entry) => void logged.push(entry) });
    for (const measurement of measurements) record(measurement);
  });
  return { logged, lines: lines.map((line): Record<string, unknown> => JSON.parse(line)) };
}

describe('a measurement', () => {
  it('is a line of the embedded metric format, printed at once', () => {
    const { lines } = measured({ name: 'ReportsHeld', value: 3, kind: 'monthly', stage: 'mail', reason: 'in_doubt' });

    expect(lines).toEqual([
      {
        _aws: {
          Timestamp: expect.any(Number),
          CloudWatchMetrics: [
            {
              Namespace: 'EnergyReports',
              Dimensions: [['service', 'kind', 'stage', 'reason']],
              Metrics: [{ Name: 'ReportsHeld', Unit: 'Count' }],
            },
          ],
        },
        service: 'make-report',
        kind: 'monthly',
        stage: 'mail',
        reason: 'in_doubt',
        ReportsHeld: 3,
      },
    ]);
  });

  it('keeps its dimensions to itself', () => {
    const { lines } = measured({ name: 'RenderMs', value: 7, stage: 'render' }, { name: 'PlannerTick', value: 1 });

    expect(lines).toHaveLength(2);
    expect(lines[1]).not.toHaveProperty('stage');
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY])('of %s is left out, and the log names the metric', (value) => {
    const { lines, logged } = measured({ name: 'SesQuotaUsedRatio', value });

    expect(lines).toEqual([]);
    expect(logged).toEqual([{ level: 'warn', event: 'metric_is_no_number', code: 'SesQuotaUsedRatio' }]);
  });

  it('of any name is taken by the format without a complaint', () => {
    const names = Object.keys(METRIC_UNITS) as MetricName[];

    const { lines } = measured(...names.map((name) => ({ name, value: 1 })));

    expect(lines.map((line) => Object.keys(line).at(-1))).toEqual(names);
  });
});
