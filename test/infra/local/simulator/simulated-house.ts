import type { SimulatedLocation } from '../../../../infra/local/simulator/simulated-fleet.ts';
import type { WireInstallation, WireRegister } from '../../../../infra/local/simulator/wire-objects.ts';

const DATES = {
  dt_created: '2020-06-23T23:26:26.581017Z',
  dt_modified: '2020-06-23T23:27:05.696942Z',
  organization: 'curb',
};

const NO_FLAGS = { grid: false, production: false, battery: false };

const REGISTERS: readonly (Partial<WireRegister> &
  Pick<WireRegister, 'id' | 'label' | 'installation' | 'circuit_type'>)[] = [
  { id: 'main', label: 'Main', installation: 'huba', circuit_type: 'main', grid: true },
  {
    id: 'roof',
    label: 'Solar',
    installation: 'huba',
    circuit_type: 'line_side_production',
    grid: true,
    production: true,
  },
  { id: 'oven', label: 'Oven', installation: 'huba', circuit_type: 'consumption', circuit_number: 4 },
  {
    id: 'shed',
    label: 'Solar (Shed)',
    installation: 'hubb',
    circuit_type: 'breaker_side_production',
    production: true,
  },
  { id: 'cell', label: 'Battery', installation: 'hubb', circuit_type: 'breaker_side_battery', battery: true },
  { id: 'heat', label: 'Water Heater', installation: 'hubb', circuit_type: 'consumption' },
];

/** One register of each sort, on two hubs: `huba` with main, roof and oven, `hubb` with shed, cell and heat. */
export function simulatedHouse(
  options: {
    readonly id?: string;
    readonly label?: string;
    readonly city?: string;
    readonly postcode?: string;
    readonly createdAt?: string;
    readonly hubPrefix?: string;
    readonly nativeIntervalSeconds?: number;
    /** By register id; steady and different watts when left out. */
    readonly wattsAt?: (registerId: string, stamp: number) => number | null;
  } = {},
): SimulatedLocation {
  const id = options.id ?? '4d6874eb-2499-41dc-88ce-2dc570099f5e';
  const prefix = options.hubPrefix ?? '';
  const wattsAt = options.wattsAt ?? ((registerId) => STEADY_W[registerId] ?? 0);
  const dates = { ...DATES, dt_created: options.createdAt ?? DATES.dt_created };
  const registers = REGISTERS.map((register, number) => ({
    ...DATES,
    ...NO_FLAGS,
    number,
    multiplier: 1,
    inverted: false,
    clamp_definition: 'XIAMEN30',
    group: 0,
    channel: number,
    circuit_number: null,
    ...register,
    id: `${prefix}${register.id}`,
    installation: `${prefix}${register.installation}`,
  }));
  return {
    location: {
      id,
      ...dates,
      label: options.label ?? 'Example Location',
      country: 'USA',
      state: 'TX',
      city: options.city ?? 'Austin',
      postcode: options.postcode ?? '78704',
      address: '1 Example Lane',
      geocode: '30.24567280,-97.76883580',
      timezone: 'America/Chicago',
    },
    metadata: {
      mains: true,
      battery: true,
      production: true,
      installations_count: 2,
      dt_claimed: DATES.dt_created,
      dt_modified: DATES.dt_modified,
      dt_installed: DATES.dt_created,
    },
    installations: ['huba', 'hubb'].map(
      (hub): WireInstallation => ({
        hub: `${prefix}${hub}`,
        ...DATES,
        label: null,
        dt_claimed: DATES.dt_created,
        panel_type: 0,
        location: id,
        fleet: 'curb',
      }),
    ),
    registers,
    nativeIntervalSeconds: options.nativeIntervalSeconds ?? 300,
    wattsAt: (index, stamp) => wattsAt(REGISTERS[index]?.id ?? '', stamp),
  };
}

/** Physically sound: main = 600 oven + 1500 heater + 130 unexplained − 900 shed + 400 battery. */
export const STEADY_W: Readonly<Record<string, number>> = {
  main: 1730,
  roof: -2100,
  oven: 600,
  shed: -900,
  cell: 400,
  heat: 1500,
};
