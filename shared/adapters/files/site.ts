import type { Register } from '../../domain/energy/register.ts';
import type { TimeZone } from '../../domain/time/time-zone.ts';

/** A register of a location, and how the figures of its files become ours. */
export interface SiteRegister {
  readonly register: Register;
  /** What the files call it. */
  readonly channel: string;
  /** Multiplier and sign. */
  readonly factor: number;
  /** True where nothing says on which side of the mains it is tied in. */
  readonly sideAssumed: boolean;
}

/** What is known of a location before any of its figures is. */
export interface Site {
  readonly label: string;
  readonly timeZone: TimeZone;
  readonly city: string | null;
  readonly state: string | null;
  readonly country: string | null;
  readonly registers: readonly SiteRegister[];
  /** The channel in which the archive keeps its own Other; undefined where it has none. */
  readonly otherChannel: string | undefined;
  /** Path of the archive's profile; undefined where there is none. */
  readonly profilePath: string | undefined;
}
