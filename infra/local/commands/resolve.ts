import { resolveReport } from '../../../shared/application/resolve-report.ts';
import { defineCommand } from '../command-line/command.ts';
import { flag } from '../command-line/option.ts';
import { openLedgerFolder } from '../host.ts';
import { REPORT_WORDS } from './why.ts';

export const resolve = defineCommand({
  name: 'resolve',
  summary: 'decide about the held mails of one report',
  words: REPORT_WORDS,
  options: {
    resend: flag('send them again: the next tick tries three more times'),
    drop: flag('leave them unsent for good'),
  },
  check: ({ resend, drop }) =>
    resend === drop
      ? [{ path: '--resend or --drop', problem: resend ? 'are given both: give one' : 'is missing' }]
      : [],
  async run({ resend }, context, words) {
    const decision = resend ? 'resend' : 'drop';
    const ledger = openLedgerFolder(context, context.globals.archiveFolder);
    const { mails } = await resolveReport(ledger, words.join(' '), decision, 'command-line');
    const done = resend ? 'will be sent by the next tick' : 'will not be sent';
    return { text: `${mails} mail${mails === 1 ? '' : 's'} ${done}.`, data: { decision, mails } };
  },
});
