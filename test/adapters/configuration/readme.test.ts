import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { aFile, faultsOf } from './configuration-builder.ts';

const README = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');
const blocks = [...README.matchAll(/```json\n([\s\S]*?)```/g)].map(([, text = '']) => text);
const having = (key: string) => blocks.filter((text) => text.includes(`"${key}"`));

test('the examples of the README are valid configurations', () => {
  const [whole] = having('reports');
  expect(faultsOf(whole ?? '')).toEqual([]);
  const [parts] = having('tariffs');
  const { tariffs, emissionFactors } = JSON.parse(parts ?? '{}');
  const defaults = { tariff: Object.keys(tariffs)[0], emissionFactor: Object.keys(emissionFactors)[0] };
  expect(faultsOf(aFile({ tariffs, emissionFactors, defaults }))).toEqual([]);
});
