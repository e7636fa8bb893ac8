import type { DigestComposer } from '../../application/ports.ts';
import { languageFor } from '../language/language.ts';
import { html, htmlText } from './html/html.ts';

/** More lines than this are counted, not listed: the archive has them all. */
const LISTED = 200;

const COMMAND = 'meterpost report --location LOCATION --period PERIOD';

/** Composes the operator's digest: ids only, because a digest may be forwarded to people who know none of the places. */
export function createDigestComposer(): DigestComposer {
  return {
    composeDigest(lines, { organization }, locale) {
      const { tag, texts } = languageFor(locale);
      const words = texts.digest;
      const archived = words.archived(lines.length);
      const listed = lines.slice(0, LISTED);
      const more = lines.length > LISTED ? [words.more(lines.length - LISTED)] : [];
      const subject = words.subject(archived);
      const whatToDo = words.whatToDo(COMMAND);
      const rows = listed.map(({ location, period }) => `  ${period.padEnd(22)} ${location}`);
      return {
        subject,
        text: [`${archived}.`, '', words.why, '', ...rows, ...more, '', whatToDo, '', `-- `, organization, ''].join(
          '\n',
        ),
        html: htmlText(html`<!doctype html><html lang="${tag}"><head><meta charset="utf-8"><title>${subject}</title></head>
<body style="font:16px/1.5 sans-serif;margin:24px;max-width:640px"><h1 style="font-size:20px">${archived}</h1>
<p>${words.why}</p><table style="border-collapse:collapse"><thead><tr><th scope="col" align="left">${words.period}</th><th scope="col" align="left">${words.location}</th></tr></thead>
<tbody>${listed.map(({ location, period }) => html`<tr><td style="padding:2px 16px 2px 0">${period}</td><td>${location}</td></tr>`)}</tbody></table>
<p>${more.join('')}</p><p>${whatToDo}</p><p>${organization}</p></body></html>`),
        language: tag,
      };
    },
  };
}
