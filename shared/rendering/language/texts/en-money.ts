import type { MoneyTexts } from '../money-texts.ts';

export const englishMoney: MoneyTexts = {
  cost: 'Estimated cost',
  costSection: 'What it cost (estimate, not a bill)',
  emissionsSection: 'CO₂ (estimate)',
  importCost: 'Energy from the grid',
  exportCredit: 'Credit for exported energy',
  standingCharge: 'Standing charge',
  total: 'Estimated cost',
  since: (name, date) => `${name}, from ${date}`,
  priceColumn: 'Price per kWh',
  costColumn: (currency) => currency,
  lineColumn: 'Price',
  unpriced: (hours) => `${hours}\u00A0h without data or without a price are not in it`,
  importedEmissions: 'CO₂ of imported energy',
  avoidedEmissions: 'CO₂ avoided by production',
  notTakenOff: 'not taken off',
  publisher: (publisher, year) => `${publisher}, ${year}`,
  marginalEmissions: 'CO₂, marginal',
  marginalPublisher: (publisher) => `${publisher}, marginal method`,
};
