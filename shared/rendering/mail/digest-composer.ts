import type { DigestComposer } from '../../application/ports.ts';
import { html, htmlText } from './html/html.ts';

/** More lines than this are counted, not listed: the archive has them all. */
const LISTED = 200;

const WHY = 'They fell due too long ago for a mail to be of use to their readers. Each of them is in the archive.';
const WHAT_TO_DO = 'To mail one all the same, run: meterpost report --location LOCATION --period PERIOD';

/** Composes the operator's digest: ids only, because a digest may be forwarded to people who know none of the places. */
export function createDigestComposer(): DigestComposer {
  return {
    composeDigest(lines, { organization }) {
      const count = lines.length === 1 ? '1 report was' : `${lines.length} reports were`;
      const listed = lines.slice(0, LISTED);
      const more = lines.length > LISTED ? [`… and ${lines.length - LISTED} more`] : [];
      const subject = `Energy reports: ${count} archived, but not mailed`;
      const rows = listed.map(({ location, period }) => `  ${period.padEnd(22)} ${location}`);
      return {
        subject,
        text: [
          `${count} archived, but not mailed.`,
          '',
          WHY,
          '',
          ...rows,
          ...more,
          '',
          WHAT_TO_DO,
          '',
          `-- `,
          organization,
          '',
        ].join('\n'),
        html: htmlText(html`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${subject}</title></head>
<body style="font:16px/1.5 sans-serif;margin:24px;max-width:640px"><h1 style="font-size:20px">${count} archived, but not mailed</h1>
<p>${WHY}</p><table style="border-collapse:collapse"><thead><tr><th scope="col" align="left">Period</th><th scope="col" align="left">Location</th></tr></thead>
<tbody>${listed.map(({ location, period }) => html`<tr><td style="padding:2px 16px 2px 0">${period}</td><td>${location}</td></tr>`)}</tbody></table>
<p>${more.join('')}</p><p>${WHAT_TO_DO}</p><p>${organization}</p></body></html>`),
        language: 'en',
      };
    },
  };
}
