import type { DigestComposer, MailComposer, ReportRenderer } from '../../../shared/application/ports.ts';

/** Files that hold nothing but what they were made from: enough to tell which snapshot and which format they are. */
export const standInRenderer: ReportRenderer = {
  render: async ({ generatedFrom, revision }, format) =>
    Buffer.from(`${format} r${revision} ${generatedFrom.snapshotSha256}`),
};

/** What one file says of itself. */
export function readStandIn(bytes: Uint8Array): { format: string; revision: number; snapshotSha256: string } {
  const [format = '', revision = '', snapshotSha256 = ''] = Buffer.from(bytes).toString().split(' ');
  return { format, revision: Number(revision.slice(1)), snapshotSha256 };
}

export const standInComposer: MailComposer = {
  compose: (report) => ({ subject: report.period, text: report.period, html: report.period, language: 'en' }),
  attachmentName: (report, format) => `${report.period}.${format}`,
};

export const standInDigestComposer: DigestComposer = {
  composeDigest: (lines) => ({ subject: 'digest', text: `${lines.length}`, html: `${lines.length}`, language: 'en' }),
};
