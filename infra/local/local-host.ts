import path from 'node:path';
import { variablesOf } from '../../shared/adapters/configuration/secrets.ts';
import { createPace } from '../../shared/adapters/ses/pace.ts';
import { sourceKindOf } from '../../shared/adapters/sources/source-kinds.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import type { CommandContext } from './command-line/command.ts';
import { type Host, monotonicMs, openHost, openLedgerFolder, pauses, systemClock } from './host.ts';
import { loadConfiguration } from './load-configuration.ts';
import type { OperatorHost } from './operator-host.ts';
import { createProgress } from './progress.ts';
import { workOff } from './work-off.ts';

/** This machine: folders, and work that is done at once. The configuration is read when something needs it. */
export function openLocalHost(context: CommandContext, now: Instant | undefined): OperatorHost {
  const { globals, workingFolder, environment, stderr } = context;
  const clock = now === undefined ? systemClock : { now: () => now };
  const configuration = () => loadConfiguration(globals.configurationFile, workingFolder);
  let opening: Promise<Host> | undefined;
  const host = () => {
    const configurationFolder = path.dirname(path.resolve(workingFolder, globals.configurationFile));
    opening ??= configuration().then((read) =>
      openHost(context, { ...globals, configuration: read, configurationFolder, now }),
    );
    return opening;
  };
  return {
    ledger: openLedgerFolder(context, globals.archiveFolder, clock),
    clock,
    mailPolicy: { whenInDoubt: 'look-up', afterMinutes: null },
    configuration,
    secrets: ({ sources }) =>
      Object.entries(sources).flatMap(([source, { kind }]) => {
        const needed = sourceKindOf(kind)?.credentials;
        const variables = needed === undefined || needed === 'none' ? [] : variablesOf(source, needed);
        return variables.map((variable) => ({ source, variable, isSet: Boolean(environment[variable]) }));
      }),
    planning: async () => (await host()).plan,
    prepare: async () => void (await host()),
    async work(jobs, { perSecond } = {}) {
      if (jobs.length === 0) return { results: [], afterword: undefined };
      const { request } = await host();
      const results = await workOff(request, jobs, createProgress(stderr, monotonicMs), turnsOf(perSecond));
      return { results, afterword: undefined };
    },
    setAside: async () => [],
    giveBack: async () => [],
    close: async () => (await opening?.catch(() => undefined))?.close(),
  };
}

function turnsOf(perSecond: number | undefined): (() => Promise<void>) | undefined {
  if (perSecond === undefined) return undefined;
  const pace = createPace({ turnsPerSecond: async () => perSecond, monotonicMs, sleep: pauses.sleep });
  return () => pace.turn();
}
