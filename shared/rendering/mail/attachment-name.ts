import type { Report } from '../../domain/report/report.ts';
import { readerLocale } from '../language/locale.ts';

const MAX_SLUG = 40;
// Letters that Unicode does not take apart into a base letter and a mark.
const SPELLED: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  Æ: 'Ae',
  œ: 'oe',
  Œ: 'Oe',
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  þ: 'th',
  Þ: 'Th',
};

/** A file name for people in their own language, in plain letters that every mail program and disk takes: `2026-10_Main-House_energy.pdf`. */
export function attachmentName(report: Report, format: 'pdf' | 'csv' | 'json'): string {
  const { attachmentWord } = readerLocale(report.presentation.locale).texts.mail;
  const revision = report.revision > 1 ? [`r${report.revision}`] : [];
  const parts = [report.period.replace('/', '_'), slug(report.location.label), attachmentWord, ...revision];
  return `${parts.join('_')}.${format}`;
}

function slug(label: string): string {
  const plain = [...label.slice(0, 400)]
    .map((letter) => SPELLED[letter] ?? letter)
    .join('')
    .normalize('NFKD');
  const words = plain
    .replaceAll(/\p{M}+/gu, '')
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '');
  return words.join('-').slice(0, MAX_SLUG).replace(/-$/, '') || 'location';
}
