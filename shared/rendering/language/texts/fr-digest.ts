import type { DigestTexts } from '../digest-texts.ts';
import { pluralsOf } from '../plurals.ts';
import { fr } from './fr-spacing.ts';

const { form } = pluralsOf('fr');

export const frenchDigest: DigestTexts = {
  archived: (count) =>
    form(count, 'Un rapport a été archivé, mais pas envoyé', `${count} rapports ont été archivés, mais pas envoyés`),
  subject: (archived) => fr`Rapports énergie : ${archived}`,
  why: 'Leur envoi était prévu il y a trop longtemps pour qu’un message soit encore utile à leurs lecteurs. Chacun d’eux se trouve dans les archives.',
  whatToDo: (command) => fr`Pour en envoyer un malgré tout : ${command}`,
  more: (count) => `… et ${count} de plus`,
  period: 'Période',
  location: 'Lieu',
};
