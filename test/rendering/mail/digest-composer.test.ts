import { describe, expect, it } from 'vitest';
import { createDigestComposer } from '../../../shared/rendering/mail/digest-composer.ts';
import { readHtml } from '../../support/html-reader.ts';

const lines = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ location: `curb/curb/<${index}>`, period: '2026-11-19' }));
const digest = (count: number, locale = 'en-US') =>
  createDigestComposer().composeDigest(lines(count), { organization: 'Example & Co' }, locale);

describe('the digest', () => {
  it.each([
    ['en-GB', 'Energy reports: 1 report was archived, but not mailed'],
    ['de-AT', 'Energieberichte: Ein Bericht wurde archiviert, aber nicht verschickt'],
    ['fr-FR', 'Rapports énergie\u00A0: Un rapport a été archivé, mais pas envoyé'],
    ['es-ES', 'Informes de energía: Se archivó un informe, pero no se envió'],
    ['nb-NO', 'Energirapporter: Én rapport ble arkivert, men ikke sendt'],
  ])('speaks the language of its readers: %s', (locale, subject) => {
    const mail = digest(1, locale);
    expect([mail.subject, mail.language]).toEqual([subject, locale]);
    expect(mail.html).toContain(`<html lang="${locale}">`);
    expect(mail.text).toContain('meterpost report --location LOCATION --period PERIOD');
  });

  it('says the same in text and HTML, and counts what it does not list', () => {
    const mail = digest(203);
    const { text } = readHtml(mail.html);
    for (const said of ['203 reports were archived', 'curb/curb/<199>', '… and 3 more', 'Example & Co']) {
      expect(mail.text).toContain(said);
      expect(text).toContain(said);
    }
    expect(text).not.toContain('<200>');
  });
});
