import { samplesOf, shareOf } from './coverage.ts';
import type { RegisterFacts } from './day-facts.ts';
import type { DayReadings } from './day-readings.ts';
import type { Quality } from './figure.ts';
import { firstSlotOf } from './later-registers.ts';
import type { Register } from './register.ts';

/**
 * Sets a register's energy beside its samples: an energy of nothing heard is unknown, not zero. Of a register that was added
 * during the day, samples are expected from then on.
 */
export function registerFacts(
  readings: DayReadings,
  register: Register,
  slots: number,
  dayCoverage: number | null,
): RegisterFacts {
  const samples = samplesOf(readings.power, register.id);
  const given = readings.energyKWhByRegister.get(register.id) ?? null;
  const heardNothing = samples === 0 || (samples === null && readings.sampleCount === 0);
  // A source that fills silence with zeros must not turn a dead register into a saving.
  const energyKWh = heardNothing && (given === null || Math.abs(given) < 1e-9) ? null : given;
  const { day, power } = readings;
  const before = power === null ? 0 : firstSlotOf(register, day, power.resolutionSeconds);
  const coverage = shareOf(samples, slots - before);
  return {
    id: register.id,
    label: register.label,
    role: register.role,
    measuresGrid: register.measuresGrid,
    hubId: register.hubId,
    createdAt: register.createdAt,
    energyKWh,
    quality: qualityOf(energyKWh, coverage ?? dayCoverage),
    coverage,
  };
}

function qualityOf(energyKWh: number | null, coverage: number | null): Quality {
  if (energyKWh === null) return 'missing';
  return coverage === null || coverage >= 1 ? 'measured' : 'partial';
}
