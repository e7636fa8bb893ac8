import { readAnchors } from '../../../shared/application/anchors.ts';
import type { Configuration } from '../../../shared/application/configuration.ts';
import { finishedKey, locationId } from '../../../shared/application/keys.ts';
import { encodeEntry } from '../../../shared/application/ledger.ts';
import { type Plan, planReports } from '../../../shared/application/plan-reports.ts';
import type { ObjectStore } from '../../../shared/application/ports.ts';
import { instantFromMs } from '../../../shared/domain/time/instant.ts';
import { simulatedLocation } from '../fleet-of-zones.ts';
import { createKeyTree } from '../models/key-tree.ts';
import { ruleFor, SETTINGS, sentAt } from './settings.ts';

const KINDS = ['daily', 'monthly'] as const;

/** The planner over a ledger in which nothing goes wrong; reports are finished by writing that they are. */
export function createZonePlanner(zones: readonly string[], sendAt: string) {
  const locations = zones.map((zone, index) => simulatedLocation(String(index), zone));
  const settings = { ...SETTINGS, ...sentAt(sendAt), recheckDays: [] };
  const bytesByKey = new Map<string, Uint8Array>();
  const tree = createKeyTree();
  const put = (key: string, bytes: Uint8Array) => {
    if (bytesByKey.has(key)) return 'exists';
    bytesByKey.set(key, bytes);
    tree.add(key);
    return 'created';
  };
  let now = instantFromMs(0);
  const ledger: ObjectStore = {
    putNew: async (key, bytes) => put(key, bytes),
    async get(key) {
      const bytes = bytesByKey.get(key);
      return bytes === undefined ? undefined : { bytes, storedAt: now };
    },
    async *list(prefix) {
      for (const key of tree.below(prefix)) yield key;
    },
  };
  const configuration: Configuration = {
    sources: { fleet: { kind: 'simulated', fleets: ['demo'], settings: {} } },
    sender: { from: 'Reports <reports@example.com>', replyTo: null, organization: 'Example Energy' },
    operators: [],
    defaults: settings,
    reports: [ruleFor('plain', KINDS, ['one@example.com'], settings)],
  };
  const source = {
    listLocations: async () => ({ locations, incompleteBecause: undefined }),
    openLocation: () => Promise.reject(new Error('The planner lists locations, and opens none.')),
  };
  const parts = {
    configuration,
    sources: new Map([['fleet', source]]),
    clock: { now: () => now },
    ledger,
    newOwner: () => 'planner',
    pauses: { random: () => 0.5, sleep: async () => {} },
  };
  const finished = encodeEntry({});
  return {
    async tick(nowMs: number): Promise<Plan['due']> {
      now = instantFromMs(Math.round(nowMs));
      return (await planReports(parts)).due;
    },
    finish: ({ ref, period }: Plan['due'][number]) => put(finishedKey(ref, period), finished),
    /** The first period of each kind, of each zone. */
    async anchors() {
      const anchors: { readonly index: number; readonly kind: string; readonly first: string }[] = [];
      for (const kind of KINDS) {
        const periods = await readAnchors(parts, kind);
        for (const [index, { ref }] of locations.entries()) {
          const [first] = periods.get(locationId(ref)) ?? [];
          if (first !== undefined) anchors.push({ index, kind, first: first.key });
        }
      }
      return anchors;
    },
  };
}
