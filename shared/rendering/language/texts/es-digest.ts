import type { DigestTexts } from '../digest-texts.ts';
import { pluralsOf } from '../plurals.ts';

const { form } = pluralsOf('es');

export const spanishDigest: DigestTexts = {
  archived: (count) =>
    form(count, 'Se archivó un informe, pero no se envió', `Se archivaron ${count} informes, pero no se enviaron`),
  subject: (archived) => `Informes de energía: ${archived}`,
  why: 'Vencieron hace demasiado tiempo para que un correo sea útil a sus lectores. Cada uno de ellos está en el archivo.',
  whatToDo: (command) => `Para enviar uno de todos modos: ${command}`,
  more: (count) => `… y ${count} más`,
  period: 'Periodo',
  location: 'Lugar',
};
