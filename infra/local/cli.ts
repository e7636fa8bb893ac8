import { runCommandLine } from './command-line/run-command-line.ts';
import { commandsFor } from './commands/one-command.ts';

// Nothing here may depend on the zone that the machine stands in.
process.env['TZ'] = 'UTC';

// Whoever reads our output may have seen enough of it, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

const args = process.argv.slice(2);
process.exitCode = await runCommandLine(args, await commandsFor(args), {
  workingFolder: process.cwd(),
  environment: process.env,
  stdout: process.stdout,
  stderr: process.stderr,
  untilInterrupted: () =>
    new Promise((resolve) => {
      process.once('SIGINT', () => resolve());
      process.once('SIGTERM', () => resolve());
    }),
});
