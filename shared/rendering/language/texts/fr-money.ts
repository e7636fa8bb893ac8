import type { MoneyTexts } from '../money-texts.ts';

export const frenchMoney: MoneyTexts = {
  cost: 'Coût estimé',
  costSection: 'Ce que cela a coûté (estimation, pas une facture)',
  emissionsSection: 'CO₂ (estimation)',
  importCost: 'Énergie du réseau',
  exportCredit: 'Rémunération de l’énergie injectée',
  standingCharge: 'Abonnement',
  total: 'Coût estimé',
  since: (name, date) => `${name}, à partir du ${date}`,
  priceColumn: 'Prix du kWh',
  costColumn: (currency) => currency,
  lineColumn: 'Prix',
  unpriced: (hours) => `${hours}\u00A0h sans données ou sans prix n’y sont pas comprises`,
  importedEmissions: 'CO₂ de l’énergie du réseau',
  avoidedEmissions: 'CO₂ évité par la production',
  notTakenOff: 'non déduit',
  publisher: (publisher, year) => `${publisher}, ${year}`,
  marginalEmissions: 'CO₂ marginal',
  marginalPublisher: (publisher) => `${publisher}, méthode marginale`,
};
