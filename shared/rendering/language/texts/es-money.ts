import type { MoneyTexts } from '../money-texts.ts';

export const spanishMoney: MoneyTexts = {
  cost: 'Coste estimado',
  costSection: 'Lo que costó (estimación, no una factura)',
  emissionsSection: 'CO₂ (estimación)',
  importCost: 'Energía de la red',
  exportCredit: 'Compensación de excedentes',
  standingCharge: 'Término fijo',
  total: 'Coste estimado',
  since: (name, date) => `${name}, desde el ${date}`,
  priceColumn: 'Precio por kWh',
  costColumn: (currency) => currency,
  lineColumn: 'Precio',
  unpriced: (hours) => `no incluye ${hours}\u00A0h sin datos o sin precio`,
  importedEmissions: 'CO₂ de la energía de la red',
  avoidedEmissions: 'CO₂ evitado por la producción',
  notTakenOff: 'no se descuenta',
  publisher: (publisher, year) => `${publisher}, ${year}`,
  marginalEmissions: 'CO₂ marginal estimado',
  marginalPublisher: (publisher) => `${publisher}, método marginal`,
};
