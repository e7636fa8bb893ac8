import type { DayFacts } from '../energy/day-facts.ts';
import type { SourceAlert } from '../energy/day-readings.ts';
import { isSerious } from '../energy/source-alerts.ts';
import { instantFromMs } from '../time/instant.ts';
import type { Note } from './note.ts';

/** More alerts than this are counted, not listed. */
const LISTED_ALERTS = 6;

/** The alerts that were open in the period, each once as the latest of its days knows it, oldest first. */
export function alertsOf(days: readonly DayFacts[]): SourceAlert[] {
  const latest = new Map(days.flatMap((day) => (day.alerts ?? []).map((alert) => [alert.id, alert] as const)));
  return [...latest.values()].sort((a, b) => a.fromMs - b.fromMs || (a.id < b.id ? -1 : 1));
}

/** A note for each alert; of many, the serious and the late ones. */
export function alertNotes(days: readonly DayFacts[]): Note[] {
  const alerts = alertsOf(days);
  const weight = (alert: SourceAlert) => (isSerious(alert) ? 1 : 0);
  const listed = [...alerts]
    .sort((a, b) => weight(b) - weight(a) || b.fromMs - a.fromMs)
    .slice(0, LISTED_ALERTS)
    .sort((a, b) => a.fromMs - b.fromMs);
  const more = alerts.length - listed.length;
  return [
    ...listed.map(
      (alert): Note => ({
        code: 'source_alert',
        severity: alert.severity,
        title: alert.title,
        start: instantFromMs(alert.fromMs),
        end: alert.toMs === null ? null : instantFromMs(alert.toMs),
        attention: isSerious(alert),
      }),
    ),
    ...(more > 0 ? [{ code: 'more_alerts', count: more, attention: false } satisfies Note] : []),
  ];
}
