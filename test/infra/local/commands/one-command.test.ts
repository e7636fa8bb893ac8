import { describe, expect, it } from 'vitest';
import { ALL_COMMANDS } from '../../../../infra/local/commands/all-commands.ts';
import { commandsFor } from '../../../../infra/local/commands/one-command.ts';

describe('the commands that a command line needs', () => {
  it.each(ALL_COMMANDS.map((command) => [command.name, command] as const))('are one: %s', async (name, command) => {
    expect(await commandsFor([name, '--help'])).toEqual([command]);
  });

  it.each([[[]], [['--help']], [['--config', 'status', 'tick']], [['no-such-command']]])(
    'are all: %j',
    async (args) => {
      expect(await commandsFor(args)).toBe(ALL_COMMANDS);
    },
  );
});
