import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkFilesSettings } from '../../../shared/adapters/files/settings.ts';
import { aHouse, readDate } from '../../support/interval-files.ts';

const README = readFileSync(path.resolve(import.meta.dirname, '../../../README.md'), 'utf8');

function example(pattern: RegExp): string {
  const found = pattern.exec(README)?.[1];
  if (found === undefined) throw new Error(`README.md has no ${pattern} any more`);
  return found;
}

describe('what README.md says of files', () => {
  it('is a source that may stand in a configuration', () => {
    const { kind, fleets, ...settings } = JSON.parse(example(/"meters": (\{ "kind": "files".*\})/));

    expect([kind, fleets]).toEqual(['files', ['homes']]);
    expect(checkFilesSettings(settings, 'sources.meters')).toEqual({
      settings: { place: { kind: 'folder', folder: 'meters' } },
    });
  });

  it('is a location with a file that fits it', async () => {
    const house = await aHouse({
      'location.json': example(/```json\n(\{\n {2}"label": "Main Street 4"[^`]*)```/),
      'data.csv': example(/```csv\n([^`]*)```/).replaceAll(/^ +/gm, ''),
    });

    const { energyKWhByRegister, remarks } = await readDate(house, '2026-11-19');

    expect(Object.fromEntries(energyKWhByRegister)).toEqual({ grid: 0.125, solar: -0.5, heat: 0.21 });
    expect(remarks).toEqual([]);
  });

  it('is true of an archive', () => {
    expect(JSON.parse(example(/`location.json` may be `(\{.*?\})`/))).toEqual({ productionSide: 'breaker' });
  });
});
