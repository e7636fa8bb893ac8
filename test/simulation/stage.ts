import type { Configuration, ReportRule, ReportSettings } from '../../shared/application/configuration.ts';
import type { ListedLocation, LogEntry, ObjectStore } from '../../shared/application/ports.ts';
import { locationPath } from '../../shared/domain/location.ts';
import { MeterpostError } from '../../shared/errors.ts';
import { MessageAgain, makeFunction, type OnDemand, type QueueBody } from './functions/make-function.ts';
import { planFunction } from './functions/plan-function.ts';
import { recordFunction } from './functions/record-function.ts';
import { type Wire, worldly } from './functions/wiring.ts';
import { connectQueue, createFunctionRuntime } from './models/function-runtime.ts';
import { createMeasuredTruth, type TruthSettings } from './models/measured-truth.ts';
import { createSimulatedFleet } from './models/simulated-fleet.ts';
import { createSimulatedMailService } from './models/simulated-mail-service.ts';
import { createSimulatedQueue } from './models/simulated-queue.ts';
import { type Span, scheduleTicks } from './models/simulated-scheduler.ts';
import { createSimulatedStore, type SimulatedStore } from './models/simulated-store.ts';
import { createArchiveWatch } from './watch/archive-watch.ts';
import { createLedgerWatch } from './watch/ledger-watch.ts';
import { createMailWatch } from './watch/mail-watch.ts';
import type { WatchContext } from './watch/watch-context.ts';
import { zoneClock } from './watch/zone-clock.ts';
import type { Actor } from './world/actor.ts';
import { createWorld, type World, type WorldSettings } from './world/world.ts';

export interface StageSettings extends WorldSettings {
  /** Until when the zones' clocks have to be known. */
  readonly endMs: number;
  readonly locations: readonly ListedLocation[];
  readonly rules: readonly ReportRule[];
  readonly operators: readonly string[];
  readonly settings: ReportSettings;
  readonly whenInDoubt: 'resend' | 'hold';
  /** What the invariants ask for, and what the worker does unless told otherwise. */
  readonly doubtDeadlineMs: number;
  readonly truth: TruthSettings;
  readonly tickEveryMs: number;
  readonly tickOutages: readonly Span[];
  readonly fleetOutages: readonly Span[];
  /** Stretches in which nobody works the queue. */
  readonly workerOutages: readonly Span[];
  readonly mailOutages: readonly Span[];
  readonly concurrency: number;
  readonly eventLatencyMs: number;
  readonly lateEventMs: number;
  /** Puts something else between the functions and the world, to see whether it is found out. */
  readonly rewire?: (wire: Wire, world: World, settings: StageSettings) => Wire;
  /** What the worker takes for the deadline, where that is not the policy's. */
  readonly workerDeadlineMs?: number;
}

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const PLAN_TIMEOUT_MS = 5 * MINUTE_MS;
const MAKE_TIMEOUT_MS = 2 * MINUTE_MS;
const RECORD_TIMEOUT_MS = MINUTE_MS / 2;
const MAX_RECEIVES = 10;
const MESSAGES_A_SEND = 10;

/** The whole house on a virtual clock: the real functions, with models of everything outside of them. */
export type Stage = ReturnType<typeof createStage>;

export function createStage(settings: StageSettings) {
  const world = createWorld(settings);
  const truth = createMeasuredTruth(settings.truth);
  const context: WatchContext = {
    world,
    policy: { ...settings, ...settings.settings, sendAt: settings.settings.sendAt.daily },
    truth,
    places: watchedPlaces(settings),
    reports: new Map(),
    digests: { unmailed: new Map(), told: new Map() },
    anchors: new Map(),
    ledger: () => ledger,
    archive: () => archive,
  };
  const ledger = createSimulatedStore(world, 'ledger', createLedgerWatch(context));
  const archive = createSimulatedStore(world, 'archive', createArchiveWatch(context));
  const fleet = createSimulatedFleet(world, { ...settings, truth, outages: settings.fleetOutages });

  const dead = createSimulatedQueue<QueueBody>(world, { visibilityMs: MINUTE_MS, retentionMs: 14 * DAY_MS });
  const requests = createSimulatedQueue<QueueBody>(world, {
    visibilityMs: 6 * MAKE_TIMEOUT_MS,
    retentionMs: 4 * DAY_MS,
    deadLetters: { queue: dead, afterReceives: MAX_RECEIVES },
  });
  const deadEvents = createSimulatedQueue<string>(world, { visibilityMs: MINUTE_MS, retentionMs: 14 * DAY_MS });
  const events = createSimulatedQueue<string>(world, {
    visibilityMs: 6 * RECORD_TIMEOUT_MS,
    retentionMs: 4 * DAY_MS,
    deadLetters: { queue: deadEvents, afterReceives: MAX_RECEIVES },
  });
  const sentRequests: QueueBody[] = [];
  const mailService = createSimulatedMailService(world, {
    ...settings,
    watch: createMailWatch(context),
    publish: (notification) => events.send(notification),
  });

  const plainWire: Wire = (current) => ({
    ...worldly(world, current),
    ledger: ledger.portsFor(current),
    archive: archive.portsFor(current),
    source: fleet.portFor(current),
    mailer: mailService.portFor(current),
    queue: { send: (wanted) => sendInBatches(current, wanted) },
    // The adapter says nothing of a request for a digest that did not get through.
    askForDigest: () => sendInBatches(current, [{ digest: true }]).catch(() => {}),
  });
  const sendInBatches = async (current: () => Actor, wanted: readonly QueueBody[]) => {
    for (let from = 0; from < wanted.length; from += MESSAGES_A_SEND) {
      await current().call({
        port: 'queue.send',
        label: String(from),
        perform() {
          for (const request of wanted.slice(from, from + MESSAGES_A_SEND)) {
            sentRequests.push(request);
            requests.send(request);
          }
        },
        fail() {
          throw new QueueDownError('No reply.');
        },
      });
    }
  };
  const wire = settings.rewire?.(plainWire, world, settings) ?? plainWire;
  const log = logWatch(world);
  const configuration = configurationOf(settings);
  const onKilled = ({ lastStep }: Actor) => {
    if (lastStep === 'claimed') world.sometimes('a killed worker after its claim, before its send');
    if (lastStep === 'requested') world.sometimes('a killed worker after its send, before its record');
    if (lastStep === 'between-files') world.sometimes('a killed worker between two files');
  };
  const onError = (error: unknown) => {
    if (error instanceof MeterpostError || error instanceof MessageAgain) return;
    world.violate('no defect', error instanceof Error ? (error.stack ?? error.message) : String(error));
  };
  const planner = createFunctionRuntime(world, {
    name: 'plan-reports',
    timeoutMs: PLAN_TIMEOUT_MS,
    build: planFunction(wire, configuration, log),
    onError,
    onKilled,
  });
  const worker = createFunctionRuntime(world, {
    name: 'make-report',
    timeoutMs: MAKE_TIMEOUT_MS,
    build: makeFunction(wire, {
      configuration,
      whenInDoubt: settings.whenInDoubt,
      doubtDeadlineMs: settings.workerDeadlineMs ?? settings.doubtDeadlineMs,
      log,
    }),
    onError,
    onKilled,
  });
  const recorder = createFunctionRuntime(world, {
    name: 'record-mail-event',
    timeoutMs: RECORD_TIMEOUT_MS,
    build: recordFunction(wire, log),
    onError,
    onKilled,
  });
  const { concurrency, workerOutages } = settings;
  connectQueue(world, requests, { concurrency, outages: workerOutages }, worker.invoke);
  connectQueue(world, events, { concurrency, outages: [] }, recorder.invoke);
  const tick = () => planner.invoke({}, () => {});
  const { startMs: firstMs, tickEveryMs: everyMs, tickOutages: outages } = settings;
  scheduleTicks(world, { firstMs, everyMs, outages }, tick);
  const askOnDemand = (onDemand: OnDemand['onDemand']) => worker.invoke({ onDemand }, () => {});
  const seen = { world, context, settings, configuration, ledger, archive, requests, dead, sentRequests };
  return { ...seen, askOnDemand, tick, plainWire, readOnlyLedger: readOnly(ledger) };
}

/** The ledger as a person at the command line reads it: nothing goes wrong, and no virtual time passes. */
function readOnly({ objects, below }: SimulatedStore): ObjectStore {
  return {
    putNew: async () => 'conflict',
    get: async (key) => objects.get(key),
    async *list(prefix) {
      yield* below(prefix);
    },
  };
}

/** Requests did not get into the queue. */
class QueueDownError extends MeterpostError {
  override readonly name = 'QueueDownError';
  readonly retryable = true;
}

function watchedPlaces({ locations, startMs, endMs }: StageSettings): WatchContext['places'] {
  const year = (ms: number, years: number) => Date.UTC(new Date(ms).getUTCFullYear() + years, 0, 1);
  const places = locations.flatMap(({ ref, location }, place) => {
    if ('problem' in location) return [];
    const zone: string = location.timeZone;
    return [[locationPath(ref), { place, zone, clock: zoneClock(zone, year(startMs, -1), year(endMs, 2)) }] as const];
  });
  return new Map(places);
}

function configurationOf({ rules, settings, operators }: StageSettings): Configuration {
  return {
    sources: { fleet: { kind: 'simulated', fleets: ['demo'], settings: {} } },
    sender: { from: 'Reports <reports@example.com>', replyTo: null, organization: 'Example Energy' },
    operators,
    defaults: settings,
    reports: rules,
  };
}

/** Reads in the functions' logs what they would call for a person about. */
function logWatch(world: World) {
  return (entry: LogEntry) => {
    if (entry.event === 'defect' || entry.event === 'message_not_understood') {
      world.violate('no defect', String(entry['code']));
    }
    if (entry['code'] === 'ArchiveConflictError') world.violate('no conflict in the archive', String(entry['period']));
    if (entry.event !== 'report') return;
    if (entry['outcome'] === 'already-mailed') world.sometimes('a finished report asked for again');
    if (entry['outcome'] === 'unchanged') world.sometimes('a recheck that changed nothing');
  };
}
