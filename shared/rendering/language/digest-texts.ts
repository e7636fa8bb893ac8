/** Words of the mail to operators about reports that came too late to be mailed. */
export interface DigestTexts {
  /** Without its full stop: it is a heading, and a part of the subject. */
  readonly archived: (count: number) => string;
  readonly subject: (archived: string) => string;
  readonly why: string;
  readonly whatToDo: (command: string) => string;
  readonly more: (count: number) => string;
  readonly period: string;
  readonly location: string;
}
