import type { MethodTexts } from '../texts.ts';

export const norwegianMethod: MethodTexts = {
  source: (source, stepMinutes, timeZone) =>
    `Energimengdene er de som ${source} rapporterer, i målinger på ${stepMinutes}\u00A0min. Et døgn går fra midnatt til midnatt i ${timeZone}.`,
  balance:
    'Forbruket er netto energi fra nettet pluss produksjon minus lading av batteriet. «Annet» er forbruket minus alle målte kurser.',
  balanceWithoutCircuits: 'Forbruket er netto energi fra nettet pluss produksjon minus lading av batteriet.',
  circuitsOnly: 'Hovedinntaket måles ikke: summen av kursene står for forbruket, og «Annet» finnes ikke.',
  flows: (stepMinutes) =>
    `Energi hentet fra og levert til nettet, egen bruk og høyeste effekt bygger på gjennomsnitt over ${stepMinutes}\u00A0min. Raskere svingninger utligner hverandre, så nettselskapets måler kan vise mer både hentet og levert.`,
  battery: (stepMinutes) =>
    `Det batteriet ladet og utladet, bygger på gjennomsnitt over ${stepMinutes}\u00A0min; det lagrede er det batteriet selv viser ved midnatt.`,
  baseLoad:
    'Grunnlasten er nivået som 95\u00A0% av målingene i et døgn ligger over, som median av døgnene med minst 90\u00A0% av dataene.',
  rounding:
    'Verdiene er avrundet slik at delene til sammen gir den trykte summen; CSV- og JSON-filene har dem uten avrunding.',
  accuracy:
    'Målt med klemmesensorer, som ikke er godkjent for avregning: Disse verdiene er et anslag, ikke en regning.',
  accuracyOfDevices:
    'Målt av utstyret på stedet, som vekselretter og batteri, som ikke er godkjent for avregning: Disse verdiene er et anslag, ikke en regning.',
  readAt: (when) => `Data slik de forelå ${when}.`,
  evidence: (revision, fingerprint, timeZoneDatabase) =>
    `Revisjon ${revision}, fingeravtrykk av dataene ${fingerprint}, tidssonedatabase ${timeZoneDatabase}.`,
  contact: (organization, contact) =>
    contact === undefined
      ? `Denne rapporten kommer fra ${organization}.`
      : `Denne rapporten kommer fra ${organization}. Spørsmål, eller vil du ikke ha flere rapporter? Skriv til ${contact}.`,
  estimate: 'anslag, ikke en regning',
};
