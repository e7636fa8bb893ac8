/** Words that only a mail needs. */
export interface MailTexts {
  /** Part of the names of attached files, in plain small letters that every disk takes. */
  readonly attachmentWord: string;
  readonly subject: (place: string, energy: string, when: string) => string;
  readonly subjectWithoutFigure: (place: string, periodTitle: string) => string;
  /** What sets a mail apart, in brackets behind its subject. */
  readonly remarks: {
    readonly noData: string;
    readonly provisional: string;
    readonly revised: (revision: number) => string;
  };
  /** In place of files that no mail takes; `name` is what to ask the operator for. */
  readonly filesTooLarge: (name: string) => string;
  readonly attached: (names: string) => string;
  /** `fileKind` is "PDF", "CSV" … where a file with all of them is attached. */
  readonly moreCircuits: (count: number, fileKind: string | undefined) => string;
  readonly moreNotes: (count: number, fileKind: string | undefined) => string;
  readonly moreChanges: (count: number, fileKind: string | undefined) => string;
  readonly daysInFile: (fileKind: string | undefined) => string;
  readonly busiestHour: (from: string, to: string, energy: string) => string;
  readonly changed: (before: string, after: string) => string;
  readonly noDataInRow: string;
}
