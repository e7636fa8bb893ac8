import type { ComparisonTexts } from '../comparison-texts.ts';

const averaged = (per: 'day' | 'hour' | undefined) =>
  per === undefined ? '' : per === 'day' ? ' pro Tag' : ' pro Stunde';
const DIRECTIONS = { more: 'mehr', less: 'weniger' } as const;

export const germanComparison: ComparisonTexts = {
  heading: 'Im Vergleich',
  change: (percent, direction, per) => `${percent} ${DIRECTIONS[direction]}${averaged(per)}`,
  same: (per) => `etwa so viel${averaged(per)}`,
  than: (change, when) => `${change} als ${when}`,
  asIn: (same, when) => `${same} wie ${when}`,
  onAllDays: (days) => `an denselben ${days} Tagen`,
  onSomeDays: (days) => (days === 1 ? 'an je einem Tag' : `an je ${days} Tagen`),
  consumptionWas: (comparison) => `Verbraucht haben Sie ${comparison}.`,
  fromTo: (before, now, change) => `von ${before} auf ${now}, ${change}`,
  productionIn: (period) => `${period}, Erzeugung`,
  perDay: (energy) => `${energy} pro Tag`,
  perHour: (energy) => `${energy} pro Stunde`,
  declined: (reason) => `kein Vergleich, weil ${reason}`,
  reasons: {
    no_data: 'keine Daten vorliegen',
    too_few_days: 'zu viele Tage fehlen',
    no_mains_then: 'der Hauptanschluss damals nicht gemessen wurde',
    production_changed: 'inzwischen eine Erzeugung dazukam, wegfiel oder ersetzt wurde',
    different_circuits: 'damals nicht dieselben Stromkreise gemessen wurden',
    different_coverage: 'nicht gleich viele Tage vollständige Daten haben',
    tiny_base: 'es damals für eine Prozentangabe zu wenig war',
  },
  onUsualDay: (weekday) => `an einem gewöhnlichen ${weekday}`,
  usualDay: (weekday) => `Gewöhnlicher ${weekday}`,
  medianOf: (days) => `Median aus ${days} Tagen`,
  line: (what) => `die Linie zeigt: ${what}`,
};
