import type { ComparisonTexts } from '../comparison-texts.ts';

const averaged = (per: 'day' | 'hour' | undefined) =>
  per === undefined ? '' : per === 'day' ? ' par jour' : ' par heure';
const DIRECTIONS = { more: 'de plus', less: 'de moins' } as const;
/** "qu’en octobre", "que le jeudi". */
const que = (when: string) => (/^[aeiouhéêàâ]/i.test(when) ? `qu’${when}` : `que ${when}`);

export const frenchComparison: ComparisonTexts = {
  heading: 'En comparaison',
  change: (percent, direction, per) => `${percent} ${DIRECTIONS[direction]}${averaged(per)}`,
  same: (per) => `à peu près autant${averaged(per)}`,
  than: (change, when) => `${change} ${que(when)}`,
  asIn: (same, when) => `${same} ${que(when)}`,
  onAllDays: (days) => `sur les mêmes ${days} jours`,
  onSomeDays: (days) => (days === 1 ? 'sur un jour chacun' : `sur ${days} jours chacun`),
  consumptionWas: (comparison) => `Vous avez consommé ${comparison}.`,
  fromTo: (before, now, change) => `de ${before} à ${now}, ${change}`,
  productionIn: (period) => `${period}, production`,
  perDay: (energy) => `${energy} par jour`,
  perHour: (energy) => `${energy} par heure`,
  declined: (reason) => `pas de comparaison, car ${reason}`,
  reasons: {
    no_data: 'il n’y a pas de données',
    too_few_days: 'trop de jours manquent',
    no_mains_then: 'l’arrivée générale n’était pas mesurée alors',
    production_changed: 'une production a été ajoutée, retirée ou remplacée entre-temps',
    different_circuits: 'les circuits mesurés alors n’étaient pas les mêmes',
    different_coverage: 'le nombre de jours aux données complètes n’est pas le même',
    tiny_base: 'il y en avait alors trop peu pour un pourcentage',
  },
  onUsualDay: (weekday) => `un ${weekday} ordinaire`,
  usualDay: (weekday) => `${weekday.charAt(0).toUpperCase()}${weekday.slice(1)} ordinaire`,
  medianOf: (days) => `médiane de ${days} jours`,
  line: (what) => `la ligne montre\u00A0: ${what}`,
};
