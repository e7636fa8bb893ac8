import type { ComparisonTexts } from '../comparison-texts.ts';

const averaged = (per: 'day' | 'hour' | undefined) =>
  per === undefined ? '' : per === 'day' ? ' al día' : ' por hora';
const DIRECTIONS = { more: 'más', less: 'menos' } as const;

export const spanishComparison: ComparisonTexts = {
  heading: 'En comparación',
  change: (percent, direction, per) => `un ${percent} ${DIRECTIONS[direction]}${averaged(per)}`,
  same: (per) => `más o menos lo mismo${averaged(per)}`,
  than: (change, when) => `${change} que ${when}`,
  asIn: (same, when) => `${same} que ${when}`,
  onAllDays: (days) => `en los mismos ${days} días`,
  onSomeDays: (days) => (days === 1 ? 'en un día cada uno' : `en ${days} días cada uno`),
  consumptionWas: (comparison) => `Consumió ${comparison}.`,
  fromTo: (before, now, change) => `de ${before} a ${now}, ${change}`,
  productionIn: (period) => `${period}, producción`,
  perDay: (energy) => `${energy} al día`,
  perHour: (energy) => `${energy} por hora`,
  declined: (reason) => `sin comparación, porque ${reason}`,
  reasons: {
    no_data: 'no hay datos',
    too_few_days: 'faltan demasiados días',
    no_mains_then: 'entonces no se medía el suministro general',
    production_changed: 'entretanto se añadió, quitó o sustituyó una producción',
    different_circuits: 'entonces no se medían los mismos circuitos',
    different_coverage: 'no tienen el mismo número de días con datos completos',
    tiny_base: 'entonces era demasiado poco para un porcentaje',
  },
  onUsualDay: (weekday) => `un ${weekday} habitual`,
  usualDay: (weekday) => `${weekday.charAt(0).toUpperCase()}${weekday.slice(1)} habitual`,
  medianOf: (days) => `mediana de ${days} días`,
  line: (what) => `la línea muestra: ${what}`,
};
