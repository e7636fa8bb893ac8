import type { MethodTexts } from '../texts.ts';

export const germanMethod: MethodTexts = {
  source: (source, stepMinutes, timeZone) =>
    `Die Energiemengen sind die, die ${source} meldet, als ${stepMinutes}-Minuten-Werte. Ein Tag dauert von Mitternacht bis Mitternacht in ${timeZone}.`,
  balance:
    'Der Verbrauch ist der Netzbezug (netto) plus die Erzeugung minus die Ladung der Batterie. „Sonstiges“ ist der Verbrauch minus alle gemessenen Stromkreise.',
  balanceWithoutCircuits: 'Der Verbrauch ist der Netzbezug (netto) plus die Erzeugung minus die Ladung der Batterie.',
  circuitsOnly:
    'Der Hauptanschluss wird nicht gemessen: Die Summe der Stromkreise steht für den Verbrauch, und „Sonstiges“ gibt es nicht.',
  flows: (stepMinutes) =>
    `Netzbezug, Einspeisung, Eigenverbrauch und die höchste Leistung beruhen auf ${stepMinutes}-Minuten-Mittelwerten. Schwankungen innerhalb dieser Zeit heben sich auf; der Zähler des Netzbetreibers kann deshalb bei Bezug und Einspeisung mehr zählen.`,
  battery: (stepMinutes) =>
    `Was eine Batterie geladen und entladen hat, ergibt sich aus ${stepMinutes}-Minuten-Mittelwerten; ihr Ladestand ist der, den sie selbst um Mitternacht anzeigt.`,
  baseLoad:
    'Die Grundlast ist die Leistung, über der 95\u00A0% der Messwerte eines Tages liegen, als Median der Tage mit mindestens 90\u00A0% ihrer Daten.',
  rounding:
    'Die Werte sind für den Druck so gerundet, dass die Teile die gedruckte Summe ergeben; ungerundet stehen sie in der CSV- und der JSON-Datei.',
  accuracy:
    'Gemessen mit Klemmsensoren, die nicht für Abrechnungen zugelassen sind: Diese Werte sind eine Schätzung, keine Rechnung.',
  accuracyOfDevices:
    'Gemessen von den Geräten vor Ort, etwa Wechselrichter und Batterie, die nicht für Abrechnungen zugelassen sind: Diese Werte sind eine Schätzung, keine Rechnung.',
  readAt: (when) => `Datenstand: ${when}.`,
  evidence: (revision, fingerprint, timeZoneDatabase) =>
    `Fassung ${revision}, Prüfsumme der Daten ${fingerprint}, Zeitzonendatenbank ${timeZoneDatabase}.`,
  contact: (organization, contact) =>
    contact === undefined
      ? `Dieser Bericht kommt von ${organization}.`
      : `Dieser Bericht kommt von ${organization}. Fragen? Oder möchten Sie keine Berichte mehr? Schreiben Sie an ${contact}.`,
  estimate: 'Schätzung, keine Rechnung',
};
