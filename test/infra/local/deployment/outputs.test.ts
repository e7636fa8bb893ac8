import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDeployment } from '../../../../infra/local/deployment/outputs.ts';
import { ConfigurationError } from '../../../../shared/errors.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const OUTPUTS = {
  Region: 'eu-central-1',
  ConfigurationObject: 's3://settings/folder/meterpost.config.json',
  ArchiveBucket: 'archive',
  LedgerBucket: 'ledger',
  ReportQueue: 'https://sqs.eu-central-1.amazonaws.com/1/reports',
  ReportDeadLetters: 'https://sqs.eu-central-1.amazonaws.com/1/dead',
  MailEventDeadLetters: 'https://sqs.eu-central-1.amazonaws.com/1/dead-events',
  SourceSecrets: '{"curb":"arn:secret"}',
  WhenInDoubt: 'hold',
  DoubtDeadlineMinutes: '90',
  SomethingElse: 'is left alone',
};

async function reading(content: string | undefined) {
  const folder = await temporaryFolder();
  if (content !== undefined) await writeFile(path.join(folder, 'outputs.json'), content);
  return await readDeployment('outputs.json', folder);
}

const faultsOf = async (content: unknown) => {
  const error: unknown = await reading(typeof content === 'string' ? content : JSON.stringify(content)).catch((e) => e);
  if (!(error instanceof ConfigurationError)) throw error;
  return error.faults.map(({ path: place, problem }) => `${place}: ${problem}`);
};

describe('the outputs of a deployment', () => {
  it('say where everything is, whatever else was deployed with it', async () => {
    expect(await reading(JSON.stringify({ network: { Region: 'x' }, 'my-meterpost': OUTPUTS }))).toEqual({
      region: 'eu-central-1',
      configuration: { bucket: 'settings', key: 'folder/meterpost.config.json' },
      archiveBucket: 'archive',
      ledgerBucket: 'ledger',
      reportQueueUrl: OUTPUTS.ReportQueue,
      deadLetterUrls: { reports: OUTPUTS.ReportDeadLetters, mailEvents: OUTPUTS.MailEventDeadLetters },
      secretIds: { curb: 'arn:secret' },
      whenInDoubt: 'hold',
      doubtDeadlineMinutes: 90,
    });
  });

  it('of an older version are told to be written again, each that is missing by its name', async () => {
    const { ReportQueue: _queue, WhenInDoubt: _policy, ...older } = OUTPUTS;

    expect(await faultsOf({ meterpost: { ...older, SourceSecrets: 'none' } })).toEqual([
      'outputs.json: meterpost.ReportQueue: is not among the outputs: deploy this version of meterpost, with --outputs-file',
      'outputs.json: meterpost.SourceSecrets: is no JSON object of secrets by source name',
      'outputs.json: meterpost.WhenInDoubt: is not among the outputs: deploy this version of meterpost, with --outputs-file',
    ]);
  });

  it.each([
    ['', /is not JSON/],
    ['[]', /has no stack of meterpost in it/],
    [{ network: { Region: 'x' } }, /has no stack of meterpost in it/],
    [{ one: OUTPUTS, two: OUTPUTS }, /has several stacks of meterpost in it \(one, two\)/],
  ])('are refused as %j', async (content, expected) => {
    expect(await faultsOf(content)).toEqual([expect.stringMatching(expected)]);
  });

  it('have to be there', async () => {
    await expect(reading(undefined)).rejects.toThrow('outputs.json: is not there: name the file that `cdk deploy');
  });
});
