import { describe, expect, it } from 'vitest';
import type { FileContents } from '../../../support/interval-files.ts';
import { aHouse, readDate } from '../../../support/interval-files.ts';

const urn = (letter: string) => `urn:energycurb:registers:curb:abc:0:${letter}`;
const OTHER = 'urn:energycurb:registers:curb:other';
const MIDNIGHT = Date.parse('2017-04-12T07:00:00Z') / 1000;
const CANARY = 'canary-websocket-password';

const ref = (letter: string) => ({ id: urn(letter), multiplier: 1 });
const PROFILE = {
  _links: { self: { href: '/api/profiles/7' }, device: { href: '/api/devices/9' } },
  id: 7,
  display_name: 'Seven',
  real_time: [{ _links: { ws: { href: `wss://abc:${CANARY}@mqtt.example:443` } } }],
  _embedded: {
    billing: { dollar_pkwh: 0.13 },
    registers: {
      registers: [
        { id: urn('a'), label: 'Main', flip_domain: true, multiplier: 2 },
        { id: urn('b'), label: 'Sun', flip_domain: true, multiplier: 2 },
        { id: urn('c'), label: 'Oven', flip_domain: false, multiplier: 2 },
        { id: urn('d'), label: null, flip_domain: false, multiplier: 1 },
      ],
    },
  },
  register_groups: { grid: [ref('a')], solar: [ref('b')], normals: [ref('c')], use: [ref('a')] },
};
const DEVICES = {
  devices: [{ _links: { self: { href: 'https://app.example/api/devices/9' } }, timezone: 'America/Los_Angeles' }],
};
const RESULT = {
  granularity: '1H',
  unit: 'w',
  since: MIDNIGHT,
  until: null,
  headers: ['timestamp', urn('a'), urn('b'), urn('c'), urn('d'), OTHER],
  data: Array.from({ length: 24 }, (_, hour) => [MIDNIGHT + hour * 3600, 1000, -400, 900, 100, 400]) as unknown[],
};
const data = (over: object = {}) => ({
  _links: { self: { href: '/api/profiles/7/historical-data?unit=w' } },
  results: [{ ...RESULT, ...over }],
});
const ARCHIVE = { 'location.json': {}, 'profile.json': PROFILE, 'devices.json': DEVICES, 'data.json': data() };

const house = (over: FileContents = {}) => aHouse({ ...ARCHIVE, ...over });
const readDay = async (over: FileContents = {}) => readDate(await house(over), '2017-04-12');

describe('an archive of saved HAL documents', () => {
  it('has its label on the profile, its zone on the device, its roles in the groups', async () => {
    const { location } = await house();
    const { registers, energyKWhByRegister, sourceOtherKWh, power, remarks } = await readDay();

    expect(location).toMatchObject({ label: 'Seven', timeZone: 'America/Los_Angeles' });
    expect(registers.map(({ label, role, measuresGrid }) => [label, role, measuresGrid])).toEqual([
      ['Main', 'main', true],
      ['Sun', 'production', false],
      ['Oven', 'circuit', false],
      [urn('d'), 'circuit', false],
    ]);
    // Multiplier and flip are in the figures already.
    expect([...energyKWhByRegister.values()].map((kWh) => Number(kWh?.toFixed(9)))).toEqual([24, -9.6, 21.6, 2.4]);
    expect(sourceOtherKWh).toBeCloseTo(9.6, 9);
    expect(power?.resolutionSeconds).toBe(3600);
    expect(remarks).toEqual([{ code: 'side_assumed', registerId: urn('b') }]);
  });

  it('takes the side of its production from location.json', async () => {
    const { registers, remarks } = await readDay({ 'location.json': { productionSide: 'line' } });

    expect(registers.find(({ role }) => role === 'production')?.measuresGrid).toBe(true);
    expect(remarks).toEqual([]);
  });

  it('lets location.json say more about its registers', async () => {
    const described = { registers: [{ id: urn('d'), label: 'Wall box', role: 'battery', side: 'line', flip: true }] };
    const { registers, energyKWhByRegister } = await readDay({ 'location.json': described });

    expect(registers.find(({ id }) => id === urn('d'))).toMatchObject({
      label: 'Wall box',
      role: 'battery',
      measuresGrid: true,
    });
    expect(energyKWhByRegister.get(urn('d'))).toBeCloseTo(-2.4, 9);
    expect(registers).toHaveLength(4);
  });

  it('takes a null for missing, and half a day of Other for none', async () => {
    const rows = RESULT.data.map((row, hour) =>
      hour === 5 && Array.isArray(row) ? [row[0], null, -400, 900, 100, null] : row,
    );
    const { energyKWhByRegister, power, sourceOtherKWh } = await readDay({ 'data.json': data({ data: rows }) });

    expect(energyKWhByRegister.get(urn('a'))).toBeCloseTo(23, 9);
    expect(power?.wattsByRegister.get(urn('a'))?.[5]).toBeNaN();
    expect(sourceOtherKWh).toBeNull();
  });

  it('joins documents that overlap, minutes among them', async () => {
    const minutes = Array.from({ length: 60 }, (_, minute) => [MIDNIGHT + 86_400 + minute * 60, 60, 0, 0, 0, 60]);
    const { energyKWhByRegister } = await readDate(
      await house({ 'more.json': data(), 'minutes.json': data({ granularity: '1T', data: minutes }) }),
      '2017-04-12',
    );

    expect(energyKWhByRegister.get(urn('a'))).toBeCloseTo(24, 9);
  });

  it('never shows what its real_time links hold', async () => {
    const reader = await house();

    expect(JSON.stringify([reader, await readDay()])).not.toContain(CANARY);
    const broken = await readDay({ 'profile.json': { ...PROFILE, id: undefined } }).catch(String);
    expect(broken).toContain('homes/house/profile.json: id');
    expect(broken).not.toContain(CANARY);
  });

  const [first, ...others] = RESULT.data;
  it.each<[string, FileContents, string]>([
    [
      'is in dollars an hour',
      { 'data.json': data({ unit: '$/hr' }) },
      'data.json: results[0].unit: is $/hr: save the data with unit=w',
    ],
    ['is in another unit', { 'data.json': data({ unit: 'kw' }) }, 'results[0].unit: is another unit'],
    [
      'has days',
      { 'data.json': data({ granularity: '1D' }) },
      'results[0].granularity: is 1D, whose days are not those of the location',
    ],
    [
      'has a granularity of its own',
      { 'data.json': data({ granularity: '5T' }) },
      'results[0].granularity: is not known',
    ],
    [
      'has no time',
      { 'data.json': data({ headers: ['t', ...RESULT.headers.slice(1)] }) },
      'results[0].headers[0]: is not timestamp',
    ],
    [
      'names a register twice',
      { 'data.json': data({ headers: RESULT.headers.with(2, urn('a')) }) },
      'results[0].headers: names a register twice',
    ],
    [
      'has a register of nobody',
      { 'data.json': data({ headers: RESULT.headers.with(2, urn('x')) }) },
      `results[0].headers[2]: is ${urn('x')}, which neither`,
    ],
    [
      'has a row too short',
      { 'data.json': data({ data: [[MIDNIGHT, 1]] }) },
      'results[0].data[0]: does not have 6 values',
    ],
    [
      'has a row of another kind',
      { 'data.json': data({ data: [first, 'row'] }) },
      'results[0].data[1]: does not have 6 values',
    ],
    [
      'has a text among its values',
      { 'data.json': data({ data: [first, [MIDNIGHT + 3600, 1, 2, '3', 4, 5]] }) },
      'results[0].data[1][3]: is neither a number nor null',
    ],
    [
      'has an hour that is none',
      { 'data.json': data({ data: [[MIDNIGHT + 60, 1, 2, 3, 4, 5]] }) },
      'results[0].data[0][0]: is no whole hour',
    ],
    [
      'contradicts itself',
      { 'data.json': data({ data: [first, ...others, [MIDNIGHT, 2, 2, 3, 4, 5]] }) },
      `results[0].data[24]: ${urn('a')} contradicts results[0].data[0]`,
    ],
    [
      'contradicts another document',
      { 'more.json': data({ data: [[MIDNIGHT, 2, -400, 900, 100, 400]] }) },
      `homes/house/more.json contradicts homes/house/data.json about ${urn('a')} at 2017-04-12T07:00:00Z`,
    ],
    [
      'is of another profile',
      { 'data.json': { ...data(), _links: { self: { href: '/api/profiles/8/historical-data' } } } },
      '_links.self: leads to another profile',
    ],
    [
      'breaks off',
      { 'data.json': JSON.stringify(data()).slice(0, -30) },
      'data.json: line 1: is not JSON, or breaks off',
    ],
    [
      'is nested beyond reason',
      { 'data.json': '['.repeat(100_000) },
      'data.json: the file: is nested deeper than 32 levels',
    ],
    ['is something else', { 'data.json': { hello: 'world' } }, 'data.json: the file: is no document of a HAL archive'],
    [
      'has another shape',
      { 'data.json': { results: [{ unit: 'w' }] } },
      'data.json: results[0].granularity: is missing',
    ],
    ['has no zone', { 'devices.json': { devices: [] } }, 'homes/house/location.json: timeZone: is missing'],
    [
      'has a zone of its own making',
      { 'devices.json': JSON.stringify(DEVICES).replace('America/Los_Angeles', 'PST') },
      'device has no usable time zone',
    ],
    [
      'has another zone than location.json',
      { 'location.json': { timeZone: 'America/Denver' } },
      'timeZone: is not America/Los_Angeles',
    ],
    [
      'has two profiles',
      { 'other.json': { ...PROFILE, id: 8 } },
      'profile: must be the id of one of the archive’s profiles (8, 7)'.replace('’', "'"),
    ],
  ])('that %s is refused', async (_, over, message) => {
    const error = await readDay(over).catch((thrown: unknown) => thrown);

    expect(String(error)).toContain(message);
    expect(error).toHaveProperty('retryable');
  });

  it('may name one of several profiles', async () => {
    const other = { ...PROFILE, id: 8, _links: { ...PROFILE._links, self: { href: '/api/profiles/8' } } };

    expect((await house({ 'other.json': other, 'location.json': { profile: 7 } })).location.label).toBe('Seven');
  });
});
