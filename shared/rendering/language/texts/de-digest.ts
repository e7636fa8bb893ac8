import type { DigestTexts } from '../digest-texts.ts';
import { pluralsOf } from '../plurals.ts';

const { form } = pluralsOf('de');

export const germanDigest: DigestTexts = {
  archived: (count) =>
    form(
      count,
      'Ein Bericht wurde archiviert, aber nicht verschickt',
      `${count} Berichte wurden archiviert, aber nicht verschickt`,
    ),
  subject: (archived) => `Energieberichte: ${archived}`,
  why: 'Sie waren vor so langer Zeit fällig, dass eine E-Mail ihren Lesern nichts mehr nützt. Jeder von ihnen liegt im Archiv.',
  whatToDo: (command) => `Um einen trotzdem zu verschicken: ${command}`,
  more: (count) => `… und ${count} weitere`,
  period: 'Zeitraum',
  location: 'Standort',
};
