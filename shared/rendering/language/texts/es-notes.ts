import { capitalised } from '../initial-letter.ts';
import type { NoteTexts } from '../note-texts.ts';
import { pluralsOf } from '../plurals.ts';

const { form } = pluralsOf('es');
const spaced = (on: string | undefined) => (on === undefined ? '' : ` ${on}`);

function changedFigures(count: number): string {
  if (count === 0) return 'ningún valor ha cambiado de forma apreciable';
  return form(count, 'ha cambiado un valor, véase la lista', `han cambiado ${count} valores, véase la lista`);
}

export const spanishNotes: NoteTexts = {
  provisional: () =>
    'Estos valores son provisionales: aún no habían llegado todos los datos cuando hubo que enviar el informe. Si cambian de forma apreciable, recibirá un informe revisado.',
  revision: (revision, count) =>
    `Esta es la revisión ${revision} y sustituye al informe anterior: ${changedFigures(count)}.`,
  no_data: (on) =>
    on === undefined
      ? 'No se recibió ningún dato de este periodo. Desconocido no es cero, por eso no se indica ningún valor.'
      : `No se recibió ningún dato ${on}. Desconocido no es cero, por eso ese día queda en blanco.`,
  no_data_days: (days, range) =>
    `No se recibió ningún dato durante ${days} días (${range}). Desconocido no es cero, por eso esos días quedan en blanco.`,
  gap: (when, complete, offline) =>
    `${capitalised(when)}: ${complete ? 'sin datos' : 'falta una parte de los datos'}${offline === undefined ? '' : ` (${offline})`}.`,
  more_gaps: (count) =>
    form(
      count,
      'Hay una interrupción más que no se detalla aquí.',
      `Hay ${count} interrupciones más que no se detallan aquí.`,
    ),
  hub_silent: (hub, lastHeard) =>
    `El equipo ${hub} no responde${lastHeard === undefined ? '' : `; sus últimos datos son del ${lastHeard}`}. Compruebe su alimentación y su conexión a Internet.`,
  register_silent: (label, days) =>
    `«${label}» no envió datos durante ${form(days, 'un día', `${days} días`)}, mientras que otros sí. Lo que consumió entonces aparece, en su caso, en «Otros».`,
  register_unknown: (id) =>
    `Un canal de medida que nadie había anunciado (${id}) comunicó energía. Se incluye con ese identificador.`,
  register_added: (label, on) =>
    `«${label}» se añadió ${on ?? 'en este periodo'}. Lo que consumió antes forma parte de «Otros».`,
  values_left_out: (label) => `Algunos valores de «${label}» no podían ser ciertos y se han descartado.`,
  at_least: () =>
    'Faltan datos. Los valores con «al menos» son los que se midieron; los reales solo pueden ser mayores.',
  withheld: (total, uncertainty) =>
    `«${total}» no se indica: ${
      uncertainty === undefined
        ? 'con los datos que faltan, nadie puede decir cuánto se desviaría'
        : `los datos que faltan podrían cambiarlo hasta en ${uncertainty}`
    }, y un valor erróneo es peor que ninguno.`,
  no_mains: () =>
    'El suministro general no se mide aquí. Por eso no se conocen el consumo total, la energía de la red ni «Otros»; los valores solo abarcan los circuitos medidos.',
  other_reported_by_source: (source) => `«Otros» es el valor que comunica ${source}.`,
  other_definition_line_side: (source, computed) =>
    `«Otros» es lo que se midió en el suministro general y ningún circuito explica: ${computed}. La fuente resta también la producción conectada antes del suministro general y por eso llega a ${source}.`,
  other_mismatch: (source, computed, on, isShown) =>
    `El valor de la fuente para «Otros»${spaced(on)} es ${source}; el nuestro, ${computed}. ${
      isShown
        ? 'Se muestra el nuestro: con él, la suma de los circuitos da el consumo'
        : 'Como faltan datos, no se muestra ninguno'
    }.`,
  other_missing: () =>
    'La fuente no dio ningún valor para «Otros». Se calcula aquí: consumo menos todos los circuitos.',
  other_negative: (energy, on) =>
    `«Otros» es negativo${spaced(on)} (${energy}): los circuitos midieron más que el suministro general. Suele deberse a una pinza colocada al revés, a un multiplicador erróneo, a un circuito que no se alimenta del suministro medido o a equipos cuyos relojes no coinciden.`,
  battery_sign: () =>
    'La energía de la batería es positiva al cargar y negativa al descargar. La fuente no dice en qué sentido cuenta: si le parece que están cambiadas, díganoslo.',
  clock_change: (hours, on, longer) =>
    `Los relojes se ${longer ? 'atrasaron' : 'adelantaron'}${spaced(on)}: ese día tuvo ${hours} horas.`,
  cost_estimate: (tariff, since, leftOut) =>
    `El coste es una estimación, no una factura: la energía tomada de la red a los precios de «${tariff}», vigentes desde el ${since.join(' y el ')}.${
      leftOut.length === 0 ? '' : ` No se incluye: ${leftOut.map((cost) => COSTS[cost]).join(', ')}.`
    }`,
  cost_unknown: (tariff, reason) => `No se indica ningún coste: ${WITHOUT_COST[reason](tariff)}.`,
  emissions_estimate: (gramsPerKWh, region, publisher, year) =>
    `Las emisiones se estiman con el promedio de la red: ${gramsPerKWh}\u00A0g de CO₂ por kWh (${region}, ${year}; ${publisher}). Lo que evitó la producción figura en una línea aparte y no se descuenta.`,
  marginal_emissions: (publisher) =>
    `La fuente da además emisiones marginales, calculadas por ${publisher}: lo que emiten las centrales que siguen un cambio de la demanda. No se pueden comparar con una estimación por promedios ni se suman nunca a ella.`,
  source_alert: (title, severity, from, until) =>
    `Aviso de la fuente (${severity}): «${title}», ${until === undefined ? `desde el ${from}` : `del ${from} al ${until}`}.`,
  more_alerts: (count) =>
    form(count, 'Hay un aviso más que no se detalla aquí.', `Hay ${count} avisos más que no se detallan aquí.`),
  load_negative: (slots) =>
    `En ${form(slots, 'un intervalo', `${slots} intervalos`)} se habría consumido menos que nada, lo que no ocurre en ningún lugar. Parte de la energía se cuenta dos veces, por ejemplo la de una batería detrás de un inversor; compruebe cómo se miden los equipos.`,
  values_estimated: (label) => `Algunos valores de «${label}» los estimó quien entregó los datos; no están medidos.`,
  intervals_divided: (minutes) =>
    `Algunos intervalos son más largos que los de este informe, de hasta ${minutes}\u00A0min. Su energía se repartió por igual, de modo que la potencia máxima y las horas son más uniformes de lo que fueron.`,
  side_assumed: (label) =>
    `Nada dice si «${label}» está conectado antes o después del suministro general medido. Se supuso que después; de lo contrario, el consumo y la energía de la red serían otros.`,
  source_unmeasured: () =>
    'Se ha vertido a la red energía de algo que aquí no se mide, por ejemplo, de unos paneles solares. Por eso no se conoce el consumo, pero sí lo que vino de la red y lo que volvió a ella.',
};

const COSTS = {
  taxes: 'impuestos',
  fees: 'cargos regulados',
  demand: 'término de potencia',
  standing_charge: 'término fijo',
  feed_in: 'compensación de excedentes',
} as const;

const WITHOUT_COST = {
  no_mains: () => 'la energía tomada de la red no se mide aquí',
  import_unknown: () => 'no hay datos sobre la energía tomada de la red',
  no_price: (tariff: string) => `«${tariff}» no tiene precios para este periodo`,
} as const;
