import type { Fault } from '../../../shared/errors.ts';
import { asciiControls, inLines } from '../plain-text.ts';
import { faultLines, problemLines, reportFailure } from '../problems.ts';
import type { Command, CommandContext, CommandResult, GlobalOptions } from './command.ts';
import { readArguments } from './read-arguments.ts';
import type { Surroundings } from './surroundings.ts';
import { commandHelp, overview, usageLine } from './usage.ts';

/**
 * Runs one command line.
 *
 * @returns the exit status: 0 all that was asked for is done, 1 something was not, 2 bad usage or configuration
 */
export async function runCommandLine(
  args: readonly string[],
  commands: readonly Command[],
  surroundings: Surroundings,
): Promise<0 | 1 | 2> {
  const { stdout, stderr } = surroundings;
  const { command, typed, words, faults } = readArguments(args, commands);
  const wantsHelp = typed.has('help') && faults.length === 0;
  if (wantsHelp) {
    stdout.write(command === undefined ? overview(commands) : commandHelp(command));
    return 0;
  }
  if (command === undefined) {
    stderr.write(faults.length === 0 ? overview(commands) : `${faultLines(faults)}${tryHelp('')}`);
    return 2;
  }
  const prepared = command.prepare(typed, words);
  const hostFaults = deploymentFaults(command, typed);
  const allFaults = [
    ...faults,
    ...hostFaults,
    ...(typeof prepared === 'function' ? [] : withoutRepeats(prepared, faults)),
  ];
  if (typeof prepared !== 'function' || allFaults.length > 0) {
    stderr.write(`${faultLines(allFaults)}${usageLine(command)}\n${tryHelp(command.name)}`);
    return 2;
  }

  const globals = globalsOf(typed);
  const show = (result: CommandResult) => {
    const shown = globals.json ? asciiControls(JSON.stringify(result.data, null, 2)) : inLines(result.text);
    stdout.write(`${shown}\n`);
  };
  const context: CommandContext = { ...surroundings, globals, show };
  try {
    const result = await prepared(context);
    if (result === undefined) return 0;
    show(result);
    const problems = result.problems ?? [];
    stderr.write(problemLines(problems));
    return problems.length === 0 ? 0 : 1;
  } catch (error) {
    return reportFailure(error, (text) => stderr.write(text));
  }
}

/** An option whose value was missed would be told once more as missing itself. */
function withoutRepeats<F extends { readonly path: string }>(further: readonly F[], told: readonly F[]): F[] {
  return further.filter(({ path }) => !told.some((fault) => fault.path === path));
}

/** What a deployment has places of its own for is not looked for on this machine. */
function deploymentFaults({ name, onlyHere }: Command, typed: ReadonlyMap<string, unknown>): Fault[] {
  if (!typed.has('aws')) return [];
  if (onlyHere !== undefined) return [{ path: '--aws', problem: `is not for ${name}: ${onlyHere}` }];
  return ['config', 'archive', 'outbox']
    .filter((option) => typed.has(option))
    .map((option) => ({ path: `--${option}`, problem: 'does not go together with --aws: a deployment has its own' }));
}

const tryHelp = (name: string) => `Try \`meterpost ${name === '' ? '' : `${name} `}--help\`.\n`;

function globalsOf(typed: ReadonlyMap<string, string | true>): GlobalOptions {
  const text = (name: string, otherwise: string) => {
    const value = typed.get(name);
    return typeof value === 'string' ? value : otherwise;
  };
  return {
    configurationFile: text('config', 'meterpost.config.json'),
    archiveFolder: text('archive', 'archive'),
    outboxFolder: text('outbox', 'outbox'),
    deploymentFile: typed.has('aws') ? text('aws', '') : undefined,
    json: typed.has('json'),
  };
}
