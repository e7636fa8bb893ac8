import { describe, expect, it } from 'vitest';
import type { NamedReader, ReportRule } from '../../shared/application/configuration.ts';
import { fulfilRequest, type RequestParts } from '../../shared/application/fulfil-request.ts';
import { optionsFor } from '../../shared/application/make-options.ts';
import { ArchiveConflictError } from '../../shared/errors.ts';
import { aRule, aWorld } from '../support/report-world.ts';

type World = ReturnType<typeof aWorld>;

const GERMAN: NamedReader = { address: 'anna@example.com', locale: 'de-DE' };
const FOLDER = 'reports/fleet/demo/a/daily/2026-11-19/r1/';
const settings = (over: Partial<ReportRule['settings']>) => ({ settings: { ...aRule().settings, ...over } });
const REFUSED = { outcome: 'refused', permanent: false, code: 'Throttling' } as const;

/** Parts whose files and mails tell which language they are in. */
function partsOf(it: World): RequestParts {
  return {
    ...it.parts(),
    renderer: {
      render: async ({ presentation, revision }, format) =>
        Buffer.from(`${format} in ${presentation.locale} r${revision}`),
    },
    composer: {
      compose: ({ presentation: { locale } }) => ({ subject: locale, text: '', html: '', language: locale }),
      attachmentName: ({ presentation: { locale } }, format) => `${locale}.${format}`,
    },
  };
}
const ask = (it: World, over: { revise?: number } = {}, parts: Partial<RequestParts> = {}) => {
  const request = { location: 'fleet/demo/a', period: '2026-11-19', ...over };
  return fulfilRequest({ ...partsOf(it), ...parts }, request, optionsFor({ ...request, mail: true }));
};
const files = (it: World) =>
  [...it.store.objects.keys()]
    .filter((key) => key.startsWith(FOLDER))
    .map((key) => key.slice(FOLDER.length))
    .sort();
const mails = (it: World) =>
  Object.fromEntries(
    it.world.mailer.sent.map(({ to, content, attachments }) => [
      to,
      [content.language, ...attachments.map(({ fileName, bytes }) => `${fileName}: ${Buffer.from(bytes)}`)],
    ]),
  );

describe('a reader with a language of their own', () => {
  it('gets mail and files in it, while the archive’s own stay as they are', async () => {
    const it = aWorld({ rules: [aRule({ recipients: ['owner@example.com', GERMAN] })] });
    await ask(it);
    expect(mails(it)).toEqual({
      'owner@example.com': ['en-US', 'en-US.pdf: pdf in en-US r1', 'en-US.csv: csv in en-US r1'],
      'anna@example.com': ['de-DE', 'de-DE.pdf: pdf in de-DE r1', 'de-DE.csv: csv in en-US r1'],
    });
    expect(files(it)).toEqual(['report.csv', 'report.de-DE.pdf', 'report.json', 'report.pdf']);
  });

  it('reads the language of their rule, where the report is in that of another', async () => {
    const rules = [
      aRule(),
      aRule({ recipients: ['anna@example.com', 'owner@example.com'], ...settings({ locale: 'fr-FR' }) }),
    ];
    const it = aWorld({ rules });
    await ask(it);
    expect(Object.entries(mails(it)).map(([to, [language]]) => [to, language])).toEqual([
      ['owner@example.com', 'en-US'],
      ['anna@example.com', 'fr-FR'],
    ]);
  });

  it('is a customer too, whose rule has another language', async () => {
    const asking = aRule({ recipients: [], recipientsFromSource: ['a'], ...settings({ locale: 'nb-NO' }) });
    const it = aWorld({ rules: [aRule({ recipients: [] }), asking] });
    it.world.contacts.set('a', [{ customerId: 'c1', email: 'kari@example.com' }]);
    await ask(it);
    expect(mails(it)['kari@example.com']?.[0]).toBe('nb-NO');
  });

  it('leaves nothing in the archive where the language is the report’s own, or no file has one', async () => {
    const own = { address: 'ben@example.com', locale: 'en-US' };
    const it = aWorld({ rules: [aRule({ recipients: [own, GERMAN], ...settings({ formats: ['csv'] }) })] });
    await ask(it);
    expect(files(it)).toEqual(['report.csv', 'report.json', 'report.pdf']);
    expect(it.world.mailer.sent.map(({ content }) => content.language)).toEqual(['en-US', 'de-DE']);
  });

  it('gets one mail, and the archive one file, however often and after whatever trouble', async () => {
    const it = aWorld({ rules: [aRule({ recipients: [GERMAN] })] });
    it.world.mailer.answers.push(REFUSED, REFUSED);
    for (let run = 0; run < 5; run += 1) await ask(it);
    expect(it.world.mailer.sent).toHaveLength(1);
    expect(it.store.objects.size).toBe(new Set(it.store.objects.keys()).size);
    const writes = [...it.store.objects.keys()].filter((key) => key.includes('de-DE'));
    expect(writes.map((key) => key.split('/').slice(-2).join('/')).sort()).toEqual([
      'r1/report.de-DE.pdf',
      'r1/variant-de-DE.pdf',
    ]);
  });

  it('gets a file of each revision', async () => {
    const it = aWorld({ rules: [aRule({ recipients: [GERMAN] })] });
    await ask(it);
    await ask(it, { revise: 2 });
    expect(it.world.mailer.sent.map(({ attachments }) => Buffer.from(attachments[0]?.bytes ?? []).toString())).toEqual([
      'pdf in de-DE r1',
      'pdf in de-DE r2',
    ]);
  });

  it('gets nothing, and loses no claim, where the archive has other bytes; the others get theirs', async () => {
    const it = aWorld({ rules: [aRule({ recipients: [GERMAN, 'owner@example.com'] })] });
    await it.store.putNew(`${FOLDER}report.de-DE.pdf`, Buffer.from('other'), 'application/pdf');
    await expect(ask(it)).rejects.toThrow(ArchiveConflictError);
    expect(Object.keys(mails(it))).toEqual(['owner@example.com']);
    expect([...it.store.objects.keys()].filter((key) => key.endsWith('/claim-1'))).toHaveLength(1);
  });

  it('gets only the bytes that were committed', async () => {
    const it = aWorld({ rules: [aRule({ recipients: [GERMAN] })] });
    it.world.mailer.answers.push(REFUSED);
    await ask(it);
    const key = `${FOLDER}report.de-DE.pdf`;
    const get = async (wanted: string) => {
      const object = await it.store.get(wanted);
      return object === undefined || wanted !== key ? object : { ...object, bytes: Buffer.from('swapped') };
    };
    await expect(ask(it, {}, { archive: { ...it.store, get } })).rejects.toThrow(
      `${key} is not the file that was archived`,
    );
    expect(it.world.mailer.sent).toEqual([]);
  });
});

describe('a CSV file for European spreadsheets', () => {
  it('is attached where a rule wants it, and archived beside the standard one', async () => {
    const european = aRule({ recipients: [GERMAN], ...settings({ formats: ['csv'], csv: 'european' }) });
    const it = aWorld({ rules: [aRule(), european] });
    await ask(it);
    expect(mails(it)).toMatchObject({
      'owner@example.com': ['en-US', 'en-US.pdf: pdf in en-US r1', 'en-US.csv: csv in en-US r1'],
      'anna@example.com': ['de-DE', 'de-DE.csv: csv-european in en-US r1'],
    });
    expect(files(it)).toEqual(['report.csv', 'report.european.csv', 'report.json', 'report.pdf']);
  });
});
