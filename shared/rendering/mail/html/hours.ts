import { busiestHour, type HourRow } from '../view/hour-rows.ts';
import type { MailView } from '../view/mail-view.ts';
import { column } from './bar.ts';
import { card, sectionHeading } from './card.ts';
import { colorKey } from './color-key.ts';
import { html, type Markup } from './html.ts';
import { STYLE } from './style.ts';

const HEIGHT_PX = 96;
/** Every so many hours the axis has a label. */
const LABELLED_HOURS = 6;

/** The hours of a day as standing bars; the sentence below says where they peak, and the text part has every figure. */
export function hourBars(view: MailView): Markup | null {
  const busiest = busiestHour(view.hours);
  if (busiest === undefined) return null;
  const { sections, columns, mail } = view.language.texts;
  const hasGap = view.hours.some((row) => row.barShare === null);
  return card(html`${sectionHeading(`${sections.hourByHour}, ${columns.energy}`)}
<table role="presentation" aria-hidden="true" cellpadding="0" cellspacing="0" width="100%" style="table-layout:fixed">
<tr>${view.hours.map(standingBar)}</tr>
<tr>${view.hours.map(axisLabel)}</tr>
</table>
<p class="muted" style="margin:10px 0 0;${STYLE.small}">${mail.busiestHour(busiest.label, busiest.endLabel, busiest.energy)}${hasGap ? html` &nbsp; ${colorKey('gap')}${mail.noDataInRow}` : null}</p>`);
}

function standingBar({ barShare }: HourRow): Markup {
  return html`<td height="${HEIGHT_PX}" style="height:${HEIGHT_PX}px;vertical-align:bottom;padding:0 1px" valign="bottom">${column(barShare, HEIGHT_PX)}</td>`;
}

function axisLabel({ hour }: HourRow, index: number, rows: readonly HourRow[]): Markup {
  const isFirstPass = rows[index - 1]?.hour !== hour;
  const label = hour % LABELLED_HOURS === 0 && isFirstPass ? hour : null;
  return html`<td class="muted rule" style="${STYLE.rule};padding:3px 0 0;text-align:center;font-size:11px;line-height:1.2;white-space:nowrap;${STYLE.muted}">${label}</td>`;
}
