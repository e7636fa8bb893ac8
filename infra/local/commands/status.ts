import { isOpen, type ReportStatus, reportStatus } from '../../../shared/application/report-status.ts';
import { suppressedReaders } from '../../../shared/application/suppressed-readers.ts';
import { type Instant, isoUtc, parseInstant } from '../../../shared/domain/time/instant.ts';
import { defineCommand } from '../command-line/command.ts';
import { flag, optional } from '../command-line/option.ts';
import { withOperatorHost } from '../open-operator-host.ts';
import type { SetAside } from '../operator-host.ts';
import { paragraphs, sentences } from '../sentences.ts';
import { mailsTable, policyText, statusData, statusTable, suppressedTable } from '../show-status.ts';

const MS_PER_MINUTE = 60_000;

export const status = defineCommand({
  name: 'status',
  summary: 'show how far every report in the archive got',
  details: [
    'planned: waits for its data, or something kept it back. archiving: its files are not complete. mailing: mails are missing. held: a mail waits for a decision. archived: made without mail, and no tick has it to mail. finished: nothing more will happen.',
    'Mails that did not simply go out, and addresses that get no more mail, are told by hashes. `why` tells more of one report.',
  ],
  options: {
    open: flag('only what is not finished, oldest first'),
    now: optional('INSTANT', 'the instant that ages are counted to (the present)', parseInstant),
  },
  async run({ open, now }, context) {
    return await withOperatorHost(context, now, async ({ ledger, clock, mailPolicy, setAside: countSetAside }) => {
      const reports = await reportStatus(ledger, { openOnly: open });
      const suppressed = await suppressedReaders(ledger);
      const setAside = await countSetAside();
      const oldest = oldestOpen(reports, clock.now());
      const nothing = open ? 'Every report is finished.' : 'The archive has no report yet.';
      const isEmpty = reports.length === 0;
      const text = paragraphs(
        isEmpty ? nothing : statusTable(reports),
        mailsTable(reports),
        suppressedTable(suppressed),
        sentences(
          setAsideText(setAside),
          isEmpty ? undefined : openText(reports.filter(isOpen).length, oldest),
          isEmpty ? undefined : policyText(mailPolicy),
        ),
      );
      const data = {
        reports: reports.map(statusData),
        oldestOpen: oldest ?? null,
        suppressed: suppressed.map(({ since, ...reader }) => ({ ...reader, since: isoUtc(since) })),
        setAside,
        mailPolicy,
      };
      return { text, data };
    });
  },
});

interface OldestOpen {
  readonly report: string;
  readonly due: string;
  readonly ageMinutes: number;
}

function oldestOpen(reports: readonly ReportStatus[], now: Instant): OldestOpen | undefined {
  const oldest = reports.find(isOpen);
  if (oldest === undefined) return undefined;
  const ageMinutes = Math.max(0, Math.floor((now - oldest.due) / MS_PER_MINUTE));
  return { report: `${oldest.location} ${oldest.period}`, due: isoUtc(oldest.due), ageMinutes };
}

function openText(count: number, oldest: OldestOpen | undefined): string {
  if (oldest === undefined) return 'Nothing is open.';
  const are = count === 1 ? '1 report is open' : `${count} reports are open`;
  return `${are}; the oldest, ${oldest.report}, fell due ${ageText(oldest.ageMinutes)} ago.`;
}

function ageText(minutes: number): string {
  const [hours, days] = [Math.floor(minutes / 60), Math.floor(minutes / 1440)];
  if (days > 0) return `${days} d ${hours % 24} h`;
  return hours > 0 ? `${hours} h ${minutes % 60} min` : `${minutes} min`;
}

function setAsideText(setAside: readonly SetAside[]): string | undefined {
  const full = setAside.filter(({ messages }) => messages > 0);
  if (full.length === 0) return undefined;
  const queues = full.map(({ queue, messages }) => `${messages} of ${queue}`).join(', ');
  return `Set aside, as nobody could work them: ${queues}. \`redrive\` gives them back.`;
}
