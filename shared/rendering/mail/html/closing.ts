import type { MailTexts } from '../../language/mail-texts.ts';
import { PALETTE } from '../../palette.ts';
import type { MailView } from '../view/mail-view.ts';
import { card, sectionHeading } from './card.ts';
import { html, type Markup } from './html.ts';
import type { Limits } from './limits.ts';
import { STYLE } from './style.ts';

/** What a revision changed. */
export function changeList(view: MailView, { lines }: Limits): Markup | null {
  if (view.changes.length === 0) return null;
  return card(html`${sectionHeading(view.language.texts.sections.changes)}
<table cellpadding="0" cellspacing="0" width="100%">${view.changes
    .slice(0, lines)
    .map(
      ({ label, text }) =>
        html`<tr><th scope="row" class="ink" style="${STYLE.name}"><bdi>${label}</bdi></th><td class="ink" style="${STYLE.number};white-space:normal">${text}</td></tr>`,
    )}</table>${more(view.changes.length - lines, view.language.texts.mail.moreChanges, view)}`);
}

/** What needs a look before the figures are believed. */
export function attentionNotes(view: MailView, limits: Limits): Markup | null {
  return noteList(view, true, limits);
}

/** What explains the figures. */
export function explainingNotes(view: MailView, limits: Limits): Markup | null {
  return noteList(view, false, limits);
}

function noteList(view: MailView, attention: boolean, { lines }: Limits): Markup | null {
  const notes = view.notes.filter((note) => note.attention === attention);
  if (notes.length === 0) return null;
  const { sections } = view.language.texts;
  return card(html`${sectionHeading(attention ? sections.attention : sections.notes)}
${notes
  .slice(0, lines)
  .map(({ text }, index) =>
    attention
      ? html`<p class="attention" style="margin:${index === 0 ? 0 : 8}px 0 0;padding:8px 12px;border-radius:8px;font-size:14px;line-height:1.45;background:${PALETTE.surfaceAttention};color:${PALETTE.attentionText}">${text}</p>`
      : html`<p class="ink" style="margin:${index === 0 ? 0 : 8}px 0 0;font-size:14px;line-height:1.45">${text}</p>`,
  )}${more(notes.length - lines, view.language.texts.mail.moreNotes, view)}`);
}

function more(count: number, words: MailTexts['moreNotes'], { fullFileKind }: MailView): Markup | null {
  if (count <= 0) return null;
  return html`<p class="muted" style="margin:8px 0 0;${STYLE.small}">${words(count, fullFileKind)}</p>`;
}

/** How the figures came about, and whom to ask. */
export function closing(view: MailView): Markup {
  const { method, readLine, attached, contact, footer, language } = view;
  return html`<tr><td class="outer" style="padding:8px 28px 24px">
<h2 class="muted" style="margin:0 0 8px;font-size:13px;font-weight:600;color:${PALETTE.muted}">${language.texts.sections.method}</h2>
${[...method, readLine].map((sentence) => html`<p class="muted" style="margin:0 0 6px;font-size:12px;line-height:1.45;color:${PALETTE.muted}">${sentence}</p>`)}
${attached === null ? null : html`<p class="muted" style="margin:14px 0 6px;${STYLE.small}">${attached}</p>`}
<p class="muted" style="margin:14px 0 0;${STYLE.small}">${contact}</p>
${
  footer === null
    ? null
    : html`<p class="muted" style="margin:6px 0 0;${STYLE.small}">${footer}</p>
`
}</td></tr>`;
}
