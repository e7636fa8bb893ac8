import type { Problem } from '../../../shared/application/problem.ts';
import type { Fault } from '../../../shared/errors.ts';
import type { Options, ValuesOf } from './option.ts';
import type { Surroundings } from './surroundings.ts';

/** What a command has to say: the same result twice, for people and for programs. */
export interface CommandResult {
  readonly text: string;
  /** One JSON document. */
  readonly data: unknown;
  /** What was not done. */
  readonly problems?: readonly Problem[];
}

export interface GlobalOptions {
  readonly configurationFile: string;
  readonly archiveFolder: string;
  readonly outboxFolder: string;
  /** Names what a deployment is called; undefined for work on this machine. */
  readonly deploymentFile: string | undefined;
  readonly json: boolean;
}

export interface CommandContext extends Surroundings {
  readonly globals: GlobalOptions;
  /** Shows a result before the command is over. */
  readonly show: (result: CommandResult) => void;
}

/** Words that stand behind the command without an option's name. */
export interface Words {
  readonly placeholder: string;
  readonly about: string;
  readonly least: number;
  readonly most: number;
}

export type Run = (context: CommandContext) => Promise<CommandResult | undefined>;

export interface Command {
  readonly name: string;
  readonly summary: string;
  /** Further paragraphs of its help. */
  readonly details: readonly string[];
  readonly words: Words | undefined;
  readonly options: Options;
  /** Why it is not for a deployment; undefined where it is. */
  readonly onlyHere: string | undefined;
  /** Reads what was typed; every fault of it at once, or what is to be run. */
  readonly prepare: (typed: ReadonlyMap<string, string | true>, words: readonly string[]) => Run | readonly Fault[];
}

export interface CommandDefinition<O extends Options> {
  readonly name: string;
  readonly summary: string;
  readonly details?: readonly string[];
  readonly words?: Words;
  readonly options: O;
  /** Why it is not for a deployment, for the person who asks for that. */
  readonly onlyHere?: string;
  /** Faults of options that do not go together. */
  readonly check?: (values: ValuesOf<O>) => readonly Fault[];
  readonly run: (
    values: ValuesOf<O>,
    context: CommandContext,
    words: readonly string[],
  ) => Promise<CommandResult | undefined>;
}

/** Ties a command's options to what it does with their values. */
export function defineCommand<const O extends Options>(definition: CommandDefinition<O>): Command {
  const { name, summary, details = [], words, options, onlyHere, check, run } = definition;
  return {
    name,
    summary,
    details,
    words,
    options,
    onlyHere,
    prepare(typed, typedWords) {
      const faults: Fault[] = wordFaults(words, typedWords);
      const values: Record<string, unknown> = {};
      for (const [option, { type, ...spec }] of Object.entries(options)) {
        const text = typed.get(option);
        if (type === 'flag') values[option] = text === true;
        else if (typeof text === 'string' && 'parse' in spec) values[option] = parsed(spec.parse, text, option, faults);
        else if ('required' in spec && spec.required) faults.push({ path: `--${option}`, problem: 'is missing' });
      }
      if (faults.length > 0) return faults;
      const complete = values as ValuesOf<O>;
      const clashes = check?.(complete) ?? [];
      return clashes.length > 0 ? clashes : (context) => run(complete, context, typedWords);
    },
  };
}

function parsed(parse: (text: string) => unknown, text: string, option: string, faults: Fault[]): unknown {
  try {
    return parse(text);
  } catch (error) {
    faults.push({ path: `--${option}`, problem: error instanceof Error ? error.message : 'is not valid' });
    return undefined;
  }
}

function wordFaults(words: Words | undefined, typed: readonly string[]): Fault[] {
  if (words === undefined) {
    return typed.length === 0
      ? []
      : [{ path: String(typed[0]), problem: 'was not expected: the command takes options only' }];
  }
  if (typed.length < words.least) return [{ path: words.placeholder, problem: 'is missing' }];
  if (typed.length > words.most)
    return [{ path: String(typed[words.most]), problem: `was not expected behind ${words.placeholder}` }];
  return [];
}
