import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { createFolderStore } from '../../shared/adapters/folder/folder-store.ts';
import { createHttpAgent } from '../../shared/adapters/http/http-agent.ts';
import { mimeBytes } from '../../shared/adapters/mime/mime-bytes.ts';
import { createOutboxMailer } from '../../shared/adapters/outbox/outbox-mailer.ts';
import type { Configuration } from '../../shared/application/configuration.ts';
import type { DigestParts } from '../../shared/application/digest.ts';
import { createFactsArchive } from '../../shared/application/facts-archive.ts';
import { openOnce, type RequestParts } from '../../shared/application/fulfil-request.ts';
import type { LedgerParts } from '../../shared/application/ledger.ts';
import type { PlanParts } from '../../shared/application/plan-reports.ts';
import type { Clock } from '../../shared/application/ports.ts';
import { type Instant, instantFromMs } from '../../shared/domain/time/instant.ts';
import { createDigestComposer } from '../../shared/rendering/mail/digest-composer.ts';
import { createMailComposer } from '../../shared/rendering/mail/mail-composer.ts';
import type { Surroundings } from './command-line/surroundings.ts';
import { filesBelow } from './files-here.ts';
import { openSources } from './open-sources.ts';
import { createRenderer } from './renderer.ts';

/** Everything that one run on this machine is made of; the only place here that takes the time, chance and pauses. */

export const systemClock: Clock = { now: () => instantFromMs(Date.now()) };
export const monotonicMs = () => performance.now();
export const newToken = () => randomBytes(16).toString('hex');
export const pauses = { random: Math.random, sleep: (ms: number) => setTimeout(ms) };

const DOUBT_DEADLINE_MS = 3_600_000;

export interface HostOptions {
  readonly archiveFolder: string;
  readonly configuration: Configuration;
  /** Where the files that the configuration names lie; the working folder unless given. */
  readonly configurationFolder?: string;
  readonly outboxFolder: string;
  /** The instant that the run stands for; the present unless given. */
  readonly now: Instant | undefined;
}

export interface Host {
  readonly plan: PlanParts;
  readonly request: RequestParts;
  readonly digest: DigestParts;
  readonly clock: Clock;
  /** Ends the connections to the sources, and leaves nothing but mails in the outbox. */
  close(): Promise<void>;
}

/** The ledger and what reads and writes it; needs no configuration. */
export function openLedgerFolder(surroundings: Surroundings, archiveFolder: string, clock = systemClock): LedgerParts {
  const ledger = createFolderStore({ directory: path.resolve(surroundings.workingFolder, archiveFolder), clock });
  return { ledger, newOwner: newToken, pauses };
}

/** @throws ConfigurationError when a source's secrets are missing */
export function openHost(surroundings: Surroundings, options: HostOptions): Host {
  const { configuration, now } = options;
  const clock = now === undefined ? systemClock : { now: () => now };
  const ledger = openLedgerFolder(surroundings, options.archiveFolder, clock);
  const dispatcher = createHttpAgent();
  const http = { dispatcher, ...pauses, monotonicMs };
  const openTree = filesBelow(options.configurationFolder ?? surroundings.workingFolder);
  const { environment } = surroundings;
  const sources = openSources(configuration, { environment, http, openTree, clock: systemClock });
  const mailer = createOutboxMailer({
    directory: path.resolve(surroundings.workingFolder, options.outboxFolder),
    toMime: (mail) => mimeBytes(mail),
  });
  const sending = {
    ...ledger,
    clock,
    mailer,
    sender: configuration.sender,
    doubtDeadlineMs: DOUBT_DEADLINE_MS,
    whenInDoubt: 'resend',
  } as const;
  return {
    clock,
    plan: { ...ledger, configuration, sources, clock, requestsAreFree: true },
    digest: {
      ...sending,
      digestComposer: createDigestComposer(),
      operators: configuration.operators,
      locale: configuration.defaults.locale,
    },
    request: {
      ...sending,
      configuration,
      archive: ledger.ledger,
      renderer: createRenderer(),
      facts: createFactsArchive({ archive: ledger.ledger, ledger: ledger.ledger, pauses }),
      composer: createMailComposer(),
      timeZoneDatabase: process.versions['tz'] ?? 'unknown',
      openLocation: openOnce(sources),
    },
    async close() {
      mailer.tidy();
      await dispatcher.close();
    },
  };
}
