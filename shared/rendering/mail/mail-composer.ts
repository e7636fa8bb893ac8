import type { MailComposer } from '../../application/ports.ts';
import { languageFor } from '../language/language.ts';
import { remembered } from '../remembered.ts';
import { attachmentName } from './attachment-name.ts';
import { htmlPart } from './html/html-part.ts';
import { isolated } from './isolated.ts';
import { textPart } from './text/text-part.ts';
import { mailView } from './view/mail-view.ts';

/** Composes a report's mail in its reader's language: the text part and the HTML part say the same. */
export function createMailComposer(): MailComposer {
  // Its formats take longer to make than a mail.
  const languageOf = remembered(20, (locale: string) => languageFor(locale, { showLabel: isolated }));
  return {
    attachmentName,
    compose: (report, attachments) => {
      const language = languageOf(report.presentation.locale);
      const view = mailView(report, attachments, language);
      return { subject: view.subject, text: textPart(view), html: htmlPart(view), language: language.tag };
    },
  };
}
