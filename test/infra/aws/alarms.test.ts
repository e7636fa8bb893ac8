import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { METRIC_UNITS } from '../../../shared/application/metrics.ts';
import { type Resources, readable, templateWith, theTemplate } from './synthesised.ts';

const RUNBOOK = readFileSync(path.resolve(import.meta.dirname, '../../../RUNBOOK.md'), 'utf8');
const chapters = () => new Set([...RUNBOOK.matchAll(/^## (\S+)$/gm)].map(([, heading]) => heading));

const alarms = (template = theTemplate()) =>
  Object.entries(template.findResources('AWS::CloudWatch::Alarm')).map(
    ([id, resource]) => [readable({ Ref: id }).replace(/^Alarms/, ''), resource['Properties']] as const,
  );

interface MetricOfAlarm {
  readonly Namespace: string;
  readonly MetricName: string;
  readonly Dimensions?: readonly { readonly Name: string; readonly Value: unknown }[];
}

interface AlarmProperties extends MetricOfAlarm {
  readonly Metrics?: readonly { readonly MetricStat?: { readonly Metric: MetricOfAlarm } }[];
}

const metricsOf = (alarm: AlarmProperties): readonly MetricOfAlarm[] =>
  alarm.Metrics === undefined ? [alarm] : alarm.Metrics.flatMap((each) => each.MetricStat?.Metric ?? []);

const dimensionsOf = (metric: MetricOfAlarm) =>
  Object.fromEntries((metric.Dimensions ?? []).map(({ Name, Value }) => [Name, readable(Value)]));

describe('every alarm', () => {
  it('says what it means for people, and where its chapter in the runbook is', () => {
    for (const [id, { AlarmDescription: text }] of alarms()) {
      const [, impact = '', chapter = ''] = /^(.+)\. What to do: RUNBOOK\.md#(\S+)$/.exec(text) ?? [];
      expect(impact.length, id).toBeGreaterThan(30);
      expect(chapters(), id).toContain(chapter);
    }
  });

  it('is told to somebody', () => {
    for (const [, { AlarmActions: actions }] of alarms()) expect(actions.map(readable)).toEqual(['AlarmTopic']);
    templateWith({ alarmAddress: 'operations@example.com' }).hasResourceProperties('AWS::SNS::Subscription', {
      Protocol: 'email',
      Endpoint: 'operations@example.com',
    });
  });

  it('of a figure of ours is about one that the functions write', () => {
    const ours = alarms()
      .flatMap(([, alarm]) => metricsOf(alarm))
      .filter((each) => each.Namespace === 'EnergyReports');

    expect(ours.length).toBeGreaterThanOrEqual(10);
    for (const metric of ours) {
      expect(Object.keys(METRIC_UNITS)).toContain(metric.MetricName);
      expect(Object.keys(dimensionsOf(metric))).toContain('service');
    }
  });
});

describe('the runbook', () => {
  it('has no chapter that no alarm leads to, but those of work that is planned', () => {
    const led = new Set(alarms().map(([, { AlarmDescription: text }]) => text.split('#').at(-1)));
    const planned = [...RUNBOOK.matchAll(/^## (?=.* )(.+)$/gm)].map(([, heading]) => heading);

    expect([...chapters()].filter((chapter) => !led.has(chapter))).toEqual([]);
    expect(planned.length).toBeGreaterThanOrEqual(5);
  });
});

describe('nothing is left unwatched', () => {
  it('of the functions: errors, throttles and time of each', () => {
    const watched = alarms()
      .flatMap(([, alarm]) => metricsOf(alarm))
      .filter((each) => each.Namespace === 'AWS/Lambda')
      .map((each) => `${dimensionsOf(each)['FunctionName']} ${each.MetricName}`);
    const functions = Object.keys(theTemplate().findResources('AWS::Lambda::Function')).map((id) =>
      readable({ Ref: id }),
    );

    expect(watched.sort()).toEqual(
      functions.flatMap((name) => ['Duration', 'Errors', 'Throttles'].map((metric) => `${name} ${metric}`)).sort(),
    );
  });

  it('of the queues at the end of the line: one message is enough', () => {
    const last = Object.entries(theTemplate().findResources('AWS::SQS::Queue') as Resources)
      .filter(([, { Properties }]) => Properties['RedrivePolicy'] === undefined)
      .map(([id]) => `${readable({ Ref: id })}.QueueName`);
    const watched = alarms()
      .filter(([, alarm]) => alarm.MetricName === 'ApproximateNumberOfMessagesVisible' && alarm.Threshold === 1)
      .map(([, alarm]) => dimensionsOf(alarm)['QueueName']);

    expect(watched.sort()).toEqual(last.sort());
  });

  it('of silence: a schedule that stopped is an alarm, and only that', () => {
    const breaching = alarms().filter(([, alarm]) => alarm.TreatMissingData === 'breaching');

    expect(breaching).toHaveLength(1);
    expect(breaching[0]?.[1]).toMatchObject({ EvaluationPeriods: 3 });
    expect(metricsOf(breaching[0]?.[1]).map((each) => each.MetricName)).toEqual(['PlannerTick']);
  });

  it('of the mails: below the shares at which SES looks into it', () => {
    const thresholds = new Map(alarms().map(([, alarm]) => [alarm.MetricName, alarm.Threshold]));

    expect(thresholds.get('Reputation.BounceRate')).toBeLessThan(0.05);
    expect(thresholds.get('Reputation.ComplaintRate')).toBeLessThan(0.001);
    expect(thresholds.get('SesQuotaUsedRatio')).toBe(0.8);
  });
});
