import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { openHost } from '../../infra/local/host.ts';
import { parseConfiguration } from '../../shared/adapters/configuration/parse-configuration.ts';
import { SOURCE_CHECKERS } from '../../shared/adapters/configuration/source-checkers.ts';
import { fulfilRequest } from '../../shared/application/fulfil-request.ts';
import { decodeEntry } from '../../shared/application/ledger.ts';
import type { AwsHost } from '../support/aws-host.ts';
import { SOURCE_CLIENT } from '../support/source-client.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** Has the local host make the reports whose snapshots the ledger in the cloud has; its archive's files by their keys. */
export async function filesOfLocalHost(aws: AwsHost, location: string): Promise<Map<string, Uint8Array>> {
  const folder = await temporaryFolder();
  const local = openHost(
    {
      workingFolder: folder,
      environment: {
        METERPOST_CURB_CLIENT_ID: SOURCE_CLIENT.clientId,
        METERPOST_CURB_CLIENT_SECRET: SOURCE_CLIENT.clientSecret,
      },
      stdout: { write: () => true },
      stderr: { write: () => true },
      untilInterrupted: async () => {},
    },
    {
      archiveFolder: 'archive',
      outboxFolder: 'outbox',
      configuration: parseConfiguration(JSON.stringify(aws.configuration), SOURCE_CHECKERS),
      now: undefined,
    },
  );
  for (const [key, bytes] of aws.ledger()) {
    if (key.endsWith('/r1/snapshot')) await local.request.ledger.putNew(key, bytes, 'application/json');
  }
  for (const [key, bytes] of aws.ledger()) {
    if (!key.endsWith('/r1/snapshot')) continue;
    const period = String(decodeEntry(bytes)['period']);
    await fulfilRequest(local.request, { location, period }, { trigger: 'on-demand', mail: false });
  }
  await local.close();
  const archive = path.join(folder, 'archive');
  const files = readdirSync(archive, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.startsWith('reports'),
  );
  return new Map(
    files
      .filter((file) => /\.\w+$/.test(file))
      .map((file) => [file.replaceAll(path.sep, '/'), readFileSync(path.join(archive, file))]),
  );
}
