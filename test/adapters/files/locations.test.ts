import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FileContents } from '../../support/interval-files.ts';
import { aFilesSource, aHouse, readDate, sourceIn, writeFiles } from '../../support/interval-files.ts';

const SITE = { timeZone: 'Europe/Berlin', label: 'House', city: 'Konstanz', registers: [{ id: 'grid', role: 'main' }] };
const CSV = `start,register_id,energy_kwh,interval_seconds\n2026-11-19T12:00:00Z,grid,1,900\n`;
const ref = (id: string) => ({ source: 'meters', fleet: 'homes', id });

describe('the locations of a folder', () => {
  it('are its folders, with what their location.json says', async () => {
    const { source } = await aFilesSource({
      'homes/b/location.json': SITE,
      'homes/a/location.json': { timeZone: 'America/Chicago' },
      'homes/README.md': 'hello',
      'homes/.hidden/location.json': SITE,
      'homes/__MACOSX/x': '',
      'others/c/location.json': SITE,
    });

    const { locations, incompleteBecause } = await source.listLocations('homes');

    expect(incompleteBecause).toBeUndefined();
    expect(locations).toEqual([
      {
        ref: ref('a'),
        fields: { id: 'a', label: 'a', timezone: 'America/Chicago' },
        location: { ...ref('a'), label: 'a', timeZone: 'America/Chicago', city: null, state: null, country: null },
      },
      {
        ref: ref('b'),
        fields: { id: 'b', label: 'House', city: 'Konstanz', timezone: 'Europe/Berlin' },
        location: {
          ...ref('b'),
          label: 'House',
          timeZone: 'Europe/Berlin',
          city: 'Konstanz',
          state: null,
          country: null,
        },
      },
    ]);
  });

  it('that cannot be used say why, and leave the others alone', async () => {
    const { source } = await aFilesSource({
      'homes/a b/location.json': SITE,
      'homes/empty/data.csv': CSV,
      'homes/fine/location.json': SITE,
      'homes/zone/location.json': { ...SITE, timeZone: 'Mars/Olympus' },
    });

    const { locations } = await source.listLocations('homes');

    expect(
      locations.map(({ ref: { id }, location }) => [id, 'problem' in location ? location.problem : 'fine']),
    ).toEqual([
      ['a b', expect.stringContaining('The name of its folder cannot be an id')],
      ['empty', 'homes/empty has no location.json: write one; the README says what belongs into it'],
      ['fine', 'fine'],
      ['zone', 'homes/zone/location.json: timeZone: is not an IANA time zone name such as America/Chicago'],
    ]);
  });

  it('need a folder for their fleet', async () => {
    const { source } = await aFilesSource({ 'homes/a/location.json': SITE });

    await expect(source.listLocations('home')).rejects.toThrow(
      'Source meters has no folder for the fleet home: make it below sources.meters.location',
    );
    await expect(source.listLocations('../homes')).rejects.toMatchObject({ name: 'SourceAccessError' });
  });

  it.each(['b', '..', '../homes/a', 'a/../a', 'A', ''])('have none of the id %j', async (id) => {
    const { source } = await aFilesSource({ 'homes/a/location.json': SITE });

    await expect(source.openLocation(ref(id))).rejects.toMatchObject({
      name: 'UnknownLocationError',
      retryable: false,
    });
  });

  it('repeat no names from a location.json', async () => {
    const { source } = await aFilesSource({
      'homes/a/location.json': { ...SITE, 'Jane Doe': 'canary', owner: 'canary' },
    });

    const error = await source.openLocation(ref('a')).catch(String);

    expect(error).toContain('homes/a/location.json: […]: is not known here; owner: is not known here');
    expect(error).not.toMatch(/canary|Jane/);
  });

  const registers = (...all: unknown[]) => ({ ...SITE, registers: all });
  it.each<[string, FileContents, string]>([
    ['is no JSON', { 'location.json': '{ "label": "x", ' }, 'location.json: line 1: is not JSON, or breaks off'],
    ['is a list', { 'location.json': [] }, 'location.json: the file: must be an object'],
    ['has no zone', { 'location.json': { label: 'x' } }, 'location.json: timeZone: is missing'],
    ['has no register', { 'location.json': registers() }, 'registers: has no register'],
    [
      'has a register twice',
      { 'location.json': registers({ id: 'a', role: 'main' }, { id: 'a', role: 'circuit' }) },
      'registers[1].id: is the id of an earlier register',
    ],
    [
      'has a role of nobody',
      { 'location.json': registers({ id: 'a', role: 'mains' }) },
      'registers[0].role: must be "main", "circuit"',
    ],
    [
      'has a side of a circuit',
      { 'location.json': registers({ id: 'a', role: 'circuit', side: 'line' }) },
      'registers[0].side: is only for registers of role production',
    ],
    [
      'has a multiplier of 0',
      { 'location.json': registers({ id: 'a', role: 'main', multiplier: 0 }) },
      'registers[0].multiplier: must be a number above 0',
    ],
    [
      'has intervals of a day',
      { 'location.json': { ...SITE, intervalSeconds: 86_400 } },
      'intervalSeconds: must be a whole number of seconds from 1 to 3600',
    ],
    [
      'has a spreadsheet',
      { 'location.json': SITE, 'data.xlsx': 'PK' },
      'homes/house/data.xlsx is neither .csv, .xml nor .json',
    ],
    ['has an archive', { 'location.json': SITE, 'data.csv.gz': 'PK' }, 'homes/house/data.csv.gz is neither'],
    [
      'has data in a folder',
      { 'location.json': SITE, 'more/data.csv': CSV },
      'homes/house/more is a folder: put the data files beside location.json',
    ],
    ['has a file of somebody', { 'location.json': SITE, 'Jäne Doe.doc': CSV }, 'homes/house/[…].doc is neither'],
  ])('that %s is refused', async (_, files, message) => {
    await expect(aHouse(files)).rejects.toMatchObject({ name: 'InvalidLocationError' });
    await expect(aHouse(files)).rejects.toThrow(message);
  });

  it('may have notes and hidden files beside their data', async () => {
    const house = await aHouse({
      'location.json': SITE,
      'README.md': '',
      'bill.pdf': '',
      '.DS_Store': '',
      'A.CSV': CSV,
    });

    expect((await readDate(house, '2026-11-19')).energyKWhByRegister.get('grid')).toBe(1);
  });

  it('are refused with a file, a place and a reason when their data is broken', async () => {
    const house = await aHouse({ 'location.json': SITE, 'a.csv': CSV, 'b.csv': CSV.replace(',1,', ',x,') });

    await expect(readDate(house, '2026-11-19')).rejects.toMatchObject({
      name: 'UnexpectedPayloadError',
      message: 'homes/house/b.csv: line 2: energy_kwh is not a number, or not written like those before it',
    });
  });

  it('with a meter and nothing else have one register, the grid', async () => {
    const house = await aHouse({ 'location.json': { timeZone: 'Europe/Berlin' }, 'a.csv': CSV });

    expect((await readDate(house, '2026-11-19')).registers).toMatchObject([
      { id: 'grid', label: 'Grid', role: 'main' },
    ]);
  });

  it('read a file once for all days, and again when it has changed', async () => {
    const { source, root } = await aFilesSource({ 'homes/a/location.json': SITE, 'homes/a/a.csv': CSV });
    const first = await source.openLocation(ref('a'));
    const [day, next] = await Promise.all([readDate(first, '2026-11-19'), readDate(first, '2026-11-20')]);
    expect([day, next].map((each) => each.energyKWhByRegister.get('grid'))).toEqual([1, null]);

    await writeFile(path.join(root, 'homes/a/a.csv'), CSV.replace(',1,', ',25,'));
    // What was opened before speaks of the files as they were.
    expect((await readDate(first, '2026-11-19')).energyKWhByRegister.get('grid')).toBe(1);
    const second = await source.openLocation(ref('a'));
    expect((await readDate(second, '2026-11-19')).energyKWhByRegister.get('grid')).toBe(25);

    await writeFiles(root, {
      'homes/a/location.json': { ...SITE, registers: [{ id: 'grid', role: 'main', multiplier: 2 }] },
    });
    const third = await source.openLocation(ref('a'));
    expect((await readDate(third, '2026-11-19')).energyKWhByRegister.get('grid')).toBe(50);
  });

  it('are there for a source that did not know them before', async () => {
    const { source, root } = await aFilesSource({ 'homes/a/location.json': SITE });
    await writeFiles(root, { 'homes/new/location.json': SITE });

    for (const each of [source, sourceIn(root)]) {
      expect((await each.listLocations('homes')).locations.map(({ ref: { id } }) => id)).toEqual(['a', 'new']);
    }
  });
});
