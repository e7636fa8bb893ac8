import { parseConfiguration } from '../../../shared/adapters/configuration/parse-configuration.ts';
import { SOURCE_CHECKERS } from '../../../shared/adapters/configuration/source-checkers.ts';
import { readRoster } from '../../../shared/application/roster.ts';
import { type Instant, parseInstant } from '../../../shared/domain/time/instant.ts';
import type { ReportKind } from '../../../shared/domain/time/period.ts';
import { latestDuePeriod } from '../../../shared/domain/time/send-time.ts';
import { defineCommand } from '../command-line/command.ts';
import { optional } from '../command-line/option.ts';
import { DEMO_CLIENT, DEMO_ENVIRONMENT, demoConfiguration } from '../demo-configuration.ts';
import { withMeter, writeDemoMeter } from '../demo-meter.ts';
import { demoSummary } from '../demo-summary.ts';
import { DEMO_WORKSPACE, startDemoWorkspace, withWorkspace } from '../demo-workspace.ts';
import { type Host, openHost, systemClock } from '../host.ts';
import { NO_PROGRESS } from '../progress.ts';
import { startFleetSimulator } from '../simulator/start-fleet-simulator.ts';
import { syntheticFleet } from '../simulator/synthetic/synthetic-fleet.ts';
import { type Job, type JobResult, workOff } from '../work-off.ts';
import { runTick } from './tick.ts';

const KINDS: readonly ReportKind[] = ['daily', 'monthly'];

export const demo = defineCommand({
  name: 'demo',
  summary: 'make the reports of a made-up fleet: what `npm start` runs',
  details: [
    'Serves nine made-up places in as many time zones on this machine, by two kinds of sources and a meter’s file, runs a tick, and leaves their daily and monthly reports in the archive and the outbox. It needs no account and no network.',
  ],
  onlyHere: 'it serves a made-up fleet on this machine',
  options: { now: optional('INSTANT', 'the instant that the demonstration stands for (the present)', parseInstant) },
  async run({ now = systemClock.now() }, context) {
    const clock = () => now;
    const simulator = await startFleetSimulator({ fleets: [syntheticFleet(clock)], credentials: DEMO_CLIENT, clock });
    const workspace = await startDemoWorkspace(clock);
    const meter = await writeDemoMeter(now);
    const file = withMeter(withWorkspace(demoConfiguration(simulator), workspace.origin));
    const configuration = parseConfiguration(JSON.stringify(file), SOURCE_CHECKERS);
    const environment = { ...DEMO_ENVIRONMENT, ...DEMO_WORKSPACE.environment };
    const configurationFolder = meter.folder;
    const host = openHost({ ...context, environment }, { ...context.globals, configuration, configurationFolder, now });
    try {
      const { results, problems } = await runTick(host, context);
      const shown = await latestReports(host, now);
      return demoSummary({ now, made: results.length, shown, problems, folders: context.globals });
    } finally {
      await host.close();
      await simulator.close();
      await workspace.close();
      await meter.remove();
    }
  },
});

/** The latest report of each place and kind, whether this run made it or an earlier one. */
async function latestReports(host: Host, now: Instant): Promise<JobResult[]> {
  const { configuration, sources } = host.plan;
  const { locations } = await readRoster(configuration, sources);
  const jobs = locations.flatMap(({ ref, location }): Job[] => {
    if ('problem' in location) return [];
    return KINDS.map((kind) => ({
      ref,
      period: latestDuePeriod(kind, now, configuration.defaults.sendAt[kind], location.timeZone),
      asking: { mail: false },
    }));
  });
  return await workOff(host.request, jobs, NO_PROGRESS);
}
