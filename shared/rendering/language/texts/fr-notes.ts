import { capitalised } from '../initial-letter.ts';
import type { NoteTexts } from '../note-texts.ts';
import { pluralsOf } from '../plurals.ts';
import { fr } from './fr-spacing.ts';

const { form } = pluralsOf('fr');
const spaced = (on: string | undefined) => (on === undefined ? '' : ` ${on}`);

function changedFigures(count: number): string {
  if (count === 0) return 'aucune valeur n’a sensiblement changé';
  return form(count, 'une valeur a changé, voir la liste', `${count} valeurs ont changé, voir la liste`);
}

export const frenchNotes: NoteTexts = {
  provisional: () =>
    fr`Ces valeurs sont provisoires : toutes les données n’étaient pas encore arrivées quand ce rapport a dû partir. Si elles changent sensiblement, un rapport révisé suivra.`,
  revision: (revision, count) =>
    fr`Ceci est la révision ${revision}, qui remplace le rapport précédent : ${changedFigures(count)}.`,
  no_data: (on) =>
    on === undefined
      ? fr`Aucune donnée n’a été reçue pour cette période. Inconnu ne veut pas dire zéro : aucune valeur n’est donc indiquée.`
      : fr`Aucune donnée n’a été reçue ${on}. Inconnu ne veut pas dire zéro : ce jour est donc laissé vide.`,
  no_data_days: (days, range) =>
    fr`Aucune donnée n’a été reçue pendant ${days} jours (${range}). Inconnu ne veut pas dire zéro : ces jours sont donc laissés vides.`,
  gap: (when, complete, offline) =>
    fr`${capitalised(when)} : ${complete ? 'aucune donnée' : 'une partie des données manque'}${offline === undefined ? '' : ` (${offline})`}.`,
  more_gaps: (count) =>
    form(count, 'Une autre lacune n’est pas mentionnée ici.', `${count} autres lacunes ne sont pas mentionnées ici.`),
  hub_silent: (hub, lastHeard) =>
    `Le boîtier ${hub} ne répond pas${lastHeard === undefined ? '' : `, ses dernières données datent du ${lastHeard}`}. Veuillez vérifier son alimentation et sa connexion à Internet.`,
  register_silent: (label, days) =>
    fr`« ${label} » n’a envoyé aucune donnée pendant ${form(days, 'un jour', `${days} jours`)}, alors que d’autres en envoyaient. Sa consommation d’alors apparaît, au mieux, dans « Autres ».`,
  register_unknown: (id) =>
    `Une voie de mesure que rien n’annonçait (${id}) a transmis de l’énergie. Elle est comprise sous cet identifiant.`,
  register_added: (label, on) =>
    fr`« ${label} » a été ajouté ${on ?? 'pendant cette période'}. Sa consommation antérieure fait partie de « Autres ».`,
  values_left_out: (label) => fr`Certaines valeurs de « ${label} » étaient impossibles et ont été écartées.`,
  at_least: () =>
    fr`Des données manquent. Les valeurs précédées de « au moins » sont celles qui ont été mesurées ; les vraies valeurs ne peuvent être que supérieures.`,
  withheld: (total, uncertainty) =>
    fr`« ${total} » : aucune valeur n’est indiquée. ${
      uncertainty === undefined
        ? 'Avec les données qui manquent, personne ne peut dire de combien elle serait fausse'
        : `Les données qui manquent pourraient la changer de ${uncertainty} au plus`
    }, et une valeur fausse est pire qu’une absence de valeur.`,
  no_mains: () =>
    fr`L’arrivée générale n’est pas mesurée ici. La consommation totale, les échanges avec le réseau et « Autres » sont donc inconnus ; les valeurs ne couvrent que les circuits mesurés.`,
  other_reported_by_source: (source) => fr`« Autres » est la valeur que transmet ${source}.`,
  other_definition_line_side: (source, computed) =>
    fr`« Autres » est ce que l’arrivée générale a mesuré et qu’aucun circuit n’explique : ${computed}. La source en retranche aussi la production raccordée en amont de l’arrivée générale et obtient donc ${source}.`,
  other_mismatch: (source, computed, on, isShown) =>
    fr`Pour « Autres »${spaced(on)}, la source indique ${source}, notre calcul donne ${computed}. ${
      isShown
        ? fr`C’est notre valeur qui est affichée : avec elle, la somme des circuits donne la consommation`
        : 'Comme des données manquent, aucune des deux n’est affichée'
    }.`,
  other_missing: () =>
    fr`La source n’a pas indiqué de valeur pour « Autres ». Elle est calculée ici : consommation moins tous les circuits.`,
  other_negative: (energy, on) =>
    fr`« Autres » est négatif${spaced(on)} (${energy}) : les circuits ont mesuré plus que l’arrivée générale. Causes habituelles : une pince posée à l’envers, un mauvais multiplicateur, un circuit qui n’est pas alimenté par l’arrivée mesurée, ou des appareils de mesure dont les horloges sont décalées.`,
  battery_sign: () =>
    fr`L’énergie de la batterie est positive en charge et négative en décharge. La source ne dit pas dans quel sens elle compte : si les deux vous semblent inversés, dites-le-nous.`,
  clock_change: (hours, on, longer) =>
    fr`Les horloges ont été ${longer ? 'reculées' : 'avancées'}${spaced(on)} : ce jour a compté ${hours} heures.`,
  cost_estimate: (tariff, since, leftOut) =>
    fr`Le coût est une estimation, pas une facture : l’énergie soutirée du réseau aux prix de « ${tariff} », en vigueur depuis le ${since.join(' et le ')}.${
      leftOut.length === 0 ? '' : fr` Non compris : ${leftOut.map((cost) => COSTS[cost]).join(', ')}.`
    }`,
  cost_unknown: (tariff, reason) => fr`Aucun coût n’est indiqué : ${WITHOUT_COST[reason](tariff)}.`,
  emissions_estimate: (gramsPerKWh, region, publisher, year) =>
    fr`Les émissions sont estimées d’après la moyenne du réseau : ${gramsPerKWh}\u00A0g de CO₂ par kWh (${region}, ${year} ; ${publisher}). Ce que la production a évité figure sur une ligne à part et n’est pas déduit.`,
  marginal_emissions: (publisher) =>
    fr`La source donne aussi des émissions marginales, calculées par ${publisher} : ce qu’émettent les centrales qui suivent une variation de la demande. Elles ne se comparent pas à une estimation par moyennes et ne s’y ajoutent jamais.`,
  source_alert: (title, severity, from, until) =>
    fr`Alerte de la source (${severity}) : « ${title} », ${until === undefined ? `depuis le ${from}` : `du ${from} au ${until}`}.`,
  more_alerts: (count) =>
    form(count, 'Une autre alerte n’est pas mentionnée ici.', `${count} autres alertes ne sont pas mentionnées ici.`),
  load_negative: (slots) =>
    fr`${form(slots, 'Pendant un intervalle', `Pendant ${slots} intervalles`)}, la consommation aurait été inférieure à zéro, ce qui n’existe pas. De l’énergie est comptée deux fois, par exemple celle d’une batterie derrière un onduleur ; veuillez vérifier la façon dont les appareils sont mesurés.`,
  values_estimated: (label) =>
    fr`Certaines valeurs de « ${label} » ont été estimées par le fournisseur des données, et non mesurées.`,
  intervals_divided: (minutes) =>
    fr`Certains intervalles sont plus longs que ceux de ce rapport, jusqu’à ${minutes}\u00A0min. Leur énergie a été répartie également ; la puissance maximale et les heures sont donc plus lisses qu’en réalité.`,
  side_assumed: (label) =>
    fr`Rien n’indique si « ${label} » est raccordé avant ou après l’arrivée générale mesurée. On a supposé après ; sinon, la consommation et l’énergie du réseau seraient différentes.`,
  source_unmeasured: () =>
    fr`De l’énergie a été injectée dans le réseau par quelque chose qui n’est pas mesuré ici, comme des panneaux solaires. La consommation n’est donc pas connue, mais ce qui est venu du réseau et ce qui y est retourné le sont.`,
};

const COSTS = {
  taxes: 'les taxes',
  fees: 'les redevances',
  demand: 'la part liée à la puissance appelée',
  standing_charge: 'l’abonnement',
  feed_in: 'la rémunération de l’énergie injectée',
} as const;

const WITHOUT_COST = {
  no_mains: () => 'l’énergie soutirée du réseau n’est pas mesurée ici',
  import_unknown: () => 'il n’y a pas de données sur l’énergie soutirée du réseau',
  no_price: (tariff: string) => fr`« ${tariff} » ne donne pas de prix pour cette période`,
} as const;
