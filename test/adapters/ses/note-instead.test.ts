import { describe, expect, it } from 'vitest';
import { noteInsteadOfAttachments } from '../../../shared/adapters/ses/note-instead.ts';
import { languageFor } from '../../../shared/rendering/language/language.ts';
import { aMail } from '../../support/mail-builder.ts';

describe('a mail without its files', () => {
  const withHtml = (html: string) => {
    const mail = aMail();
    return { ...mail, content: { ...mail.content, html } };
  };
  const note = noteInsteadOfAttachments(({ content }) =>
    languageFor(content.language).texts.mail.filesTooLarge('a/<b>&"c"'),
  );

  it('has none of them, and keeps everything else', () => {
    const mail = aMail();
    expect(note(mail)).toEqual({
      ...mail,
      attachments: [],
      content: expect.objectContaining({ subject: mail.content.subject }),
    });
  });

  it('says in its text where they are', () => {
    expect(note(aMail()).content.text).toMatch(/^Consumption 12\.3 kWh\n\nThe files .* in the archive: a\/<b>&"c"\n$/);
  });

  it('says so in the language of the mail', () => {
    const mail = aMail();
    const german = note({ ...mail, content: { ...mail.content, language: 'de-AT' } });
    expect(german.content.text).toContain('Die Dateien dieses Berichts sind zu groß für eine E-Mail.');
  });

  it.each([
    [
      '<html><body><p>x</p></body></html>',
      /<p>x<\/p><p>The files .*: a\/&lt;b&gt;&amp;&quot;c&quot;<\/p><\/body><\/html>$/,
    ],
    ['<BODY>x</BODY>', /x<p>The files .*<\/p><\/BODY>$/],
    ['<p>x</p>', /<p>x<\/p><p>The files .*<\/p>$/],
  ])('says so in its HTML: %s', (html, expected) => {
    expect(note(withHtml(html)).content.html).toMatch(expected);
  });
});
