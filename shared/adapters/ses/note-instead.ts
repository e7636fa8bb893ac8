import type { OutgoingMail } from '../../application/ports.ts';

/** Gives the mail that is sent when the files are too large to go along. */
export type WithoutAttachments = (mail: OutgoingMail) => OutgoingMail;

/**
 * Leaves the files off and says, in text and HTML, that they are kept and by which name to ask for them.
 *
 * @param noteFor says that in the mail's own language
 */
export function noteInsteadOfAttachments(noteFor: (mail: OutgoingMail) => string): WithoutAttachments {
  return (mail) => {
    const note = noteFor(mail);
    const { text, html } = mail.content;
    const content = { ...mail.content, text: `${text.trimEnd()}\n\n${note}\n`, html: withParagraph(html, note) };
    return { ...mail, content, attachments: [] };
  };
}

function withParagraph(html: string, note: string): string {
  const paragraph = `<p>${escapeHtml(note)}</p>`;
  const end = html.toLowerCase().lastIndexOf('</body>');
  return end === -1 ? html + paragraph : html.slice(0, end) + paragraph + html.slice(end);
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
