import { createHandler } from '../../../functions/record-mail-event/handler.ts';
import type { Log } from '../../../shared/application/ports.ts';
import type { Handler } from '../models/function-runtime.ts';
import { CONFIGURATION_SET } from '../models/ses-notification.ts';
import type { Delivery } from '../models/simulated-queue.ts';
import type { Actor } from '../world/actor.ts';
import { MessageAgain } from './make-function.ts';
import type { Wire } from './wiring.ts';

/** The recorder of mail events as Lambda runs it, on one notification. */
export function recordFunction(wire: Wire, log: Log) {
  return (current: () => Actor): Handler<Delivery<string>> => {
    const { ledger, newOwner, pauses } = wire(current);
    const container = { ledger, newOwner, pauses, configurationSet: CONFIGURATION_SET, log, metrics: () => {} };
    const handle = createHandler(async () => container);
    return async ({ body }) => {
      const answer = await handle({ Records: [{ messageId: 'message', body }] });
      if (answer.batchItemFailures.length > 0) throw new MessageAgain();
    };
  };
}
