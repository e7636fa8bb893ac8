import type { Configuration } from '../../../shared/application/configuration.ts';
import type { PlanParts } from '../../../shared/application/plan-reports.ts';
import type { EnergySource, ObjectStore, StoredObject } from '../../../shared/application/ports.ts';
import type { Location } from '../../../shared/domain/location.ts';
import type { Instant } from '../../../shared/domain/time/instant.ts';
import { parseTimeZone } from '../../../shared/domain/time/time-zone.ts';
import { aLocation, aRule } from '../../support/report-world.ts';

/** A fleet whose locations come, go and move, over a ledger that can lose what planners noted down. */
export function aPlannedFleet(now: Instant) {
  const locations = new Map<string, Location>();
  const objects = new Map<string, StoredObject>();
  let requests = 0;
  let owners = 0;
  const store: ObjectStore = {
    async putNew(key, bytes) {
      requests += 1;
      if (objects.has(key)) return 'exists';
      objects.set(key, { bytes: Uint8Array.from(bytes), storedAt: fleet.now });
      return 'created';
    },
    async get(key) {
      requests += 1;
      return objects.get(key);
    },
    async *list(prefix) {
      requests += 1;
      yield* [...objects.keys()].filter((key) => key.startsWith(prefix)).sort();
    },
  };
  const source: EnergySource = {
    async listLocations() {
      fleet.lists += 1;
      const all = [...locations.values()];
      const listed = all
        .slice(0, fleet.listIsBroken ? 1 : all.length)
        .map((location) => ({ ref: location, fields: {}, location }));
      return { locations: listed, incompleteBecause: fleet.listIsBroken ? 'the second page is missing' : undefined };
    },
    openLocation: () => Promise.reject(new Error('The planner lists locations, and opens none.')),
  };
  const everyKind = aRule({ kinds: ['daily', 'weekly', 'monthly', 'cycle'] });
  const fleet = {
    now,
    listIsBroken: false,
    /** How often the source was asked for its list. */
    lists: 0,
    store,
    objects,
    rules: [aRule({ kinds: ['daily', 'monthly'] })],
    put: (id: string, zone: string) => locations.set(id, { ...aLocation(id), timeZone: parseTimeZone(zone) }),
    remove: (id: string) => locations.delete(id),
    /** From daily and monthly reports to all kinds, with another day for cycles to begin on, and back. */
    changeRules() {
      const [rule] = fleet.rules;
      const cycleStartDay = rule?.settings.cycleStartDay === 1 ? 15 : 1;
      fleet.rules =
        rule?.kinds.length === 2
          ? [{ ...everyKind, settings: { ...everyKind.settings, cycleStartDay } }]
          : [aRule({ kinds: ['daily', 'monthly'], settings: { ...everyKind.settings, cycleStartDay } })];
    },
    loseNotes() {
      for (const key of objects.keys()) if (key.includes('/control/planning/')) objects.delete(key);
    },
    requestsOf: async (work: () => Promise<unknown>) => {
      const before = requests;
      await work();
      return requests - before;
    },
    parts(): PlanParts {
      const configuration: Configuration = {
        sources: { fleet: { kind: 'scripted', fleets: ['demo'], settings: {} } },
        sender: { from: 'Reports <reports@example.com>', replyTo: null, organization: 'Example Energy' },
        operators: [],
        defaults: aRule().settings,
        reports: fleet.rules,
      };
      return {
        configuration,
        sources: new Map([['fleet', source]]),
        clock: { now: () => fleet.now },
        ledger: store,
        newOwner: () => {
          owners += 1;
          return `owner-${owners}`;
        },
        pauses: { random: () => 0.5, sleep: async () => {} },
      };
    },
  };
  return fleet;
}
