import type { LocalDay } from '../time/local-day.ts';
import type { Register } from './register.ts';

/**
 * Average power of each register in each slot of one local day, in watts with the house's signs
 * (+ towards the loads, so import +, export −, production −, battery charging +).
 */
export interface PowerSeries {
  readonly resolutionSeconds: number;
  /** One value a slot, in the order of the day's slots; NaN where no sample came. */
  readonly wattsByRegister: ReadonlyMap<string, Float64Array>;
}

/** Everything that a source says about one local day of one location, turned into our words, units and signs. */
export interface DayReadings {
  readonly day: LocalDay;
  readonly registers: readonly Register[];
  /** The hubs that should have reported; empty where the source has none. */
  readonly hubIds: readonly string[];
  /** Signed energy of the day by register id; null or absent where the source gave none. */
  readonly energyKWhByRegister: ReadonlyMap<string, number | null>;
  /** Samples received, summed over the hubs; null where the source gives no count. */
  readonly sampleCount: number | null;
  /** The source's own Other; undefined where it was asked for and did not come, null where the source has no such thing. */
  readonly sourceOtherKWh: number | null | undefined;
  /** Null where the source had no series for the day. */
  readonly power: PowerSeries | null;
  /** False where the source measures no circuits at all, so that Other has no meaning. */
  readonly measuresCircuits: boolean;
  /**
   * True where something feeds the house that no register measures, so that what is used is not what comes from the grid;
   * absent where nothing speaks for it.
   */
  readonly hasUnmeasuredSource?: boolean;
  /** What the batteries held at the day's first instant and at the next day's; absent where the source does not say. */
  readonly storedEnergyKWh?: StoredEnergyKWh;
  /** Emissions of the day as the source itself estimates them; absent where it does not. */
  readonly sourceEmissions?: SourceEmissions;
  /** Alerts of the source's devices that were open at any time of the day; texts as they came, not to be trusted. */
  readonly alerts?: readonly SourceAlert[];
  /** What the source has to say about the day's data, such as a register that it did not announce. */
  readonly remarks: readonly DayRemark[];
}

/** Something about a day's data that a reader may have to know; `hubId` and `registerId` are ids, never names. */
export interface DayRemark {
  readonly code:
    | 'register_unknown'
    | 'hub_silent'
    | 'no_data'
    | 'values_left_out'
    /** In some slots less than nothing would have been used, which no place does: energy is counted twice. */
    | 'load_negative'
    /** Whoever delivered the data estimated some values of the register. */
    | 'values_estimated'
    /** Intervals did not fit the day's slots, so that their energy was divided evenly by time. */
    | 'intervals_divided'
    /** Nothing says on which side of the mains the register's source or store is tied in: behind them was assumed. */
    | 'side_assumed'
    /** The mains fed energy back that no register of a source or store explains. */
    | 'source_unmeasured';
  readonly hubId?: string;
  readonly registerId?: string;
  /** When a hub was last heard, in epoch milliseconds. */
  readonly lastHeardMs?: number;
  /** How many values or slots it is about. */
  readonly count?: number;
  /** Length of the longest interval that was divided. */
  readonly lengthSeconds?: number;
}

/** Energy in all batteries of a location at the two ends of a local day; null where the source has no reading there. */
export interface StoredEnergyKWh {
  readonly atStart: number | null;
  readonly atEnd: number | null;
}

/** A source's own estimate of emissions; marginal: of the power plants that follow a change in demand. */
export interface SourceEmissions {
  readonly kgCO2: number | null;
  readonly method: 'marginal';
  /** Who calculates it, as its users know it. */
  readonly publisher: string;
}

/** An alert that a source raised; `toMs` is null while it is open. */
export interface SourceAlert {
  readonly id: string;
  readonly severity: string;
  readonly title: string;
  readonly fromMs: number;
  readonly toMs: number | null;
}
