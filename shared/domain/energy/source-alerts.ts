import type { SourceAlert } from './day-readings.ts';

/** More of a day than anybody reads; what a report does not list, it counts. */
const MOST_ALERTS = 50;
/** Longer than any title that a reader is shown. */
const MOST_CODE_UNITS = 300;

/** A source's alerts as facts keep them: each once, oldest first, and no longer than can be of use. */
export function keptAlerts(alerts: readonly SourceAlert[]): SourceAlert[] {
  const dated = alerts.filter(({ fromMs }) => isDate(fromMs));
  const byId = new Map(dated.map((alert) => [alert.id, alert]));
  return [...byId.values()]
    .sort((a, b) => a.fromMs - b.fromMs || (a.id < b.id ? -1 : 1))
    .slice(0, MOST_ALERTS)
    .map(({ id, severity, title, fromMs, toMs }) => ({
      id: id.slice(0, MOST_CODE_UNITS),
      severity: severity.slice(0, MOST_CODE_UNITS),
      title: title.slice(0, MOST_CODE_UNITS),
      fromMs,
      toMs: toMs !== null && isDate(toMs) ? toMs : null,
    }));
}

/** The years 1970 to 2999: anything else is a slip that no calendar can show. */
const isDate = (epochMs: number) => Number.isInteger(epochMs) && epochMs >= 0 && epochMs < 32_503_680_000_000;

const MILD = /^(?:info|informational|information|notice|low|minor|resolved)$/i;

/** Whether an alert may be more than something to know; a severity that nobody has heard of may be. */
export const isSerious = ({ severity }: SourceAlert): boolean => !MILD.test(severity.trim());
