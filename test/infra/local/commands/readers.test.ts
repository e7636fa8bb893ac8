import { readFileSync } from 'node:fs';
import path from 'node:path';
import PostalMime from 'postal-mime';
import { expect, test } from 'vitest';
import { createWorkbench, HOUSE_A } from './workbench.ts';

const DAY = ['report', '--location', HOUSE_A, '--period', '2026-11-19', '--now', '2026-11-20T13:00:00Z'];

test('each reader gets mail and files in their own language, and the CSV file of their spreadsheet', async () => {
  const recipients = ['owner@example.com', { address: 'anna@example.com', locale: 'de-DE' }];
  const bench = await createWorkbench({ rule: { recipients, csv: 'european' } });

  await bench.run(...DAY);

  const mails = await Promise.all(
    bench.filesIn('outbox').map((name) => PostalMime.parse(readFileSync(path.join(bench.folder, 'outbox', name)))),
  );
  const told = mails.map(({ to, subject, attachments }) => {
    const [pdf, csv] = attachments.map(({ content }) => Buffer.from(content as ArrayBuffer).toString('latin1'));
    return [
      to?.[0]?.address,
      subject?.split(':')[1]?.replaceAll('\u00A0', ' '),
      /\/Lang \(([^)]+)\)/.exec(pdf ?? '')?.[1],
      csv?.split('\r\n')[1]?.match(/;(?:consumption;.*)$/)?.[0],
    ];
  });
  const consumption = ';consumption;;;53,52;1;measured';
  expect(told.sort()).toEqual([
    ['anna@example.com', ' 53,5 kWh am Donnerstag, dem 19. November 2026', 'de-DE', consumption],
    ['owner@example.com', ' 53.5 kWh on Thursday, November 19, 2026', 'en-US', consumption],
  ]);
  expect(bench.filesIn('archive').filter((name) => name.startsWith('reports/'))).toEqual(
    ['csv', 'de-DE.pdf', 'european.csv', 'json', 'pdf'].map(
      (ending) => `reports/curb/curb/house-a/daily/2026-11-19/r1/report.${ending}`,
    ),
  );
});
