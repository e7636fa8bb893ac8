import type { Instant } from '../../shared/domain/time/instant.ts';
import type { CommandContext } from './command-line/command.ts';
import { openLocalHost } from './local-host.ts';
import type { OperatorHost } from './operator-host.ts';

/**
 * Opens the host that `--aws` names, or this machine, and closes it when the work is done.
 *
 * @param now the instant that the run stands for; the present unless given
 * @throws ConfigurationError when a deployment cannot be made out
 */
export async function withOperatorHost<T>(
  context: CommandContext,
  now: Instant | undefined,
  work: (host: OperatorHost) => Promise<T>,
): Promise<T> {
  const host = await openOperatorHost(context, now);
  try {
    return await work(host);
  } finally {
    await host.close();
  }
}

async function openOperatorHost(context: CommandContext, now: Instant | undefined): Promise<OperatorHost> {
  const { deploymentFile } = context.globals;
  if (deploymentFile === undefined) return openLocalHost(context, now);
  // The AWS clients take longer to load than most commands take to run.
  const { openAwsHost } = await import('./aws-host.ts');
  return await openAwsHost(context, deploymentFile, now);
}
