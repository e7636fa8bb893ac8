import type { DigestTexts } from '../digest-texts.ts';

export const englishDigest: DigestTexts = {
  archived: (count) => `${count === 1 ? '1 report was' : `${count} reports were`} archived, but not mailed`,
  subject: (archived) => `Energy reports: ${archived}`,
  why: 'They fell due too long ago for a mail to be of use to their readers. Each of them is in the archive.',
  whatToDo: (command) => `To mail one all the same, run: ${command}`,
  more: (count) => `… and ${count} more`,
  period: 'Period',
  location: 'Location',
};
