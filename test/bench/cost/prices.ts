import { type Column, renderTable } from '../../../infra/local/table.ts';

/** How often each call is made, by `<service> <Operation>`. */
export type RequestCounts = Readonly<Record<string, number>>;

/** What one piece of work takes. */
export interface Job {
  readonly cpuMs: number;
  readonly peakMB: number;
  readonly requests: RequestCounts;
}

export type JobName = 'daily' | 'dailyLook' | 'folded' | 'monthly' | 'monthlyLook' | 'perMail' | 'quiet';

export type Jobs = Readonly<Record<JobName, Job>>;

/** Public list prices of us-east-1 in dollars, without free tiers. */
const PRICE = {
  /** A thousand puts or lists; a thousand gets. */
  s3Put: 0.005 / 1_000,
  s3Get: 0.0004 / 1_000,
  sqs: 0.4 / 1e6,
  sns: 0.5 / 1e6,
  lambdaGBSecond: 0.000_013_333_4,
  lambdaInvocation: 0.2 / 1e6,
  schedulerInvocation: 1 / 1e6,
} as const;

/** A function with so much memory has one processor. */
const MB_OF_A_PROCESSOR = 1_769;

/** What a call takes in the same region, in milliseconds, of which nothing is CPU time of ours. */
const WAIT_MS: Readonly<Record<string, number>> = {
  PutObject: 25,
  GetObject: 15,
  ListObjectsV2: 30,
  SendRawEmail: 60,
};
/** What a source takes for a day, calls side by side; a month's 31 days are four at a time. */
const SOURCE_MS: Readonly<Record<JobName, number>> = {
  daily: 200,
  dailyLook: 200,
  folded: 50,
  monthly: 1_700,
  monthlyLook: 550,
  perMail: 0,
  quiet: 150,
};

const TICKS_A_DAY = 96;
/** A receive, a delete and a tenth of a batch that was sent, each. */
const SQS_REQUESTS_A_MESSAGE = 2.1;
/** That a mail was sent, and that it was delivered: each is told to a topic, received and deleted in tens. */
const EVENTS_A_MAIL = 2;
const SQS_REQUESTS_AN_EVENT = 0.2;
/** Ticks of a day in which something falls due of a fleet in all zones. */
const BUSY_TICKS = 40;
/** Of a month in which nothing but a month's reports falls due: the 1st, and those of the later looks. */
const BUSY_DAYS_OF_MONTHLY = 4;
/** A finished report's data is looked at so often. */
const LOOKS = 3;

const operationOf = (call: string) => call.split(' ')[1] ?? call;

function requestDollars(requests: RequestCounts): number {
  return Object.entries(requests).reduce((sum, [call, count]) => {
    const operation = operationOf(call);
    if (operation === 'PutObject' || operation.startsWith('List')) return sum + count * PRICE.s3Put;
    return operation === 'GetObject' ? sum + count * PRICE.s3Get : sum;
  }, 0);
}

/** How long an invocation lasts, and what that costs: it waits for others as long as it takes, and computes with its share of a processor. */
export function compute(name: keyof Jobs, { cpuMs, requests }: Job, memoryMB: number) {
  const waitMs = Object.entries(requests).reduce(
    (sum, [call, count]) => sum + count * (WAIT_MS[operationOf(call)] ?? 0),
    SOURCE_MS[name],
  );
  const ms = waitMs + cpuMs / Math.min(1, memoryMB / MB_OF_A_PROCESSOR);
  return { ms, dollars: (ms / 1_000) * (memoryMB / 1_024) * PRICE.lambdaGBSecond + PRICE.lambdaInvocation };
}

/** As the stack has it. */
const MEMORY = { make: 640, plan: 1_769, record: 256 } as const;

export interface Costs {
  readonly what: string;
  /** Dollars for a thousand reports and their mails, without the mail service's own price. */
  readonly ours: number;
  readonly requests: number;
  readonly compute: number;
  readonly ticks: number;
  /** What later looks at the data cost besides, where it has not changed. */
  readonly looks: number;
}

const MESSAGE = SQS_REQUESTS_A_MESSAGE * PRICE.sqs;
const EVENTS = EVENTS_A_MAIL * (PRICE.sns + SQS_REQUESTS_AN_EVENT * PRICE.sqs);

/**
 * A thousand reports of fleets of 100, 10,000 and 1,000,000 locations: a day's; a month's where each of its days had a
 * report; a month's with nothing else made.
 */
export function perThousand(jobs: Jobs): Costs[] {
  return [100, 10_000, 1_000_000].flatMap((locations) =>
    (['daily', 'folded', 'monthly'] as const).map((kind) => {
      const requests = requestDollars(jobs[kind].requests) + requestDollars(jobs.perMail.requests) + MESSAGE + EVENTS;
      const record = compute('perMail', jobs.perMail, MEMORY.record).dollars;
      const working = compute(kind, jobs[kind], MEMORY.make).dollars + record;
      const ticks = ticksDollars(jobs.quiet, locations)[kind] / locations;
      const look = kind === 'daily' ? 'dailyLook' : 'monthlyLook';
      const oneLook = requestDollars(jobs[look].requests) + compute(look, jobs[look], MEMORY.make).dollars + MESSAGE;
      return {
        what: `${locations} locations, ${WHAT[kind]}`,
        ours: 1_000 * (requests + working + ticks),
        requests: 1_000 * requests,
        compute: 1_000 * working,
        ticks: 1_000 * ticks,
        looks: 1_000 * LOOKS * oneLook,
      };
    }),
  );
}

const WHAT = { daily: 'a day', folded: 'a month of such days', monthly: 'a month alone' } as const;

/** Most ticks find nothing; others list what is finished, a thousand a request, read the zone's sheets and write what they found. */
function ticksDollars(quiet: Job, locations: number) {
  const each =
    requestDollars(quiet.requests) + compute('quiet', quiet, MEMORY.plan).dollars + PRICE.schedulerInvocation;
  const lists = Math.ceil(locations / 1_000) + 1;
  const busy = BUSY_TICKS * (4 * lists * PRICE.s3Put + (locations / 20_000) * PRICE.s3Get);
  const daily = TICKS_A_DAY * each + busy;
  // Beside daily reports, a month's have the days' ticks.
  const folded = BUSY_DAYS_OF_MONTHLY * busy;
  return { daily, folded, monthly: (TICKS_A_DAY * each * 365) / 12 + folded };
}

const COSTS_COLUMNS: readonly Column[] = [
  { title: 'dollars for 1,000 reports and mails' },
  { title: 'requests', align: 'right' },
  { title: 'compute', align: 'right' },
  { title: 'ticks', align: 'right' },
  { title: 'together', align: 'right' },
  { title: 'three later looks', align: 'right' },
];

export function costsTable(costs: readonly Costs[]): string {
  const rows = costs.map(({ what, requests, compute: computing, ticks, ours, looks }) => [
    what,
    ...[requests, computing, ticks, ours, looks].map((dollars) => dollars.toFixed(4)),
  ]);
  return renderTable(rows, COSTS_COLUMNS);
}

const COLUMNS: readonly Column[] = [
  { title: 'memory MB', align: 'right' },
  { title: 'a day, ms', align: 'right' },
  { title: '$ for 1,000', align: 'right' },
  { title: 'a month, ms', align: 'right' },
  { title: '$ for 1,000', align: 'right' },
];

/** What the making of reports would cost with more memory, or less. */
export function memoryTable({ daily, monthly }: Jobs): string {
  const rows = [256, 512, 640, 768, 1_024, 1_769].map((memoryMB) => {
    const [day, month] = [compute('daily', daily, memoryMB), compute('monthly', monthly, memoryMB)];
    const cells = [memoryMB, Math.round(day.ms), (day.dollars * 1_000).toFixed(4), Math.round(month.ms)];
    return [...cells.map(String), (month.dollars * 1_000).toFixed(4)];
  });
  return renderTable(rows, COLUMNS);
}
