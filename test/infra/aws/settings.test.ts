import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSettings, SettingsError } from '../../../infra/aws/settings.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const read = (context: Readonly<Record<string, unknown>>) => readSettings((name) => context[name]);

const messageOf = (context: Readonly<Record<string, unknown>>): string => {
  try {
    read(context);
  } catch (error) {
    if (error instanceof SettingsError) return error.message;
    throw error;
  }
  return 'no error';
};

async function aFile(content: unknown): Promise<string> {
  const file = path.join(await temporaryFolder(), 'deploy.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

describe('settings', () => {
  it('need no more than a sender', () => {
    expect(read({ senderAddress: 'reports@example.com' })).toEqual({
      stackName: 'meterpost',
      senderAddress: 'reports@example.com',
      createMailIdentity: true,
      sources: ['curb'],
      dataLocations: [],
      runbookUrl: 'RUNBOOK.md',
      maximumConcurrency: 5,
      logRetentionDays: 90,
      whenInDoubt: 'resend',
      doubtDeadlineMinutes: 60,
    });
  });

  it('come from a file, and what the command line says wins', async () => {
    const settings = await aFile({ senderAddress: 'reports@example.com', maximumConcurrency: 7, sources: ['curb'] });

    const both = read({
      settings,
      maximumConcurrency: '3',
      sources: '["curb","texture"]',
      createMailIdentity: 'false',
    });

    expect(both).toMatchObject({ maximumConcurrency: 3, sources: ['curb', 'texture'], createMailIdentity: false });
    expect(both.senderAddress).toBe('reports@example.com');
  });

  it('say all that is wrong with them at once: where, what, and what to do', async () => {
    const settings = await aFile({
      senderAdress: 'reports@example.com',
      maximumConcurrency: 1,
      logRetentionDays: 91,
      sources: ['Curb!', 5],
      whenInDoubt: 'maybe',
      stackName: '1st',
      doubtDeadlineMinutes: '60',
    });

    const lines = messageOf({ settings, alarmAddress: 'nobody' }).split('\n');

    expect(lines[0]).toContain(settings);
    for (const [place, problem] of [
      ['senderAddress', 'is missing: give the address'],
      ['senderAdress', 'is no setting; the settings are stackName, senderAddress'],
      ['maximumConcurrency', 'is less than 2'],
      ['logRetentionDays', 'take one of 1, 3, 5'],
      ['sources[0]', 'is no source name'],
      ['sources[1]', 'is not text'],
      ['whenInDoubt', 'is neither "resend"'],
      ['stackName', 'is no stack name'],
      ['doubtDeadlineMinutes', 'is not a whole number'],
      ['alarmAddress (from -c)', 'is not an e-mail address'],
    ] as const) {
      expect(
        lines.filter((line) => line.startsWith(`  ${place}: `) && line.includes(problem)),
        place,
      ).toHaveLength(1);
    }
    expect(lines).toHaveLength(11);
  });

  it.each([
    ['senderAddress', 'Reports <reports@example.com>'],
    ['senderAddress', 'reports@example.com\r\nBcc: x@example.com'],
    ['senderAddress', 'reports@localhost'],
    ['mailIdentity', 'https://example.com'],
    ['sources', '[]'],
    ['sources', '["curb","curb"]'],
    ['dataLocations', '["meters"]'],
    ['dataLocations', '["s3://Meters/exports"]'],
    ['dataLocations', '["s3://meters/*"]'],
    ['runbookUrl', 'a page'],
    ['maximumConcurrency', '2.5'],
    ['createMailIdentity', 'yes'],
  ])('refuse %s %j', (name, value) => {
    expect(messageOf({ senderAddress: 'reports@example.com', [name]: value })).toMatch(new RegExp(`\\n  ${name}.*: `));
  });

  it('may have files instead of sources with secrets', () => {
    const places = ['s3://meters', 's3://meters/exports/', 's3://other-meters/a/b'];

    expect(read({ senderAddress: 'reports@example.com', sources: [], dataLocations: places })).toMatchObject({
      sources: [],
      dataLocations: [
        { bucket: 'meters', prefix: '' },
        { bucket: 'meters', prefix: 'exports/' },
        { bucket: 'other-meters', prefix: 'a/b/' },
      ],
    });
  });

  it.each([
    ['{ "senderAddress": ', 'is not JSON'],
    ['[]', 'is not a JSON object'],
  ])('refuse a file with %j', async (content, problem) => {
    expect(messageOf({ settings: await aFile(content) })).toContain(problem);
  });

  it('refuse a file that is not there', () => {
    expect(messageOf({ settings: '/nowhere/deploy.json' })).toContain(
      'cannot be read: check the name after -c settings=',
    );
  });
});
