import type { ComparisonTexts } from '../comparison-texts.ts';

const averaged = (per: 'day' | 'hour' | undefined) =>
  per === undefined ? '' : per === 'day' ? ' per dag' : ' per time';
const DIRECTIONS = { more: 'mer', less: 'mindre' } as const;

export const norwegianComparison: ComparisonTexts = {
  heading: 'Til sammenligning',
  change: (percent, direction, per) => `${percent} ${DIRECTIONS[direction]}${averaged(per)}`,
  same: (per) => `omtrent like mye${averaged(per)}`,
  than: (change, when) => `${change} enn ${when}`,
  asIn: (same, when) => `${same} som ${when}`,
  onAllDays: (days) => `på de samme ${days} dagene`,
  onSomeDays: (days) => (days === 1 ? 'på én dag hver' : `på ${days} dager hver`),
  consumptionWas: (comparison) => `Du brukte ${comparison}.`,
  fromTo: (before, now, change) => `fra ${before} til ${now}, ${change}`,
  productionIn: (period) => `${period}, produksjon`,
  perDay: (energy) => `${energy} per dag`,
  perHour: (energy) => `${energy} per time`,
  declined: (reason) => `ikke sammenlignet, fordi ${reason}`,
  reasons: {
    no_data: 'det ikke finnes data',
    too_few_days: 'for mange dager mangler',
    no_mains_then: 'hovedinntaket ikke ble målt da',
    production_changed: 'produksjon er lagt til, fjernet eller byttet ut i mellomtiden',
    different_circuits: 'det ikke var de samme kursene som ble målt da',
    different_coverage: 'det ikke er like mange dager med fullstendige data',
    tiny_base: 'det var for lite da til en prosent',
  },
  onUsualDay: (weekday) => `en vanlig ${weekday}`,
  usualDay: (weekday) => `Vanlig ${weekday}`,
  medianOf: (days) => `median av ${days} dager`,
  line: (what) => `linjen viser: ${what}`,
};
