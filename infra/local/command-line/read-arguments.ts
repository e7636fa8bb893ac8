import { parseArgs } from 'node:util';
import { didYouMean } from '../../../shared/adapters/configuration/suggestion.ts';
import type { Fault } from '../../../shared/errors.ts';
import type { Command } from './command.ts';
import { GLOBAL_OPTIONS } from './global-options.ts';
import type { Options } from './option.ts';

/** What was typed, told apart but not read yet. */
export interface Arguments {
  readonly command: Command | undefined;
  /** By the option's name; true for a flag. */
  readonly typed: ReadonlyMap<string, string | true>;
  /** What stands behind the command without an option's name. */
  readonly words: readonly string[];
  readonly faults: readonly Fault[];
}

/** Tells commands, options and values apart, and collects everything that fits nowhere. */
export function readArguments(args: readonly string[], commands: readonly Command[]): Arguments {
  const known: Options = Object.assign({}, ...commands.map((command) => command.options), GLOBAL_OPTIONS);
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(
      Object.entries(known).map(([name, { type }]) => [
        name,
        { type: type === 'flag' ? 'boolean' : 'string' } as const,
      ]),
    ),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const [name, ...words] = tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : []));
  const command = commands.find((each) => each.name === name);
  const faults: Fault[] = [];
  if (name !== undefined && command === undefined) faults.push(unknownCommand(name, commands));

  const own: Options = command === undefined ? known : { ...command.options, ...GLOBAL_OPTIONS };
  const typed = new Map<string, string | true>();
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const fault = optionFault(token, own, typed, command);
    if (fault === undefined) typed.set(token.name, token.value ?? true);
    else faults.push(fault);
  }
  return { command, typed, words, faults };
}

function unknownCommand(name: string, commands: readonly Command[]): Fault {
  const names = commands.map((command) => command.name);
  return { path: name.slice(0, 40), problem: `is no command${didYouMean(name, names)}` };
}

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value: string | undefined;
  readonly inlineValue: boolean | undefined;
}

function optionFault(
  { name, rawName, value, inlineValue }: OptionToken,
  own: Options,
  typed: ReadonlyMap<string, unknown>,
  command: Command | undefined,
): Fault | undefined {
  const option = Object.hasOwn(own, name) ? own[name] : undefined;
  if (option === undefined || !rawName.startsWith('--')) {
    const names = Object.keys(own).map((each) => `--${each}`);
    const where = command === undefined ? 'is no option' : `is no option of ${command.name}`;
    return { path: rawName, problem: `${where}${didYouMean(rawName, names)}` };
  }
  if (typed.has(name)) return { path: rawName, problem: 'is given twice' };
  if (option.type === 'flag') return value === undefined ? undefined : { path: rawName, problem: 'takes no value' };
  const looksLikeOption = inlineValue !== true && value?.startsWith('--') === true;
  if (value === undefined || value === '' || looksLikeOption)
    return { path: rawName, problem: `needs a value, ${option.placeholder}` };
  return undefined;
}
