import type { MeasuredTruth } from '../models/measured-truth.ts';
import type { SimulatedStore } from '../models/simulated-store.ts';
import type { Actor } from '../world/actor.ts';
import type { World } from '../world/world.ts';
import type { ReportRecord } from './report-record.ts';
import type { ZoneClock } from './zone-clock.ts';

/** What the operator has chosen, and what the invariants therefore ask for. */
export interface Policy {
  readonly whenInDoubt: 'resend' | 'hold';
  readonly doubtDeadlineMs: number;
  readonly sendAt: string;
  readonly mailUpToDaysOld: Readonly<Record<string, number>>;
  readonly maxWaitHours: Readonly<Record<string, number>>;
}

export interface WatchedPlace {
  /** The number that the truth knows it by. */
  readonly place: number;
  readonly zone: string;
  readonly clock: ZoneClock;
}

/** Reports that came too late to be mailed. */
export interface DigestRecord {
  /** How many dates each was noted under, by report. */
  readonly unmailed: Map<string, number>;
  /** How many digests told of each, by report. */
  readonly told: Map<string, number>;
}

/** The period that a location begins with, and who said so first. */
export interface AnchorRecord {
  readonly kind: string;
  /** The location's id in keys. */
  readonly location: string;
  readonly actor: Actor;
  period: string;
}

/** Everything that the invariants look at. */
export interface WatchContext {
  readonly world: World;
  readonly policy: Policy;
  readonly truth: MeasuredTruth;
  /** By `source/fleet/id`. */
  readonly places: ReadonlyMap<string, WatchedPlace>;
  /** Reports by their ids. */
  readonly reports: Map<string, ReportRecord>;
  readonly digests: DigestRecord;
  /** The first period of each location, by kind and the location's id in keys. */
  readonly anchors: Map<string, AnchorRecord>;
  readonly ledger: () => SimulatedStore;
  readonly archive: () => SimulatedStore;
}
