/** A meter's intervals of one direction, as a Green Button file carries them. */
export interface GreenButtonSeries {
  /** 1: delivered by the utility; 19: received by it. */
  readonly flowDirection: 1 | 19;
  readonly intervalSeconds: number;
  readonly readings: readonly GreenButtonReading[];
}

export interface GreenButtonReading {
  readonly startSeconds: number;
  readonly energyWh: number;
  /** A code of ESPI's QualityOfReading; valid unless given. */
  readonly quality?: number;
}

export interface GreenButtonFile {
  readonly usagePointId: string;
  /** Offset of standard time from UTC. */
  readonly tzOffsetSeconds: number;
  readonly series: readonly GreenButtonSeries[];
}

const POINT = 'RetailCustomer/1/UsagePoint';
const ESPI = 'xmlns="http://naesb.org/espi"';
/** Values are whole numbers of thousandths of a watt-hour. */
const POWER_OF_TEN = -3;

/** Writes an electricity meter's file as utilities let their customers download it: an Atom feed of ESPI resources. */
export function renderGreenButton({ usagePointId, tzOffsetSeconds, series }: GreenButtonFile): string {
  const point = `${POINT}/${usagePointId}`;
  const entries = [
    entry(
      [
        ['self', point],
        ['related', `${point}/MeterReading`],
        ['related', 'LocalTimeParameters/1'],
      ],
      `<UsagePoint ${ESPI}><ServiceCategory><kind>0</kind></ServiceCategory></UsagePoint>`,
    ),
    entry(
      [['self', 'LocalTimeParameters/1']],
      `<LocalTimeParameters ${ESPI}><tzOffset>${tzOffsetSeconds}</tzOffset></LocalTimeParameters>`,
    ),
    ...series.flatMap((each, index) => seriesEntries(each, `${point}/MeterReading/${index + 1}`, index + 1)),
  ];
  const head = '<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n';
  return `${head}<title>Energy usage</title>\n${entries.join('\n')}\n</feed>\n`;
}

function seriesEntries(series: GreenButtonSeries, self: string, number: number): string[] {
  const { flowDirection, intervalSeconds, readings } = series;
  const type = {
    accumulationBehaviour: 4,
    commodity: 1,
    flowDirection,
    intervalLength: intervalSeconds,
    powerOfTenMultiplier: POWER_OF_TEN,
    uom: 72,
  };
  const typeTexts = Object.entries(type).map(([name, value]) => `<${name}>${value}</${name}>`);
  return [
    entry(
      [
        ['self', self],
        ['up', self.replace(/\/\d+$/, '')],
        ['related', `${self}/IntervalBlock`],
        ['related', `ReadingType/${number}`],
      ],
      `<MeterReading ${ESPI}/>`,
    ),
    entry([['self', `ReadingType/${number}`]], `<ReadingType ${ESPI}>${typeTexts.join('')}</ReadingType>`),
    entry(
      [
        ['self', `${self}/IntervalBlock/1`],
        ['up', `${self}/IntervalBlock`],
      ],
      `<IntervalBlock ${ESPI}>\n${readings.map((reading) => intervalReading(reading, intervalSeconds)).join('\n')}\n</IntervalBlock>`,
    ),
  ];
}

function intervalReading({ startSeconds, energyWh, quality }: GreenButtonReading, seconds: number): string {
  const time = `<timePeriod><duration>${seconds}</duration><start>${startSeconds}</start></timePeriod>`;
  const how = quality === undefined ? '' : `<ReadingQuality><quality>${quality}</quality></ReadingQuality>`;
  return `<IntervalReading>${how}${time}<value>${Math.round(energyWh * 10 ** -POWER_OF_TEN)}</value></IntervalReading>`;
}

function entry(links: readonly (readonly [rel: string, href: string])[], content: string): string {
  const written = links.map(([rel, href]) => `<link rel="${rel}" href="${href}"/>`).join('');
  return `<entry>${written}<content>${content}</content></entry>`;
}
