import type { MoneyTexts } from '../money-texts.ts';

export const norwegianMoney: MoneyTexts = {
  cost: 'Anslått kostnad',
  costSection: 'Hva det kostet (anslag, ikke en regning)',
  emissionsSection: 'CO₂ (anslag)',
  importCost: 'Energi fra nettet',
  exportCredit: 'Betaling for solgt energi',
  standingCharge: 'Fastbeløp',
  total: 'Anslått kostnad',
  since: (name, date) => `${name}, fra ${date}`,
  priceColumn: 'Pris per kWh',
  costColumn: (currency) => currency,
  lineColumn: 'Pris',
  unpriced: (hours) => `${hours}\u00A0h uten data eller uten pris er ikke med`,
  importedEmissions: 'CO₂ fra energi fra nettet',
  avoidedEmissions: 'CO₂ unngått ved produksjon',
  notTakenOff: 'ikke trukket fra',
  publisher: (publisher, year) => `${publisher}, ${year}`,
  marginalEmissions: 'CO₂, marginalt',
  marginalPublisher: (publisher) => `${publisher}, marginal metode`,
};
