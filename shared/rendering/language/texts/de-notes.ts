import { capitalised } from '../initial-letter.ts';
import type { NoteTexts } from '../note-texts.ts';
import { pluralsOf } from '../plurals.ts';

const { form } = pluralsOf('de');
const spaced = (on: string | undefined) => (on === undefined ? '' : ` ${on}`);

function changedFigures(count: number): string {
  if (count === 0) return 'Kein Wert hat sich merklich geändert';
  return form(count, 'Ein Wert hat sich geändert, siehe Liste', `${count} Werte haben sich geändert, siehe Liste`);
}

export const germanNotes: NoteTexts = {
  provisional: () =>
    'Diese Werte sind vorläufig: Als der Bericht verschickt werden musste, waren noch nicht alle Daten da. Ändern sie sich merklich, folgt ein überarbeiteter Bericht.',
  revision: (revision, count) =>
    `Dies ist Fassung ${revision}; sie ersetzt den vorigen Bericht. ${changedFigures(count)}.`,
  no_data: (on) =>
    on === undefined
      ? 'Für diesen Zeitraum sind keine Daten eingegangen. Unbekannt ist nicht null, deshalb werden keine Werte angegeben.'
      : `${capitalised(on)} sind keine Daten eingegangen. Unbekannt ist nicht null, deshalb bleibt dieser Tag offen.`,
  no_data_days: (days, range) =>
    `An ${days} Tagen sind keine Daten eingegangen (${range}). Unbekannt ist nicht null, deshalb bleiben diese Tage offen.`,
  gap: (when, complete, offline) =>
    `${capitalised(when)}: ${complete ? 'keine Daten' : 'Ein Teil der Daten fehlt'}${offline === undefined ? '' : ` (${offline})`}.`,
  more_gaps: (count) =>
    form(count, 'Eine weitere Lücke ist hier nicht aufgeführt.', `${count} weitere Lücken sind hier nicht aufgeführt.`),
  hub_silent: (hub, lastHeard) =>
    `Das Messgerät ${hub} meldet sich nicht${lastHeard === undefined ? '' : `, zuletzt kamen am ${lastHeard} Daten`}. Bitte prüfen Sie seine Stromversorgung und seine Internetverbindung.`,
  register_silent: (label, days) =>
    `Von „${label}“ kamen an ${form(days, 'einem Tag', `${days} Tagen`)} keine Daten, von anderen schon. Was dort in dieser Zeit verbraucht wurde, erscheint, wenn überhaupt, unter „Sonstiges“.`,
  register_unknown: (id) =>
    `Ein Messkanal, der nicht angekündigt war (${id}), hat Energie gemeldet. Er ist unter dieser Kennung enthalten.`,
  register_added: (label, on) =>
    `„${label}“ ist ${on ?? 'in diesem Zeitraum'} dazugekommen. Was dort vorher verbraucht wurde, gehört zu „Sonstiges“.`,
  values_left_out: (label) => `Einige Werte von „${label}“ konnten nicht stimmen und wurden weggelassen.`,
  at_least: () =>
    'Es fehlen Daten. Werte mit dem Zusatz „mindestens“ sind das, was gemessen wurde; tatsächlich kann es nur mehr gewesen sein.',
  withheld: (total, uncertainty) =>
    `„${total}“ wird nicht angegeben: ${
      uncertainty === undefined
        ? 'Bei den fehlenden Daten kann niemand sagen, wie weit der Wert danebenläge'
        : `Die fehlenden Daten könnten den Wert um bis zu ${uncertainty} ändern`
    }, und ein falscher Wert ist schlechter als keiner.`,
  no_mains: () =>
    'Der Hauptanschluss wird hier nicht gemessen. Gesamtverbrauch, Netzbezug und „Sonstiges“ sind deshalb nicht bekannt; die Werte gelten nur für die gemessenen Stromkreise.',
  other_reported_by_source: (source) => `„Sonstiges“ ist der Wert, den ${source} selbst meldet.`,
  other_definition_line_side: (source, computed) =>
    `„Sonstiges“ ist, was am Hauptanschluss gemessen wurde und kein Stromkreis erklärt: ${computed}. Die Datenquelle zieht auch Erzeugung ab, die vor dem Hauptanschluss eingespeist wird, und kommt so auf ${source}.`,
  other_mismatch: (source, computed, on, isShown) =>
    `Der Wert der Datenquelle für „Sonstiges“${spaced(on)} ist ${source}, unserer ist ${computed}. ${
      isShown
        ? 'Gezeigt wird unserer: Mit ihm ergeben die Stromkreise zusammen den Verbrauch'
        : 'Weil Daten fehlen, wird keiner von beiden gezeigt'
    }.`,
  other_missing: () =>
    'Die Datenquelle hat keinen Wert für „Sonstiges“ geliefert. Er ist hier berechnet: Verbrauch minus alle Stromkreise.',
  other_negative: (energy, on) =>
    `„Sonstiges“ ist${spaced(on)} negativ (${energy}): Die Stromkreise haben mehr gemessen als der Hauptanschluss. Übliche Ursachen sind ein verkehrt herum angebrachter Sensor, ein falscher Multiplikator, ein Stromkreis, der nicht am gemessenen Hauptanschluss hängt, oder Messgeräte, deren Uhren voneinander abweichen.`,
  battery_sign: () =>
    'Die Energie der Batterie ist beim Laden positiv und beim Entladen negativ. Die Datenquelle sagt nicht, wie herum sie zählt: Wenn beides vertauscht aussieht, sagen Sie uns bitte Bescheid.',
  clock_change: (hours, on, longer) =>
    `Die Uhren wurden${spaced(on)} ${longer ? 'zurückgestellt' : 'vorgestellt'}: Dieser Tag hatte ${hours} Stunden.`,
  cost_estimate: (tariff, since, leftOut) =>
    `Die Kosten sind eine Schätzung, keine Rechnung: die aus dem Netz bezogene Energie zu den Preisen von „${tariff}“, gültig seit dem ${since.join(' und dem ')}.${
      leftOut.length === 0 ? '' : ` Nicht enthalten: ${leftOut.map((cost) => COSTS[cost]).join(', ')}.`
    }`,
  cost_unknown: (tariff, reason) => `Kosten werden nicht angegeben: ${WITHOUT_COST[reason](tariff)}.`,
  emissions_estimate: (gramsPerKWh, region, publisher, year) =>
    `Die Emissionen sind eine Schätzung nach dem Durchschnitt des Stromnetzes: ${gramsPerKWh}\u00A0g CO₂ je kWh (${region}, ${year}; ${publisher}). Was die Erzeugung vermieden hat, steht in einer eigenen Zeile und ist nicht abgezogen.`,
  marginal_emissions: (publisher) =>
    `Die Datenquelle nennt außerdem marginale Emissionen, berechnet von ${publisher}: was die Kraftwerke ausstoßen, die einer Änderung der Nachfrage folgen. Sie sind mit einer Schätzung nach Durchschnittswerten nicht vergleichbar und werden nie mit ihr verrechnet.`,
  source_alert: (title, severity, from, until) =>
    `Meldung der Datenquelle (${severity}): „${title}“, ${until === undefined ? `seit ${from}` : `von ${from} bis ${until}`}.`,
  more_alerts: (count) =>
    form(
      count,
      'Eine weitere Meldung ist hier nicht aufgeführt.',
      `${count} weitere Meldungen sind hier nicht aufgeführt.`,
    ),
  load_negative: (slots) =>
    `In ${form(slots, 'einem Messintervall', `${slots} Messintervallen`)} wäre weniger als nichts verbraucht worden, was nirgends vorkommt. Ein Teil der Energie ist doppelt gezählt, etwa die einer Batterie hinter einem Wechselrichter; bitte prüfen Sie, wie die Geräte gemessen werden.`,
  values_estimated: (label) =>
    `Einige Werte von „${label}“ wurden vom Lieferanten der Daten geschätzt, nicht gemessen.`,
  intervals_divided: (minutes) =>
    `Einige Intervalle sind länger als die dieses Berichts, bis zu ${minutes}\u00A0min. Ihre Energie wurde gleichmäßig verteilt; Höchstleistung und Stundenwerte sind deshalb glatter, als sie waren.`,
  side_assumed: (label) =>
    `Nirgends steht, ob „${label}“ vor oder hinter dem gemessenen Hauptanschluss angeschlossen ist. Angenommen wurde dahinter; andernfalls wären Verbrauch und Netzbezug anders.`,
  source_unmeasured: () =>
    'Es wurde Energie ins Netz eingespeist, deren Quelle hier nicht gemessen wird, etwa eine Solaranlage. Der Verbrauch ist deshalb nicht bekannt, wohl aber, was aus dem Netz kam und was zurückfloss.',
};

const COSTS = {
  taxes: 'Steuern',
  fees: 'Abgaben und Gebühren',
  demand: 'Leistungspreis',
  standing_charge: 'Grundpreis',
  feed_in: 'Vergütung für die Einspeisung',
} as const;

const WITHOUT_COST = {
  no_mains: () => 'Der Bezug aus dem Netz wird hier nicht gemessen',
  import_unknown: () => 'Zum Bezug aus dem Netz liegen keine Daten vor',
  no_price: (tariff: string) => `„${tariff}“ hat für diesen Zeitraum keine Preise`,
} as const;
