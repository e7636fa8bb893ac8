import type { MethodTexts } from '../texts.ts';
import { fr } from './fr-spacing.ts';

export const frenchMethod: MethodTexts = {
  source: (source, stepMinutes, timeZone) =>
    fr`Les énergies sont celles que transmet ${source}, avec une mesure toutes les ${stepMinutes}\u00A0min. Une journée va de minuit à minuit, heure de ${timeZone}.`,
  balance: fr`La consommation est le soutirage net plus la production, moins la charge de la batterie. « Autres » est la consommation moins tous les circuits mesurés.`,
  balanceWithoutCircuits: fr`La consommation est le soutirage net plus la production, moins la charge de la batterie.`,
  circuitsOnly: fr`L’arrivée générale n’est pas mesurée : la somme des circuits tient lieu de consommation, et il n’y a pas de ligne « Autres ».`,
  flows: (stepMinutes) =>
    fr`Le soutirage, l’injection, l’autoconsommation et la puissance maximale proviennent de moyennes sur ${stepMinutes}\u00A0min. Les variations plus rapides se compensent ; le compteur du réseau peut donc relever davantage de soutirage comme d’injection.`,
  battery: (stepMinutes) =>
    fr`La charge et la décharge de la batterie proviennent de moyennes sur ${stepMinutes}\u00A0min ; l’énergie stockée est celle que la batterie indique elle-même à minuit.`,
  baseLoad: fr`La puissance permanente est le niveau que dépassent 95 % des mesures d’une journée ; c’est la médiane des jours dont au moins 90 % des données sont là.`,
  rounding: fr`Les valeurs imprimées sont arrondies de façon que leur somme donne le total imprimé ; les fichiers CSV et JSON les contiennent sans arrondi.`,
  accuracy: fr`Mesures effectuées par des pinces ampèremétriques, non homologuées pour la facturation : ces valeurs sont une estimation, pas une facture.`,
  accuracyOfDevices: fr`Mesures effectuées par les appareils sur place, comme l’onduleur et la batterie, non homologués pour la facturation : ces valeurs sont une estimation, pas une facture.`,
  readAt: (when) => fr`Données reçues jusqu’au ${when}.`,
  evidence: (revision, fingerprint, timeZoneDatabase) =>
    `Révision ${revision}, empreinte des données ${fingerprint}, base de fuseaux horaires ${timeZoneDatabase}.`,
  contact: (organization, contact) =>
    contact === undefined
      ? `Ce rapport vous est envoyé par ${organization}.`
      : fr`Ce rapport vous est envoyé par ${organization}. Une question ? Vous ne souhaitez plus recevoir ces rapports ? Écrivez à ${contact}.`,
  estimate: 'estimation, pas une facture',
};
