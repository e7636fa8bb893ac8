import path from 'node:path';
import { type Column, renderTable } from '../../infra/local/table.ts';
import { simulatedHouse } from '../infra/local/simulator/simulated-house.ts';
import { type AwsHost, openAwsHost } from '../support/aws-host.ts';
import type { LambdaHost } from '../support/lambda-host.ts';
import { synthesise } from '../support/synthesised-stack.ts';
import { makeFolder, removeFolder } from '../support/temporary-folder.ts';
import { costsTable, type Job, memoryTable, perThousand, type RequestCounts } from './cost/prices.ts';
import { type Goal, goalsTable } from './measure/goals.ts';
import { writeResult } from './measure/result-file.ts';

/**
 * What a report costs by public list prices, computed from what the deployed bundles take: CPU time of warm processes,
 * memory, and every request that they make of a bucket, a queue and the mail service. The first argument is the number of
 * daily reports to measure.
 */
const reports = Number(process.argv[2] ?? 24);
const HOUSE = simulatedHouse();
const location = `curb/curb/${HOUSE.location.id}`;

const DAY_MS = 86_400_000;
const dateOf = (ms: number) => new Date(ms).toISOString().slice(0, 10);
/** So many days before today. */
const dayBefore = (days: number) => dateOf(Date.now() - days * DAY_MS);
/** By then, nobody looks at a day's data any more. */
const OLD_DAYS = 12;
const measuredFrom = OLD_DAYS + reports - 1;

/** The month before that of the first day that is measured. */
function foldedMonth(): string {
  const [year = 0, month = 0] = dayBefore(measuredFrom).split('-').map(Number);
  return dateOf(Date.UTC(year, month - 2, 1)).slice(0, 7);
}

function callsSince(host: AwsHost, from: number): RequestCounts {
  const counts: Record<string, number> = {};
  for (const call of host.deployed.standIn.calls.slice(from)) counts[call] = (counts[call] ?? 0) + 1;
  return counts;
}

async function measured(
  host: AwsHost,
  lambda: LambdaHost,
  count: number,
  work: (run: number) => Promise<unknown>,
): Promise<Job> {
  const from = host.deployed.standIn.calls.length;
  const before = lambda.cpuMs() ?? Number.NaN;
  for (let run = 0; run < count; run += 1) await work(run);
  const requests = callsSince(host, from);
  const each = Object.fromEntries(Object.entries(requests).map(([name, calls]) => [name, calls / count]));
  return {
    cpuMs: ((lambda.cpuMs() ?? Number.NaN) - before) / count,
    requests: each,
    peakMB: lambda.peakMemoryMB() ?? 0,
  };
}

async function invoke(lambda: LambdaHost, event: unknown): Promise<void> {
  const { error } = await lambda.invoke(event);
  if (error !== undefined) throw new Error(error.errorMessage);
}

const folder = await makeFolder();
try {
  const stack = await synthesise(path.join(folder, 'cdk.out'), { senderAddress: 'reports@example.com' });
  const host = await openAwsHost(stack, [{ id: 'curb', locations: [HOUSE] }]);
  const make = (period: string) => invoke(host.make, { location, period });
  const look = (period: string) => {
    const body = JSON.stringify({ location, period, recheckDay: 7 });
    const attributes = { ApproximateReceiveCount: '1' };
    return invoke(host.make, { Records: [{ messageId: period, receiptHandle: period, body, attributes }] });
  };
  const carry = () => host.deployed.carry('MailEventsQueue', host.record, 10);

  // A fleet that has had its reports for a while: what a report is set beside is known.
  const folded = foldedMonth();
  for (let days = measuredFrom + 92; days > measuredFrom; days -= 1) {
    if (dayBefore(days) >= `${folded}-01`) await make(dayBefore(days));
  }
  await carry();
  const daily = await measured(host, host.make, reports, (run) => make(dayBefore(measuredFrom - run)));
  for (const mail of host.deployed.standIn.ses.sent.slice(-reports)) {
    host.deployed.standIn.ses.publish('Delivery', mail, { delivery: { timestamp: new Date().toISOString() } });
  }
  const events = await measured(host, host.record, 1, carry);
  for (let days = 8; days > 3; days -= 1) await make(dayBefore(days));
  const dailyLook = await measured(host, host.make, 5, (run) => look(dayBefore(8 - run)));
  const foldedJob = await measured(host, host.make, 1, () => make(folded));
  const monthlyLook = await measured(host, host.make, 1, () => look(folded));
  // The second year of a fleet that gets nothing but a month's report.
  for (const month of ['2024-02', '2024-03', '2024-04', '2024-05', '2025-01']) await make(month);
  const monthly = await measured(host, host.make, 4, (run) => make(`2025-0${run + 2}`));
  await host.tick();
  await host.tick();
  const quiet = await measured(host, host.plan, 5, () =>
    invoke(host.plan, { scheduledTime: new Date().toISOString() }),
  );
  await host.close();
  const perMail: Job = {
    cpuMs: events.cpuMs / reports,
    peakMB: events.peakMB,
    requests: Object.fromEntries(Object.entries(events.requests).map(([name, calls]) => [name, calls / reports])),
  };
  const jobs = { daily, dailyLook, folded: foldedJob, monthly, monthlyLook, perMail, quiet };
  const COLUMNS: readonly Column[] = [
    { title: '' },
    { title: 'CPU ms', align: 'right' },
    { title: 'peak MB', align: 'right' },
    { title: 'requests' },
  ];
  const rows = Object.entries(jobs).map(([name, { cpuMs, peakMB, requests }]) => [
    {
      daily: 'a day by mail',
      dailyLook: 'a later look at its data',
      folded: 'a month by mail, of days that had reports',
      monthly: 'a month by mail, of days that had none',
      monthlyLook: 'a later look at it',
      perMail: 'what SES tells of a mail',
      quiet: 'a tick that finds nothing',
    }[name] ?? name,
    cpuMs.toFixed(0),
    Math.round(peakMB).toString(),
    Object.entries(requests)
      .map(([call, count]) => `${count.toFixed(1)} ${call.split(' ')[1]}`)
      .join(', '),
  ]);
  const costs = perThousand(jobs);
  const goals: readonly Goal[] = costs.map(({ what, ours }) => ({
    what: `${what}, cents for 1,000 reports`,
    bound: 'at most',
    goal: 5,
    measured: ours * 100,
  }));
  const report = [renderTable(rows, COLUMNS), memoryTable(jobs), costsTable(costs), goalsTable(goals)];
  process.stdout.write(`${report.join('\n\n')}\n${writeResult('cost', { jobs, costs })}\n`);
} finally {
  await removeFolder(folder);
}
