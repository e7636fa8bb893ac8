import { describe, expect, test } from 'vitest';
import { type Command, type CommandResult, defineCommand } from '../../../../infra/local/command-line/command.ts';
import { flag, oneOf, optional, required } from '../../../../infra/local/command-line/option.ts';
import { runCommandLine } from '../../../../infra/local/command-line/run-command-line.ts';
import { ConfigurationError, StoreError } from '../../../../shared/errors.ts';
import { capturedStream } from '../captured-stream.ts';

const bake = defineCommand({
  name: 'bake',
  summary: 'bake a cake',
  words: { placeholder: 'FLAVOUR', about: 'what it tastes of', least: 0, most: 1 },
  options: {
    eggs: required('N', 'how many', (text) => {
      if (!/^\d+$/.test(text)) throw new Error('must be a number');
      return Number(text);
    }),
    icing: optional('COLOUR', 'on top', oneOf(['white', 'pink'])),
    hot: flag('serve it at once'),
  },
  check: ({ eggs, hot }) => (hot && eggs > 12 ? [{ path: '--hot', problem: 'needs at most 12 eggs' }] : []),
  run: async (values, { globals }, words) => ({ text: `${words[0]} cake`, data: { ...values, words, globals } }),
});
const wash = defineCommand({
  name: 'wash-up',
  summary: 'wash up',
  options: { 'dry-run': flag('only dry') },
  run: async () => undefined,
});

function failing(problem: () => CommandResult): Command {
  return defineCommand({ name: 'fail', summary: 'fail', options: {}, run: async () => problem() });
}

async function typed(line: string, commands: readonly Command[] = [bake, wash]) {
  const [stdout, stderr] = [capturedStream(), capturedStream()];
  const status = await runCommandLine(line.split(' ').filter(Boolean), commands, {
    workingFolder: '/nowhere',
    environment: {},
    stdout: stdout.stream,
    stderr: stderr.stream,
    untilInterrupted: async () => {},
  });
  return { status, stdout: stdout.text(), stderr: stderr.text() };
}

describe('a command line', () => {
  test('runs a command with its values, typed in any order', async () => {
    for (const line of [
      'bake lemon --eggs 3 --json --icing pink --archive /a',
      '--json --archive=/a bake --icing=pink --eggs=3 lemon',
    ]) {
      const { status, stdout, stderr } = await typed(line);

      expect([status, stderr]).toEqual([0, '']);
      expect(JSON.parse(stdout)).toEqual({
        eggs: 3,
        icing: 'pink',
        hot: false,
        words: ['lemon'],
        globals: {
          configurationFile: 'meterpost.config.json',
          archiveFolder: '/a',
          outboxFolder: 'outbox',
          json: true,
        },
      });
    }
  });

  test('writes text for people, unless JSON is asked for', async () => {
    expect(await typed('bake lemon --eggs 3')).toEqual({ status: 0, stdout: 'lemon cake\n', stderr: '' });
  });

  test('says nothing for a command that has nothing to say', async () => {
    expect(await typed('wash-up')).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  test.each([
    ['frobnicate', ['frobnicate: is no command']],
    ['bkae --eggs 1', ['bkae: is no command (did you mean bake?)']],
    ['washup', ['washup: is no command (did you mean wash-up?)']],
    ['bake', ['--eggs: is missing']],
    ['bake --eggs', ['--eggs: needs a value, N']],
    ['bake --eggs=', ['--eggs: needs a value, N']],
    ['bake --eggs --hot', ['--eggs: needs a value, N']],
    ['bake --eggs many', ['--eggs: must be a number']],
    ['bake --eggs 1 --eggs 2', ['--eggs: is given twice']],
    ['bake --eggs 1 --icing blue', ['--icing: must be white or pink']],
    ['bake --eggs 1 --hot=yes', ['--hot: takes no value']],
    ['bake --eggs 1 --hto', ['--hto: is no option of bake (did you mean --hot?)']],
    ['bake --eggs 1 --dry-run', ['--dry-run: is no option of bake']],
    ['bake --eggs 1 -e', ['-e: is no option of bake']],
    ['bake --eggs 1 a b', ['b: was not expected behind FLAVOUR']],
    ['wash-up a', ['a: was not expected: the command takes options only']],
    ['bake --eggs 13 --hot', ['--hot: needs at most 12 eggs']],
    [
      'bake --eggs x --icing blue --hto a b',
      [
        '--hto: is no option of bake (did you mean --hot?)',
        'b: was not expected behind FLAVOUR',
        '--eggs: must be a number',
        '--icing: must be white or pink',
      ],
    ],
  ])('refuses %j, telling all that is wrong with it', async (line, faults) => {
    const { status, stdout, stderr } = await typed(line);

    expect([status, stdout]).toEqual([2, '']);
    const lines = stderr.split('\n').filter((each) => each.startsWith('meterpost: '));
    expect(lines).toEqual(faults.map((fault) => `meterpost: ${fault}`));
    expect(stderr).toMatch(/Try `meterpost .*--help`\.\n$/);
  });

  test('helps on stdout, and shows where to begin on stderr', async () => {
    const overview = await typed('--help');
    expect(overview).toMatchObject({ status: 0, stderr: '' });
    expect(overview.stdout).toMatch(/ {2}bake {5}bake a cake\n {2}wash-up {2}wash up\n/);

    expect(await typed('')).toEqual({ status: 2, stdout: '', stderr: overview.stdout });
  });

  test('helps with a command, even with one that is not complete', async () => {
    const { status, stdout } = await typed('bake --help');

    expect(status).toBe(0);
    expect(stdout).toMatch(/^Usage: meterpost bake FLAVOUR --eggs N \[--icing COLOUR\] \[--hot\]\n\nBake a cake\.\n/);
    expect(stdout).toContain('--icing COLOUR  on top\n');
    expect(stdout).toContain('--json');
  });

  test('tells what was not done on stderr, and shows what was', async () => {
    const problems = [{ about: 'curb/curb/a 2026-10', message: 'no answer: try again', retryable: true }];
    const fail = failing(() => ({ text: 'half of it', data: {}, problems }));

    expect(await typed('fail', [fail])).toEqual({
      status: 1,
      stdout: 'half of it\n',
      stderr: 'meterpost: curb/curb/a 2026-10: no answer: try again\n',
    });
  });

  test.each([
    [1, new StoreError('The disk is full: make room.'), 'meterpost: The disk is full: make room.\n'],
    [2, new ConfigurationError('bad', [{ path: 'a', problem: 'is missing' }]), 'meterpost: a: is missing\n'],
  ])('ends with status %i after %s', async (expected, error, lines) => {
    const fail = failing(() => {
      throw error;
    });

    expect(await typed('fail --json', [fail])).toEqual({ status: expected, stdout: '', stderr: lines });
  });
});
