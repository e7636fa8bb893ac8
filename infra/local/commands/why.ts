import { type Explanation, explainReport } from '../../../shared/application/explain-report.ts';
import { isoUtc, parseInstant } from '../../../shared/domain/time/instant.ts';
import { defineCommand } from '../command-line/command.ts';
import { optional } from '../command-line/option.ts';
import { ledgerWords } from '../ledger-words.ts';
import { withOperatorHost } from '../open-operator-host.ts';
import { paragraphs, sentences } from '../sentences.ts';
import { mailsTable, statusData } from '../show-status.ts';
import { renderTable } from '../table.ts';

/** How a report is named on the command line. */
export const REPORT_WORDS = {
  placeholder: 'SOURCE/FLEET/ID PERIOD',
  about: 'the report; or its id, which `status --json`, logs and mail tags show',
  least: 1,
  most: 2,
};

export const why = defineCommand({
  name: 'why',
  summary: 'tell everything that is known of one report, and what will happen next',
  details: ['Names of entries stand behind what they mean: they lie below the report in the ledger.'],
  words: REPORT_WORDS,
  options: { now: optional('INSTANT', 'the instant that is taken for the present', parseInstant) },
  async run({ now }, context, words) {
    return await withOperatorHost(context, now, async ({ ledger, clock }) => {
      const found = await explainReport({ ...ledger, clock }, words.join(' '));
      const { lines, prefix, next } = found;
      const data = {
        ...statusData(found),
        prefix,
        lines: lines.map((line) => ({ ...line, storedAt: isoUtc(line.storedAt) })),
        next,
      };
      return { text: textOf(found), data };
    });
  },
});

function textOf(found: Explanation): string {
  const rows = found.lines.map((line) => [isoUtc(line.storedAt), ledgerWords(line), line.entry]);
  return paragraphs(
    sentences(
      `${found.location} ${found.period}: ${found.state}`,
      `Report ${found.reportId}, due ${isoUtc(found.due)}`,
    ),
    renderTable(rows, [{}, {}, {}]),
    mailsTable([found]),
    `Next: ${found.next}`,
  );
}
