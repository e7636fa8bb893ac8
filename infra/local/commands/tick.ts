import { sendDigests } from '../../../shared/application/digest.ts';
import { planReports } from '../../../shared/application/plan-reports.ts';
import type { Problem } from '../../../shared/application/problem.ts';
import { type Instant, isoUtc, parseInstant } from '../../../shared/domain/time/instant.ts';
import { type CommandContext, type CommandResult, defineCommand } from '../command-line/command.ts';
import { optional } from '../command-line/option.ts';
import { type Host, monotonicMs, openHost, systemClock } from '../host.ts';
import { loadConfiguration } from '../load-configuration.ts';
import { faultLines } from '../problems.ts';
import { createProgress } from '../progress.ts';
import { paragraphs, sentences } from '../sentences.ts';
import { leftOutLines, reportData, reportsTable } from '../show-reports.ts';
import { type Job, type JobResult, workOff } from '../work-off.ts';

export const tick = defineCommand({
  name: 'tick',
  summary: 'plan what is due, then make and mail it',
  details: [
    'Run it every 15 minutes, or as you like: what a missed run left open, the next one does. `plan --now` looks ahead and changes nothing.',
  ],
  onlyHere: 'its schedule ticks every 15 minutes; `redrive --aws FILE` has what is open worked on at once',
  options: { now: optional('INSTANT', 'the instant that the run stands for (the present)', parseInstant) },
  async run({ now }, context) {
    if (now !== undefined) warnOfTimeToCome(now, context);
    const configuration = await loadConfiguration(context.globals.configurationFile, context.workingFolder);
    const host = openHost(context, { ...context.globals, configuration, now });
    try {
      const done = await runTick(host, context);
      return tickResult(host, done, context.globals);
    } finally {
      await host.close();
    }
  },
});

/** The clocks of a machine and of whoever wrote the instant may differ by less. */
const AHEAD_MS = 3_600_000;

function warnOfTimeToCome(now: Instant, { clock = systemClock, stderr }: CommandContext): void {
  if (now <= clock.now() + AHEAD_MS) return;
  const problem = `${isoUtc(now)} has not come yet: reports are made and mailed as if it had. \`plan --now\` looks ahead and changes nothing`;
  stderr.write(faultLines([{ path: '--now', problem }]));
}

export interface TickDone {
  readonly results: readonly JobResult[];
  readonly problems: readonly Problem[];
}

/** One tick: plans, works the queue until it is empty, and tells the operators of what came too late to be mailed. */
export async function runTick(host: Host, { stderr }: Pick<CommandContext, 'stderr'>): Promise<TickDone> {
  const plan = await planReports(host.plan);
  const jobs = plan.due.map(({ ref, period, recheckDay }): Job => {
    return { ref, period, asking: recheckDay === undefined ? {} : { recheckDay } };
  });
  const results = await workOff(host.request, jobs, createProgress(stderr, monotonicMs));
  await sendDigests(host.digest);
  return { results, problems: [...plan.problems, ...results.flatMap(({ problem }) => problem ?? [])] };
}

function tickResult(
  host: Host,
  { results, problems }: TickDone,
  { archiveFolder, outboxFolder }: { readonly archiveFolder: string; readonly outboxFolder: string },
): CommandResult {
  const at = isoUtc(host.clock.now());
  const where = `The reports lie below ${archiveFolder}/reports, the mails in ${outboxFolder}.`;
  const text =
    results.length === 0
      ? `Nothing is due at ${at}.`
      : paragraphs(reportsTable(results), sentences(...leftOutLines(results)), where);
  return { text, data: { now: at, reports: results.map(reportData), problems }, problems };
}
