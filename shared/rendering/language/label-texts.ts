import type { Texts } from './texts.ts';

/** Names, headings and the words of mails: what each language keeps in a file of its own. */
export type LabelTexts = Pick<
  Texts,
  | 'unnamed'
  | 'reportTitle'
  | 'kinds'
  | 'totals'
  | 'shortTotals'
  | 'roles'
  | 'qualities'
  | 'measuredCircuits'
  | 'sections'
  | 'columns'
  | 'marks'
  | 'mail'
>;
