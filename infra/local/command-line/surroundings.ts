import type { Clock } from '../../../shared/application/ports.ts';

/** Where text goes, and whether a person sees it at once. */
export interface TextStream {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** The process that a command runs in, as far as commands may see it. */
export interface Surroundings {
  readonly workingFolder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly stdout: TextStream;
  readonly stderr: TextStream;
  /** The machine's own clock unless given. */
  readonly clock?: Clock;
  /** Ends when somebody wants the process to end. */
  readonly untilInterrupted: () => Promise<void>;
}
