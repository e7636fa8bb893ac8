import { expect, it } from 'vitest';
import { parseTimeZone } from '../../../shared/domain/time/time-zone.ts';
import { createZoneMemory } from '../../../shared/domain/time/zone-memory.ts';

const [oslo, lima] = [parseTimeZone('Europe/Oslo'), parseTimeZone('America/Lima')];

it('works out each thing of a zone once', () => {
  const memory = createZoneMemory<string>();

  expect(memory.recall(oslo, 'noon', () => 'first')).toBe('first');
  expect(memory.recall(oslo, 'noon', () => 'again')).toBe('first');
  expect(memory.recall(lima, 'noon', () => 'elsewhere')).toBe('elsewhere');
});

it('forgets, so that a long backfill does not pile up', () => {
  const memory = createZoneMemory<number>();
  memory.recall(oslo, 'first', () => 1);
  for (let day = 0; day < 1_000; day += 1) memory.recall(oslo, `day ${day}`, () => day);

  expect(memory.recall(oslo, 'first', () => 2)).toBe(2);
});
