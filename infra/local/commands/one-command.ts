import type { Command } from '../command-line/command.ts';

type LoadCommand = () => Promise<Command>;

const COMMANDS: ReadonlyMap<string, LoadCommand> = new Map(
  Object.entries({
    demo: async () => (await import('./demo.ts')).demo,
    tick: async () => (await import('./tick.ts')).tick,
    report: async () => (await import('./report.ts')).report,
    backfill: async () => (await import('./backfill.ts')).backfill,
    plan: async () => (await import('./plan.ts')).plan,
    status: async () => (await import('./status.ts')).status,
    why: async () => (await import('./why.ts')).why,
    resolve: async () => (await import('./resolve.ts')).resolve,
    redrive: async () => (await import('./redrive.ts')).redrive,
    restate: async () => (await import('./restate.ts')).restate,
    'check-config': async () => (await import('./check-config.ts')).checkConfig,
    simulate: async () => (await import('./simulate.ts')).simulate,
  }),
);

/**
 * The command that a command line begins with, alone, because to load all of them takes longer than most of them run; all of
 * them where it begins with anything else.
 */
export async function commandsFor(args: readonly string[]): Promise<readonly Command[]> {
  const load = COMMANDS.get(args[0] ?? '');
  return load === undefined ? (await import('./all-commands.ts')).ALL_COMMANDS : [await load()];
}
