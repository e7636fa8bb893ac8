import type { BatteryDesign } from './battery.ts';
import type { Profile } from './profile.ts';
import type { SolarField } from './sun.ts';
import type { Climate } from './weather.ts';

/** A made-up place: where it is, how it is wired, and what hangs on each circuit. */
export type Place = {
  /** Seeds everything that is chance. */
  readonly name: string;
  readonly label: string;
  readonly country: string;
  readonly state: string;
  readonly city: string;
  readonly postcode: string;
  readonly address: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly timezone: string;
  readonly installedOn: string;
  readonly climate: Climate;
  readonly hubs: readonly { readonly serial: string; readonly label: string | null; readonly panelType: number }[];
  /** Labels of the mains CTs, one for each leg; none where nobody put any in. They sit on the first hub. */
  readonly mains: readonly string[];
  readonly solar?: {
    /** `line`: between the utility and the mains CTs, which do not see it. `breaker`: behind them. */
    readonly side: 'line' | 'breaker';
    readonly fields: readonly (SolarField & { readonly label: string; readonly hub: number })[];
  };
  /** Behind the mains CTs. Its cycle starts at this UTC hour, when it is empty. */
  readonly battery?: BatteryDesign & {
    readonly label: string;
    readonly hub: number;
    readonly cycleStartsAtUtcHour: number;
  };
  readonly circuits: readonly Circuit[];
  /** Bounds of what no circuit explains, in W. */
  readonly unmeasuredW: readonly [number, number];
};

export type Circuit = {
  readonly label: string;
  /** Index into `hubs`. */
  readonly hub: number;
  /** 2 for a circuit of two poles that one CT stands for. */
  readonly multiplier?: number;
  readonly profile: Profile;
};
