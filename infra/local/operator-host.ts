import type { Configuration } from '../../shared/application/configuration.ts';
import type { LedgerParts } from '../../shared/application/ledger.ts';
import type { PlanParts } from '../../shared/application/plan-reports.ts';
import type { Clock } from '../../shared/application/ports.ts';
import type { Job, JobResult } from './work-off.ts';

/** Where an operator's commands go: this machine, or a deployment. */
export interface OperatorHost {
  /** Needs no configuration. */
  readonly ledger: LedgerParts;
  readonly clock: Clock;
  readonly mailPolicy: MailPolicy;
  /** @throws ConfigurationError with every fault of it */
  configuration(): Promise<Configuration>;
  /** Where the secrets of the sources come from, and whether there are any; never what they are. */
  secrets(configuration: Configuration): readonly SecretPlace[];
  /** What plans are made from: the configuration, with its sources opened. @throws ConfigurationError */
  planning(): Promise<PlanParts>;
  /** Makes sure that work can begin, before anything is written that leads to it. @throws ConfigurationError */
  prepare(): Promise<void>;
  /** Has reports worked on: here and now, or by the workers of a deployment, as soon as they come to it. */
  work(jobs: readonly Job[], options?: { readonly perSecond?: number | undefined }): Promise<WorkDone>;
  /** Messages that were set aside because nobody could work them, by queue; where there is no queue, none. */
  setAside(): Promise<readonly SetAside[]>;
  /** Gives them back to where they came from, so many a second at most. */
  giveBack(perSecond: number | undefined): Promise<readonly SetAside[]>;
  close(): Promise<void>;
}

/** What happens to a mail of which nobody knows whether it went out. `look-up`: the transport itself can tell. */
export interface MailPolicy {
  readonly whenInDoubt: 'resend' | 'hold' | 'look-up';
  /** How long it waits for word first. */
  readonly afterMinutes: number | null;
}

export interface SecretPlace {
  readonly source: string;
  /** The variable, or the secret's id. */
  readonly variable: string;
  readonly isSet: boolean;
}

export interface WorkDone {
  readonly results: readonly JobResult[];
  /** What a person should know of how it goes on. */
  readonly afterword: string | undefined;
}

export interface SetAside {
  readonly queue: string;
  readonly messages: number;
}
