import type { MoneyTexts } from '../money-texts.ts';

export const germanMoney: MoneyTexts = {
  cost: 'Geschätzte Kosten',
  costSection: 'Was es gekostet hat (Schätzung, keine Rechnung)',
  emissionsSection: 'CO₂ (Schätzung)',
  importCost: 'Energie aus dem Netz',
  exportCredit: 'Vergütung für Einspeisung',
  standingCharge: 'Grundpreis',
  total: 'Geschätzte Kosten',
  since: (name, date) => `${name}, ab ${date}`,
  priceColumn: 'Preis je kWh',
  costColumn: (currency) => currency,
  lineColumn: 'Preis',
  unpriced: (hours) => `${hours}\u00A0h ohne Daten oder ohne Preis sind nicht enthalten`,
  importedEmissions: 'CO₂ der Netzenergie',
  avoidedEmissions: 'Durch Erzeugung vermiedenes CO₂',
  notTakenOff: 'nicht abgezogen',
  publisher: (publisher, year) => `${publisher}, ${year}`,
  marginalEmissions: 'CO₂, marginal berechnet',
  marginalPublisher: (publisher) => `${publisher}, marginale Methode`,
};
