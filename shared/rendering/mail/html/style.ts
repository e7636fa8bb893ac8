import { PALETTE } from '../../palette.ts';
import { html, type Markup } from './html.ts';

/** The same roles on a dark ground: lighter, and still apart from each other. */
const DARK = {
  page: '#0f161b',
  card: '#182228',
  soft: '#212d35',
  line: '#33424c',
  ink: '#e9eff3',
  muted: '#a9b7c1',
  used: '#58b2cf',
  produced: '#efb857',
  other: '#5d6d78',
  gap: '#33424c',
  stored: '#a98fd0',
  imported: '#8a9aa8',
  exported: '#5f717f',
  attention: '#3a2d14',
  attentionText: '#f3c987',
} as const;

/** Inline styles of what repeats; what mail programs strip from a style block has to stand on the element. */
export const STYLE = {
  page: `margin:0;padding:0;background:${PALETTE.surfaceSoft}`,
  text: `font-family:-apple-system,BlinkMacSystemFont,Segoe UI,Roboto,Helvetica Neue,Arial,sans-serif;font-size:15px;line-height:1.5;color:${PALETTE.ink}`,
  card: `background:${PALETTE.surface};border-radius:12px;padding:24px 28px`,
  heading: `margin:0 0 12px;font-size:17px;line-height:1.3;font-weight:600;color:${PALETTE.ink}`,
  muted: `color:${PALETTE.muted}`,
  small: `font-size:13px;line-height:1.45;color:${PALETTE.muted}`,
  name: 'padding:5px 8px 5px 0;text-align:left;font-weight:400;font-size:14px;line-height:1.35;vertical-align:middle',
  number: 'padding:5px 0 5px 10px;text-align:right;font-size:14px;white-space:nowrap;font-variant-numeric:tabular-nums',
  columnHead: `padding:0 0 4px 10px;text-align:right;font-size:12px;font-weight:400;color:${PALETTE.muted}`,
  rule: `border-top:1px solid ${PALETTE.line}`,
} as const;

/** What only a style block can say: dark grounds, narrow screens, and Outlook, which forgets inherited fonts. */
export function styleBlock(): Markup {
  return html`<style>
:root{color-scheme:light dark;supported-color-schemes:light dark}
table{border-collapse:collapse}
@media only screen and (max-width:620px){
.card{padding:20px 18px!important}
.outer{padding:12px 8px!important}
.wide{display:none!important}
.hero{font-size:36px!important}
}
@media (prefers-color-scheme:dark){
.page{background:${DARK.page}!important}
.card{background:${DARK.card}!important}
.soft{background:${DARK.soft}!important}
.ink{color:${DARK.ink}!important}
.muted{color:${DARK.muted}!important}
.figure{color:${DARK.used}!important}
.rule{border-color:${DARK.line}!important}
.b-used{background:${DARK.used}!important}
.b-produced{background:${DARK.produced}!important}
.b-other{background:${DARK.other}!important}
.b-gap{background:${DARK.gap}!important}
.b-stored{background:${DARK.stored}!important}
.b-imported{background:${DARK.imported}!important}
.b-exported{background:${DARK.exported}!important}
.attention{background:${DARK.attention}!important;color:${DARK.attentionText}!important}
}
</style>
<!--[if mso]><style>td,th,h1,h2,p{font-family:Arial,sans-serif!important}</style><![endif]-->`;
}
