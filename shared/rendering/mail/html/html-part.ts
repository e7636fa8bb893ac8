import { PALETTE } from '../../palette.ts';
import type { MailView } from '../view/mail-view.ts';
import { batteryCard, flowBars } from './battery.ts';
import { circuitBars } from './circuits.ts';
import { attentionNotes, changeList, closing, explainingNotes } from './closing.ts';
import { costLines } from './cost.ts';
import { dayBars } from './days.ts';
import { hourBars } from './hours.ts';
import { html, htmlText, type Markup } from './html.ts';
import { LIMITS, type Limits, MAX_HTML_BYTES } from './limits.ts';
import { opening } from './opening.ts';
import { STYLE, styleBlock } from './style.ts';
import { tileGrid } from './tiles.ts';

/**
 * The HTML part: one document without images, scripts, links or anything from elsewhere, and small enough for mail
 * programs to show all of it.
 */
export function htmlPart(view: MailView): string {
  let document = '';
  for (const limits of LIMITS) {
    document = htmlText(withinLimits(view, limits));
    if (Buffer.byteLength(document) <= MAX_HTML_BYTES) break;
  }
  return document;
}

function withinLimits(view: MailView, limits: Limits): Markup {
  const { language, subject, preheader } = view;
  return html`<!doctype html>
<html lang="${language.tag}" dir="${language.dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no,date=no,address=no">
<title>${subject}</title>
${styleBlock()}
</head>
<body class="page" style="${STYLE.page}">
<div style="display:none;max-height:0;max-width:0;overflow:hidden;opacity:0;mso-hide:all">${preheader}</div>
<table class="page" role="presentation" cellpadding="0" cellspacing="0" width="100%" bgcolor="${PALETTE.surfaceSoft}" style="background:${PALETTE.surfaceSoft}"><tr><td class="outer" align="center" style="padding:24px 12px">
<table role="presentation" cellpadding="0" cellspacing="0" width="600" style="width:100%;max-width:600px;text-align:left;${STYLE.text}">
${[opening, attentionNotes, changeList, tileGrid, costLines, hourBars, flowBars, batteryCard, circuitBars, dayBars, explainingNotes, closing].map((section) => section(view, limits))}
</table>
</td></tr></table>
</body>
</html>
`;
}
