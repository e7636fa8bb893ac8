import { createS3Store } from '../../../shared/adapters/s3/object-store.ts';
import { createS3Client } from '../../../shared/adapters/s3/s3-client.ts';
import { createSqsReportQueue } from '../../../shared/adapters/sqs/report-queue.ts';
import { createSqsClient } from '../../../shared/adapters/sqs/sqs-client.ts';
import { finishedKey, hashOf, recheckedPrefix, reportId } from '../../../shared/application/keys.ts';
import type { DueReport } from '../../../shared/application/planning/kind-tick.ts';
import { planTick } from '../../../shared/application/planning/plan-tick.ts';
import { locationPath } from '../../../shared/domain/location.ts';
import { parseInstant } from '../../../shared/domain/time/instant.ts';
import { periodKeyForPath } from '../../../shared/domain/time/period.ts';
import { aRule } from '../../support/report-world.ts';
import { fleetNames, listFleet } from './bench-fleet.ts';

/** One tick in a process of its own, told by one line of JSON: what it took, and the most memory it ever had. */
interface Order {
  readonly endpoint: string;
  readonly locations: number;
  readonly now: string;
  /** `queue`: ask for what is due as a deployment does; otherwise have it finished, but for one in so many (0: all). */
  readonly done: 'queue' | { readonly finishAllBut: number };
  readonly mayList: boolean;
}

const order = JSON.parse(process.argv[2] ?? '{}') as Order;
const access = {
  region: 'us-east-1',
  credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' },
  endpoint: order.endpoint,
};
const now = parseInstant(order.now);
const fleets = fleetNames(order.locations);
const rules = fleets.map((fleet) => aRule({ match: { source: 'curb', fleet, locations: '*', fields: {} } }));
let owners = 0;
const parts = {
  configuration: {
    sources: { curb: { kind: 'bench', fleets, settings: {} } },
    sender: { from: 'Reports <reports@example.com>', replyTo: null, organization: 'Example Energy' },
    operators: [],
    defaults: aRule().settings,
    reports: rules,
  },
  sources: new Map([
    [
      'curb',
      {
        async listLocations(fleet: string) {
          if (!order.mayList) throw new Error('This tick was to need no list.');
          return { locations: listFleet(fleet, order.locations), incompleteBecause: undefined };
        },
        openLocation: () => Promise.reject(new Error('The planner opens no location.')),
      },
    ],
  ]),
  clock: { now: () => now },
  ledger: createS3Store({ client: createS3Client(access), bucket: 'ledger' }),
  newOwner: () => {
    owners += 1;
    return hashOf([order.now, String(owners)]);
  },
  pauses: { random: Math.random, sleep: async () => {} },
};
const queue = createSqsReportQueue({ client: createSqsClient(access), queueUrl: `${order.endpoint}/queue` });

async function finish(due: readonly DueReport[], leaveOneIn: number): Promise<void> {
  const keys = due.flatMap(({ ref, period, recheckDay }) => {
    const id = reportId(ref, period);
    if (recheckDay !== undefined) {
      return [`${recheckedPrefix(period.kind, periodKeyForPath(period))}${id}/${recheckDay}`];
    }
    return leaveOneIn > 0 && Number.parseInt(ref.id.slice(0, 6), 16) % leaveOneIn === 0
      ? []
      : [finishedKey(ref, period)];
  });
  await fetch(`${order.endpoint}/finish`, { method: 'POST', body: keys.join('\n') });
}

const before = process.cpuUsage();
const startedMs = performance.now();
let due = 0;
for await (const found of planTick(parts, false)) {
  for (const problem of found.problems) throw new Error(problem.message);
  due += found.due.length;
  if (order.done !== 'queue') await finish(found.due, order.done.finishAllBut);
  else {
    await queue.send(
      found.due.map(({ ref, period, recheckDay }) => ({
        location: locationPath(ref),
        period: period.key,
        ...(recheckDay === undefined ? {} : { recheckDay }),
      })),
    );
  }
}
const { user, system } = process.cpuUsage(before);
const told = {
  due,
  cpuSeconds: (user + system) / 1e6,
  seconds: (performance.now() - startedMs) / 1000,
  peakMB: process.resourceUsage().maxRSS / 1024,
};
process.stdout.write(`${JSON.stringify(told)}\n`);
process.exit(0);
