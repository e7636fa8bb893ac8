import type { DigestTexts } from '../digest-texts.ts';
import { pluralsOf } from '../plurals.ts';

const { form } = pluralsOf('nb');

export const norwegianDigest: DigestTexts = {
  archived: (count) =>
    form(count, 'Én rapport ble arkivert, men ikke sendt', `${count} rapporter ble arkivert, men ikke sendt`),
  subject: (archived) => `Energirapporter: ${archived}`,
  why: 'De forfalt for så lenge siden at en e-post ikke lenger er til nytte for leserne. Hver av dem ligger i arkivet.',
  whatToDo: (command) => `For å sende en likevel: ${command}`,
  more: (count) => `… og ${count} til`,
  period: 'Periode',
  location: 'Sted',
};
