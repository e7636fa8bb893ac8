import { wireHistorical } from '../../../shared/adapters/curb-fleet/wire.ts';
import { checkShape } from '../../../shared/adapters/http/check-shape.ts';
import { parseJson } from '../../../shared/adapters/http/parse-json.ts';
import type { DayFacts } from '../../../shared/domain/energy/day-facts.ts';
import { summariseDay } from '../../../shared/domain/energy/summarise-day.ts';
import { instantFromMs } from '../../../shared/domain/time/instant.ts';
import { parseLocalDate, plusDays } from '../../../shared/domain/time/local-date.ts';
import { localDay } from '../../../shared/domain/time/local-day.ts';
import { parseTimeZone } from '../../../shared/domain/time/time-zone.ts';
import { aRegister, readingsOf } from '../../support/readings-builder.ts';
import { dayOfRegisters } from './day-of-registers.ts';

const REGISTERS = 36;

/** So many days of a house of 36 registers, each parsed and judged like an answer and made facts. */
export function inMemoryFacts(days: number): DayFacts[] {
  const zone = parseTimeZone('America/Chicago');
  const first = parseLocalDate('2026-10-01');
  return Array.from({ length: days }, (_, number) => {
    const { results } = checkShape(wireHistorical, parseJson(dayOfRegisters(REGISTERS), 'bench'), 'bench');
    const registers = Array.from({ length: REGISTERS }, (_, index) => ({
      register: aRegister(`r${index}`, index === 0 ? 'main' : 'circuit'),
      powerW: (slot: number) => results[slot]?.r.w[index] ?? null,
    }));
    return summariseDay(readingsOf(localDay(plusDays(first, number), zone), registers), instantFromMs(0));
  });
}
