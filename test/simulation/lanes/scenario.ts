import { simulatedLocation } from '../fleet-of-zones.ts';
import { NOTHING_SPECIAL } from '../models/measured-truth.ts';
import { createStage, type Stage, type StageSettings } from '../stage.ts';
import { checkEnding } from '../watch/final-check.ts';
import { type Fault, listedFaults } from '../world/faults.ts';
import type { Violation } from '../world/world.ts';
import { ruleFor, SETTINGS, sentAt } from './settings.ts';

/** A small world with an explicit list of faults: everything that happens in it follows from these few fields. */
export interface Scenario {
  readonly faults: readonly Fault[];
  /** Seeds the order of what happens at the same time, and how long everything takes. */
  readonly order: number;
  readonly place: ScenarioPlace;
  readonly locations: number;
  readonly recipients: number;
  readonly whenInDoubt: 'resend' | 'hold';
  readonly lateData: boolean;
}

/** Where and when: shortly before the first report falls due, on plain days and on days of 23, 25 and 24.5 hours. */
export interface ScenarioPlace {
  readonly zone: string;
  readonly start: string;
}

export const PLACES: readonly ScenarioPlace[] = [
  { zone: 'America/Chicago', start: '2026-11-20T11:40:00Z' },
  { zone: 'America/Chicago', start: '2026-03-08T10:40:00Z' },
  { zone: 'America/New_York', start: '2026-11-01T10:40:00Z' },
  { zone: 'Asia/Kathmandu', start: '2026-06-14T23:45:00Z' },
  { zone: 'Australia/Lord_Howe', start: '2026-04-04T18:40:00Z' },
];

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const FAULTY_MS = 26 * HOUR_MS;
const QUIET_MS = 20 * HOUR_MS;

export const SCENARIO_DEADLINE_MS = HOUR_MS;

export function scenarioStage(scenario: Scenario, over: Partial<StageSettings> = {}): Stage {
  const { place, order, faults, lateData } = scenario;
  const startMs = Date.parse(place.start);
  const settings = { ...SETTINGS, ...sentAt('06:00'), recheckDays: [1], mailRevisions: true };
  const recipients = Array.from({ length: scenario.recipients }, (_, index) => `reader${index}@example.com`);
  return createStage({
    seed: `scenario ${order}`,
    startMs,
    endMs: startMs + FAULTY_MS + QUIET_MS,
    faults: () => listedFaults(faults),
    locations: Array.from({ length: scenario.locations }, (_, index) => simulatedLocation(`l${index}`, place.zone)),
    rules: [ruleFor('plain', ['daily'], recipients, settings)],
    operators: ['operator@example.com'],
    settings,
    whenInDoubt: scenario.whenInDoubt,
    doubtDeadlineMs: SCENARIO_DEADLINE_MS,
    truth: {
      seed: order,
      shares: lateData ? { late: 0.6, never: 0.1, corrected: 0.3, wobbles: 0 } : NOTHING_SPECIAL,
      untilMs: startMs + FAULTY_MS,
    },
    tickEveryMs: 30 * MINUTE_MS,
    tickOutages: [],
    fleetOutages: [],
    workerOutages: [],
    mailOutages: [],
    concurrency: 3,
    eventLatencyMs: 50 * MINUTE_MS,
    lateEventMs: 3 * HOUR_MS,
    maxViolations: 1,
    ...over,
  });
}

/** Runs the scenario, first with its faults and then without, and gives the first rule that was broken. */
export async function runScenario(
  scenario: Scenario,
  over: Partial<StageSettings> = {},
): Promise<Violation | undefined> {
  const stage = scenarioStage(scenario, over);
  const { world, settings } = stage;
  const isBroken = () => world.violations.length > 0;
  await world.runUntil(settings.startMs + FAULTY_MS, isBroken);
  world.endFaults();
  if (!isBroken()) await world.runUntil(settings.endMs, isBroken);
  if (!isBroken()) await checkEnding(stage);
  return world.violations[0];
}
