import { Logger } from '@aws-lambda-powertools/logger';
import type { Log } from '../../application/ports.ts';
import { printableEvent, printableFields } from './log-fields.ts';

export interface PowertoolsLogOptions {
  readonly service: string;
  /** Of the program, printed with each line. */
  readonly version: string;
}

/** Prints each entry as one line of JSON, allow-listed fields only. */
export function createPowertoolsLog({ service, version }: PowertoolsLogOptions): Log {
  const logger = new Logger({ serviceName: service, persistentKeys: { version } });
  return (entry) => logger[entry.level](printableEvent(entry.event), printableFields(entry));
}
