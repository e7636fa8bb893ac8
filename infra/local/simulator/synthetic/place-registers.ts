import type { WireRegister } from '../wire-objects.ts';
import type { Place } from './place.ts';
import { uuidOf } from './steady-noise.ts';

/** What a register of a place measures: the nth mains leg, solar field or circuit, or the battery. */
export type Measured = { readonly kind: 'main' | 'solar' | 'battery' | 'circuit'; readonly index: number };

/** A hub's eighteen channels come in groups of 6, 6, 3 and 3. */
const CHANNELS = [6, 6, 3, 3].flatMap((size, group) =>
  Array.from({ length: size }, (_, channel) => ({ group, channel })),
);

/** The registers of a place, hub by hub, and what each of them measures. */
export function placeRegisters(place: Place, dates: Pick<WireRegister, 'dt_created' | 'dt_modified' | 'organization'>) {
  const wanted = [...mainsOf(place), ...solarOf(place), ...batteryOf(place), ...circuitsOf(place)];
  return place.hubs.flatMap(({ serial }, hub) =>
    wanted
      .filter((one) => one.hub === hub)
      .map(({ measured, hub: _, ...fields }, number) => {
        const register: WireRegister = {
          id: uuidOf(`${place.name}/${serial}/${number}`),
          ...dates,
          number,
          inverted: false,
          installation: serial,
          group: CHANNELS[number]?.group ?? 0,
          channel: CHANNELS[number]?.channel ?? 0,
          ...fields,
        };
        return { register, measured };
      }),
  );
}

type Wanted = Pick<
  WireRegister,
  'label' | 'circuit_type' | 'multiplier' | 'clamp_definition' | 'grid' | 'production' | 'battery' | 'circuit_number'
> & { hub: number; measured: Measured };

const PLAIN = {
  multiplier: 1,
  clamp_definition: 'XIAMEN30',
  grid: false,
  production: false,
  battery: false,
  circuit_number: null,
};

const mainsOf = (place: Place): Wanted[] =>
  place.mains.map((label, index) => ({
    ...PLAIN,
    label,
    circuit_type: 'main',
    clamp_definition: 'XIAMEN100',
    grid: true,
    hub: 0,
    measured: { kind: 'main', index },
  }));

const solarOf = ({ solar }: Place): Wanted[] =>
  (solar?.fields ?? []).map(({ label, hub }, index) => ({
    ...PLAIN,
    label,
    circuit_type: solar?.side === 'line' ? 'line_side_production' : 'breaker_side_production',
    grid: solar?.side === 'line',
    production: true,
    hub,
    measured: { kind: 'solar', index },
  }));

const batteryOf = ({ battery }: Place): Wanted[] =>
  battery === undefined
    ? []
    : [
        {
          ...PLAIN,
          label: battery.label,
          circuit_type: 'breaker_side_battery',
          clamp_definition: 'XIAMEN50',
          battery: true,
          hub: battery.hub,
          measured: { kind: 'battery', index: 0 },
        },
      ];

const circuitsOf = (place: Place): Wanted[] =>
  place.circuits.map(({ label, hub, multiplier = 1 }, index) => ({
    ...PLAIN,
    label,
    circuit_type: 'consumption',
    multiplier,
    clamp_definition: multiplier > 1 ? 'XIAMEN50' : 'XIAMEN30',
    circuit_number: index + 1,
    hub,
    measured: { kind: 'circuit', index },
  }));
