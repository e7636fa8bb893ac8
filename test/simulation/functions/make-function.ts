import { createHandler } from '../../../functions/make-report/handler.ts';
import type { Configuration } from '../../../shared/application/configuration.ts';
import { createFactsArchive } from '../../../shared/application/facts-archive.ts';
import { openOnce } from '../../../shared/application/fulfil-request.ts';
import type { Log, ReportRequest } from '../../../shared/application/ports.ts';
import type { Handler } from '../models/function-runtime.ts';
import type { Delivery } from '../models/simulated-queue.ts';
import { standInComposer, standInDigestComposer, standInRenderer } from '../models/stand-in-rendering.ts';
import type { Actor } from '../world/actor.ts';
import type { Wire } from './wiring.ts';

export interface MakeSettings {
  readonly configuration: Configuration;
  readonly doubtDeadlineMs: number;
  readonly whenInDoubt: 'resend' | 'hold';
  readonly log: Log;
}

/** A message of the requests' queue. */
export type QueueBody = ReportRequest | { readonly digest: true };

/** What a person asks for, past the queue. */
export interface OnDemand {
  readonly onDemand: { readonly location: string; readonly period: string; readonly mail: boolean };
}

/** A message that its function wants to have again: it stays in the queue. */
export class MessageAgain extends Error {
  override readonly name = 'MessageAgain';
}

/** The worker as Lambda runs it, on one message of the queue or for a person. */
export function makeFunction(wire: Wire, settings: MakeSettings) {
  return (current: () => Actor): Handler<Delivery<QueueBody> | OnDemand> => {
    const { configuration, doubtDeadlineMs, whenInDoubt, log } = settings;
    const { source, queue: _queue, askForDigest: _askForDigest, ...wiring } = wire(current);
    const sources = new Map([['fleet', source]]);
    const kept = {
      ...wiring,
      facts: createFactsArchive(wiring),
      renderer: standInRenderer,
      composer: standInComposer,
      digestComposer: standInDigestComposer,
      doubtDeadlineMs,
      whenInDoubt,
      timeZoneDatabase: 'simulated',
      configuration,
      sender: configuration.sender,
    };
    let hide: Delivery<QueueBody>['hide'] = () => {};
    const handle = createHandler(async () => ({
      partsNow: async () => ({ ...kept, openLocation: openOnce(sources) }),
      hideMessage: async (_receipt, seconds) => hide(seconds * 1000),
      random: wiring.pauses.random,
      log,
      metrics: () => {},
      tellUsage: () => {},
    }));
    return async (delivery, { remainingMs }) => {
      if ('onDemand' in delivery) {
        await handle(delivery.onDemand, { getRemainingTimeInMillis: remainingMs });
        return;
      }
      hide = delivery.hide;
      const record = {
        messageId: 'message',
        receiptHandle: 'receipt',
        body: JSON.stringify(delivery.body),
        attributes: { ApproximateReceiveCount: String(delivery.receives) },
      };
      const answer = await handle({ Records: [record] }, { getRemainingTimeInMillis: remainingMs });
      if ('batchItemFailures' in answer && answer.batchItemFailures.length > 0) throw new MessageAgain();
    };
  };
}
