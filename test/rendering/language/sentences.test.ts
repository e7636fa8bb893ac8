import { describe, expect, it } from 'vitest';
import { languageFor } from '../../../shared/rendering/language/language.ts';
import { subjectOf } from '../../../shared/rendering/mail/subject.ts';
import { aReport, type ReportWishes } from '../../support/report-builder.ts';

const SILENCES = [{ date: '2026-10-14', fromHour: 2, toHour: 11.5 }];
const known = (energyKWh: number) => ({ energyKWh, quality: 'measured' }) as const;

/** What a report says in a language, with figures that are the same in all of them. */
function sentences(locale: string, wishes: ReportWishes) {
  const language = languageFor(locale);
  const { totals } = aReport(wishes);
  const figures = { ...totals, consumption: known(1812.4), production: known(430.2) };
  const report = aReport({ timeZone: 'Europe/Berlin', label: 'Haus A', ...wishes }, { totals: figures });
  const said = {
    subject: subjectOf(report, language),
    headline: language.headline(report),
    period: language.periodLine(report),
  };
  return Object.fromEntries(Object.entries(said).map(([name, text]) => [name, text.replaceAll('\u00A0', '~')]));
}

describe('a month', () => {
  it.each([
    [
      'de-DE',
      'Haus A: 1.812 kWh im Oktober 2026 (vorläufig, Fassung 2)',
      'Im Oktober 2026 haben Sie 1.812~kWh verbraucht und 430~kWh erzeugt.',
      '1.–31. Oktober 2026, Europe/Berlin, 31 Tage, 745~h',
    ],
    [
      'fr-FR',
      'Haus A : 1 812 kWh en octobre 2026 (provisoire, révision 2)',
      'En octobre 2026, vous avez consommé 1~812~kWh et produit 430~kWh.',
      'Du 1er au 31 octobre 2026, Europe/Berlin, 31 jours, 745~h',
    ],
    [
      'es-MX',
      'Haus A: 1,812 kWh en octubre de 2026 (provisional, revisión 2)',
      'En octubre de 2026 consumió usted 1,812~kWh y produjo 430~kWh.',
      'Del 1 al 31 de octubre de 2026, Europe/Berlin, 31 días, 745~h',
    ],
    [
      'nb-NO',
      'Haus A: 1 812 kWh i oktober 2026 (foreløpig, revisjon 2)',
      'I oktober 2026 brukte du 1~812~kWh og produserte 430~kWh.',
      '1.–31. oktober 2026, Europe/Berlin, 31 dager, 745~h',
    ],
  ])('in %s', (locale, subject, headline, period) => {
    expect(sentences(locale, { revision: 2, provisional: true })).toEqual({ subject, headline, period });
  });
});

describe('a day and a billing cycle', () => {
  it.each([
    [
      'de',
      'Am Sonntag, dem 1. November 2026 haben Sie',
      'Im Abrechnungszeitraum 15. Oktober – 14. November 2026 haben',
    ],
    ['fr', 'Le dimanche 1er novembre 2026, vous', 'Pendant le cycle de facturation du 15 octobre au 14 novembre 2026,'],
    ['fr-CH', 'Le dimanche 1er novembre 2026, vous', 'Pendant le cycle de facturation du 15 octobre au 14 novembre'],
    [
      'es',
      'El domingo 1 de noviembre de 2026 consumió',
      'En el periodo de facturación del 15 de octubre al 14 de novi',
    ],
    ['nb', 'Søndag 1. november 2026 brukte du', 'I fakturaperioden 15. oktober–14. november 2026 brukte du'],
  ])('begin a sentence in %s', (locale, day, cycle) => {
    const hourly = { house: { resolutionSeconds: 3600 } };
    expect(sentences(locale, { period: '2026-11-01', ...hourly })['headline']).toContain(day);
    expect(sentences(locale, { period: '2026-10-15/2026-11-14', ...hourly })['headline']).toContain(cycle);
  });
});

describe('what is missing', () => {
  it.each([
    [
      'de',
      'Vollständige Daten für 30 von 31 Tagen; 98,7~% der erwarteten 5-Minuten-Werte; Lücke am 14. Oktober, 02:00–11:30 (Messgerät c0kw1n3y ohne Verbindung).',
    ],
    [
      'fr',
      'Données complètes pour 30 jours sur 31~; 98,7~% des mesures attendues (une toutes les 5~min)~; lacune le 14 octobre, 02:00–11:30 (boîtier c0kw1n3y hors ligne).',
    ],
    [
      'es',
      'Datos completos en 30 de 31 días; 98,7~% de las mediciones esperadas (una cada 5~min); faltan datos el 14 de octubre, 02:00–11:30 (equipo c0kw1n3y sin conexión).',
    ],
    [
      'nb',
      'Fullstendige data for 30 av 31 dager; 98,7~% av de forventede 5-minuttersmålingene; hull 14. oktober, 02:00–11:30 (måleenheten c0kw1n3y uten forbindelse).',
    ],
  ])('is told in %s', (locale, sentence) => {
    const report = aReport({ house: { silences: SILENCES } });
    expect(languageFor(locale).completenessSentence(report).replaceAll('\u00A0', '~')).toBe(sentence);
  });
});

describe('a name that has nothing to show', () => {
  it.each([
    ['de', '(ohne Namen)'],
    ['fr', '(sans nom)'],
    ['es', '(sin nombre)'],
    ['nb', '(uten navn)'],
  ])('is called so in %s, whatever else is done to names', (locale, name) => {
    expect(languageFor(locale).label('\u0000')).toBe(name);
    expect(languageFor(locale, { showLabel: (label) => `<${label}>` }).label('')).toBe(`<${name}>`);
  });
});
