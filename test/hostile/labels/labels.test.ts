import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { mimeBytes } from '../../../shared/adapters/mime/mime-bytes.ts';
import { createPowertoolsLog } from '../../../shared/adapters/powertools/log.ts';
import { artefactKey, factsPrefix, ledgerPrefix } from '../../../shared/application/keys.ts';
import { mailName, mailTags } from '../../../shared/application/mail-intent.ts';
import type { LogEntry, OutgoingMail } from '../../../shared/application/ports.ts';
import type { Report } from '../../../shared/domain/report/report.ts';
import { parsePeriod } from '../../../shared/domain/time/period.ts';
import { renderCsv } from '../../../shared/rendering/csv/render-csv.ts';
import { renderJson } from '../../../shared/rendering/json/render-json.ts';
import { createMailComposer } from '../../../shared/rendering/mail/mail-composer.ts';
import { sanitised } from '../../../shared/rendering/sanitise.ts';
import { pdfBytes } from '../../rendering/pdf/pdf-of.ts';
import { readPdf } from '../../rendering/pdf/read-pdf.ts';
import { capturedOutput } from '../../support/captured-output.ts';
import { readCsvRecords } from '../../support/csv-reader.ts';
import { HOSTILE_LABELS } from '../../support/hostile-labels.ts';
import { readHtml } from '../../support/html-reader.ts';
import { aReport } from '../../support/report-builder.ts';

const DAY = '2026-11-19';
const CIRCUITS_A_REPORT = 40;
const composer = createMailComposer();

/** The labels in groups, each a report of its own: place, operator, contact and circuits are all called by them. */
const groups = Array.from({ length: Math.ceil(HOSTILE_LABELS.length / CIRCUITS_A_REPORT) }, (_, index) =>
  HOSTILE_LABELS.slice(index * CIRCUITS_A_REPORT, (index + 1) * CIRCUITS_A_REPORT),
);

function reportCalled(labels: readonly string[], period = DAY): Report {
  const [label = '', organization = ''] = labels;
  return aReport({
    period,
    label,
    organization,
    contact: labels[2] ?? '',
    house: { circuits: labels, resolutionSeconds: 3600 },
  });
}

/** The same house with names that nobody would mind. */
function plainReport(circuits: number): Report {
  const names = Array.from({ length: circuits }, (_, index) => `Circuit ${index}`);
  return aReport({ period: DAY, house: { circuits: names, resolutionSeconds: 3600 } });
}

const described = (text: string) => JSON.stringify(text.slice(0, 60));
const failing = (isWrong: (label: string) => boolean) => HOSTILE_LABELS.filter(isWrong).map(described);
const recordsOf = (report: Report) => readCsvRecords(new TextDecoder().decode(renderCsv(report)));

describe('hostile labels', () => {
  it('are more than 700, none twice', () => {
    expect(HOSTILE_LABELS.length).toBeGreaterThanOrEqual(700);
    expect(HOSTILE_LABELS.filter((label, index) => HOSTILE_LABELS.indexOf(label) !== index).map(described)).toEqual([]);
  });

  it('are text and nothing else in CSV, and move no figure', () => {
    for (const labels of groups) {
      const rows = recordsOf(reportCalled(labels));
      const plain = recordsOf(plainReport(labels.length));
      expect(rows.map((row) => row['energy_kwh'])).toEqual(plain.map((row) => row['energy_kwh']));
      const texts = rows.flatMap((row) => [row['label'] ?? '', row['location'] ?? '']);
      // As spreadsheets see a cell: after their own clean-up of what is invisible or full-width.
      const seen = texts.map((text) =>
        text
          .normalize('NFKC')
          .replaceAll(/[\p{Cf}\p{Cc}]/gu, '')
          .trimStart(),
      );
      expect(seen.filter((text) => /^[=+\-@|%\t\r\n]/.test(text))).toEqual([]);
    }
  });

  it('are strings and nothing else in JSON', () => {
    for (const labels of groups) {
      const report = reportCalled(labels);
      const read = JSON.parse(new TextDecoder().decode(renderJson(report))) as Record<string, unknown>;
      const plain = JSON.parse(new TextDecoder().decode(renderJson(plainReport(labels.length)))) as object;
      expect(Object.keys(read)).toEqual(Object.keys(plain));
    }
    expect('polluted' in {}).toBe(false);
  });

  it('are text and nothing else in mails: the same tags, the same headers, the same parts', async () => {
    const shapeOf = async (report: Report) => {
      const attachments = (['pdf', 'csv'] as const).map((format) => ({
        fileName: composer.attachmentName(report, format),
        contentType: 'application/octet-stream',
        bytes: Buffer.from('x'),
      }));
      const read = await PostalMime.parse(await mimeBytes(aMail(report, attachments)));
      const { tags, attributes } = readHtml(read.html ?? '');
      return {
        tags: [...tags].sort(),
        attributes: [...attributes].sort(),
        headers: read.headers.map(({ key }) => key).sort(),
        people: [read.from, read.to, read.cc ?? [], read.bcc ?? []],
        files: read.attachments.map(({ filename }) => /^[A-Za-z0-9._-]{1,80}$/.test(filename ?? '')),
        subject: /[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/u.test(read.subject ?? ''),
        text: /[\p{Cs}\u202A-\u202E]|(?!\n)\p{Cc}/u.test((read.text ?? '').replaceAll('\r\n', '\n')),
      };
    };
    const plain = await shapeOf(plainReport(CIRCUITS_A_REPORT));
    expect(plain.files).toEqual([true, true]);
    const base = aReport({ period: DAY, house: { circuits: ['EV', 'Heat pump'], resolutionSeconds: 3600 } });
    for (let index = 0; index < HOSTILE_LABELS.length; index += 4) {
      const [label = '', organization = '', contact = '', circuit = ''] = HOSTILE_LABELS.slice(index, index + 4);
      const called: Report = {
        ...base,
        location: { ...base.location, label },
        presentation: { ...base.presentation, organization, contact },
        registers: base.registers.map((register) => ({ ...register, label: circuit })),
      };
      const shape = await shapeOf(called);
      expect(shape, described(label)).toEqual({ ...plain, tags: shape.tags, attributes: shape.attributes });
      expect(shape.tags.filter((tag) => !plain.tags.includes(tag))).toEqual([]);
      expect(shape.attributes.filter((name) => !plain.attributes.includes(name))).toEqual([]);
    }
  }, 60_000);

  it('are text and nothing else in PDF, and show as far as the fonts go', async () => {
    for (const labels of groups) {
      // A week's report lists every circuit; a day's has room for the largest ones.
      const bytes = await pdfBytes(reportCalled(labels, '2026-W47'), { plain: true });
      const raw = Buffer.from(bytes).toString('latin1');
      expect(raw).not.toMatch(/\/(?:URI|JS|JavaScript|Launch|EmbeddedFiles?|AA|OpenAction|Annots|GoToR|SubmitForm)\b/);
      expect(raw.match(/%%EOF/g)).toHaveLength(1);
      const pdf = await readPdf(bytes);
      expect(pdf.pages.length).toBeLessThanOrEqual(20);
      expect(/[\u202A-\u202E\p{Cs}]|(?!\n)\p{Cc}/u.test(pdf.plain)).toBe(false);
      const words = labels.map((label) => sanitised(label)).filter((label) => /^[A-Za-z0-9]{4,12}$/.test(label));
      const shown = pdf.plain.replaceAll(' ', '');
      expect(words.filter((word) => !shown.includes(word))).toEqual([]);
    }
  }, 60_000);

  it('stay one segment of a key and one file name, as ids of places', () => {
    const period = parsePeriod(DAY);
    const base = plainReport(1);
    const recipient = { address: 'a@example.com', hash: 'h'.repeat(26), formats: ['pdf'], language: null } as never;
    const SEGMENT = '[A-Za-z0-9][A-Za-z0-9_-]{0,63}';
    const report = new RegExp(`^reports/${SEGMENT}/${SEGMENT}/${SEGMENT}/daily/${DAY}/r1/report\\.pdf$`);
    const isWrong = (label: string) => {
      const ref = { source: label, fleet: label, id: label };
      const called = { ...base, location: { ...base.location, ...ref } };
      const tags = Object.values(mailTags(called, recipient, 'report', 1));
      return !(
        report.test(artefactKey(ref, period, 1, 'pdf')) &&
        new RegExp(`^facts/v1/${SEGMENT}/${SEGMENT}/${SEGMENT}/2026-11/$`).test(factsPrefix(ref, '2026-11')) &&
        /^ledger\/v1\/reports\/daily\/2026-11-19\/[a-z2-7]{26}\/$/.test(ledgerPrefix(ref, period)) &&
        /^[A-Za-z0-9_-]{1,200}$/.test(mailName(called, recipient, 'report')) &&
        tags.every((tag) => /^[A-Za-z0-9_-]{1,256}$/.test(tag))
      );
    };
    expect(failing(isWrong)).toEqual([]);
    // Half a pair is no id of any place: sources refuse it before it can be taken for another.
    const ids = HOSTILE_LABELS.filter((label) => label.isWellFormed());
    const keys = new Set(ids.map((label) => artefactKey({ source: 's', fleet: 'f', id: label }, period, 1, 'pdf')));
    expect(keys.size).toBe(ids.length);
  });

  it('are one line each in logs, and not in them', () => {
    const log = createPowertoolsLog({ service: 'make-report', version: '0.1.0' });
    const asEntry = (label: string): LogEntry => ({ level: 'info', event: 'x', location: label, reason: label, label });
    const lines = capturedOutput(() => {
      for (const label of HOSTILE_LABELS) log(asEntry(label));
    });
    expect(lines).toHaveLength(HOSTILE_LABELS.length);
    const wrong = lines.filter((line, index) => {
      const { location, fieldsLeftOut } = JSON.parse(line) as Record<string, unknown>;
      const isPlain = /^[A-Za-z0-9_.:+/-]*$/.test(HOSTILE_LABELS[index] ?? '');
      return fieldsLeftOut !== 1 || (!isPlain && location !== '[withheld]');
    });
    expect(wrong).toEqual([]);
  });
});

function aMail(report: Report, attachments: OutgoingMail['attachments']): OutgoingMail {
  return {
    id: '5f2c8a01-1',
    name: 'mail',
    from: 'Energy reports <reports@example.com>',
    replyTo: null,
    to: 'owner@example.org',
    date: report.generatedFrom.dueAt,
    content: composer.compose(report, attachments),
    attachments,
    tags: { mail: '5f2c8a01-1', report: 'r', kind: 'daily', period: DAY },
  };
}
