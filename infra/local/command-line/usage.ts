import { renderTable } from '../table.ts';
import type { Command } from './command.ts';
import { GLOBAL_OPTIONS } from './global-options.ts';
import type { Options } from './option.ts';

const COMMAND_LINE = 'meterpost COMMAND [OPTIONS]';
const VALUES = `INSTANT is ISO 8601 with an offset, such as 2026-11-20T06:00:00-06:00.
PERIOD is 2026-11-19 (a local day), 2026-W47 (an ISO week), 2026-11 (a month)
or 2026-10-15/2026-11-14 (a billing cycle, both dates included).`;

/** The whole program in one screen. */
export function overview(commands: readonly Command[]): string {
  return `Usage: ${COMMAND_LINE}

Commands:
${indented(commands.map(({ name, summary }) => [name, summary]))}

Options of every command:
${indented(optionRows(GLOBAL_OPTIONS))}

\`meterpost COMMAND --help\` tells what a command takes. In a clone of the project, write
\`npm run meterpost -- COMMAND\` or \`npx meterpost COMMAND\`.
`;
}

/** How one command is written, in one line. */
export function usageLine({ name, words, options }: Command): string {
  const parts = Object.entries(options).map(([option, spec]) => {
    const written = spec.type === 'flag' ? `--${option}` : `--${option} ${spec.placeholder}`;
    return spec.type === 'value' && spec.required ? written : `[${written}]`;
  });
  return ['Usage: meterpost', name, ...(words === undefined ? [] : [words.placeholder]), ...parts].join(' ');
}

export function commandHelp(command: Command): string {
  const rows = [
    ...(command.words === undefined ? [] : [[command.words.placeholder, command.words.about] as const]),
    ...optionRows(command.options),
  ];
  const takesValues = rows.some(([written]) => /INSTANT|PERIOD/.test(written));
  return [
    usageLine(command),
    `${command.summary[0]?.toUpperCase()}${command.summary.slice(1)}.`,
    ...command.details,
    ...(rows.length === 0 ? [] : [indented(rows)]),
    `Options of every command:\n${indented(optionRows(GLOBAL_OPTIONS))}`,
    ...(takesValues ? [VALUES] : []),
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n');
}

function optionRows(options: Options): (readonly [string, string])[] {
  return Object.entries(options).map(([name, spec]) => [
    spec.type === 'flag' ? `--${name}` : `--${name} ${spec.placeholder}`,
    spec.about,
  ]);
}

function indented(rows: readonly (readonly string[])[]): string {
  return renderTable(
    rows.map((row) => row.map((text) => text)),
    [{}, {}],
  ).replaceAll(/^/gm, '  ');
}
