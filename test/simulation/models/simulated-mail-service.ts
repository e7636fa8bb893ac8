import type { Mailer, OutgoingMail, SendOutcome } from '../../../shared/application/ports.ts';
import type { Actor } from '../world/actor.ts';
import type { World } from '../world/world.ts';
import { type SesEvent, sesNotification } from './ses-notification.ts';
import { isWithin, type Span } from './simulated-scheduler.ts';

/** Hears of what reached the mail service. */
export interface MailWatch {
  /** A request that arrived, whatever came of it. */
  requested(mail: OutgoingMail, actor: Actor): void;
  /** `events`: how many there will be of it, where none is lost. */
  accepted(mail: OutgoingMail, events: number): void;
  answered(mail: OutgoingMail): void;
}

export interface MailServiceSettings {
  readonly watch: MailWatch;
  /** Puts a notification where it is worked. */
  readonly publish: (notification: string) => void;
  /** How long events are on their way at most, where nothing is wrong with them. */
  readonly eventLatencyMs: number;
  /** How long a late one may be on its way. */
  readonly lateEventMs: number;
  /** Stretches in which it takes nothing, and does not say so. */
  readonly mailOutages: readonly Span[];
}

/** Addresses that begin so are refused for good, bounce, or complain. */
export const ADDRESS_FATES = { refused: 'refused', bounces: 'bounces', complains: 'complains' } as const;

/**
 * SES: a mail is taken or refused, or nobody knows; it forgets what it has sent, so that the same mail goes out as often as
 * it is sent; and it tells what it did by events that may be late, doubled or lost.
 */
export function createSimulatedMailService(world: World, settings: MailServiceSettings) {
  const { watch } = settings;
  let accepted = 0;

  const perform = (mail: OutgoingMail, actor: Actor): SendOutcome => {
    watch.requested(mail, actor);
    if (isWithin(settings.mailOutages, world.nowMs)) return { outcome: 'doubtful', code: 'ServiceUnavailable' };
    if (mail.to.startsWith(ADDRESS_FATES.refused)) {
      world.sometimes('a mail refused for good');
      return { outcome: 'refused', permanent: true, code: 'MessageRejected' };
    }
    accepted += 1;
    const messageId = `message-${accepted}`;
    const events = eventsOf(mail);
    watch.accepted(mail, events.length);
    for (const event of events) travel(mail, sesNotification(mail, messageId, world.nowMs, event));
    return { outcome: 'accepted', messageId };
  };
  const travel = (mail: OutgoingMail, notification: string) => {
    const fault = world.operation('mail-event', mail.tags.mail);
    if (fault === 'drop') return world.sometimes('a mail event lost');
    const mostMs = fault === 'late' ? settings.lateEventMs : settings.eventLatencyMs;
    // Most events are there in seconds, and some take very long.
    const travelMs = fault === 'late' ? mostMs * (0.5 + 0.5 * world.random()) : 80 + mostMs * world.random() ** 6;
    world.after(travelMs, () => settings.publish(notification));
    if (fault !== 'repeat') return;
    world.sometimes('a mail event doubled');
    world.after(travelMs + mostMs * world.random(), () => settings.publish(notification));
  };

  return {
    portFor: (caller: () => Actor): Mailer => ({
      remembersNames: false,
      lookUp: async () => 'unknown',
      async send(mail) {
        const actor = caller();
        const outcome = await actor.call<SendOutcome>({
          port: 'mail.send',
          label: mail.tags.mail,
          perform: () => perform(mail, actor),
          fail: (tookEffect) => {
            world.sometimes(tookEffect ? 'a mail gone, and nobody knows' : 'a mail not gone, and nobody knows');
            return { outcome: 'doubtful', code: 'reset' };
          },
          refuse() {
            world.sometimes('a mail throttled');
            return { outcome: 'refused', permanent: false, code: 'Throttling' };
          },
        });
        watch.answered(mail);
        return outcome;
      },
    }),
  };
}

function eventsOf({ to }: OutgoingMail): SesEvent[] {
  const sent: SesEvent = { eventType: 'Send', send: {} };
  if (to.startsWith(ADDRESS_FATES.bounces)) {
    return [sent, { eventType: 'Bounce', bounce: { bounceType: 'Permanent', bounceSubType: 'General' } }];
  }
  if (to.startsWith(ADDRESS_FATES.complains)) {
    return [sent, { eventType: 'Complaint', complaint: { complaintFeedbackType: 'abuse' } }];
  }
  return [sent];
}
