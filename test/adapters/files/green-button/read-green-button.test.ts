import { describe, expect, it } from 'vitest';
import { type GreenButtonFile, renderGreenButton } from '../../../../infra/local/green-button-file.ts';
import {
  type GreenButtonOptions,
  readGreenButton,
} from '../../../../shared/adapters/files/green-button/read-green-button.ts';
import type { FileReadings } from '../../../../shared/adapters/files/intervals/interval-collector.ts';
import { parseTimeZone } from '../../../../shared/domain/time/time-zone.ts';
import { inPieces } from '../../../support/interval-files.ts';

const T = Date.parse('2026-03-01T05:00:00Z') / 1000;
const OPTIONS: GreenButtonOptions = {
  timeZone: parseTimeZone('America/New_York'),
  ignoreFileTimeZone: false,
  registerOf: (id, isOnly) => (isOnly || id === '01' ? 'grid' : undefined),
};
const FORWARD = {
  flowDirection: 1,
  intervalSeconds: 900,
  readings: [
    { startSeconds: T, energyWh: 500 },
    { startSeconds: T + 900, energyWh: 0.125 },
  ],
} as const;
const REVERSE = {
  ...FORWARD,
  flowDirection: 19,
  readings: [
    { startSeconds: T, energyWh: 0 },
    { startSeconds: T + 900, energyWh: 750 },
  ],
} as const;
const FILE: GreenButtonFile = { usagePointId: '01', tzOffsetSeconds: -18_000, series: [FORWARD, REVERSE] };
const XML = renderGreenButton(FILE);

const read = (xml: string | Uint8Array, over: Partial<GreenButtonOptions> = {}, pieceBytes?: number) =>
  readGreenButton(inPieces(xml, pieceBytes), { ...OPTIONS, ...over });

const asRows = (readings: FileReadings) =>
  [...readings].flatMap(([channel, { startSeconds, lengthSeconds, energyWh, estimated }]) =>
    Array.from(startSeconds, (start, at) => [channel, start - T, lengthSeconds[at], energyWh[at], estimated[at]]),
  );
const NET = [
  ['grid', 0, 900, 500, 0],
  ['grid', 900, 900, 0.125 - 750, 0],
];
const forwardOnly = renderGreenButton({ ...FILE, series: [FORWARD] });

describe('a Green Button file', () => {
  it.each([
    ['as utilities write it', XML],
    [
      'with prefixes',
      XML.replaceAll(/<(\/?)([A-Z][A-Za-z]+|kind|value|start|duration|uom)\b/g, '<$1espi:$2').replaceAll(
        'xmlns="http://naesb',
        'xmlns:espi="http://naesb',
      ),
    ],
    ['with absolute links', XML.replaceAll('href="', 'href="https://utility.example/espi/1_1/resource/')],
    [
      'with its entries backwards',
      XML.replace(/<entry>[\s\S]*<\/entry>/, (all) =>
        all
          .split(/(?=<entry>)/)
          .reverse()
          .join(''),
      ),
    ],
    ['with links behind the content', XML.replaceAll(/((?:<link [^>]*>)+)(<content>[\s\S]*?<\/content>)/g, '$2$1')],
    [
      'with comments, CDATA and instructions',
      XML.replaceAll('<value>500000<', '<!-- a --><value><![CDATA[500000]]><').replace(
        '<feed',
        '<?xml-stylesheet href="a.xsl"?><feed',
      ),
    ],
    ['with the time of a reading in its type only', XML.replaceAll('<duration>900</duration>', '')],
    ['with hours beside its quarters', withHours()],
    ['with a voltage beside its energy', withVoltage()],
    ['with a gas meter beside it', withGas()],
  ])('%s is the net energy of its usage point', async (_, xml) => {
    expect(asRows(await read(xml))).toEqual(NET);
    expect(asRows(await read(xml, {}, 1))).toEqual(NET);
  });

  it('leaves an interval out of which one direction is not known', async () => {
    const xml = renderGreenButton({
      ...FILE,
      series: [FORWARD, { ...REVERSE, readings: REVERSE.readings.slice(0, 1) }],
    });

    expect(asRows(await read(xml))).toEqual(NET.slice(0, 1));
  });

  it('is + where it only delivers, − where it only receives', async () => {
    expect(asRows(await read(forwardOnly)).map((row) => row[3])).toEqual([500, 0.125]);
    const received = renderGreenButton({ ...FILE, series: [REVERSE] });
    expect(asRows(await read(received)).map((row) => row[3])).toEqual([0, -750]);
  });

  it.each([
    [0, [0, 0]],
    [8, [1, 0]],
    [9, [1, 0]],
    [17, [0, 0]],
    [12, [0]],
    [15, [0]],
  ])('with quality %i tells estimates, and leaves out what nobody measured', async (quality, estimated) => {
    const [first, ...others] = FORWARD.readings;
    const xml = renderGreenButton({ ...FILE, series: [{ ...FORWARD, readings: [{ ...first, quality }, ...others] }] });

    expect(asRows(await read(xml)).map((row) => row[4])).toEqual(estimated);
  });

  it('may scale its values up', async () => {
    const xml = forwardOnly.replace('<powerOfTenMultiplier>-3<', '<powerOfTenMultiplier>0<').replaceAll('500000', '5');

    expect(asRows(await read(xml))[0]?.[3]).toBe(5);
  });

  const type = (name: string, value: string) =>
    forwardOnly.replace(new RegExp(`<${name}>[^<]*<`), `<${name}>${value}<`);
  const bomb = `<!DOCTYPE l [${Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('')}]>`;
  it.each<[string, string | Uint8Array, string]>([
    ['is cut short', XML.slice(0, XML.indexOf('<IntervalReading>') + 60), 'breaks off: the file is cut short'],
    ['is cut short within a tag', XML.slice(0, -4), 'breaks off: the file is cut short'],
    ['is empty', '', 'breaks off'],
    ['is a web page', '<!doctype html><html><body><br></body></html>', 'is not well-formed XML'],
    ['is not well-formed', XML.replace('</entry>', ''), 'is not well-formed XML'],
    ['has an entity of its own', XML.replace('<value>500000', '<value>&lol;'), 'is not well-formed XML'],
    ['has a bomb of entities', XML.replace('<feed', `${bomb}<feed`), 'has a document type (DOCTYPE)'],
    [
      'reads another file',
      XML.replace('<feed', '<!DOCTYPE f [<!ENTITY x SYSTEM "file:///etc/passwd">]><feed'),
      'has a document type',
    ],
    ['is a bomb of depth', `${'<a>'.repeat(100_000)}`, 'is nested deeper than 32 elements'],
    [
      'is a bomb of attributes',
      `<feed ${Array.from({ length: 1000 }, (_, n) => `a${n}="1"`).join(' ')}/>`,
      'more than 20 attributes',
    ],
    ['is a bomb of text', `<feed>${'x'.repeat(200_000)}</feed>`, 'holds a text of more than 10000 characters'],
    ['is not UTF-8', Buffer.from(XML.replace('Energy usage', 'Énergie'), 'latin1'), 'is not UTF-8 text'],
    ['claims another encoding', XML.replace('UTF-8', 'ISO-8859-1'), 'is written in another encoding than UTF-8'],
    [
      'has no readings',
      XML.replaceAll(/<IntervalReading>.*<\/IntervalReading>/g, ''),
      'has no IntervalReading of electricity',
    ],
    ['is of gas', withGas().replaceAll('<kind>0<', '<kind>1<'), 'has no usage point of electricity'],
    ['is in therms', type('uom', '169'), 'ReadingType: uom 169 (therms) is not energy in watt-hours (72)'],
    ['is in VAh', type('uom', '71'), 'uom 71 (VAh) is not energy'],
    ['is in watts', type('uom', '38'), 'uom 38 (watts) is not energy'],
    ['does not say its unit', type('uom', ''), 'uom (absent) is not energy'],
    [
      'is cumulative',
      type('accumulationBehaviour', '3'),
      'accumulationBehaviour 3 (cumulative) is not the energy of each interval',
    ],
    ['is a dial', type('accumulationBehaviour', '1'), 'accumulationBehaviour 1 (the dial of a register)'],
    [
      'has cumulative export beside its import',
      XML.replace(/(<accumulationBehaviour>)4(?=[\s\S]{0,60}<flowDirection>19)/, '$13'),
      'accumulationBehaviour 3 (cumulative)',
    ],
    ['flows somehow', type('flowDirection', '0'), 'flowDirection 0 is neither forward (1), reverse (19) nor net (4)'],
    ['has days', forwardOnly.replaceAll('>900<', '>86400<'), 'lasts 86400 s: local days need intervals of an hour'],
    [
      'has another zone',
      XML.replace('-18000', '3600'),
      'LocalTimeParameters/tzOffset: says 1 h from UTC, which clocks in America/New_York',
    ],
    [
      'has a start in words',
      XML.replace(`<start>${T}`, '<start>2026-03-01'),
      'feed/entry/content/IntervalBlock/IntervalReading: has no timePeriod/start',
    ],
    ['has a value in words', XML.replace('>500000<', '>n/a<'), 'IntervalReading: has a value that is not a number'],
    [
      'contradicts itself',
      forwardOnly.replace(`<start>${T + 900}`, `<start>${T}`),
      'IntervalReading: grid contradicts line',
    ],
    ['has no reading type', forwardOnly.replace(/<entry><link[^>]*><content><ReadingType.*/, ''), 'has no ReadingType'],
  ])('that %s is refused', async (_, xml, message) => {
    const error = await read(xml, {}, 4096).catch((thrown: unknown) => thrown);

    expect(error).toHaveProperty('name', 'BadFileError');
    expect(String(error)).toContain(message);
    expect(String(error)).toMatch(/line \d+|the file/);
  });

  it('needs a register for each of several usage points', async () => {
    const two = renderGreenButton({ ...FILE, usagePointId: '02' });
    const both = XML.replace(
      '</feed>',
      `${/<entry>[\s\S]*<\/entry>/.exec(two.replaceAll('ReadingType/', 'ReadingType/2'))?.[0]}</feed>`,
    );

    await expect(read(both)).rejects.toThrow(
      'UsagePoint: is 02, which no register in location.json names: add "usagePoint": "02"',
    );
    const rows = asRows(await read(both, { registerOf: (id) => `meter-${id}` }));
    expect(rows.map(([channel]) => channel)).toEqual(['meter-01', 'meter-01', 'meter-02', 'meter-02']);
  });

  it('may be known to be wrong about its zone', async () => {
    expect(asRows(await read(XML.replace('-18000', '-25200'), { ignoreFileTimeZone: true }))).toEqual(NET);
  });

  it('may tell summer time or standard time of its zone', async () => {
    for (const offset of ['-18000', '-14400']) expect(asRows(await read(XML.replace('-18000', offset)))).toEqual(NET);
  });
});

function withHours(): string {
  const hours = (flowDirection: 1 | 19) =>
    ({ flowDirection, intervalSeconds: 3600, readings: [{ startSeconds: T, energyWh: 9000 }] }) as const;
  return renderGreenButton({ ...FILE, series: [FORWARD, hours(1), REVERSE, hours(19)] });
}

function withVoltage(): string {
  const voltage = renderGreenButton({ ...FILE, series: [FORWARD, REVERSE, FORWARD] });
  const at = voltage.lastIndexOf('<uom>72');
  return `${voltage.slice(0, at)}<uom>29${voltage.slice(at + 7)}`;
}

function withGas(): string {
  const gas = renderGreenButton({ ...FILE, usagePointId: 'gas', series: [FORWARD] })
    .replaceAll('ReadingType/', 'ReadingType/gas')
    .replaceAll('LocalTimeParameters/', 'LocalTimeParameters/gas')
    .replace('<kind>0<', '<kind>1<')
    .replace('<uom>72<', '<uom>169<');
  return XML.replace('</feed>', `${/<entry>[\s\S]*<\/entry>/.exec(gas)?.[0]}</feed>`);
}
