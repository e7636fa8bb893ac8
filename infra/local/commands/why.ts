import { explainReport } from '../../../shared/application/explain-report.ts';
import { isoUtc } from '../../../shared/domain/time/instant.ts';
import { defineCommand } from '../command-line/command.ts';
import { openLedgerFolder, systemClock } from '../host.ts';
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
  words: REPORT_WORDS,
  options: {},
  async run(_values, context, words) {
    const ledger = openLedgerFolder(context, context.globals.archiveFolder);
    const found = await explainReport({ ...ledger, clock: systemClock }, words.join(' '));
    const lines = found.lines.map(({ entry, storedAt, detail }) => [isoUtc(storedAt), entry, detailText(detail)]);
    const text = [
      `${found.location} ${found.period}: ${found.state}`,
      renderTable(lines, [{}, {}, {}]),
      `Next: ${found.next}`,
    ].join('\n');
    const data = { ...found, lines: found.lines.map((line) => ({ ...line, storedAt: isoUtc(line.storedAt) })) };
    return { text, data };
  },
});

function detailText(detail: Readonly<Record<string, unknown>>): string {
  return Object.entries(detail)
    .filter(([, value]) => typeof value !== 'object')
    .map(([name, value]) => `${name} ${String(value)}`)
    .join(', ');
}
